import { phoneProblem, tidyPhone } from '@jinmen/shared/applications/check-field';
import type { PartnerWay } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { BookingTurns } from './booking-turns.service';
import { BookingsRepository, type Details, type OpenedBooking, type OpenedParty } from './bookings.repository';
import { isRefusal } from './hold-claims.service';
import { lockedBooking, peopleNeeded } from './kept-booking';
import { Partners } from './partner/partners.port';
import { PolicyRegistry } from './policy-registry';

export interface Confirmation {
  readonly phone?: string;
  readonly details?: unknown;
  readonly partnerWay?: PartnerWay;
}

/** The holder is sure: it is confirmed, or, where it takes two, the other one is asked. */
@Injectable()
export class Confirming {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly partners: Partners,
    private readonly turns: BookingTurns,
    private readonly clock: Clock,
  ) {}

  /**
   * By whoever holds it, whose name goes further with it than it did while it was only held.
   * @throws Problem 403 `consent.required`; 400 at `phone`, `partnerWay` or what the policy names; 409 `booking.not-now`, `booking.hold-lapsed`
   */
  async confirm(accountId: string, id: string, { phone, details, partnerWay }: Confirmation): Promise<OpenedBooking> {
    const locked = await lockedBooking(this.bookings, id);
    if (locked.row.state !== 'held') throw bookingProblems.notNow();
    const holdId = locked.row.holdId as string; // cast: a held one has it, which its table checks
    await this.people.acting(accountId);
    const opened = await this.said(locked, phone, details);
    if (peopleNeeded(opened, this.policies.get(opened.row.service)) > 1) return this.ask(opened, holdId, partnerWay);
    if (!(await this.inventory.confirm(holdId))) throw bookingProblems.lapsed();
    return this.turns.make(opened, { move: 'confirm', act: 'confirmed' });
  }

  private async ask(opened: OpenedBooking, holdId: string, way: PartnerWay | undefined): Promise<OpenedBooking> {
    if (way === undefined) throw bookingProblems.noPartnerWay();
    const until = await this.partners.ask(await this.people.toBooking(opened), way);
    if (!(await this.inventory.extend(holdId, until))) throw bookingProblems.lapsed();
    return this.turns.make(opened, { move: 'ask', act: 'asked', change: { expiresAt: until } });
  }

  /** The holder’s yes, with what they said beside it. */
  private async said(opened: OpenedBooking, phone: string | undefined, given: unknown): Promise<OpenedBooking> {
    const number = phone === undefined ? undefined : tidyPhone(phone);
    if (number !== undefined && phoneProblem(number) !== undefined) throw bookingProblems.wrongPhone();
    // cast: none is made without its holder, who comes first
    const [holder, ...others] = opened.parties as [OpenedParty, ...OpenedParty[]];
    const sure = await this.bookings.changeParty(holder, { confirmedAt: this.clock.now(), phone: number });
    const kept = { ...opened, parties: [sure, ...others] };
    if (given === undefined) return kept;
    const policy = this.policies.get(opened.row.service);
    const details = policy.readDetails(opened.row.kind, given);
    if (isRefusal(details)) throw bookingProblems.refused(details);
    const { kind, parties, window } = await this.people.toBooking(kept);
    for (const party of parties) {
      const keysOf = (said: Details) => JSON.stringify(policy.quotaKeys(kind, party, window, said));
      if (keysOf(details) !== keysOf(opened.details)) throw bookingProblems.notNow();
    }
    return this.bookings.setDetails(kept, details);
  }
}
