import { Calendar, releasedCalendar, releasedNotices, type YearNotice } from '@jinmen/shared/calendar/working-days';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { DataVersions } from '../../platform/database/data-versions';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { HolidayNotice } from './holiday-notice.entity';
import { Holidays, type LoadedNotice } from './holidays.port';
import { yearNoticeProblems } from './year-notice';

const DATA = 'holiday-notices';

@Injectable()
export class HolidaysService extends Holidays implements OnApplicationBootstrap {
  private cached: { readonly version: number; readonly calendar: Calendar } = {
    version: 0,
    calendar: releasedCalendar,
  };

  constructor(
    private readonly transactions: Transactions,
    private readonly versions: DataVersions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.versions.ensure(DATA);
  }

  version(): Promise<number> {
    return this.versions.current(DATA);
  }

  async calendar(): Promise<Calendar> {
    const version = await this.version();
    if (this.cached.version !== version) {
      const rows = await this.transactions.manager.find(HolidayNotice);
      const loaded = Object.fromEntries(rows.map(({ year, off, work }) => [year, { off, work }]));
      this.cached = { version, calendar: new Calendar({ ...releasedNotices, ...loaded }) };
    }
    return this.cached.calendar;
  }

  async notices(): Promise<readonly LoadedNotice[]> {
    const rows = await this.transactions.manager.find(HolidayNotice);
    const loaded = rows.map(({ year, off, work, document }) => ({ year, off, work, document, released: false }));
    const released = Object.entries(releasedNotices)
      .filter(([year]) => !loaded.some((row) => row.year === year))
      .map(([year, { off, work }]) => ({ year, off, work, document: '国务院办公厅通知', released: true }));
    return [...released, ...loaded].sort((one, other) => (one.year < other.year ? -1 : 1));
  }

  async load(year: string, { off, work, document }: YearNotice & { document: string }, by: string, reason: string) {
    const problems = yearNoticeProblems(year, { off, work });
    if (problems.length > 0) throw new Problem(400, 'calendar.unreadable', problems.join('；'));
    await this.transactions.run(async () => {
      await this.versions.lock(DATA);
      const row = { year, off, work, document, loadedBy: by, at: this.clock.now() };
      await this.transactions.manager.save(HolidayNotice, row);
      const actor = { kind: 'staff', id: by } as const;
      const facts = { off: off.length, work: work.length };
      await this.audit.record({
        action: 'holiday-notice.loaded',
        actor,
        object: `holiday-notice:${year}`,
        reason,
        facts,
      });
      await this.versions.bump(DATA);
    });
  }
}
