import { problems } from '../../platform/http/problem';
import type { BookableService } from './bookable-service.port';
import { bookingProblems } from './booking-problems';
import type { BookingsRepository, OpenedBooking } from './bookings.repository';

/** The booking with its row locked: the first thing every act does. @throws Problem 404 as for a random id. */
export async function lockedBooking(bookings: BookingsRepository, id: string): Promise<OpenedBooking> {
  const opened = await bookings.findForUpdate({ id });
  if (!opened) throw problems.notFound();
  return opened;
}

/** How many have to say yes before it is confirmed. */
export function peopleNeeded({ row }: OpenedBooking, policy: BookableService): number {
  return policy.kinds.find(({ code }) => code === row.kind)?.parties.least ?? 1;
}

export function allSaidYes(opened: OpenedBooking, policy: BookableService): boolean {
  const yes = opened.parties.filter(({ row }) => row.confirmedAt !== null);
  return yes.length >= peopleNeeded(opened, policy);
}

/** Once it has begun its people come or they do not; nothing is moved any more. @throws Problem 409 `booking.too-late` */
export function mustNotHaveBegun({ row }: OpenedBooking, now: Date): void {
  if (row.state === 'confirmed' && now >= row.startsAt) throw bookingProblems.tooLate();
}
