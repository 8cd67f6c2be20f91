import type { CaseFile, CaseWord } from '@jinmen/shared/applications/case-file';
import type { Calendar } from '@jinmen/shared/calendar/working-days';
import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { Gauges } from '../../../platform/metrics/gauges';
import { Outcomes } from '../../../platform/metrics/outcomes';
import { Holidays } from '../../holidays/holidays.port';
import { Application } from '../applications/application.entity';
import type { OpenedCase } from '../cases/cases.repository';

/** No decision takes longer that is one, and no loop counts for ever. */
const MOST_WORKING_DAYS = 300;
const DAY_MS = 86_400_000;
/** A draft nobody touched for so long was given up, as far as anybody can tell. */
const ABANDONED_AFTER_DAYS = 30;
/** More than so many is the same alarm, and not worth the database's time. */
const MOST_COUNTED = 10_000;
const LOOK_EVERY_MS = 5 * 60_000;

/** What those who run it see of relief: how much, how it ended, how long it took, what was given up. Never whose. */
@Injectable()
export class ReliefOutcomes implements OnModuleInit {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly holidays: Holidays,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly gauges: Gauges,
  ) {}

  onModuleInit(): void {
    this.gauges.add(async () => {
      const lines = ['# TYPE relief_drafts gauge', `relief_drafts{idle="under-30-days"} ${await this.drafts('>=')}`];
      return [...lines, `relief_drafts{idle="30-days-and-more"} ${await this.drafts('<')}`];
    }, LOOK_EVERY_MS);
  }

  /** Inside the transaction that hands it in. */
  handedIn(programmes: readonly string[]): void {
    for (const programme of programmes) this.outcomes.happened('relief_handed_in_total', { programme });
  }

  /** Inside the transaction in which a word had this effect, on the day the bureau says it was done. */
  async happened({ row, file }: Pick<OpenedCase, 'row' | 'file'>, after: CaseFile, word: CaseWord, on: CivilDate) {
    const before = new Map(file.items.map(({ programme, state }) => [programme, state]));
    for (const { programme, state } of after.items) {
      const isNew = state === 'withdrawn' && before.get(programme) !== 'withdrawn';
      if (isNew) this.outcomes.happened('relief_taken_back_total', { programme });
    }
    if (word.kind !== 'decided') return;
    const { programme, outcome } = word;
    this.outcomes.happened('relief_decided_total', { programme, outcome });
    const from = dayInShanghai(row.createdAt.getTime());
    this.outcomes.decidedWithin(row.bureau, workingDaysBetween(from, on, await this.holidays.calendar()));
  }

  private async drafts(idle: '>=' | '<'): Promise<number> {
    const since = this.clock.instantBefore(ABANDONED_AFTER_DAYS * DAY_MS);
    const counted = await this.transactions.manager
      .createQueryBuilder()
      .select('COUNT(*)', 'drafts')
      .from(
        (some) =>
          some
            .select('application.id', 'id')
            .from(Application, 'application')
            .where(`application.state = 'draft' AND application.updatedAt ${idle} :since`)
            .limit(MOST_COUNTED),
        'some',
      )
      .setParameter('since', since)
      .getRawOne<{ drafts: number | string }>();
    return Number(counted?.drafts ?? 0);
  }
}

/** The first day is not counted (民法典 第二百零一条). */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: Pick<Calendar, 'isWorkingDay'>): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to && count < MOST_WORKING_DAYS; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}
