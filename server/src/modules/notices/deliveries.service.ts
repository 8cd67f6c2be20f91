import { Injectable, Logger } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { eachApart } from '../../platform/jobs/each-apart';
import { Outbox } from '../../platform/outbox/outbox';
import { quietUntil } from '../../platform/quiet-until';
import { Deaths } from '../after-death/deaths.port';
import { CallListService } from './call-list.service';
import { Notice } from './notice.entity';
import { NoticeDeferral } from './notice-deferral.entity';
import { type NoticeWay, nextWay } from './notice-way';
import { Ways } from './ways';

/** One look of the morning job; what is left waits a minute. */
const MORNING_BATCH = 200;

/** The payload of a message on its way: everything else is read when it leaves. */
export interface NoticeOnItsWay {
  readonly noticeId: string;
}

/** Sees to it that a message reaches its person beyond the inbox, by one way at a time, and not at night. */
@Injectable()
export class Deliveries {
  private readonly logger = new Logger('Deliveries');

  constructor(
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly calls: CallListService,
    private readonly ways: Ways,
    private readonly deaths: Deaths,
  ) {}

  /** Inside the caller's transaction: begins now, or keeps it for the end of the quiet hours. */
  async begin(notice: Notice): Promise<void> {
    const notBefore = quietUntil(this.config.quietHours, this.clock.now());
    if (notBefore === undefined) await this.send(notice);
    else await this.transactions.manager.insert(NoticeDeferral, { noticeId: notice.id, notBefore });
  }

  /** Inside the caller's transaction: by the first way that is open and was not refused; by none, the inbox is it. */
  async send(notice: Notice, refused: readonly NoticeWay[] = []): Promise<void> {
    if (await this.deaths.isDeadAccount(notice.accountId)) return;
    const { reach, contact } = await this.ways.to(notice);
    const way = nextWay(notice.topic, reach, refused);
    if (way === 'call' && contact !== undefined) return this.calls.add(notice, contact.office);
    if (way === 'wechat' && !(await this.ways.takeGrant(notice))) return this.send(notice, [...refused, 'wechat']);
    if (way === 'sms' && !(await this.ways.takeText(contact))) return this.send(notice, [...refused, 'sms']);
    if (way === 'wechat' || way === 'sms') await this.handOver(way, { noticeId: notice.id });
  }

  /** The messages of the night whose quiet has ended. What was read in the app meanwhile needs no other way. */
  async morning(): Promise<void> {
    const due = await this.transactions.manager.find(NoticeDeferral, {
      where: { notBefore: LessThanOrEqual(this.clock.now()) },
      order: { notBefore: 'ASC' },
      take: MORNING_BATCH,
    });
    await eachApart(due, ({ noticeId }) => this.transactions.run(() => this.release(noticeId)), this.logger);
  }

  private async release(noticeId: string): Promise<void> {
    const { manager } = this.transactions;
    const { affected } = await manager.delete(NoticeDeferral, { noticeId });
    const notice = affected === 1 ? await manager.findOneBy(Notice, { id: noticeId }) : null;
    if (notice !== null && notice.readAt === null) await this.send(notice);
  }

  /** Each in an order of its own: one that is stuck holds up no other. */
  private async handOver(bureau: 'wechat' | 'sms', payload: NoticeOnItsWay): Promise<void> {
    await this.outbox.append({ topic: `${bureau}.notice-sent`, bureau, order: payload.noticeId, payload });
  }
}
