import { performance } from 'node:perf_hooks';
import {
  BrokenCircuitError,
  type BulkheadPolicy,
  BulkheadRejectedError,
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  handleWhen,
  TaskCancelledError,
  type TimeoutPolicy,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import { Pool } from 'undici';
import { type BureauAnswer, BureauNonsense } from './bureau-answer';
import { type BureauReply, LineFailure, readBody, readLimited } from './bureau-reply';
import type { Egress } from './egress';

/** How patient a line is (design §7). */
export interface LineLimits {
  readonly timeoutMs: number;
  readonly parallel: number;
  readonly queue: number;
  /** Of this many calls, more than half must fail for the line to open. */
  readonly window: number;
  readonly openMs: number;
}

export const LINE_LIMITS: LineLimits = { timeoutMs: 2000, parallel: 10, queue: 20, window: 20, openMs: 10_000 };

/** `open`: calls fail at once. `trial`: the next call decides. */
export type LineState = 'closed' | 'open' | 'trial';

export interface LineRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The connections to one bureau, with what keeps its bad days its own: a bulkhead, a timeout and a breaker. Follows no
 * redirect, and connects to no address that `egress` refuses.
 */
export class BureauLine {
  private readonly pool: Pool;
  private readonly breaker: CircuitBreakerPolicy;
  private readonly bulkhead: BulkheadPolicy;
  private readonly timeout: TimeoutPolicy;
  private openedAtMs = 0;

  constructor(
    origin: string,
    egress: Egress,
    private readonly limits: LineLimits = LINE_LIMITS,
  ) {
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof LineFailure),
      { halfOpenAfter: limits.openMs, breaker: new CountBreaker({ threshold: 0.5, size: limits.window }) },
    );
    this.bulkhead = bulkhead(limits.parallel, limits.queue);
    this.timeout = timeout(limits.timeoutMs, TimeoutStrategy.Aggressive);
    this.pool = new Pool(origin, {
      connections: limits.parallel,
      connect: egress.connector(limits.timeoutMs),
      headersTimeout: limits.timeoutMs,
      bodyTimeout: limits.timeoutMs,
    });
    this.breaker.onBreak(() => {
      this.openedAtMs = performance.now();
    });
  }

  get state(): LineState {
    if (this.breaker.state === CircuitState.Closed) return 'closed';
    if (this.breaker.state === CircuitState.HalfOpen) return 'trial';
    return performance.now() - this.openedAtMs < this.limits.openMs ? 'open' : 'trial';
  }

  /** Told when the line has recovered. */
  onBack(listener: () => void): void {
    this.breaker.onReset(listener);
  }

  /** What came of it, in `read`'s words; whatever went wrong on the way is a `failed`, never an exception. */
  async exchange(request: LineRequest, read: (reply: BureauReply) => BureauAnswer): Promise<BureauAnswer> {
    try {
      return await this.breaker.execute(() =>
        this.bulkhead.execute(() =>
          this.timeout.execute(({ signal }) => this.once(request, read, signal)).catch(asLineFailure),
        ),
      );
    } catch (error) {
      if (error instanceof LineFailure) return { kind: 'failed', answered: error.answered, why: error.why };
      if (error instanceof BrokenCircuitError) return { kind: 'failed', answered: false, why: 'line open' };
      if (error instanceof BulkheadRejectedError) return { kind: 'failed', answered: false, why: 'line full' };
      throw error;
    }
  }

  /** Cuts what is under way. */
  hangUp(): Promise<void> {
    return this.pool.destroy();
  }

  private async once(
    { method, path, headers, body }: LineRequest,
    read: (reply: BureauReply) => BureauAnswer,
    signal: AbortSignal,
  ): Promise<BureauAnswer> {
    const response = await this.pool.request({ method, path, headers, body: body === '' ? null : body, signal });
    const contentType = response.headers['content-type'];
    const bytes = await readLimited(response.body);
    const answer = read({
      status: response.statusCode,
      body: readReply(response.statusCode, bytes, Array.isArray(contentType) ? contentType[0] : contentType),
    });
    if (answer.kind === 'failed') throw new LineFailure(answer.answered, answer.why);
    return answer;
  }
}

/** An error page need not be JSON: its status says enough. */
function readReply(status: number, bytes: Buffer, contentType: string | undefined): unknown {
  try {
    return readBody(bytes, contentType);
  } catch (error) {
    if (status >= 400 || (status >= 300 && status < 400)) return undefined;
    throw error;
  }
}

/** No word of the error itself: undici quotes what it could not read. */
function asLineFailure(error: unknown): never {
  if (error instanceof LineFailure) throw error;
  if (error instanceof TaskCancelledError) throw new LineFailure(false, 'no answer in time');
  if (error instanceof BureauNonsense) throw new LineFailure(true, `reply unreadable in ${error.field}`);
  const code = codeOf(error);
  if (code === undefined) throw error;
  throw new LineFailure(false, `no answer (${code})`);
}

/** The network's and undici's errors carry one; a mistake of ours does not and must stay loud. */
function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}
