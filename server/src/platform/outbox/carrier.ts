import { Injectable, Logger } from '@nestjs/common';
import type { BureauAnswer, FinalAnswer } from '../bureau-http/bureau-answer';
import { Transactions } from '../database/transactions';
import { traceOf } from '../http/problem.filter';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import type { OutboxMessage } from './outbox-handler';
import { OutboxHandlers } from './outbox-handlers';
import { outboxPayload } from './outbox-message.entity';
import { OutboxMeters } from './outbox-meters';
import { type ClaimedRow, OutboxStore } from './outbox-store';
import { OutboxWatches } from './outbox-watches';

/** Takes one claimed message to its bureau and marks what came of it. */
@Injectable()
export class Carrier {
  private readonly logger = new Logger('Outbox');

  constructor(
    private readonly store: OutboxStore,
    private readonly handlers: OutboxHandlers,
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly meters: OutboxMeters,
    private readonly watches: OutboxWatches,
  ) {}

  /** Never rejects: what cannot be marked is free again when its lease ends. */
  async carry(row: ClaimedRow): Promise<void> {
    try {
      const answer = await this.deliver(row);
      if (answer.kind === 'failed') await this.markFailed(row, answer.answered, answer.why);
      else await this.settle(row, answer);
    } catch (error) {
      this.logger.error({ message: row.id, bureau: row.bureau, ...traceOf(error) });
    }
  }

  private async deliver(row: ClaimedRow): Promise<BureauAnswer> {
    try {
      return await this.handlers.get(row.topic).deliver(this.opened(row));
    } catch (error) {
      this.logger.error({ message: row.id, topic: row.topic, ...traceOf(error) });
      return { kind: 'failed', answered: true, why: `the handler threw ${nameOf(error)}` };
    }
  }

  /** Mark and meaning in one transaction: either both are there or the message is carried again. */
  private async settle(row: ClaimedRow, answer: FinalAnswer): Promise<void> {
    let stage: 'marking' | 'settling' = 'marking';
    try {
      await this.transactions.run(async () => {
        stage = 'marking';
        if (!(await this.store.end(row, answer))) return;
        stage = 'settling';
        const message = this.opened(row);
        const handler = this.handlers.get(row.topic);
        if (hasLeft(row, answer)) await this.watches.tell(message, await handler.whose(message));
        await handler.settled(message, answer);
        this.transactions.afterCommit(() => this.meters.ended(row, answer.kind));
      });
    } catch (error) {
      if (stage === 'marking') throw error;
      this.logger.error({ message: row.id, topic: row.topic, ...traceOf(error) });
      await this.markFailed(row, true, `what the answer means could not be written: ${nameOf(error)}`);
    }
  }

  private async markFailed(row: ClaimedRow, answered: boolean, why: string): Promise<void> {
    const state = await this.store.fail(row, answered, why);
    if (state !== 'dead') return;
    this.meters.ended(row, 'dead');
    this.logger.error({ alarm: 'dead letter', message: row.id, topic: row.topic, bureau: row.bureau, why });
  }

  private opened(row: ClaimedRow): OutboxMessage {
    const { id, topic, bureau, order, appendedAt } = row;
    const payload: unknown = this.sealing.openJson(labelIn(outboxPayload, id), row.payload);
    return { id, topic, bureau, order, appendedAt, payload };
  }
}

/** By this try, or by one before that the bureau answered wrongly. */
function hasLeft({ answeredFailures }: ClaimedRow, answer: FinalAnswer): boolean {
  return !(answer.kind === 'rejected' && answer.madeHere) || answeredFailures > 0;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
