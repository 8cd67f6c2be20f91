import { nowMs, shanghaiTime } from './clock';
import type { Bureau } from './settings';

const MOST_ENTRIES = 20_000;

/** One request that reached a bureau, whatever became of it. */
export interface Delivery {
  readonly bureau: Bureau;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** The idempotency key; absent where the transport is not signed. */
  readonly eventId?: string;
  readonly body: unknown;
  /** What was answered; `none` when the connection was cut or left waiting. */
  status: number | 'none';
  fault?: string;
  /** Answered from memory: the same key had come before. */
  repeated?: true;
}

/** Something that really happened at a bureau: once, however often it was delivered. */
export interface Effect {
  readonly bureau: Bureau;
  readonly at: string;
  readonly kind: string;
  readonly eventId?: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What the bureaus received and what they did, kept apart: exactly-once is `effects`, on however many `deliveries`. */
export class Journal {
  private deliveries: Delivery[] = [];
  private effects: Effect[] = [];

  deliver(entry: Omit<Delivery, 'at' | 'status'>): Delivery {
    const delivery: Delivery = { ...entry, at: shanghaiTime(nowMs()), status: 'none' };
    this.deliveries.push(delivery);
    if (this.deliveries.length > MOST_ENTRIES) this.deliveries.shift();
    return delivery;
  }

  effect(entry: Omit<Effect, 'at'>): void {
    this.effects.push({ ...entry, at: shanghaiTime(nowMs()) });
    if (this.effects.length > MOST_ENTRIES) this.effects.shift();
  }

  read(bureau?: string): { deliveries: readonly Delivery[]; effects: readonly Effect[] } {
    const of = <T extends { readonly bureau: string }>(all: readonly T[]): T[] =>
      all.filter((entry) => bureau === undefined || entry.bureau === bureau);
    return { deliveries: of(this.deliveries), effects: of(this.effects) };
  }

  forget(bureau?: string): void {
    const keep = (entry: { readonly bureau: string }): boolean => bureau !== undefined && entry.bureau !== bureau;
    this.deliveries = this.deliveries.filter(keep);
    this.effects = this.effects.filter(keep);
  }
}
