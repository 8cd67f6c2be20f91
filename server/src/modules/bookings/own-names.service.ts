import type { OwnNameView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { AddressLimits } from '../../platform/address-limit/address-limits';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { problems } from '../../platform/http/problem';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { BookingsRepository } from './bookings.repository';
import { ownParty } from './whose';

/** On one account in ten minutes: nobody looks more often whether that is really their own name. */
const MOST = 20;

/**
 * On a pass every name is masked until its owner asks for their own: a call of its own, counted and written down
 * (security.md 1F). The other's is never told, not even to whoever typed it in: theirs to show on their own phone.
 */
@Injectable()
export class OwnNames {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly limits: AddressLimits,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
  ) {}

  /** @throws Problem 409 `booking.no-pass` where there is no pass, 429 `booking.own-name-too-many`. */
  async show(id: string, accountId: string): Promise<OwnNameView> {
    const opened = await this.bookings.find(id);
    if (!opened) throw problems.notFound();
    const { state } = opened.row;
    if (state !== 'confirmed' && state !== 'checked-in') throw bookingProblems.noPass();
    const seconds = await this.limits.take('booking-own-name', accountId, MOST);
    if (seconds !== undefined) throw bookingProblems.ownNameTooMany(seconds);
    const own = ownParty(await this.people.partiesOf(opened), await this.people.whose(accountId));
    if (!own) throw problems.notFound();
    await this.transactions.run(() =>
      this.audit.record({
        action: 'booking.own-name-shown',
        actor: { kind: 'resident', id: accountId },
        person: own.personId,
        object: `booking:${id}`,
      }),
    );
    return { name: own.name };
  }
}
