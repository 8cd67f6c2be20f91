import { Injectable, Optional } from '@nestjs/common';
import { Config } from '../config/config';

const RETRY_AT_MOST_MS = 30_000;

/** How the relay goes about it; a class, so that a test may bring another. */
@Injectable()
export class RelayPace {
  /** Longer than any delivery takes: after it, whoever claimed a message is taken for dead. */
  readonly leaseMs: number = 30_000;
  /** How often a lane looks without being called: for what another process appended, or left behind. */
  readonly lookMs: number = 1000;
  /** Messages on their way to one bureau at once. */
  readonly parallel: number = 10;
  /** So many wrong answers make a dead letter. */
  readonly answeredTries: number = 12;
  /** Deliveries under way at a stop may end by themselves for so long. */
  readonly stopMs: number = 1000;

  private readonly retryAtMostMs: number;

  constructor(@Optional() config?: Config) {
    this.retryAtMostMs = config?.retryAtMostMs ?? RETRY_AT_MOST_MS;
  }

  /** The pause after the given number of failed tries: at most half a minute, and not the same for all that failed together. */
  backoffMs(tries: number): number {
    return Math.min(this.retryAtMostMs, 500 * 2 ** Math.min(tries - 1, 10)) * (0.5 + Math.random() / 2);
  }
}
