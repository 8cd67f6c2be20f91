import { addDays } from '@jinmen/shared/kernel/civil-date';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Gauges } from '../../platform/metrics/gauges';
import { SlotWindowRow } from './slot-window.entity';
import { counted, LEFT, RELEASED } from './window-tallies';

const DAYS_AHEAD = 14;
const LOOK_EVERY_MS = 60_000;

interface Row {
  readonly service: string;
  readonly released: number | string;
  readonly sold_out: number | string;
}

/** How full the days ahead are, for whoever opens more of them: found by the day, and looked for once a minute. */
@Injectable()
export class WindowGauges implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gauges: Gauges,
  ) {}

  onModuleInit(): void {
    this.gauges.add(() => this.lines(), LOOK_EVERY_MS);
  }

  private async lines(): Promise<readonly string[]> {
    const from = this.clock.today();
    const rows = await this.transactions.manager
      .createQueryBuilder(SlotWindowRow, 'w')
      .innerJoin('w.pool', 'p')
      .select('p.service', 'service')
      .addSelect(counted(RELEASED), 'released')
      .addSelect(counted(`${RELEASED} AND ${LEFT} = 0`), 'sold_out')
      .where('w.day BETWEEN :from AND :to', { from, to: addDays(from, DAYS_AHEAD) })
      .setParameter('now', this.clock.now())
      .groupBy('p.service')
      .getRawMany<Row>();
    return [
      '# TYPE booking_windows_open gauge',
      ...rows.map(({ service, released }) => `booking_windows_open{service="${service}"} ${released}`),
      '# TYPE booking_windows_sold_out gauge',
      ...rows.map(({ service, sold_out }) => `booking_windows_sold_out{service="${service}"} ${sold_out}`),
    ];
  }
}
