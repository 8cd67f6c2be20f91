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

  async dead(): Promise<DeadLetterView[]> {
    const letters = await this.deadLetters.list();
    return letters.map((letter) => ({
      ...letter,
      appendedAt: letter.appendedAt.toISOString(),
      deadSince: letter.deadSince.toISOString(),
    }));
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
