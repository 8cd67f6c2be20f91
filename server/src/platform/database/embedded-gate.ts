import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What the gate throws when a transaction holds it too long. Not retryable: whoever waited that long would wait as long
 * again, and each try keeps a resident waiting. `statusCode` is what the caller of the API gets.
 */
export class GateTimeoutError extends Error {
  readonly code = 'GATE_TIMEOUT';
  readonly statusCode = 503;

  constructor(waitedMs: number) {
    super(`another transaction kept the embedded database for more than ${waitedMs} ms`);
    this.name = 'GateTimeoutError';
  }
}

interface Waiter {
  readonly holder: object;
  admit(): void;
}

/**
 * The embedded database has one connection. Whatever runs on it while a transaction is open becomes part of that
 * transaction and is lost when it rolls back (measured, ADR 0004). The gate lets one holder in at a time, in order of
 * arrival: a transaction from BEGIN to its end, a plain query for itself alone.
 */
export class EmbeddedGate {
  private holder: object | undefined;
  private readonly queue: Waiter[] = [];
  private readonly inside = new AsyncLocalStorage<object | undefined>();

  constructor(private readonly patienceMs = 10_000) {}

  /** Marks everything `work` does as belonging to the transaction that is in, see `enter`. */
  markInside<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.inside.run(this.holder, work);
  }

  /**
   * Waits until no one else is in. Re-entrant for the same holder.
   * @throws GateTimeoutError after the patience is over.
   * @throws Error at once when called from within a transaction by someone who is not that transaction: it would wait
   * for itself for ever, and on MySQL it would silently be outside.
   */
  enter(holder: object): Promise<void> | undefined {
    if (this.holder === holder) return undefined;
    if (this.holder !== undefined && this.holder === this.inside.getStore()) {
      return Promise.reject(new Error('a query beside the open transaction; use Transactions.manager inside it'));
    }
    if (this.holder === undefined && this.queue.length === 0) {
      this.holder = holder;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(waiter), 1);
        reject(new GateTimeoutError(this.patienceMs));
      }, this.patienceMs);
      const waiter: Waiter = {
        holder,
        admit: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.queue.push(waiter);
    });
  }

  /** Lets the next one in. Does nothing when `holder` is not in. */
  leave(holder: object): void {
    if (this.holder !== holder) return;
    const next = this.queue.shift();
    this.holder = next?.holder;
    next?.admit();
  }
}
