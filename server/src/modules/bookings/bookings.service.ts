import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { Booking, BookingPerson, BookingRefusal } from './bookable-service.port';
import { afterMove } from './booking.machine';
import { BookingEnds } from './booking-ends.service';
import { BookingPeople } from './booking-people.service';
import { type BookingOutcome, Bookings, type WaitingHold, type WaitingHoldOutcome } from './bookings.port';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { Displacing } from './displacing.service';
import { AtDesk } from './partner/at-desk.service';
import { WaitingHolds } from './waiting-holds.service';

/** What modules of services and desks do with bookings; each act is a class of its own. */
@Injectable()
export class BookingsService extends Bookings {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly ends: BookingEnds,
    private readonly atDesk: AtDesk,
    private readonly displacing: Displacing,
    private readonly waiting: WaitingHolds,
  ) {
    super();
  }

  async find(id: string): Promise<Booking | undefined> {
    return this.seen(await this.bookings.find(id));
  }

  async findByNumber(number: string): Promise<Booking | undefined> {
    return this.seen(await this.bookings.findByNumber(number));
  }

  /** A no-show that was there after all is forgiven by its own check-in, told late. */
  async checkIn(number: string, at: Date): Promise<BookingOutcome> {
    const opened = await this.bookings.findForUpdate({ number });
    if (!opened) return 'unknown';
    if (opened.row.state === 'checked-in') return 'already';
    if (afterMove(opened.row.state, 'check-in') === undefined) return 'not-possible';
    const { day } = await this.people.windowOf(opened.row.windowId);
    if (dayInShanghai(at.getTime()) !== day) return 'not-possible';
    await this.ends.settle(opened, { move: 'check-in', act: 'checked-in' });
    return 'done';
  }

  confirmAtDesk(number: string, partner: BookingPerson): Promise<BookingOutcome | BookingRefusal> {
    return this.atDesk.agree(number, partner);
  }

  async excuse(number: string, why: string): Promise<BookingOutcome> {
    const opened = await this.bookings.findForUpdate({ number });
    if (!opened) return 'unknown';
    if (afterMove(opened.row.state, 'excuse') === undefined) return 'not-possible';
    if (opened.row.excusedAt !== null) return 'already';
    await this.ends.excuse(opened, why);
    return 'done';
  }

  async aheadOf(personIds: readonly string[], service: string, kind: string): Promise<readonly Booking[]> {
    const found = await this.bookings.ahead({ personIds, service, kind });
    return Promise.all(found.map((opened) => this.people.toBooking(opened)));
  }

  async callOff(id: string, why: string): Promise<BookingOutcome> {
    const opened = await this.bookings.findForUpdate({ id });
    if (!opened) return 'unknown';
    if (opened.row.state === 'cancelled') return 'already';
    if (afterMove(opened.row.state, 'cancel') === undefined) return 'not-possible';
    await this.ends.end(opened, { move: 'cancel', act: 'cancelled', why });
    return 'done';
  }

  displace(windowIds: readonly string[], why: string): Promise<number> {
    return this.displacing.displace(windowIds, why);
  }

  holdForWaiting(hold: WaitingHold): Promise<WaitingHoldOutcome> {
    return this.waiting.hold(hold);
  }

  private async seen(opened: OpenedBooking | undefined): Promise<Booking | undefined> {
    return opened && this.people.toBooking(opened);
  }
}
