import type { Calendar } from '@jinmen/shared/calendar/working-days';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Holidays } from '../holidays/holidays.port';

/** Everything the last day of an answer depends on beside the complaint itself. */
export interface ComplaintReading {
  readonly today: CivilDate;
  /** So many working days (示例). */
  readonly days: number;
  readonly calendar: Calendar;
}

/** By when complaints are to be answered, by the holiday notices in hand at that moment (policy-facts J23). */
@Injectable()
export class ComplaintClock {
  constructor(
    private readonly holidays: Holidays,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async reading(): Promise<ComplaintReading> {
    const calendar = await this.holidays.calendar();
    return { today: this.clock.today(), days: this.config.complaintAnswerWorkingDays, calendar };
  }
}
