import { Injectable } from '@nestjs/common';
import { isRetryable } from '../../../platform/database/retryable';
import { Transactions } from '../../../platform/database/transactions';
import { Problem, problems } from '../../../platform/http/problem';
import { isOutage } from '../../../platform/http/problem.filter';
import { KeyHeld } from '../../../platform/idempotency/idempotency-store';
import { notHeld } from '../booking-problems';
import { isInGrief } from '../grief';
import { NearWindows } from '../near-windows.service';
import { type Decisions, LaneBatch, LostRace } from './lane-batch.service';
import type { LaneAnswer, LaneDecision, LaneWish, WindowRefused } from './lane-wish';
import { nameOf, SoldOutMemory } from './sold-out-memory';

/** How often a batch starts anew because somebody at another process was faster. */
const RACES_MOST = 3;

/** One transaction for many wishes, and what each of them is answered once it has committed. */
@Injectable()
export class LaneFlush {
  constructor(
    private readonly transactions: Transactions,
    private readonly batch: LaneBatch,
    private readonly near: NearWindows,
    private readonly memory: SoldOutMemory,
  ) {}

  /**
   * The answers, in order; never rejects. When the database is out of reach, everybody gets the same error, and nobody
   * hears that there is no room. Any other error may be about one of them: they are decided again one by one.
   */
  async answer(windowId: string, wishes: readonly LaneWish[]): Promise<readonly LaneAnswer[]> {
    try {
      const decisions = await this.decided(windowId, wishes);
      const refusals = await this.refusals(windowId, decisions);
      return wishes.map((wish) => {
        // casts: one for each, and one of `refusals` for each that was refused
        const decision = decisions.get(wish) as LaneDecision;
        return 'refusal' in decision ? { problem: refusals.get(wish) as Problem } : decision;
      });
    } catch (error) {
      if (wishes.length > 1 && !isNobodys(error)) return this.oneByOne(windowId, wishes);
      return wishes.map(() => failed(error));
    }
  }

  private async decided(windowId: string, wishes: readonly LaneWish[]): Promise<Decisions> {
    for (let races = 1; ; races += 1) {
      try {
        return await this.transactions.run(() => this.batch.decide(windowId, wishes));
      } catch (error) {
        if (!(error instanceof LostRace) || races === RACES_MOST) throw error;
      }
    }
  }

  private async oneByOne(windowId: string, wishes: readonly LaneWish[]): Promise<readonly LaneAnswer[]> {
    const answers: LaneAnswer[] = [];
    for (const [at, wish] of wishes.entries()) {
      const [answer] = (await this.answer(windowId, [wish])) as [LaneAnswer]; // one for one
      if ('error' in answer && isNobodys(answer.error)) return [...answers, ...wishes.slice(at).map(() => answer)];
      answers.push(answer);
    }
    return answers;
  }

  /** The words for those the window refused, with times nearby, said once for all of a kind; and remembered. */
  private async refusals(windowId: string, decisions: Decisions): Promise<ReadonlyMap<LaneWish, Problem>> {
    const answers = new Map<LaneWish, Problem>();
    const byKind = new Map<string, Problem>();
    let seen: WindowRefused | undefined;
    for (const [wish, decision] of decisions) {
      if (!('refusal' in decision)) continue;
      seen = decision;
      const name = nameOf(wish.service, wish.kind);
      const problem = byKind.get(name) ?? (await this.problem(wish, seen));
      byKind.set(name, problem);
      answers.set(wish, problem);
    }
    if (seen) this.memory.remember(windowId, seen.window.version, seen.refusal, byKind);
    return answers;
  }

  private problem({ policy, kind }: LaneWish, { refusal, window }: WindowRefused): Promise<Problem> {
    return notHeld(refusal, () => this.near.near(policy, kind, window), isInGrief(policy, kind));
  }
}

/** It says nothing about any one wish: the database is out of reach, or its locks are, after many tries. */
function isNobodys(error: unknown): boolean {
  return isOutage(error) || isRetryable(error);
}

function failed(error: unknown): LaneAnswer {
  if (error instanceof KeyHeld) return { problem: problems.inFlight() };
  return error instanceof Problem ? { problem: error } : { error };
}
