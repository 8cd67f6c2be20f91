import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { type Dead, type StopOutcome, StopsAtDeath } from '../after-death/stops-at-death.port';
import { Notice } from './notice.entity';
import { callReason, NoticeCall } from './notice-call.entity';
import { NoticeDeferral } from './notice-deferral.entity';

const WHY = '本人已去世，不用再打';

/** What waits to reach somebody who died goes no further. New messages are refused where they are posted (`Deaths`). */
@Injectable()
export class MessagesStop extends StopsAtDeath {
  readonly what = 'messages';

  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {
    super();
  }

  async going({ accountIds }: Dead): Promise<readonly string[]> {
    return accountIds;
  }

  async stop(accountId: string): Promise<StopOutcome> {
    const { manager } = this.transactions;
    const ids = (await manager.find(Notice, { select: { id: true }, where: { accountId } })).map(({ id }) => id);
    if (ids.length > 0) {
      await manager.delete(NoticeDeferral, { noticeId: In(ids) });
      for (const { id } of await manager.findBy(NoticeCall, { noticeId: In(ids), state: 'open' })) await this.close(id);
    }
    return 'stopped';
  }

  /** From now on they arrive again; what was said meanwhile stands in what it was about. */
  async restore(): Promise<boolean> {
    return true;
  }

  private async close(id: string): Promise<void> {
    const lastReason = this.sealing.seal(labelIn(callReason, id), WHY);
    await this.transactions.manager.update(NoticeCall, { id }, { state: 'done', lastReason, lastAt: this.clock.now() });
  }
}
