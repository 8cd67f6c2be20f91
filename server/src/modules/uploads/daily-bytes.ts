import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { uploadProblems } from './upload-problems';
import { UploadDay } from './uploaded-file.entity';

/** 示例. Twenty photos of a phone are about 12 MB. */
const MOST_KILOBYTES = 150 * 1024;

/** How much one account may send in a day, also of what is refused or thrown away again. */
@Injectable()
export class DailyBytes {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 429 `upload.daily-limit` when it was enough before this one. */
  async count(accountId: string, bytes: number): Promise<void> {
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
        .andWhere('kilobytes < :most', { most: MOST_KILOBYTES, kilobytes });
      return (await counted.execute()).affected === 1;
    });
    if (!room) throw uploadProblems.dailyLimit();
  }
}
