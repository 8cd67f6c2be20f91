import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type {
  DeskAnswer,
  RecordReview,
  RegistryAppointment,
  RegistryTime,
} from '../../bureaus/marriage-registry/marriage-registry.port';
import { instantOf } from '../../platform/clock';
import type { Booking } from '../bookings/bookable-service.port';

/** Of a message as it waits: instants are texts there. */
export interface TimeTold {
  readonly site: string;
  readonly day: CivilDate;
  readonly startsAt: string;
  readonly endsAt: string;
}

export type AppointmentTold = Omit<RegistryAppointment, keyof RegistryTime> & TimeTold;
export type ReviewAsked = RecordReview;
export type DeskAnswered = DeskAnswer;

export function timeToldOf({ site, window }: Booking): TimeTold {
  const { day, startsAt, endsAt } = window;
  return { site, day, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

export function appointmentToldOf(booking: Booking): AppointmentTold {
  const { id, number, kind, parties, details } = booking;
  const holderFirst = [...parties].sort(({ role }) => (role === 'holder' ? -1 : 1));
  const people = holderFirst.map(({ name, idNumber, phone }) => ({
    name,
    idNumber,
    ...(phone !== undefined && { phone }),
  }));
  return { booking: id, number, kind, ...timeToldOf(booking), ceremony: details.ceremony === true, people };
}

/** As it was before it waited. */
export function timeOf({ site, day, startsAt, endsAt }: TimeTold): RegistryTime {
  return { site, day, startsAt: instantOf(Date.parse(startsAt)), endsAt: instantOf(Date.parse(endsAt)) };
}
