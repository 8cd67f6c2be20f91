import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { BureauNonsense } from '../bureau-http/bureau-answer';
import { Clock } from '../clock';
import { databaseTime } from '../database/database-time';
import { isDuplicate } from '../database/retryable';
import { Transactions } from '../database/transactions';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { CallbackHandlers } from './callback-handlers';
import type { SignedCallback } from './callback-signature';
import { readEnvelope } from './envelope';
import { type EventOutcome, InboxEvent, inboxBody } from './inbox-event.entity';
import { InboxNonce } from './inbox-nonce.entity';

/** What became of a callback. */
export type Taken = EventOutcome | 'repeated' | 'nonce-reused' | 'too-early';

/** Undoes what was written for a callback that is not to be kept. */
class NotKept extends Error {
  constructor(readonly taken: 'nonce-reused' | 'too-early') {
    super(taken);
    this.name = 'NotKept';
  }
}

/**
 * Takes each event of a bureau once, however often and however parallel it is sent. Nonce, event and everything the
 * event changes are one transaction: who is told 200 may forget it.
 */
@Injectable()
export class Inbox {
  private readonly logger = new Logger('Inbox');

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly handlers: CallbackHandlers,
  ) {}

  async take(callback: SignedCallback): Promise<Taken> {
    const taken = await this.transactions
      .run(() => this.apply(callback))
      .catch((error: unknown) => {
        if (error instanceof NotKept) return error.taken;
        if (error instanceof BureauNonsense) return this.keepForAPerson(callback, error);
        throw error;
      });
    if (taken === 'not-applicable' || taken === 'nonce-reused') {
      this.logger.warn({ alarm: `callback ${taken}`, bureau: callback.bureau });
    }
    return taken;
  }

  private async apply(callback: SignedCallback): Promise<Taken> {
    const before = await this.record(callback, 'applied');
    if (before) return before === 'unreadable' ? before : 'repeated';
    const { bureau, eventId, body } = callback;
    const event = { id: eventId, ...readEnvelope(bureau, body) };
    const outcome = (await this.handlers.find(bureau, event.type)?.handle(event)) ?? 'not-applicable';
    if (outcome === 'too-early') throw new NotKept(outcome);
    if (outcome === 'not-applicable') {
      await this.transactions.manager.update(InboxEvent, { bureau, eventId }, { outcome });
    }
    return outcome;
  }

  /** The bureau is told that it cannot be read, and a person can see what was sent. */
  private keepForAPerson(callback: SignedCallback, { field }: BureauNonsense): Promise<Taken> {
    this.logger.error({ alarm: 'callback unreadable', bureau: callback.bureau, field });
    return this.transactions.run(async () => {
      const before = await this.record(callback, 'unreadable');
      if (before) return before;
      const { bureau, eventId, body } = callback;
      const envelope = envelopeOf(bureau, body);
      if (envelope) await this.handlers.find(bureau, envelope.type)?.unreadable({ id: eventId, ...envelope });
      return 'unreadable';
    });
  }

  /**
   * Writes nonce and event down. What the event came to before when it has been here; a parallel twin waits here for
   * the first to commit.
   */
  private async record(
    { bureau, nonce, eventId, body }: SignedCallback,
    outcome: EventOutcome,
  ): Promise<EventOutcome | undefined> {
    const { manager } = this.transactions;
    const seenAt = () => databaseTime(manager.dataSource);
    if (!(await isNew(manager.insert(InboxNonce, { bureau, nonce, seenAt })))) throw new NotKept('nonce-reused');
    const id = randomUUID();
    const sealed = this.sealing.seal(labelIn(inboxBody, id), body.toString('utf8'));
    const row = { id, bureau, eventId, outcome, body: sealed, receivedAt: this.clock.now() };
    if (await isNew(manager.insert(InboxEvent, row))) return undefined;
    return (await manager.findOneByOrFail(InboxEvent, { bureau, eventId })).outcome;
  }
}

/** None where not even that can be read. */
function envelopeOf(bureau: string, body: Buffer): ReturnType<typeof readEnvelope> | undefined {
  try {
    return readEnvelope(bureau, body);
  } catch (error) {
    if (error instanceof BureauNonsense) return undefined;
    throw error;
  }
}

/** Whether the insert was the first of its kind. */
async function isNew(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
