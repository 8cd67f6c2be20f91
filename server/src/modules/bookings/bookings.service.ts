import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { Booking, BookingPerson, BookingRefusal } from './bookable-service.port';
import { afterMove } from './booking.machine';
import { BookingEnds } from './booking-ends.service';
import { BookingPeople } from './booking-people.service';
import { type BookingOutcome, Bookings, type KeptPlace, type PlaceFor, type PlaceOutcome } from './bookings.port';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { Displacing } from './displacing.service';
import { AtDesk } from './partner/at-desk.service';
import { Placing } from './placing.service';
import { Resizing } from './resizing.service';

/** What modules of services and desks do with bookings; each act is a class of its own. */
@Injectable()
export class BookingsService extends Bookings {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly ends: BookingEnds,
    private readonly atDesk: AtDesk,
    private readonly displacing: Displacing,
    private readonly placing: Placing,
    private readonly resizing: Resizing,
  ) {
    super();
  }

  async find(id: string): Promise<Booking | undefined> {
    return this.seen(await this.bookings.find(id));
  }

  async findByNumber(service: string, number: string): Promise<Booking | undefined> {
    return this.seen(await this.bookings.findByNumber(service, number));
  }

  /** A no-show that was there after all is forgiven by its own check-in, told late. */
  async checkIn(service: string, number: string, at: Date): Promise<BookingOutcome> {
    const opened = await this.bookings.findForUpdate({ service, number });
    if (!opened) return 'unknown';
    if (opened.row.state === 'checked-in') return 'already';
    if (afterMove(opened.row.state, 'check-in') === undefined) return 'not-possible';
    const { day } = await this.people.windowOf(opened.row.windowId);
    if (dayInShanghai(at.getTime()) !== day) return 'not-possible';
    await this.ends.settle(opened, { move: 'check-in', act: 'checked-in' });
    return 'done';
  }

  confirmAtDesk(service: string, number: string, partner: BookingPerson): Promise<BookingOutcome | BookingRefusal> {
    return this.atDesk.agree(service, number, partner);
  }

  async excuse(service: string, number: string, why: string): Promise<BookingOutcome> {
    const opened = await this.bookings.findForUpdate({ service, number });
    if (!opened) return 'unknown';
    if (afterMove(opened.row.state, 'excuse') === undefined) return 'not-possible';
    if (opened.row.excusedAt !== null) return 'already';
    await this.ends.excuse(opened, why);
    return 'done';
  }

  async aheadOf(personIds: readonly string[], service: string, kind: string): Promise<readonly Booking[]> {
    return this.seenAll(await this.bookings.ahead({ personIds, service, kind }));
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

  placeFor(wish: PlaceFor): Promise<PlaceOutcome> {
    return this.placing.place(wish);
  }

  async findForUpdate(id: string): Promise<Booking | undefined> {
    return this.seen(await this.bookings.findForUpdate({ id }));
  }

  resize(id: string): Promise<'done' | 'full' | 'not-possible' | 'unknown'> {
    return this.resizing.resize(id);
  }

  keepFor(id: string, kept: KeptPlace | undefined, others: readonly string[]) {
    return this.displacing.keepFor(id, kept, others);
  }

  async displacedOf(service: string): Promise<readonly Booking[]> {
    return this.seenAll(await this.displacing.withoutTime(service));
  }

  async activeOf(personId: string): Promise<readonly Booking[]> {
    return this.seenAll(await this.bookings.ahead({ personIds: [personId] }));
  }

  knownOn(id: string, personId: string, accountId: string): Promise<void> {
    return this.bookings.knownOn(id, personId, accountId);
  }

  async inWindow(windowId: string): Promise<readonly Booking[]> {
    return this.seenAll(await this.bookings.inWindow(windowId, ['confirmed', 'checked-in']));
  }

  private seenAll(opened: readonly OpenedBooking[]): Promise<readonly Booking[]> {
    return Promise.all(opened.map((each) => this.people.toBooking(each)));
  }

  private async seen(opened: OpenedBooking | undefined): Promise<Booking | undefined> {
    return opened && this.people.toBooking(opened);
  }
}
