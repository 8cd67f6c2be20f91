import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { eachApart } from '../../../platform/jobs/each-apart';
import { Jobs } from '../../../platform/jobs/jobs';
import { quietUntil } from '../../../platform/quiet-until';
import { Notices } from '../../notices/notices.port';
import { SeaCertificateRow, SeaMemoryRow } from './boarding.entity';
import { daysToldOn } from './yearly-day';

export const YEARLY_JOB = 'sea.yearly';
const EVERY_MS = 600_000;
const AT_ONCE = 200;
const NOON_UTC_HOUR = 4;

/** Once a year, on the morning of the day, whoever asked for it finds one message. Nobody else does, and never at noon or later. */
@Injectable()
export class YearlyReminder implements OnModuleInit {
  private readonly logger = new Logger('YearlyReminder');

  constructor(
    private readonly transactions: Transactions,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(YEARLY_JOB, EVERY_MS, () => this.tell(), { alone: true });
  }

  private async tell(): Promise<void> {
    const now = this.clock.now();
    if (quietUntil(this.config.quietHours, now) !== undefined || !isMorning(now)) return;
    const today = this.clock.today();
    const tell = ({ id }: SeaMemoryRow) => this.transactions.run(() => this.tellOne(id, yearOf(today)));
    for (let told = 1; told > 0; ) told = await eachApart(await this.due(today), tell, this.logger);
  }

  private due(today: CivilDate): Promise<SeaMemoryRow[]> {
    return this.transactions.manager
      .createQueryBuilder(SeaMemoryRow, 'memory')
      .innerJoin(SeaCertificateRow, 'certificate', 'certificate.farewellId = memory.farewellId')
      .where("memory.yearly = 'yes'")
      .andWhere('certificate.monthDay IN (:...days)', { days: daysToldOn(today) })
      .andWhere('certificate.day < :newYear', { newYear: `${yearOf(today)}-01-01` })
      .andWhere('(memory.toldIn IS NULL OR memory.toldIn < :year)', { year: yearOf(today) })
      .orderBy('memory.id', 'ASC')
      .limit(AT_ONCE)
      .getMany();
  }

  private async tellOne(id: string, year: number): Promise<void> {
    const { manager } = this.transactions;
    const now = await manager.findOne(SeaMemoryRow, { where: { id }, ...forUpdate(manager) });
    if (now?.yearly !== 'yes' || (now.toldIn ?? 0) >= year) return;
    await manager.update(SeaMemoryRow, { id }, { toldIn: year });
    const { accountId, farewellId } = now;
    await this.notices.post({ accountId, topic: 'farewell-yearly', about: { kind: 'farewell', id: farewellId } });
  }
}

function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** Before noon in Tianjin; the night before belongs to the quiet hours. */
function isMorning(now: Date): boolean {
  const hour = now.getUTCHours();
  return hour < NOON_UTC_HOUR || hour >= 16;
}
