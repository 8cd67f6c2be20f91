import { randomUUID } from 'node:crypto';
import { CallListService } from '../src/modules/notices/call-list.service';
import { Contacts } from '../src/modules/notices/contacts';
import { InboxService } from '../src/modules/notices/inbox.service';
import { NoticeCall } from '../src/modules/notices/notice-call.entity';
import { Transactions } from '../src/platform/database/transactions';
import type { TestServer } from './server';

export interface CallFixture {
  readonly office: string;
  readonly state?: 'open' | 'done';
  readonly name?: string;
  readonly phone?: string;
  readonly accountId?: string;
}

const people = new Map<string, { name: string; phone: string; office: string }>();

/** A row of the call list about somebody made up; resolves to its id. */
export async function aCall(server: TestServer, fixture: CallFixture): Promise<string> {
  const { office, state = 'open', name = '张三', phone = '13812345678', accountId = randomUUID() } = fixture;
  const contacts = server.app.get(Contacts);
  // found beside those the server finds by itself
  if (!Object.hasOwn(contacts, 'find')) {
    const { find } = contacts;
    const made: typeof find = async (notice) => people.get(notice.aboutId) ?? find.call(contacts, notice);
    Object.assign(contacts, { find: made });
  }
  const about = { kind: 'application', id: randomUUID() } as const;
  people.set(about.id, { name, phone, office });
  const transactions = server.app.get(Transactions);
  return transactions.run(async () => {
    const notice = await server.app.get(InboxService).add({ accountId, topic: 'decision', about });
    await server.app.get(CallListService).add(notice, office);
    await transactions.manager.update(NoticeCall, { noticeId: notice.id }, { state });
    return (await transactions.manager.findOneByOrFail(NoticeCall, { noticeId: notice.id })).id;
  });
}
