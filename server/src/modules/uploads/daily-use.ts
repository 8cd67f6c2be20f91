import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { uploadProblems } from './upload-problems';
import { UploadDay } from './uploaded-file.entity';

/** 示例. Twenty photos of a phone are about 12 MB. */
const MOST_KILOBYTES = 150 * 1024;
/** 示例. A photo takes a second or two, the largest picture a phone makes some seconds. */
const MOST_READING_MS = 10 * 60_000;

/** How much one account may send in a day, and have us read, also of what is refused or thrown away again. */
@Injectable()
export class DailyUse {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A look before anything is read. @throws Problem 429 `upload.daily-limit` when it was enough before this one. */
  async mustHaveRoom(accountId: string): Promise<void> {
    const today = await this.transactions.manager.findOneBy(UploadDay, { accountId, day: this.clock.today() });
    if (today && (today.kilobytes >= MOST_KILOBYTES || today.readingMs >= MOST_READING_MS))
      throw uploadProblems.dailyLimit();
  }

  /** @throws Problem 429 `upload.daily-limit` when it was enough before this one. */
  async countBytes(accountId: string, bytes: number): Promise<void> {
    const day = this.clock.today();
    const kilobytes = Math.ceil(bytes / 1024);
    const room = await this.transactions.run(async () => {
      const { manager } = this.transactions;
      const row = manager.createQueryBuilder().insert().into(UploadDay).values({ accountId, day, kilobytes: 0 });
      await row.orUpdate(['day'], ['account_id', 'day']).execute();
      const counted = manager
        .createQueryBuilder()
        .update(UploadDay)
        .set({ kilobytes: () => 'kilobytes + :kilobytes' })
        .where({ accountId, day })
        .andWhere('kilobytes < :most', { most: MOST_KILOBYTES, kilobytes })
        .andWhere('reading_ms < :longest', { longest: MOST_READING_MS });
      return (await counted.execute()).affected === 1;
    });
    if (!room) throw uploadProblems.dailyLimit();
  }

  /** How long a file whose bytes were counted had the reader; the next one is refused when it was enough. */
  async countReading(accountId: string, tookMs: number): Promise<void> {
    const day = this.clock.today();
    await this.transactions.run(() =>
      this.transactions.manager
        .createQueryBuilder()
        .update(UploadDay)
        .set({ readingMs: () => 'reading_ms + :tookMs' })
        .where({ accountId, day })
        .setParameter('tookMs', tookMs)
        .execute(),
    );
  }
}
