import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Accounts } from '../sessions/accounts.port';
import { uploadProblems } from './upload-problems';
import { UploadDay } from './uploaded-file.entity';

/** 示例. Twenty photos of a phone are about 12 MB. */
const MOST_KILOBYTES = 150 * 1024;
/** 示例. A photo takes a second or two, the largest picture a phone makes some seconds. */
const MOST_READING_MS = 10 * 60_000;
const LONGEST_SUBJECT = 36;

/** How much one WeChat user may send in a day, whatever accounts they had, and have us read, also of what is refused or thrown away again. */
@Injectable()
export class DailyUse {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** A look before anything is read. @throws Problem 429 `upload.daily-limit` when it was enough before this one. */
  async mustHaveRoom(accountId: string): Promise<void> {
    const key = await this.keyOf(accountId);
    const today = await this.transactions.manager.findOneBy(UploadDay, key);
    if (today && (today.kilobytes >= MOST_KILOBYTES || today.readingMs >= MOST_READING_MS))
      throw uploadProblems.dailyLimit();
  }

  /** @throws Problem 429 `upload.daily-limit` when it was enough before this one. */
  async countBytes(accountId: string, bytes: number): Promise<void> {
    const key = await this.keyOf(accountId);
    const kilobytes = Math.ceil(bytes / 1024);
    const room = await this.transactions.run(async () => {
      const { manager } = this.transactions;
      const row = manager
        .createQueryBuilder()
        .insert()
        .into(UploadDay)
        .values({ ...key, kilobytes: 0 });
      await row.orUpdate(['day'], ['account_id', 'day']).execute();
      const counted = manager
        .createQueryBuilder()
        .update(UploadDay)
        .set({ kilobytes: () => 'kilobytes + :kilobytes' })
        .where(key)
        .andWhere('kilobytes < :most', { most: MOST_KILOBYTES, kilobytes })
        .andWhere('reading_ms < :longest', { longest: MOST_READING_MS });
      return (await counted.execute()).affected === 1;
    });
    if (!room) throw uploadProblems.dailyLimit();
  }

  /** How long a file whose bytes were counted had the reader; the next one is refused when it was enough. */
  async countReading(accountId: string, tookMs: number): Promise<void> {
    const key = await this.keyOf(accountId);
    await this.transactions.run(() =>
      this.transactions.manager
        .createQueryBuilder()
        .update(UploadDay)
        .set({ readingMs: () => 'reading_ms + :tookMs' })
        .where(key)
        .setParameter('tookMs', tookMs)
        .execute(),
    );
  }

  private async keyOf(accountId: string): Promise<Pick<UploadDay, 'subject' | 'day'>> {
    const subject = (await this.accounts.countedAs(accountId)).slice(0, LONGEST_SUBJECT);
    return { subject, day: this.clock.today() };
  }
}
