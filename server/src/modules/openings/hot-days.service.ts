import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { type HotDay, HotDays } from './hot-days.port';
import { OpeningHotDayRow } from './openings.entity';

const EVERY_MS = 30_000;

@Injectable()
export class HotDaysService extends HotDays implements OnApplicationBootstrap {
  private known: readonly OpeningHotDayRow[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    jobs: Jobs,
  ) {
    super();
    jobs.every('openings.hot-days', EVERY_MS, () => this.readAgain());
  }

  onApplicationBootstrap(): Promise<void> {
    return this.readAgain();
  }

  find(service: string, day: CivilDate): HotDay | undefined {
    const row = this.known.find((each) => each.service === service && each.day === day);
    return row && hotDayOf(row);
  }

  async of(service: string): Promise<readonly HotDay[]> {
    const rows = await this.transactions.manager.find(OpeningHotDayRow, { where: { service }, order: { day: 'ASC' } });
    return rows.map(hotDayOf);
  }

  async put(service: string, { partnerHours, ...hot }: HotDay, by: string, reason: string): Promise<void> {
    await this.transactions.run(async () => {
      const row = { service, ...hot, partnerHours: partnerHours ?? null };
      await this.transactions.manager.save(OpeningHotDayRow, row);
      await this.record('hot-day.set', service, hot.day, by, reason);
    });
    await this.readAgain();
  }

  async remove(service: string, day: CivilDate, by: string, reason: string): Promise<boolean> {
    const removed = await this.transactions.run(async () => {
      const { affected } = await this.transactions.manager.delete(OpeningHotDayRow, { service, day });
      if (affected === 1) await this.record('hot-day.removed', service, day, by, reason);
      return affected === 1;
    });
    await this.readAgain();
    return removed;
  }

  private async record(action: string, service: string, day: CivilDate, by: string, reason: string): Promise<void> {
    await this.audit.record({ action, actor: { kind: 'staff', id: by }, object: `hot-day:${service}:${day}`, reason });
  }

  private async readAgain(): Promise<void> {
    this.known = await this.transactions.manager.find(OpeningHotDayRow);
  }
}

function hotDayOf({ day, name, capacityPercent, partnerHours, offers }: OpeningHotDayRow): HotDay {
  return { day, name, capacityPercent, offers, ...(partnerHours !== null && { partnerHours }) };
}
