import type { BookingView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import { type Earlier, IdempotencyStore } from '../../../platform/idempotency/idempotency-store';
import { holdRefusal, SlotInventory, type SlotWindow, unitsLeft } from '../../slot-inventory/slot-inventory.port';
import { bookingProblems } from '../booking-problems';
import { holdEnds } from '../booking-timers';
import { BookingViews } from '../booking-views.service';
import { clashProblem, type HoldClaim, HoldClaims, wrongWindow } from '../hold-claims.service';
import { LaneAdmission } from './lane-admission.service';
import type { Chosen, LaneDecision, LaneWish } from './lane-wish';

/** How long another process may still be at a key of ours; MySQL counts in whole seconds. */
const KEY_PATIENCE_MS = 1000;

/** Somebody elsewhere was faster with a key or a quota; what they wrote is seen by a new transaction. */
export class LostRace extends Error {}

export type Decisions = ReadonlyMap<LaneWish, LaneDecision>;

/** Many wishes for one window, decided and written in the statements of one. */
@Injectable()
export class LaneBatch {
  constructor(
    private readonly inventory: SlotInventory,
    private readonly keys: IdempotencyStore,
    private readonly admission: LaneAdmission,
    private readonly claims: HoldClaims,
    private readonly views: BookingViews,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside a transaction that has read nothing yet: the window is locked before anything of it, or of anybody, is read.
   * In order: whoever is refused gives their turn to the next.
   * @throws LostRace, and nothing may be kept; what a single wish is refused with, where only a rollback can undo it.
   */
  async decide(windowId: string, wishes: readonly LaneWish[]): Promise<Decisions> {
    const window = (await this.inventory.lock([windowId])).get(windowId);
    const decisions = new Map<LaneWish, LaneDecision>();
    await this.answerAgain(wishes, decisions);
    for (const wish of undecided(wishes, decisions)) {
      const problem = window ? wrongWindow(wish.policy, wish, window) : bookingProblems.noWindow();
      if (problem) decisions.set(wish, { problem });
    }
    if (!window) return decisions;
    const asking = undecided(wishes, decisions);
    const room = holdRefusal(window, 1, this.clock.now()) ? 0 : unitsLeft(window);
    const chosen = await this.admission.choose(window, asking, room, decisions);
    const after = chosen.length > 0 ? await this.book(window, chosen, decisions) : window;
    this.refuse(after, undecided(wishes, decisions), decisions);
    return decisions;
  }

  /** Those whose key had an effect before. They are told after this transaction, which says so in their rows. */
  private async answerAgain(wishes: readonly LaneWish[], decisions: Map<LaneWish, LaneDecision>): Promise<void> {
    const found = await this.keys.findAll(wishes.map(({ scope }) => scope));
    const ids: string[] = [];
    for (const [at, wish] of wishes.entries()) {
      const earlier = found[at];
      if (!earlier) continue;
      ids.push(earlier.id);
      decisions.set(wish, again(earlier));
    }
    await this.keys.replayed(ids);
  }

  /** @returns the window with what was taken of it. */
  private async book(
    window: SlotWindow,
    chosen: readonly Chosen[],
    decisions: Map<LaneWish, LaneDecision>,
  ): Promise<SlotWindow> {
    const keyIds = await this.claimKeys(chosen, decisions);
    if (!keyIds) return window;
    const now = this.clock.now();
    const asked = chosen.map((one) => ({ ...one, until: holdEnds(now, one.policy.timers(window), window) }));
    const lines = [{ windowId: window.id, units: 1 }];
    const held = await this.inventory.holdAll(asked.map(({ id, until }) => ({ holder: id, lines, until })));
    const after = held.windows.get(window.id) ?? window;
    const views = await this.claim(
      asked.map((one, at) => {
        const outcome = held.outcomes[at];
        if (outcome?.kind !== 'held') throw new Error('a window had less room than its lock said');
        return { ...one, window: after, holdId: outcome.holdId };
      }),
    );
    // cast: one view for each, in order
    for (const [at, { wish }] of chosen.entries()) decisions.set(wish, { view: views[at] as BookingView });
    await this.keys.keepAll(keyIds.map((id, at) => ({ id, answer: { status: 201, body: views[at] } })));
    return after;
  }

  /** None when the only one turns out to have been answered, at this very moment, by another process. */
  private async claimKeys(
    chosen: readonly Chosen[],
    decisions: Map<LaneWish, LaneDecision>,
  ): Promise<readonly string[] | undefined> {
    const scopes = chosen.map(({ wish }) => wish.scope);
    const ids: string[] = [];
    for (const [at, claim] of (await this.keys.claimAll(scopes, KEY_PATIENCE_MS)).entries()) {
      if (claim.earlier) {
        if (chosen.length > 1) throw new LostRace();
        decisions.set((chosen[at] as Chosen).wish, again(claim.earlier)); // one for each
        return undefined;
      }
      ids.push(claim.id);
    }
    return ids;
  }

  private async claim(claims: readonly HoldClaim[]): Promise<readonly BookingView[]> {
    const claimed = await this.claims.claimAll(claims);
    const held = claimed.map((each, at) => {
      if ('held' in each) return each.held;
      if (claims.length > 1) throw new LostRace();
      throw clashProblem(each.clash, claims[at] as HoldClaim); // one for each
    });
    return this.views.begun(held);
  }

  private refuse(window: SlotWindow, wishes: readonly LaneWish[], decisions: Map<LaneWish, LaneDecision>): void {
    if (wishes.length === 0) return;
    const refusal = holdRefusal(window, 1, this.clock.now());
    if (!refusal) throw new Error('somebody was passed over although there was room');
    for (const wish of wishes) decisions.set(wish, { refusal, window });
  }
}

function undecided(wishes: readonly LaneWish[], decisions: ReadonlyMap<LaneWish, LaneDecision>): readonly LaneWish[] {
  return wishes.filter((wish) => !decisions.has(wish));
}

function again({ same, answer }: Earlier): LaneDecision {
  // kept under this route, where it was a booking’s view
  return same ? { view: answer.body as BookingView } : { problem: problems.otherBody() };
}
