import type { BookingView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import type { IdempotencyScope } from '../../../platform/idempotency/idempotency-store';
import type { IdempotentCall } from '../../../platform/idempotency/idempotent';
import { bookingProblems } from '../booking-problems';
import { type HoldWanted, isRefusal } from '../hold-claims.service';
import { PolicyRegistry } from '../policy-registry';
import { LaneFlush } from './lane-flush.service';
import type { LaneAnswer, LaneWish } from './lane-wish';
import { Lanes } from './lanes';
import { PlainHolding } from './plain-holding.service';
import { SoldOutMemory } from './sold-out-memory';

interface Job {
  readonly wish: LaneWish;
  readonly answered: Promise<LaneAnswer>;
  settle(answer: LaneAnswer): void;
}

/**
 * The way to a booking in a rush (design §6): wishes for one window stand in line and are decided many at a time. What
 * takes more than one unit, or is refused before any window is looked at, takes the plain way with the same helpers.
 */
@Injectable()
export class BookingLane {
  private readonly lanes: Lanes<Job>;
  /** Those in line or being decided, by their key. */
  private readonly queued = new Map<string, Job>();

  constructor(
    private readonly plain: PlainHolding,
    private readonly policies: PolicyRegistry,
    private readonly transactions: Transactions,
    private readonly memory: SoldOutMemory,
    flush: LaneFlush,
    config: Config,
  ) {
    this.lanes = new Lanes<Job>(config.laneMost, async (windowId, jobs) => {
      const answers = await flush.answer(
        windowId,
        jobs.map(({ wish }) => wish),
      );
      for (const [at, { settle }] of jobs.entries()) settle(answers[at] as LaneAnswer); // one for each
    });
  }

  /**
   * Once for a key, and the same answer again.
   * @throws Problem as `Holding.hold`; 422 for another wish under this key; 429 `booking.busy` when too many wait.
   * @throws Error inside a transaction: whoever waited in line there would keep its locks.
   */
  async hold(call: IdempotentCall, accountId: string, wanted: HoldWanted): Promise<BookingView> {
    if (this.transactions.isOpen) throw new Error('the lane opens transactions of its own; it cannot join one');
    const policy = this.policies.find(wanted.service);
    const details = policy?.takesOneUnit ? policy.readDetails(wanted.kind, wanted.details) : undefined;
    if (!policy || !details || isRefusal(details)) return this.plain.hold(call.scope, accountId, wanted);
    const wish = { ...wanted, scope: call.scope, accountId, policy, details };
    const name = nameOf(call.scope);
    // without a pause between the last look and the place in line, where another with the same key could slip in
    for (let other = this.queued.get(name); other; other = this.queued.get(name)) {
      const answer = await sameAnswer(other, call.scope);
      if (answer) return told(answer);
    }
    const known = call.firstAttempt && this.memory.find(wanted.windowId, wanted.service, wanted.kind);
    if (known) throw known;
    return told(await this.inLine(name, wish));
  }

  private inLine(name: string, wish: LaneWish): Promise<LaneAnswer> {
    const job = newJob(wish, () => this.queued.delete(name));
    if (!this.lanes.join(wish.windowId, job)) {
      const ahead = this.lanes.ahead(wish.windowId);
      throw bookingProblems.busy(ahead, Math.max(1, Math.ceil(this.lanes.msFor(ahead) / 1000)));
    }
    this.queued.set(name, job);
    return job.answered;
  }
}

/**
 * What the same wish under the same key is answered. Another wish under it waits as well: it is refused when the first
 * had an effect, and when not has its own turn.
 */
async function sameAnswer({ wish, answered }: Job, { fingerprint }: IdempotencyScope): Promise<LaneAnswer | undefined> {
  const answer = await answered;
  if (wish.scope.fingerprint === fingerprint) return answer;
  if ('view' in answer) throw problems.otherBody();
  return undefined;
}

function newJob(wish: LaneWish, done: () => void): Job {
  let settle: (answer: LaneAnswer) => void = () => undefined;
  const answered = new Promise<LaneAnswer>((resolve) => {
    settle = (answer) => {
      done();
      resolve(answer);
    };
  });
  return { wish, answered, settle };
}

function told(answer: LaneAnswer): BookingView {
  if ('view' in answer) return answer.view;
  throw 'problem' in answer ? answer.problem : answer.error;
}

function nameOf({ subject, route, key }: IdempotencyScope): string {
  return `${subject} ${route} ${key}`;
}
