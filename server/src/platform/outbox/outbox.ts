import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Upstream } from '../config/bureau-address';
import { databaseTime } from '../database/database-time';
import { Transactions } from '../database/transactions';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { OutboxHandlers } from './outbox-handlers';
import { OutboxMessageRow, outboxPayload } from './outbox-message.entity';
import { OutboxOrder } from './outbox-order.entity';
import { OutboxSignal } from './outbox-signal';

export interface NewMessage {
  /** `service.event` in the past tense, e.g. `social-assistance.case-filed`. */
  readonly topic: string;
  readonly bureau: Upstream;
  /** Usually the case: its messages reach this bureau in the order they were appended. */
  readonly order: string;
  /** Everything the handler needs; sealed at rest and removed once the message has its answer. */
  readonly payload: object;
}

/** Every word to a bureau begins here, as a row of the transaction whose consequence it is. */
@Injectable()
export class Outbox {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly handlers: OutboxHandlers,
    private readonly signal: OutboxSignal,
  ) {}

  /**
   * Returns the message's id, which is also its idempotency key at the bureau. Delivery begins when the transaction
   * has committed.
   * @throws Error outside a transaction, or when no handler carries the topic.
   */
  async append({ topic, bureau, order, payload }: NewMessage): Promise<string> {
    if (!this.transactions.isOpen) throw new Error('Outbox.append needs the transaction of what it tells');
    this.handlers.get(topic);
    const { manager } = this.transactions;
    const id = randomUUID();
    await manager.insert(OutboxMessageRow, {
      id,
      topic,
      bureau,
      order,
      position: await this.nextPosition(bureau, order),
      payload: this.sealing.sealJson(labelIn(outboxPayload, id), payload),
      state: 'waiting',
      tries: 0,
      answeredFailures: 0,
      dueAt: () => databaseTime(manager.dataSource),
      appendedAt: this.clock.now(),
    });
    this.transactions.afterCommit(() => this.signal.ring(bureau));
    return id;
  }

  private async nextPosition(bureau: Upstream, order: string): Promise<number> {
    const { manager } = this.transactions;
    const whenThere =
      manager.dataSource.options.type === 'mysql'
        ? 'ON DUPLICATE KEY UPDATE'
        : 'ON CONFLICT (bureau, order_key) DO UPDATE SET';
    await manager.query(
      `INSERT INTO outbox_order (bureau, order_key, last_position) VALUES (?, ?, 1)
       ${whenThere} last_position = last_position + 1`,
      [bureau, order],
    );
    const row = await manager.findOneByOrFail(OutboxOrder, { bureau, order });
    return row.lastPosition;
  }
}
