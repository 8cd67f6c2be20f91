import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../audit/audit';
import type { Upstream } from '../config/bureau-address';
import { databaseTime } from '../database/database-time';
import { Transactions } from '../database/transactions';
import { Problem } from '../http/problem';
import { type DeadLetter, DeadLetters } from './dead-letters.port';
import { OutboxHandlers } from './outbox-handlers';
import { OutboxMessageRow } from './outbox-message.entity';
import { OutboxSignal } from './outbox-signal';

@Injectable()
export class DeadLetterDesk extends DeadLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly signal: OutboxSignal,
    private readonly handlers: OutboxHandlers,
  ) {
    super();
  }

  async list(most: number): Promise<readonly DeadLetter[]> {
    const dead = await this.transactions.manager.find(OutboxMessageRow, {
      select: { id: true, topic: true, bureau: true, order: true, appendedAt: true, endedAt: true, why: true },
      where: { state: 'dead' },
      order: { appendedAt: 'ASC', id: 'ASC' },
      take: most,
    });
    const parked = await this.parkedBehind(dead);
    return dead.map(({ id, topic, bureau, order, appendedAt, endedAt, why }) => ({
      ...{ id, topic, bureau, order, appendedAt },
      deadSince: endedAt ?? appendedAt,
      why: why ?? '',
      parked: parked.get(orderOf({ bureau, order })) ?? 0,
    }));
  }

  /** One question for all: after a bad night there may be thousands. */
  private async parkedBehind(dead: readonly OutboxMessageRow[]): Promise<ReadonlyMap<string, number>> {
    if (dead.length === 0) return new Map();
    const rows = await this.transactions.manager
      .createQueryBuilder(OutboxMessageRow, 'Behind')
      .select('Behind.bureau', 'bureau')
      .addSelect('Behind.order', 'of')
      .addSelect('COUNT(*)', 'count')
      .where({
        bureau: In([...new Set(dead.map(({ bureau }) => bureau))]),
        order: In([...new Set(dead.map(({ order }) => order))]),
        state: 'waiting',
      })
      .groupBy('Behind.bureau')
      .addGroupBy('Behind.order')
      .getRawMany<{ bureau: string; of: string; count: number | string }>();
    return new Map(rows.map(({ bureau, of, count }) => [orderOf({ bureau, order: of }), Number(count)]));
  }

  replay(id: string, by: string, reason: string): Promise<void> {
    return this.decide(id, by, reason, 'replayed');
  }

  skip(id: string, by: string, reason: string): Promise<void> {
    return this.decide(id, by, reason, 'skipped');
  }

  private async decide(id: string, by: string, reason: string, act: 'replayed' | 'skipped'): Promise<void> {
    if (reason.trim() === '') throw new Problem(400, 'outbox.reason-required', '请写明原因。');
    await this.transactions.run(async () => {
      const { manager } = this.transactions;
      const row = await manager.findOne(OutboxMessageRow, {
        select: { topic: true, bureau: true, order: true, appendedAt: true },
        where: { id, state: 'dead' },
      });
      if (!row || !(await this.mark(id, act))) {
        throw new Problem(404, 'outbox.no-dead-letter', '没有找到这条没送到的消息，可能已经处理过了。');
      }
      const { topic, bureau, order, appendedAt } = row;
      if (act === 'skipped') await this.handlers.get(topic).skipped({ id, topic, bureau, order, appendedAt });
      await this.audit.record({
        action: `outbox-message.${act}`,
        actor: { kind: 'staff', id: by },
        object: `outbox-message:${id}`,
        reason,
        facts: { topic, bureau },
      });
      this.ringAfter(bureau);
    });
  }

  private async mark(id: string, act: 'replayed' | 'skipped'): Promise<boolean> {
    const { manager } = this.transactions;
    const again = {
      state: 'waiting' as const,
      tries: 0,
      answeredFailures: 0,
      endedAt: null,
      dueAt: () => databaseTime(manager.dataSource),
    };
    const never = { state: 'skipped' as const, payload: null };
    const change = act === 'replayed' ? again : never;
    return (await manager.update(OutboxMessageRow, { id, state: 'dead' }, change)).affected === 1;
  }

  private ringAfter(bureau: Upstream): void {
    this.transactions.afterCommit(() => this.signal.ring(bureau));
  }
}

const orderOf = ({ bureau, order }: { readonly bureau: string; readonly order: string }): string =>
  `${bureau}|${order}`;
