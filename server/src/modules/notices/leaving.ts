import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { OutboxMessage } from '../../platform/outbox/outbox-handler';
import { Deaths } from '../after-death/deaths.port';
import { Consents } from '../consents/consents.port';
import type { NoticeOnItsWay } from './deliveries.service';
import { MESSAGES_PURPOSE } from './messages-purpose';
import { Notice } from './notice.entity';

/** The message that is about to leave; none to somebody who died after it was written. */
@Injectable()
export class Leaving {
  constructor(
    private readonly transactions: Transactions,
    private readonly deaths: Deaths,
    private readonly consents: Consents,
  ) {}

  /** As `find`, as it leaves for a phone or for WeChat: none to whoever no longer wants to be told that way. */
  async wanted(message: OutboxMessage): Promise<Notice | null> {
    const notice = await this.find(message);
    return notice && (await this.consents.has(notice.accountId, MESSAGES_PURPOSE)) ? notice : null;
  }

  async find({ payload }: OutboxMessage): Promise<Notice | null> {
    const { noticeId } = payload as NoticeOnItsWay;
    const notice = await this.transactions.manager.findOneBy(Notice, { id: noticeId });
    return notice && (await this.deaths.isDeadAccount(notice.accountId)) ? null : notice;
  }
}
