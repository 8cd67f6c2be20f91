import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Clock } from '../clock';
import { UPSTREAMS, type Upstream } from '../config/bureau-address';
import { Transactions } from '../database/transactions';
import { Gauges } from '../metrics/gauges';
import { OutboxHealth, type Waiting } from './dead-letters.port';
import { OutboxMessageRow } from './outbox-message.entity';
import { OutboxMeters } from './outbox-meters';

@Injectable()
export class OutboxHealthReader extends OutboxHealth {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly meters: OutboxMeters,
    gauges: Gauges,
  ) {
    super();
    gauges.add(() => this.lines());
  }

  async waiting(bureau: Upstream, order?: string, but: readonly string[] = []): Promise<Waiting> {
    const where = {
      bureau,
      state: In(['waiting', 'dead']),
      ...(order === undefined ? {} : { order }),
      ...(but.length > 0 && { topic: Not(In([...but])) }),
    };
    const [rows, count] = await this.transactions.manager.findAndCount(OutboxMessageRow, {
      select: { id: true, appendedAt: true },
      where,
      order: { appendedAt: 'ASC' },
      take: 1,
    });
    return { count, ...(rows[0] ? { since: rows[0].appendedAt } : {}) };
  }

  /** What an operator's alarms look at, in the Prometheus text format. */
  private async lines(): Promise<string[]> {
    const states = await Promise.all(UPSTREAMS.map((bureau) => this.stateOf(bureau)));
    const ends = [...this.meters.ends];
    return [
      '# TYPE outbox_waiting gauge',
      ...states.map(({ bureau, waiting }) => `outbox_waiting{bureau="${bureau}"} ${waiting}`),
      '# TYPE outbox_dead_letters gauge',
      ...states.map(({ bureau, dead }) => `outbox_dead_letters{bureau="${bureau}"} ${dead}`),
      '# TYPE outbox_oldest_seconds gauge',
      ...states.map(({ bureau, oldest }) => `outbox_oldest_seconds{bureau="${bureau}"} ${oldest}`),
      '# TYPE outbox_messages_total counter',
      ...ends.map(([labels, { count }]) => `outbox_messages_total{${labels}} ${count}`),
      '# TYPE outbox_delay_ms_sum counter',
      ...ends.map(([labels, { delayMs }]) => `outbox_delay_ms_sum{${labels}} ${delayMs}`),
    ];
  }

  private async stateOf(bureau: Upstream) {
    const { count, since } = await this.waiting(bureau);
    const dead = await this.transactions.manager.countBy(OutboxMessageRow, { bureau, state: 'dead' });
    const oldest = since ? Math.max(0, Math.round((this.clock.now().getTime() - since.getTime()) / 1000)) : 0;
    return { bureau, waiting: count - dead, dead, oldest };
  }
}
