import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { People } from '../identity/people.port';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import { BookingPeople } from './booking-people.service';
import type { WaitingHold, WaitingHoldOutcome } from './bookings.port';
import { FreedUnits } from './freed-units.service';
import { HoldClaims, wrongWindow } from './hold-claims.service';
import { PolicyRegistry } from './policy-registry';

/** A booking for somebody who waits. Nobody is there to read a refusal, so it is an answer. */
@Injectable()
export class WaitingHolds {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly persons: People,
    private readonly people: BookingPeople,
    private readonly claims: HoldClaims,
    private readonly freed: FreedUnits,
  ) {}

  /** Inside the caller’s transaction. What is not for them rests again. */
  async hold(wish: WaitingHold): Promise<WaitingHoldOutcome> {
    const { service, windowId, accountId, until } = wish;
    const [id, policy] = [randomUUID(), this.policies.get(service)];
    const lines = [{ windowId, units: 1 }];
    const outcome = await this.inventory.hold({ holder: id, lines, until, fromResting: true });
    if (outcome.kind !== 'held') return { kind: 'no-place' };
    const { holdId } = outcome;
    const window = await this.people.windowOf(windowId);
    const holder = await this.persons.findOf(accountId);
    if (!holder || wrongWindow(policy, wish, window)) {
      await this.freed.release(holdId, service, window);
      return { kind: 'not-them', code: holder ? 'booking.other-kind' : 'identity.required' };
    }
    const claimed = await this.claims.claim({ ...wish, id, holder, window, holdId, policy }, until);
    if ('held' in claimed) return { kind: 'held', booking: await this.people.toBooking(claimed.held) };
    await this.freed.release(holdId, service, window);
    return { kind: 'not-them', code: 'refusal' in claimed ? claimed.refusal.code : 'booking.already-yours' };
  }
}
