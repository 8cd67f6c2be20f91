import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import type { BookingRole } from '../booking-party.entity';
import { BookingPeople } from '../booking-people.service';
import { BookingsRepository, type OpenedBooking } from '../bookings.repository';
import { ownParty } from '../whose';
import type { Asking } from './asking.entity';
import { AskingsRepository } from './askings.repository';
import { partnerProblems } from './partner-problems';

/** What is asked about a booking now, and who of the two looks at it. */
export interface StandingAsking {
  readonly opened: OpenedBooking;
  readonly asking: Asking;
  readonly role: BookingRole;
}

/** What is asked between the two of a booking. */
@Injectable()
export class StandingAskings {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly askings: AskingsRepository,
    private readonly people: BookingPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async booking(id: string): Promise<OpenedBooking> {
    const opened = await this.bookings.find(id);
    if (!opened) throw problems.notFound();
    return opened;
  }

  /** Its row is held until the transaction ends. @throws Problem 404 */
  async locked(id: string): Promise<OpenedBooking> {
    const opened = await this.bookings.findForUpdate({ id });
    if (!opened) throw problems.notFound();
    return opened;
  }

  /** @throws Problem 409 `booking.nothing-asked` */
  async of(opened: OpenedBooking, accountId: string, purpose?: Asking['purpose']): Promise<StandingAsking> {
    const standing = await this.askings.standing(opened.row.id);
    const asking = standing.find((each) => purpose === undefined || each.purpose === purpose);
    if (!asking) throw partnerProblems.nothingAsked();
    return { opened, asking, role: (await this.roleOf(opened, accountId)) ?? 'holder' };
  }

  /** None of somebody who is none of its people. */
  async roleOf({ parties }: OpenedBooking, accountId: string): Promise<BookingRole | undefined> {
    const rows = parties.map(({ row }) => row);
    return ownParty(rows, await this.people.whose(accountId))?.role;
  }

  /**
   * What the account asks the other one, its time not over.
   * @throws Problem 409 `booking.nothing-asked`, 403 `booking.others-word`.
   */
  async askedBy(accountId: string, opened: OpenedBooking): Promise<StandingAsking> {
    const found = await this.of(opened, accountId);
    if (found.asking.asked === found.role) throw partnerProblems.notYours();
    if (found.asking.until <= this.clock.now()) throw partnerProblems.nothingAsked();
    return found;
  }

  /** Whether another time waits for a yes. */
  async isChanging(id: string): Promise<boolean> {
    return (await this.askings.find(id, 'change')) !== undefined;
  }
}
