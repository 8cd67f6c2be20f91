import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Audit } from '../../platform/audit/audit';
import { StaffDuty } from '../../platform/audit/staff-duty.port';
import { Clock, instantOf } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { Gauges } from '../../platform/metrics/gauges';
import type { NumbersLook } from './call-list.port';
import { MANY_NUMBERS } from './many-numbers.port';
import { NumberView } from './number-view.entity';

/** security.md T17: more than anybody can call. */
const NUMBERS_AN_HOUR = 30;
const HOUR_MS = 3_600_000;

const showAgain = () =>
  new Problem(403, 'staff.show-again', '这一小时看的号码很多了。请再输一次动态码，确认是您本人，再接着看。');

/**
 * Numbers shown to somebody at a desk, from whichever list. After thirty within an hour the next one wants a fresh code
 * of theirs, and is an alarm, whether they show it or not; then thirty more. What is urgent is an alarm alone.
 */
@Injectable()
export class NumberLooks {
  private readonly logger = new Logger('NumberLooks');
  private alarms = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    gauges: Gauges,
    @Optional() @Inject(StaffDuty) private readonly duties?: StaffDuty,
  ) {
    gauges.add(async () => ['# TYPE staff_many_numbers_total counter', `staff_many_numbers_total ${this.alarms}`]);
  }

  /** Inside the transaction that shows it. @throws Problem 403 `staff.show-again` */
  async count(staffId: string, { numbers = 1, urgent }: NumbersLook = {}): Promise<void> {
    const { manager } = this.transactions;
    const at = this.clock.now();
    const hourAgo = instantOf(at.getTime() - HOUR_MS);
    // before what they saw is counted: the colleague's other looks wait here
    const shownAgain = await this.duties?.shownAgainAt(staffId);
    const since = shownAgain !== undefined && shownAgain > hourAgo ? shownAgain : hourAgo;
    const seen = await manager.countBy(NumberView, { staffId, at: MoreThan(since) });
    const isMany = seen >= NUMBERS_AN_HOUR;
    if (isMany && !urgent) {
      this.transactions.afterRollback(async () => {
        this.ring(staffId);
        await this.transactions.run(() => this.record(staffId, seen));
      });
      throw showAgain();
    }
    if (isMany) {
      this.transactions.afterCommit(() => this.ring(staffId));
      await this.record(staffId, seen);
    }
    const shown = Array.from({ length: numbers }, () => ({ id: randomUUID(), staffId, at }));
    if (shown.length > 0) await manager.insert(NumberView, shown);
  }

  private ring(staffId: string): void {
    this.alarms += 1;
    this.logger.warn({ alarm: MANY_NUMBERS, staffId });
  }

  private record(staffId: string, numbers: number): Promise<void> {
    const actor = { kind: 'staff', id: staffId } as const;
    return this.audit.record({ action: MANY_NUMBERS, actor, facts: { numbers } });
  }
}
