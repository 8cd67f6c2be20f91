import { randomUUID } from 'node:crypto';
import { startServer, type TestServer } from '../../../test/server';
import { Transactions } from '../../platform/database/transactions';
import { InboxService } from './inbox.service';
import { Notice } from './notice.entity';
import { Notices } from './notices.port';

let server: TestServer;
let inbox: InboxService;
let transactions: Transactions;

beforeAll(async () => {
  server = await startServer();
  inbox = server.app.get(InboxService);
  transactions = server.app.get(Transactions);
});

afterAll(() => server.end());

/** A message about an application of its own; resolves to that application. */
async function post(accountId: string): Promise<string> {
  const id = randomUUID();
  const notice = { accountId, topic: 'decision', about: { kind: 'application', id } } as const;
  await transactions.run(() => server.app.get(Notices, { strict: false }).post(notice));
  return id;
}

async function walk(accountId: string, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let page = await inbox.list(accountId, { limit });
  for (;;) {
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items.map(({ about }) => about?.id ?? ''));
    if (page.nextCursor === undefined) return seen;
    const [at = '', id = ''] = Buffer.from(page.nextCursor, 'base64url').toString().split(' ');
    page = await inbox.list(accountId, { limit, after: { at: new Date(at), id } });
  }
}

describe('the inbox', () => {
  it('is walked through page by page without a message missing or coming twice, and without anybody else’s', async () => {
    const account = randomUUID();
    const posted: string[] = [];
    for (let count = 0; count < 7; count += 1) posted.push(await post(account));
    await post(randomUUID());
    for (const limit of [1, 2, 3, 50]) expect((await walk(account, limit)).sort()).toEqual([...posted].sort());
  });

  it('shows the newest first, read or not', async () => {
    const account = randomUUID();
    const first = await post(account);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await post(account);
    const { items } = await inbox.list(account, { limit: 20 });
    expect(items.map(({ about }) => about?.id)).toEqual([second, first]);
    await inbox.markRead(account, items[0]?.id ?? '');
    const again = await inbox.list(account, { limit: 20 });
    expect(again.items.map(({ about, read }) => [about?.id, read])).toEqual([
      [second, true],
      [first, false],
    ]);
  });

  it('lets only its owner mark a message read, and keeps the first time', async () => {
    const [account, other] = [randomUUID(), randomUUID()];
    await post(account);
    const id = (await inbox.list(account, { limit: 1 })).items[0]?.id ?? '';
    expect([await inbox.has(account, id), await inbox.has(other, id)]).toEqual([true, false]);
    await inbox.markRead(other, id);
    expect((await inbox.list(account, { limit: 1 })).items[0]?.read).toBe(false);
    await inbox.markRead(account, id);
    const first = await transactions.manager.findOneBy(Notice, { id });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await inbox.markRead(account, id);
    expect(await transactions.manager.findOneBy(Notice, { id })).toEqual(first);
    expect((await inbox.list(account, { limit: 1 })).items[0]?.read).toBe(true);
  });

  it.each([
    ['GET', '/api/v1/notices'],
    ['POST', `/api/v1/notices/${randomUUID()}/read`],
  ])('is closed without a session: %s %s', async (method, path) => {
    const response = await fetch(`${server.url}${path}`, { method });
    expect(response.status).toBe(401);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a message', () => {
  it('goes with the step it tells of: rolled back, it was never there', async () => {
    const account = randomUUID();
    const notice = { accountId: account, topic: 'decision', about: { kind: 'application', id: randomUUID() } } as const;
    const undone = transactions.run(async () => {
      await server.app.get(Notices, { strict: false }).post(notice);
      throw new Error('the step failed');
    });
    await expect(undone).rejects.toThrow('the step failed');
    expect((await inbox.list(account, { limit: 20 })).items).toEqual([]);
  });

  it('cannot be posted beside a transaction', async () => {
    const notice = { accountId: randomUUID(), topic: 'decision', about: { kind: 'application', id: 'x' } } as const;
    await expect(server.app.get(Notices, { strict: false }).post(notice)).rejects.toThrow('needs an open transaction');
  });
});
