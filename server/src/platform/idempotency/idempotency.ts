import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { problems } from '../http/problem';
import { Jobs } from '../jobs/jobs';
import { type Answer, type IdempotencyScope, IdempotencyStore, KeyHeld, KeyTaken } from './idempotency-store';

/** How long a duplicate waits for the first one's answer. */
const PATIENCE_MS = 2000;
const KEPT_MS = 72 * 60 * 60_000;
const SWEEP_EVERY_MS = 60 * 60_000;

export type GivenAnswer = Answer & { readonly replayed: boolean };

/** What came of an attempt that had no effect: it is told to whoever asked, and not kept. */
class Refused extends Error {
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

/**
 * At most one effect for a key, and after it one answer. The key's row stands in the transaction of the effect: neither
 * is ever there without the other, whatever dies in between.
 */
@Injectable()
export class Idempotency implements OnModuleInit {
  /** Those this process is at. Spares the database the waiting; several processes meet at the row. */
  private readonly inFlight = new Map<string, Promise<void>>();

  constructor(
    private readonly store: IdempotencyStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('idempotency-sweep', SWEEP_EVERY_MS, () => this.sweep(), { alone: true });
  }

  /**
   * Does `work` in a transaction of its own, or gives the answer it had. What throws, or answers with 400 or above, had
   * no effect, is not kept, and may become a yes under the same key.
   * @throws Problem 409 `idempotency.in-flight` when the first one takes longer than two seconds, 422
   * `idempotency.other-body` when something else was asked under this key; whatever `work` throws.
   */
  async once(scope: IdempotencyScope, work: () => Promise<Answer>): Promise<GivenAnswer> {
    if (this.transactions.isOpen) throw new Error('Idempotency.once opens the transaction; it cannot join one');
    const flight = JSON.stringify([scope.subject, scope.route, scope.key]);
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const other = this.inFlight.get(flight);
      if (other) {
        if (!(await settlesWithin(other, until - performance.now()))) throw problems.inFlight();
        continue; // whoever is woken first flies next; the others find it here and wait again
      }
      const answer = await this.fly(flight, () => this.attempt(scope, work, until - performance.now()));
      if (answer) return answer;
      if (performance.now() > until) throw problems.inFlight();
    }
  }

  async sweep(): Promise<void> {
    await this.store.forgetBefore(this.clock.instantBefore(KEPT_MS));
  }

  /** The answer; none when the one who had the key took it back meanwhile. */
  private async attempt(
    scope: IdempotencyScope,
    work: () => Promise<Answer>,
    waitMs: number,
  ): Promise<GivenAnswer | undefined> {
    try {
      return { ...(await this.effect(scope, work, waitMs)), replayed: false };
    } catch (error) {
      if (error instanceof Refused) return { ...error.answer, replayed: false };
      if (error instanceof KeyHeld) throw problems.inFlight();
      if (!(error instanceof KeyTaken)) throw error;
    }
    const stored = await this.store.find(scope);
    if (stored && !stored.same) throw problems.otherBody();
    return stored && { ...stored.answer, replayed: true };
  }

  private effect(scope: IdempotencyScope, work: () => Promise<Answer>, waitMs: number): Promise<Answer> {
    return this.transactions.run(async () => {
      const id = await this.store.claim(scope, waitMs);
      const answer = await work();
      if (answer.status >= 400) throw new Refused(answer);
      await this.store.keep(id, answer);
      return answer;
    });
  }

  private fly<Result>(flight: string, attempt: () => Promise<Result>): Promise<Result> {
    const flying = attempt();
    const landing = flying.then(
      () => undefined,
      () => undefined,
    );
    this.inFlight.set(flight, landing);
    return flying.finally(() => this.inFlight.delete(flight));
  }
}

async function settlesWithin(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), false);
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}
