import { Injectable } from '@nestjs/common';
import { UPSTREAMS, type Upstream } from '../../platform/config/bureau-address';
import { type DeadLetter, DeadLetters, OutboxHealth } from '../../platform/outbox/dead-letters.port';

export interface UndeliveredView {
  readonly bureau: Upstream;
  readonly count: number;
  readonly since?: string;
}

export interface DeadLetterView extends Omit<DeadLetter, 'appendedAt' | 'deadSince'> {
  readonly appendedAt: string;
  readonly deadSince: string;
}

export interface DeadLettersView {
  readonly items: readonly DeadLetterView[];
  readonly more: boolean;
}

/** As many as somebody looks through before they look again. */
const LISTED = 100;

/** What has not got through, for the people who look after it. Nobody's name stands in it. */
@Injectable()
export class Messages {
  constructor(
    private readonly health: OutboxHealth,
    private readonly deadLetters: DeadLetters,
  ) {}

  undelivered(): Promise<UndeliveredView[]> {
    return Promise.all(
      UPSTREAMS.map(async (bureau) => {
        const { count, since } = await this.health.waiting(bureau);
        return { bureau, count, ...(since === undefined ? {} : { since: since.toISOString() }) };
      }),
    );
  }

  /** The oldest; `more` when that is not all. */
  async dead(): Promise<DeadLettersView> {
    const letters = await this.deadLetters.list(LISTED + 1);
    const items = letters.slice(0, LISTED).map((letter) => ({
      ...letter,
      appendedAt: letter.appendedAt.toISOString(),
      deadSince: letter.deadSince.toISOString(),
    }));
    return { items, more: letters.length > LISTED };
  }

  /** @throws Problem 404 `outbox.no-dead-letter` */
  replay(id: string, by: string, reason: string): Promise<void> {
    return this.deadLetters.replay(id, by, reason.trim());
  }

  /** @throws Problem 404 `outbox.no-dead-letter` */
  skip(id: string, by: string, reason: string): Promise<void> {
    return this.deadLetters.skip(id, by, reason.trim());
  }
}
