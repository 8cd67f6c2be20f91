import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { ClaimedRow } from './outbox-store';

/** How messages ended since this process started, and how long they took: for `/metrics`, and never about whom. */
@Injectable()
export class OutboxMeters {
  private readonly seen = new Map<string, { count: number; delayMs: number }>();

  constructor(private readonly clock: Clock) {}

  /** By upstream and kind of end. */
  get ends(): ReadonlyMap<string, { readonly count: number; readonly delayMs: number }> {
    return this.seen;
  }

  ended({ bureau, appendedAt }: ClaimedRow, kind: string): void {
    const key = `bureau="${bureau}",end="${kind}"`;
    const entry = this.seen.get(key) ?? { count: 0, delayMs: 0 };
    entry.count += 1;
    entry.delayMs += Math.max(0, this.clock.now().getTime() - appendedAt.getTime());
    this.seen.set(key, entry);
  }
}
