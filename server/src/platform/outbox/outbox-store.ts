import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type UpdateResult } from 'typeorm';
import type { FinalAnswer } from '../bureau-http/bureau-answer';
import { Clock } from '../clock';
import type { Upstream } from '../config/bureau-address';
import { databaseTime } from '../database/database-time';
import { Transactions } from '../database/transactions';
import { OutboxMessageRow } from './outbox-message.entity';
import { RelayPace } from './relay-pace';

/** A message somebody is carrying just now. `lease` proves that it is still theirs. */
export type ClaimedRow = OutboxMessageRow & { readonly lease: string; readonly payload: Buffer };

/** What the relay reads and writes of its messages. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly pace: RelayPace,
  ) {}

  /**
   * Takes at most `limit` messages that are due and first in their order, and nobody else's for a while. Two processes
   * never get the same one.
   */
  async claim(bureau: Upstream, topics: readonly string[], limit: number): Promise<ClaimedRow[]> {
    const heads = await this.heads(bureau, topics, limit);
    if (heads.length === 0) return [];
    const lease = randomUUID();
    return this.transactions.run(async () => {
      const { manager } = this.transactions;
      const free = await this.lockFree(heads);
      if (free.length === 0) return [];
      const leasedUntil = () => databaseTime(manager.dataSource, this.pace.leaseMs);
      await manager.update(OutboxMessageRow, { id: In(free) }, { lease, leasedUntil });
      return (await manager.findBy(OutboxMessageRow, { id: In(free) })).filter(isClaimed);
    });
  }

  /** Marks the end. False when the lease had run out and somebody else has it, or had it. In a transaction. */
  async end(row: ClaimedRow, answer: FinalAnswer): Promise<boolean> {
    const why = answer.kind === 'rejected' ? `rejected (${answer.code})`.slice(0, 200) : null;
    return this.update(row, { state: answer.kind, payload: null, endedAt: this.clock.now(), why });
  }

  /** Marks a failed try; too many answered ones make a dead letter. Which it became. */
  async fail(row: ClaimedRow, answered: boolean, why: string): Promise<'waiting' | 'dead' | 'lost'> {
    const tries = row.tries + 1;
    const answeredFailures = row.answeredFailures + (answered ? 1 : 0);
    const state = answeredFailures >= this.pace.answeredTries ? 'dead' : 'waiting';
    const dueAt = () => databaseTime(this.transactions.manager.dataSource, this.pace.backoffMs(tries));
    const ended = state === 'dead' ? { endedAt: this.clock.now() } : {};
    const marked = await this.update(row, { tries, answeredFailures, state, dueAt, why: why.slice(0, 200), ...ended });
    return marked ? state : 'lost';
  }

  /** Gives back what was claimed and will not be carried by this process. */
  async giveBack(rows: readonly ClaimedRow[]): Promise<void> {
    for (const row of rows) await this.update(row, {});
  }

  /** The embedded database has one process: at its start every lease is a dead one's. */
  async forgetOldLeases(): Promise<void> {
    const { manager } = this.transactions;
    if (manager.dataSource.options.type === 'mysql') return;
    await manager.update(OutboxMessageRow, { state: 'waiting' }, { lease: null, leasedUntil: null });
  }

  /** The bureau answers again: nothing waits for its pause to be over. */
  async hurry(bureau: Upstream): Promise<void> {
    const { manager } = this.transactions;
    const now = () => databaseTime(manager.dataSource);
    await manager.update(OutboxMessageRow, { bureau, state: 'waiting' }, { dueAt: now });
  }

  /**
   * Read without locks, from one snapshot in which the earlier messages of an order are always there, because their
   * positions became visible first. Once first in its order, a message stays it.
   */
  private async heads(bureau: Upstream, topics: readonly string[], limit: number): Promise<string[]> {
    const { manager } = this.transactions;
    const now = databaseTime(manager.dataSource);
    const rows: { id: string }[] = await manager.query(
      `SELECT m.id AS id FROM outbox_message m
       WHERE m.bureau = ? AND m.state = 'waiting' AND m.due_at <= ${now}
         AND (m.leased_until IS NULL OR m.leased_until <= ${now})
         AND m.topic IN (${topics.map(() => '?').join(', ')})
         AND NOT EXISTS (
           SELECT 1 FROM outbox_message e
           WHERE e.bureau = m.bureau AND e.order_key = m.order_key AND e.position < m.position
             AND e.state IN ('waiting', 'dead'))
       ORDER BY m.due_at LIMIT ${limit}`,
      [bureau, ...topics],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of them nobody has claimed since; on MySQL what another process is just claiming is passed over. */
  private async lockFree(ids: readonly string[]): Promise<string[]> {
    const { manager } = this.transactions;
    const lock = manager.dataSource.options.type === 'mysql' ? 'FOR UPDATE SKIP LOCKED' : '';
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM outbox_message
       WHERE id IN (${ids.map(() => '?').join(', ')}) AND state = 'waiting'
         AND (leased_until IS NULL OR leased_until <= ${databaseTime(manager.dataSource)}) ${lock}`,
      [...ids],
    );
    return rows.map(({ id }) => id);
  }

  private async update(row: ClaimedRow, change: Change): Promise<boolean> {
    const mine = { id: row.id, lease: row.lease, state: 'waiting' as const };
    const free = { lease: null, leasedUntil: null };
    const result: UpdateResult = await this.transactions.manager.update(OutboxMessageRow, mine, { ...change, ...free });
    return result.affected === 1;
  }
}

type Change = Partial<Omit<OutboxMessageRow, 'dueAt'>> & { readonly dueAt?: () => string };

function isClaimed(row: OutboxMessageRow): row is ClaimedRow {
  return row.lease !== null && row.payload !== null;
}
