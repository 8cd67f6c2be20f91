import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { problems } from '../http/problem';
import { isOutage } from '../http/problem.filter';
import { Jobs } from '../jobs/jobs';
import { type Answer, type IdempotencyScope, IdempotencyStore, KeyHeld } from './idempotency-store';

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

/** What an attempt with an effect was answered, for those who wait for it in this process. */
interface Landed {
  readonly fingerprint: string;
  readonly answer: Answer;
}

/**
 * At most one effect for a key, and after it one answer. The key's row stands in the transaction of the effect: neither
 * is ever there without the other, whatever dies in between.
 */
@Injectable()
export class Idempotency implements OnModuleInit {
  /** Those this process is at. Spares the database the waiting; several processes meet at the row. */
  private readonly inFlight = new Map<string, Promise<Landed | undefined>>();

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
        const landed = await within(until - performance.now(), other);
        if (landed === LATE) throw problems.inFlight();
        if (landed?.fingerprint === scope.fingerprint) return { ...landed.answer, replayed: true };
        continue; // it had no effect, or was another wish: whoever is woken first flies next, the others wait again
      }
      const attempt = () => this.attempt(scope, work, until - performance.now());
      return this.fly(flight, scope, () => attempt().catch((error: unknown) => onceMoreAfter(error, attempt)));
    }
  }

  async sweep(): Promise<void> {
    await this.store.forgetBefore(this.clock.instantBefore(KEPT_MS));
  }

  /**
   * The effect and its answer, or the one there was. Nothing found in the database is told before this transaction has
   * committed (see IdempotencyStore). Those who wait for `inFlight` need no commit of their own: what they wait for
   * resolves when the first one's was acknowledged.
   */
  private async attempt(scope: IdempotencyScope, work: () => Promise<Answer>, waitMs: number): Promise<GivenAnswer> {
    try {
      return await this.transactions.run(async () => {
        const { id, earlier } = await this.store.claim(scope, waitMs);
        if (earlier && !earlier.same) throw problems.otherBody();
        if (earlier) return { ...earlier.answer, replayed: true };
        const answer = await work();
        if (answer.status >= 400) throw new Refused(answer);
        await this.store.keepAll([{ id, answer }]);
        return { ...answer, replayed: false };
      });
    } catch (error) {
      if (error instanceof Refused) return { ...error.answer, replayed: false };
      if (error instanceof KeyHeld) throw problems.inFlight();
      throw error;
    }
  }

  private fly(
    flight: string,
    { fingerprint }: IdempotencyScope,
    attempt: () => Promise<GivenAnswer>,
  ): Promise<GivenAnswer> {
    const flying = attempt();
    const landing = flying.then(
      (answer) => (answer.status < 400 ? { fingerprint, answer } : undefined),
      () => undefined,
    );
    this.inFlight.set(flight, landing);
    return flying.finally(() => this.inFlight.delete(flight));
  }
}

/**
 * A connection that broke may have broken behind the commit: the key is looked up, and what is not there is done. When the
 * database itself is gone the second attempt says so at once.
 */
function onceMoreAfter(error: unknown, attempt: () => Promise<GivenAnswer>): Promise<GivenAnswer> {
  if (!isOutage(error)) throw error;
  return attempt();
}

const LATE = Symbol('late');

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), LATE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
