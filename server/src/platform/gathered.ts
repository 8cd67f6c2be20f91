import { AsyncResource } from 'node:async_hooks';

interface Waiting<Found> {
  readonly key: string;
  resolve(found: Found | undefined): void;
  reject(error: unknown): void;
}

/** So many in one question; the statement and its answer stay small. */
const MOST = 500;
/** A question that takes longer holds up nobody else: whoever asks after it may then be faster. */
const PATIENCE_MS = 250;

/**
 * Answers all who ask at the same moment with one question, and those who ask while it is under way with the next: so
 * nobody overtakes, as long as answers come. Nothing is remembered: each question is put after everybody it is for has
 * asked, so an answer is never older than its asking. The question belongs to none of them, so no transaction and no
 * trace of one's request reaches another's.
 */
export class Gathered<Found> {
  private readonly nobody = new AsyncResource('Gathered');
  private waiting: Waiting<Found>[] = [];
  private busy = false;

  /** @param findAll what is found, by key; who is not in it gets nothing, and all get its error. */
  constructor(
    private readonly findAll: (keys: readonly string[]) => Promise<ReadonlyMap<string, Found>>,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  find(key: string): Promise<Found | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (this.busy) return;
      this.busy = true;
      // once the requests that have already arrived are all read
      setImmediate(() => this.nobody.runInAsyncScope(() => void this.askForAll()));
    });
  }

  private async askForAll(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.answered(this.waiting.splice(0, MOST));
    }
    this.busy = false;
  }

  private answered(some: readonly Waiting<Found>[]): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, this.patienceMs);
      void this.ask(some).then(() => {
        clearTimeout(patience);
        resolve();
      });
    });
  }

  private async ask(some: readonly Waiting<Found>[]): Promise<void> {
    try {
      const found = await this.findAll([...new Set(some.map(({ key }) => key))]);
      for (const { key, resolve } of some) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }
}
