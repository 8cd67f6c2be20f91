import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Gauges } from '../../platform/metrics/gauges';
import { Holidays } from '../holidays/holidays.port';
import { MissingNotices, Openings, type YearWithoutNotice } from './openings.port';
import { shownDays } from './release-plan';

const LOOK_EVERY_MS = 60_000;

/**
 * A year whose holiday notice nobody has loaded opens no windows by itself, and nobody would notice before residents do:
 * so it is said from the day on which its first day is to be seen.
 */
@Injectable()
export class MissingNoticesService extends MissingNotices implements OnModuleInit {
  private readonly logger = new Logger('Openings');
  private saidOn: CivilDate | undefined;

  constructor(
    private readonly openings: Openings,
    private readonly holidays: Holidays,
    private readonly clock: Clock,
    private readonly gauges: Gauges,
  ) {
    super();
  }

  onModuleInit(): void {
    const lines = async () => (await this.list()).map(({ year }) => `holiday_notice_missing{year="${year}"} 1`);
    this.gauges.add(async () => ['# TYPE holiday_notice_missing gauge', ...(await lines())], LOOK_EVERY_MS);
  }

  async list(): Promise<readonly YearWithoutNotice[]> {
    const [calendar, today] = [await this.holidays.calendar(), this.clock.today()];
    const first = new Map<string, CivilDate>();
    for (const service of this.openings.services()) {
      const { settings } = await this.openings.plan(service);
      for (const day of shownDays(settings, today)) {
        const year = day.slice(0, 4);
        if (!calendar.isPublished(day) && day < (first.get(year) ?? '9999-12-31')) first.set(year, day);
      }
    }
    return [...first].map(([year, from]) => ({ year, from })).sort((one, other) => (one.year < other.year ? -1 : 1));
  }

  /** An alarm in the log, once a day and process. */
  async say(): Promise<void> {
    const today = this.clock.today();
    if (this.saidOn === today) return;
    for (const { year, from } of await this.list()) this.logger.error({ alarm: 'no holiday notice', year, from });
    this.saidOn = today;
  }
}
