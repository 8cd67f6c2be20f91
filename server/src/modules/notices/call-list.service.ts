import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit, type AuditEntry } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { maskedName, maskedPhone } from '../../platform/masking';
import { quietUntil } from '../../platform/quiet-until';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import {
  type CallDesk,
  CallList,
  type CallListView,
  type CallState,
  type CallView,
  type NumbersLook,
} from './call-list.port';
import { Contacts } from './contacts';
import { Notice } from './notice.entity';
import { callReason, NoticeCall } from './notice-call.entity';
import { NumberLooks } from './number-looks.service';

const MOST_OPEN = 100;
const MOST_DONE = 30;

const problems = {
  unknown: () => new Problem(404, 'call.unknown', '没有找到这一条，可能别人已经处理了，请重新读取。'),
};

/** All SQL about the call list. Whose it may be stands in every WHERE. */
@Injectable()
export class CallListService extends CallList {
  constructor(
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly contacts: Contacts,
    private readonly looks: NumberLooks,
  ) {
    super();
  }

  /** Inside the caller's transaction. */
  async add(notice: Notice, officeCode: string): Promise<void> {
    const call = {
      id: randomUUID(),
      noticeId: notice.id,
      officeCode,
      createdAt: this.clock.now(),
      state: 'open',
    } as const;
    await this.transactions.manager.insert(NoticeCall, { ...call, lastReason: null, lastAt: null });
  }

  list(desk: CallDesk): Promise<CallListView> {
    return this.transactions.run(async () => {
      const open = await this.find(desk, 'open', MOST_OPEN + 1);
      const shown = [...open.slice(0, MOST_OPEN), ...(await this.find(desk, 'done', MOST_DONE))];
      const items = await Promise.all(shown.map((call) => this.viewOf(call)));
      const them = items.map(({ id }) => `notice-call:${id}`);
      await this.record(desk, 'call-list.read', { facts: { rows: items.length }, shown: them });
      const quiet = quietUntil(this.config.quietHours, this.clock.now());
      return { items, more: open.length > MOST_OPEN, ...(quiet ? { quietUntil: quiet.toISOString() } : {}) };
    });
  }

  showNumber(desk: CallDesk, id: string): Promise<string> {
    return this.transactions.run(async () => {
      const call = await this.transactions.manager.findOneBy(NoticeCall, { id, state: 'open', ...within(desk) });
      const notice = call && (await this.noticeOf(call));
      const phone = notice && (await this.contactOf(notice))?.phone;
      if (!notice || phone === undefined || phone === null) throw problems.unknown();
      await this.countLook(desk.staffId);
      await this.record(desk, 'call-list.number-shown', { object: `notice-call:${id}`, person: notice.accountId });
      return phone;
    });
  }

  countLook(staffId: string, look?: NumbersLook): Promise<void> {
    return this.looks.count(staffId, look);
  }

  mark(desk: CallDesk, id: string, state: CallState, reason: string): Promise<void> {
    return this.transactions.run(async () => {
      const { affected } = await this.transactions.manager.update(
        NoticeCall,
        { id, state: state === 'done' ? 'open' : 'done', ...within(desk) },
        { state, lastReason: this.sealing.seal(labelIn(callReason, id), reason), lastAt: this.clock.now() },
      );
      if (affected !== 1) throw problems.unknown();
      await this.record(desk, `call-list.${state === 'done' ? 'done' : 'reopened'}`, {
        object: `notice-call:${id}`,
        reason,
      });
    });
  }

  private find(desk: CallDesk, state: CallState, take: number): Promise<NoticeCall[]> {
    const order =
      state === 'open' ? ({ createdAt: 'ASC', id: 'ASC' } as const) : ({ lastAt: 'DESC', id: 'ASC' } as const);
    return this.transactions.manager.find(NoticeCall, { where: { state, ...within(desk) }, order, take });
  }

  private async viewOf(call: NoticeCall): Promise<CallView> {
    const { id, officeCode, createdAt, state, lastReason, lastAt } = call;
    const notice = await this.noticeOf(call);
    const contact = await this.contactOf(notice);
    return {
      id,
      topic: notice.topic,
      ...(contact === undefined ? {} : { name: maskedName(contact.name) }),
      ...(contact?.phone === undefined ? {} : { phone: maskedPhone(contact.phone) }),
      office: officeCode,
      at: createdAt.toISOString(),
      state,
      ...(lastReason === null ? {} : { lastReason: this.sealing.open(labelIn(callReason, id), lastReason) }),
      ...(lastAt === null ? {} : { lastAt: lastAt.toISOString() }),
    };
  }

  private noticeOf({ noticeId }: NoticeCall): Promise<Notice> {
    return this.transactions.manager.findOneByOrFail(Notice, { id: noticeId });
  }

  private contactOf(notice: Notice) {
    return this.contacts.find(notice);
  }

  private record(
    { staffId }: CallDesk,
    action: string,
    more: Pick<AuditEntry, 'object' | 'person' | 'reason' | 'facts' | 'shown'>,
  ): Promise<void> {
    return this.audit.record({ action, actor: { kind: 'staff', id: staffId }, ...more });
  }
}

function within({ offices }: CallDesk) {
  return offices === 'all' ? {} : { officeCode: In([...offices]) };
}
