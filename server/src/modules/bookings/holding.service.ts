import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { People } from '../identity/people.port';
import { type HoldOutcome, SlotInventory } from '../slot-inventory/slot-inventory.port';
import { bookingProblems, notHeld } from './booking-problems';
import { holdEnds } from './booking-timers';
import type { HeldBooking } from './booking-turns.service';
import { bookingWords } from './booking-words';
import { isInGrief } from './grief';
import { clashProblem, HoldClaims, type HoldWanted, isRefusal, wrongWindow } from './hold-claims.service';
import { NearWindows } from './near-windows.service';
import { PolicyRegistry } from './policy-registry';

/** The first second of a booking. */
@Injectable()
export class Holding {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly people: People,
    private readonly claims: HoldClaims,
    private readonly near: NearWindows,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside the transaction of its idempotency key: what throws leaves nothing. Its windows are locked before anything of
   * them is read, so that on a database with snapshots no read is older than the lock.
   * @throws Problem 400 at `service`, `kind`, `windowId` or what the policy names; 403 `identity.required`, `consent.required`; 409
   * `booking.window-full`, `…-closed`, `…-over` (with `near`), `booking.not-open-yet`, `booking.already-yours`,
   * `booking.cancelled-often`.
   */
  async hold(accountId: string, wanted: HoldWanted): Promise<HeldBooking> {
    const policy = this.policies.find(wanted.service);
    if (!policy) throw bookingProblems.noService();
    const { kind, windowId } = wanted;
    const details = policy.readDetails(kind, wanted.details);
    if (isRefusal(details)) throw bookingProblems.refused(details);
    const lines = await policy.linesOf({ kind, windowId, details });
    const window = (await this.inventory.lock(lines.map((line) => line.windowId))).get(windowId);
    if (!window) throw bookingProblems.noWindow();
    const wrong = wrongWindow(policy, wanted, window);
    if (wrong) throw wrong;
    const [id, until] = [randomUUID(), holdEnds(this.clock.now(), policy.timers(window), window)];
    const held = await this.inventory.holdAll([{ holder: id, lines, until }]);
    const [outcome] = held.outcomes as readonly [HoldOutcome]; // one for one
    if (outcome.kind !== 'held') {
      throw await notHeld(outcome, () => this.near.near(policy, kind, window), isInGrief(policy, kind));
    }
    const holder = await this.people.acting(accountId, bookingWords.realName);
    const place = { window: held.windows.get(windowId) ?? window, holdId: outcome.holdId, until };
    const claim = { id, accountId, holder, ...wanted, ...place, details, policy };
    const claimed = await this.claims.claim(claim);
    if ('refusal' in claimed) throw bookingProblems.refused(claimed.refusal);
    if ('clash' in claimed) throw clashProblem(claimed.clash, claim);
    return claimed.held;
  }
}
