import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../platform/clock';
import type { Problem } from '../../platform/http/problem';
import { People } from '../identity/people.port';
import { type HoldOutcome, SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService } from './bookable-service.port';
import { bookingProblems, notHeld } from './booking-problems';
import { holdEnds } from './booking-timers';
import type { OpenedBooking } from './bookings.repository';
import { isInGrief } from './grief';
import { clashProblem, HoldClaims, type HoldWanted, isRefusal, wrongWindow } from './hold-claims.service';
import { NearWindows } from './near-windows.service';
import { PolicyRegistry } from './policy-registry';

const MINUTE_MS = 60_000;
/** Until its window is known, which says for how long. */
const AT_FIRST_MS = 10 * MINUTE_MS;

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
   * @throws Problem 400 at `service`, `kind`, `windowId` or what the policy names; 403 `identity.required`; 409
   * `booking.window-full`, `…-closed`, `…-over` (with `near`), `booking.not-open-yet`, `booking.already-yours`.
   */
  async hold(accountId: string, wanted: HoldWanted): Promise<OpenedBooking> {
    const policy = this.policies.find(wanted.service);
    if (!policy) throw bookingProblems.noService();
    const { kind, windowId } = wanted;
    const details = policy.readDetails(kind, wanted.details);
    if (isRefusal(details)) throw bookingProblems.refused(details);
    const id = randomUUID();
    const until = instantOf(this.clock.now().getTime() + AT_FIRST_MS);
    const lines = await policy.linesOf({ kind, windowId, details });
    const outcome = await this.inventory.hold({ holder: id, lines, until });
    const window = await this.inventory.findWindow(windowId);
    if (!window) throw bookingProblems.noWindow();
    const wrong = wrongWindow(policy, wanted, window);
    if (wrong) throw wrong;
    if (outcome.kind !== 'held') throw await this.refusal(outcome, policy, kind, window);
    const holder = await this.people.findOf(accountId);
    if (!holder) throw bookingProblems.realNameRequired();
    const claim = { id, accountId, holder, window, holdId: outcome.holdId, ...wanted, details, policy };
    const claimed = await this.claims.claim(claim, holdEnds(this.clock.now(), policy.timers(window), window));
    if ('refusal' in claimed) throw bookingProblems.refused(claimed.refusal);
    if ('clash' in claimed) throw clashProblem(claimed.clash, claim);
    return claimed.held;
  }

  private async refusal(
    outcome: Exclude<HoldOutcome, { kind: 'held' }>,
    policy: BookableService,
    kind: string,
    window: SlotWindow,
  ): Promise<Problem> {
    const advised = outcome.kind === 'full' || outcome.kind === 'closed' || outcome.kind === 'over';
    return notHeld(outcome, advised ? await this.near.near(policy, kind, window) : [], isInGrief(policy, kind));
  }
}
