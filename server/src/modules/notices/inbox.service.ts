import { randomUUID } from 'node:crypto';
import type { NoticeView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { type Page, type PageRequest, pageOf } from '../../platform/http/page';
import { Notice } from './notice.entity';
import { noticeTexts } from './notice-texts';
import type { NewNotice } from './notices.port';

/** The inbox: all SQL about it. */
@Injectable()
export class InboxService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction. */
  async add({ accountId, topic, about }: NewNotice): Promise<Notice> {
    const notice = this.transactions.manager.create(Notice, {
      id: randomUUID(),
      accountId,
      topic,
      aboutKind: about.kind,
      aboutId: about.id,
      createdAt: this.clock.now(),
      readAt: null,
    });
    await this.transactions.manager.insert(Notice, notice);
    return notice;
  }

  /** The account's own messages, newest first. */
  async list(accountId: string, { limit, after }: PageRequest): Promise<Page<NoticeView>> {
    const rows = await this.transactions.manager.find(Notice, {
      where: after
        ? [
            { accountId, createdAt: LessThan(after.at) },
            { accountId, createdAt: after.at, id: LessThan(after.id) },
          ]
        : { accountId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }), toView);
  }

  async has(accountId: string, id: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(Notice, { id, accountId })) > 0;
  }

  /** Marks the account's message read, once: the first time stays. */
  async markRead(accountId: string, id: string): Promise<void> {
    await this.transactions.run(() =>
      this.transactions.manager.update(Notice, { id, accountId, readAt: IsNull() }, { readAt: this.clock.now() }),
    );
  }
}

function toView({ id, topic, createdAt, readAt, aboutKind, aboutId }: Notice): NoticeView {
  return {
    id,
    ...noticeTexts[topic],
    at: createdAt.toISOString(),
    read: readAt !== null,
    about: { kind: aboutKind, id: aboutId },
  };
}
