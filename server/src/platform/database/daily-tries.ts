import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { type EntityTarget, type FindOptionsWhere, LessThan, MoreThanOrEqual } from 'typeorm';
import type { AskedPerDay } from '../config/asked-per-day';
import type { Sealing } from '../sealing/sealing';
import type { Transactions } from './transactions';
import { countTry, lockTries, type Tries } from './tries';

/** Counts for a day what an account asked, how often anybody asked about one, and how often this account did. */
export interface DailyTry extends Tries {
  scope: 'account' | 'target';
  subject: string;
  day: CivilDate;
}

export type CountedRow = Omit<DailyTry, 'tries'>;

/** One question, and what it would count towards. */
interface Question {
  readonly account: CountedRow;
  readonly targets: readonly { readonly byOne: CountedRow; readonly byAll: CountedRow }[];
}

/** Where it is counted; `purpose` is another for every table, so that no digest stands in two. */
export interface DailyTable {
  readonly entity: EntityTarget<DailyTry>;
  readonly purpose: string;
}

/**
 * So many questions a day for an account, and about one target by all of them. What one account asks about one target
 * counts towards that target a few times only: nobody keeps others from asking by asking on and on (security.md T6).
 */
export class DailyTries {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly table: DailyTable,
    private readonly most: AskedPerDay,
  ) {}

  /**
   * What was counted; none when a limit is reached, and then nothing was. Inside an open transaction whoever gets none has
   * to let it fail.
   * @param subject who asks, as `Accounts.countedAs` says.
   */
  async take(day: CivilDate, subject: string, targets: readonly string[]): Promise<readonly CountedRow[] | undefined> {
    const question = this.questionOf(day, subject, targets);
    if (await this.isOver(question)) return undefined;
    try {
      return await this.transactions.run(() => this.count(question));
    } catch (error) {
      if (error instanceof LimitReached) return undefined;
      throw error;
    }
  }

  /** Inside the transaction that records that nobody answered. */
  async giveBack(counted: readonly CountedRow[]): Promise<void> {
    const { manager } = this.transactions;
    for (const row of counted) await manager.decrement(this.table.entity, { ...row }, 'tries', 1);
  }

  /** Forgets the days before. */
  async sweep(today: CivilDate): Promise<void> {
    const { transactions, table } = this;
    await transactions.run(() => transactions.manager.delete(table.entity, { day: LessThan(today) }));
  }

  private questionOf(day: CivilDate, subject: string, targets: readonly string[]): Question {
    const row = (text: string): CountedRow => {
      const digest = this.sealing.index(`${this.table.purpose} ${day}`, text).digest.toString('hex');
      return { scope: 'target', subject: digest, day };
    };
    return {
      account: { scope: 'account', subject, day },
      targets: targets.map((target) => ({ byOne: row(`${subject} of ${target}`), byAll: row(target) })),
    };
  }

  /** Turns a flood away by a look. */
  private async isOver({ account, targets }: Question): Promise<boolean> {
    const { perAccount, perTarget } = this.most;
    const reached = (row: CountedRow, limit: number): FindOptionsWhere<DailyTry> => ({
      ...row,
      tries: MoreThanOrEqual(limit),
    });
    const where = [reached(account, perAccount), ...targets.map(({ byAll }) => reached(byAll, perTarget))];
    return (await this.transactions.manager.countBy(this.table.entity, where)) > 0;
  }

  /** @throws LimitReached, which undoes what was counted beside it. */
  private async count({ account, targets }: Question): Promise<readonly CountedRow[]> {
    const { perAccount, perTarget, byOne: share } = this.most;
    if (!(await this.add(account, perAccount))) throw new LimitReached();
    const counted = [account];
    for (const { byOne, byAll } of targets) {
      if (!(await this.add(byOne, share))) continue;
      if (!(await this.add(byAll, perTarget))) throw new LimitReached();
      counted.push(byOne, byAll);
    }
    return counted;
  }

  private async add(row: CountedRow, limit: number): Promise<boolean> {
    const { manager } = this.transactions;
    await lockTries(manager, this.table.entity, row, ['scope', 'subject', 'day']);
    return countTry(manager, this.table.entity, { ...row }, limit);
  }
}

class LimitReached extends Error {}
