import { randomUUID } from 'node:crypto';
import { emptyDatabase } from '../../../test/database';
import { type LocalBureau, startLocalBureau } from '../../../test/local-bureau';
import { startServer, type TestServer } from '../../../test/server';
import { until } from '../../../test/until';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { OutboxMessageRow } from '../../platform/outbox/outbox-message.entity';
import { RelayPace } from '../../platform/outbox/relay-pace';
import { Deaths } from '../after-death/deaths.port';
import { Consents } from '../consents/consents.port';
import { Accounts } from '../sessions/accounts.port';
import { Contacts } from './contacts';
import { Grants } from './grants.service';
import { InboxService } from './inbox.service';
import { NoticeCall } from './notice-call.entity';
import { NoticeDeferral } from './notice-deferral.entity';
import { NOTICE_SUBJECTS, Notices, type NoticeTopic } from './notices.port';

const TEMPLATE = 'TEST-TEMPLATE';
const WECHAT_PATH = '/cgi-bin/message/subscribe/send';
const SMS_PATH = '/v1/messages';
const DAY = Date.parse('2026-11-25T10:00:00+08:00');
const NIGHT = Date.parse('2026-11-25T22:00:00+08:00');
const MORNING = Date.parse('2026-11-26T08:00:00+08:00');

/** WeChat and the gateway, as their documents say, on one port. */
let upstream: LocalBureau;
let server: TestServer;
let now = DAY;
/** What WeChat says to the next messages; then 0. */
let errcodes: number[] = [];
let gatewayStatus = 200;
/** What becomes of the world while the gateway has a message. */
let atTheGateway = (): void => {};
const consenting = new Set<string>();
const phones = new Map<string, string>();

beforeAll(async () => {
  upstream = await startLocalBureau();
  upstream.behave((response, { path }) => {
    if (path.startsWith('/v1/messages')) atTheGateway();
    const answer = path.startsWith('/v1/messages')
      ? { status: gatewayStatus, body: { accepted: gatewayStatus === 200, id: 'x', reason: 'phone' } }
      : { status: 200, body: path.startsWith('/cgi-bin/stable_token') ? TOKEN : { errcode: errcodes.shift() ?? 0 } };
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  server = await startServer(
    {
      ...{ WECHAT_URL: upstream.url, WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'a', WECHAT_TEMPLATE_PROGRESS: TEMPLATE },
      SMS_URL: upstream.url,
    },
    await emptyDatabase(),
  );
  jest.spyOn(server.app.get(Clock), 'now').mockImplementation(() => new Date(now));
  jest.spyOn(server.app.get(RelayPace), 'backoffMs').mockReturnValue(20);
  jest.spyOn(server.app.get(Accounts, { strict: false }), 'findOpenid').mockImplementation(async (id) => `o${id}`);
  jest
    .spyOn(server.app.get(Consents, { strict: false }), 'has')
    .mockImplementation(async (account) => consenting.has(account));
  jest.spyOn(server.app.get(Contacts), 'find').mockImplementation(async ({ aboutId: id }) => {
    const phone = phones.get(id);
    return { name: '张三', office: '120111001', ...(phone ? { phone } : {}) };
  });
});

const TOKEN = { access_token: 'token', expires_in: 7200 };

afterAll(async () => {
  await server.end();
  await upstream.close();
});

interface Person {
  readonly account: string;
  readonly application: string;
}

interface Known {
  readonly grants?: number;
  readonly phone?: string;
  readonly sms?: boolean;
}

/** Somebody new, reached by nothing but the inbox unless said. Whoever allowed WeChat a message said yes here as well. */
async function person({ grants = 0, phone = '', sms }: Known = {}): Promise<Person> {
  const [account, application] = [randomUUID(), randomUUID()];
  const results = Array.from({ length: grants }, () => ({ template: TEMPLATE, result: 'accept' as const }));
  await server.app.get(Grants).record(account, results);
  if (phone) phones.set(application, phone);
  if (sms ?? grants > 0) consenting.add(account);
  return { account, application };
}

function post({ account, application }: Person, topic: NoticeTopic = 'decision'): Promise<void> {
  const about = { kind: 'application', id: application } as const;
  const notices = server.app.get(Notices, { strict: false });
  return server.app.get(Transactions).run(() => notices.post({ accountId: account, topic, about }));
}

const { parse } = JSON;
/** What WeChat and the gateway got for this person, in order. */
function sentTo(
  { account }: Person,
  phone = 'nobody',
): { readonly path: string; readonly body: Record<string, unknown> }[] {
  const all = upstream.deliveries.filter(({ text }) => text.includes(`o${account}`) || text.includes(phone));
  return all.map(({ path, text }) => ({ path: path.split('?')[0] ?? '', body: parse(text) }));
}

async function settled(): Promise<void> {
  const { manager } = server.app.get(Transactions);
  await until(async () => expect(await manager.countBy(OutboxMessageRow, { state: 'waiting' })).toBe(0));
}

const callsFor = async ({ account }: Person) => {
  const { manager } = server.app.get(Transactions);
  const ids = (await server.app.get(InboxService).list(account, { limit: 50 })).items.map(({ id }) => id);
  return (await manager.find(NoticeCall)).filter(({ noticeId }) => ids.includes(noticeId)).length;
};

const inboxOf = async ({ account }: Person) =>
  (await server.app.get(InboxService).list(account, { limit: 50 })).items.length;
const left = ({ account }: Person) => server.app.get(Grants).has(account, TEMPLATE);

beforeEach(() => {
  now = DAY;
  errcodes = [];
  gatewayStatus = 200;
  atTheGateway = () => {};
});

describe('by day, a message', () => {
  it.each(NOTICE_SUBJECTS)(
    'about %s leads to what it is about: an application, or the inbox, which knows the way',
    async (kind) => {
      const somebody = await person({ grants: 1 });
      const about = { kind, id: somebody.application } as const;
      const notices = server.app.get(Notices, { strict: false });
      await server.app
        .get(Transactions)
        .run(() => notices.post({ accountId: somebody.account, topic: 'decision', about }));
      await settled();
      const page = kind === 'application' ? `packages/relief/case/index?id=${about.id}` : 'packages/mine/notices/index';
      expect(sentTo(somebody).map(({ body }) => body.page)).toEqual([page]);
    },
  );

  it('goes over WeChat once for each yes, then stays in the inbox', async () => {
    const somebody = await person({ grants: 1 });
    await post(somebody);
    await post(somebody);
    await settled();
    expect(await inboxOf(somebody)).toBe(2);
    const sent = sentTo(somebody);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toMatchObject({
      template_id: TEMPLATE,
      page: `packages/relief/case/index?id=${somebody.application}`,
      data: { thing1: { value: '您的申请有新进展' }, time3: { value: '2026年11月25日 10:00' } },
    });
    expect(await callsFor(somebody)).toBe(0);
  });

  it('that WeChat refuses for good uses up the grant and takes the next way', async () => {
    const somebody = await person({ grants: 3, phone: '13800000001' });
    errcodes = [43101];
    await post(somebody);
    await settled();
    expect(sentTo(somebody, '13800000001').map(({ path }) => path)).toEqual([WECHAT_PATH, SMS_PATH]);
    expect(await left(somebody)).toBe(false);
    expect(await callsFor(somebody)).toBe(0);
    expect(await inboxOf(somebody)).toBe(1);
  });

  it.each([47003, 40037])(
    'that is our own mistake (%d) is not sent again and costs no other grant',
    async (errcode) => {
      const somebody = await person({ grants: 2 });
      errcodes = [errcode];
      await post(somebody);
      await settled();
      expect(sentTo(somebody)).toHaveLength(1);
      expect(await left(somebody)).toBe(true);
    },
  );

  it('goes to the phone of whoever chose it, and tells nothing but that there is news', async () => {
    const phone = '13800000002';
    const somebody = await person({ phone, sms: true });
    await post(somebody);
    await settled();
    const [sent] = sentTo(somebody, phone);
    expect(sent?.body).toMatchObject({ channel: 'sms', phone });
    expect(String(sent?.body.text)).not.toMatch(/批|元|低保|病/);
    expect(await callsFor(somebody)).toBe(0);
  });

  it('to a number the gateway refuses becomes a call', async () => {
    gatewayStatus = 400;
    const somebody = await person({ phone: '13800000003', sms: true });
    await post(somebody);
    await settled();
    expect(sentTo(somebody, '13800000003')).toHaveLength(1);
    expect(await callsFor(somebody)).toBe(1);
  });

  it.each([
    ['decision', 1],
    ['paper-requested', 1],
    ['application-progress', 0],
  ] as const)('about %s to somebody with only a phone makes %d calls', async (topic, calls) => {
    const somebody = await person({ phone: '13800000004' });
    await post(somebody, topic);
    await settled();
    expect(await callsFor(somebody)).toBe(calls);
    expect(sentTo(somebody)).toHaveLength(0);
  });

  it('takes one grant when two go out at once', async () => {
    const somebody = await person({ grants: 1 });
    await Promise.all([post(somebody), post(somebody), post(somebody)]);
    await settled();
    expect(sentTo(somebody)).toHaveLength(1);
    expect(await inboxOf(somebody)).toBe(3);
  });
});

describe('at night, a message', () => {
  const waiting = () => server.app.get(Transactions).manager.count(NoticeDeferral);
  const wake = () => server.app.get(Jobs).wake('notices.morning');

  it('is in the inbox at once and leaves in the morning, once', async () => {
    now = NIGHT;
    const somebody = await person({ grants: 2 });
    await post(somebody);
    expect(await inboxOf(somebody)).toBe(1);
    now = MORNING - 1;
    await wake();
    await settled();
    expect(sentTo(somebody)).toHaveLength(0);
    now = MORNING;
    await wake();
    await wake();
    await settled();
    expect(sentTo(somebody)).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  it('that was read in the app meanwhile is not sent', async () => {
    now = NIGHT;
    const somebody = await person({ grants: 1 });
    await post(somebody);
    const inbox = server.app.get(InboxService);
    const [notice] = (await inbox.list(somebody.account, { limit: 1 })).items;
    await inbox.markRead(somebody.account, notice?.id ?? '');
    now = MORNING;
    await wake();
    await settled();
    expect(sentTo(somebody)).toHaveLength(0);
    expect(await left(somebody)).toBe(true);
  });

  it('asks in the morning whether WeChat messages are still wanted', async () => {
    now = NIGHT;
    const somebody = await person({ grants: 1 });
    await post(somebody);
    consenting.delete(somebody.account);
    now = MORNING;
    await wake();
    await settled();
    expect(sentTo(somebody)).toHaveLength(0);
    expect(await left(somebody)).toBe(true);
    expect(await inboxOf(somebody)).toBe(1);
  });

  it('asks in the morning whether text messages are still wanted', async () => {
    now = NIGHT;
    const somebody = await person({ phone: '13800000005', sms: true });
    await post(somebody);
    consenting.delete(somebody.account);
    now = MORNING;
    await wake();
    await settled();
    expect(sentTo(somebody, '13800000005')).toHaveLength(0);
    expect(await callsFor(somebody)).toBe(1);
  });
});

describe('a number that is somebody’s in many matters', () => {
  const PHONE = '13800000077';
  const oneMore = async (topic: NoticeTopic) => {
    const somebody = await person({ phone: PHONE, sms: true });
    await post(somebody, topic);
    return somebody;
  };

  it('gets twenty messages a day; what is beyond is in the inbox, and on the call list when it is worth a call', async () => {
    for (let time = 0; time < 20; time += 1) await oneMore('payment');
    const [step, decision] = [await oneMore('payment'), await oneMore('decision')];
    const elsewhere = await person({ phone: '13800000078', sms: true });
    await post(elsewhere);
    await settled();
    expect(sentTo(elsewhere, PHONE)).toHaveLength(20);
    expect(sentTo(elsewhere, '13800000078')).toHaveLength(1);
    expect([await inboxOf(step), await callsFor(step)]).toEqual([1, 0]);
    expect([await inboxOf(decision), await callsFor(decision)]).toEqual([1, 1]);
    now = DAY + 24 * 3_600_000;
    await oneMore('payment');
    await settled();
    expect(sentTo(elsewhere, PHONE)).toHaveLength(21);
  });
});

describe('that a number went out', () => {
  const told = async ({ account }: Person) => {
    const { manager } = server.app.get(Transactions);
    const rows: { bureau: string }[] = await manager.query('SELECT bureau FROM disclosure WHERE account_id = ?', [
      account,
    ]);
    return rows.map(({ bureau }) => bureau);
  };

  it('is told to whose it is when it did', async () => {
    const somebody = await person({ phone: '13800000006', sms: true });
    await post(somebody);
    await settled();
    expect(await told(somebody)).toEqual(['sms']);
  });

  it('is told of a message the company refused: it had got the number', async () => {
    gatewayStatus = 400;
    const somebody = await person({ phone: '13800000007', sms: true });
    await post(somebody);
    await settled();
    expect(await told(somebody)).toEqual(['sms']);
  });

  it('is not told when this house itself let the message go: not wanted any more, too late, nobody to write to', async () => {
    now = NIGHT;
    const [unwanted, late, unknown] = [
      await person({ phone: '13800000008', sms: true }),
      await person({ phone: '13800000009', sms: true }),
      await person({ grants: 1 }),
    ];
    for (const each of [unwanted, late, unknown]) await post(each);
    consenting.delete(unwanted.account);
    const accounts = server.app.get(Accounts, { strict: false });
    jest
      .spyOn(accounts, 'findOpenid')
      .mockImplementation(async (id) => (id === unknown.account ? undefined : `o${id}`));
    const transactions = server.app.get(Transactions);
    now = MORNING;
    await server.app.get(Jobs).wake('notices.morning');
    await settled();
    now = DAY;
    await transactions.run(async () => {
      const old = new Date(DAY - 2 * 24 * 3_600_000);
      await post(late);
      await transactions.manager.update(OutboxMessageRow, { state: 'waiting' }, { appendedAt: old });
    });
    await settled();
    expect([await told(unwanted), await told(unknown)]).toEqual([[], []]);
    expect((await told(late)).length).toBe(1);
    expect(sentTo(late, '13800000009')).toHaveLength(1);
  });

  it('is told of one the company had got before it was not wanted any more', async () => {
    gatewayStatus = 500;
    const somebody = await person({ phone: '13800000010', sms: true });
    atTheGateway = () => consenting.delete(somebody.account);
    await post(somebody);
    await settled();
    expect(await told(somebody)).toEqual(['sms']);
  });
});

describe('whoever took back their yes to being told', () => {
  it('is sent nothing over WeChat, though a grant is left, and has it when they say yes again', async () => {
    const somebody = await person({ grants: 1, phone: '13800000016' }); // which is not spent in vain
    consenting.delete(somebody.account);
    await post(somebody, 'application-progress');
    await settled();
    expect(sentTo(somebody, '13800000016')).toHaveLength(0);
    expect(await left(somebody)).toBe(true);
    expect(await inboxOf(somebody)).toBe(1);
    consenting.add(somebody.account);
    await post(somebody, 'application-progress');
    await settled();
    expect(sentTo(somebody, '13800000016').map(({ path }) => path)).toEqual([WECHAT_PATH]);
  });

  it('is not sent what was on its way already: it is asked as it leaves', async () => {
    const somebody = await person({ grants: 3, phone: '13800000017' });
    // between handing over and leaving, as if WeChat had been out for an hour
    const { app } = server;
    await app.get(Transactions).run(async () => {
      await post(somebody, 'decision');
      consenting.delete(somebody.account);
    });
    await settled();
    expect(sentTo(somebody, '13800000017')).toHaveLength(0);
    // what waits for the resident is still told by a person, as to anybody with only a phone
    expect(await callsFor(somebody)).toBe(1);
  });
});

it('to somebody who died while it was on its way does not leave, by WeChat, text message or telephone', async () => {
  const [dead, other] = [
    await person({ grants: 1, phone: '13800000018', sms: true }),
    await person({ grants: 1, phone: '13800000019' }),
  ];
  const deaths = server.app.get(Deaths, { strict: false });
  const before = await server.app.get(Transactions).manager.count(NoticeCall);
  let died: jest.SpyInstance | undefined;
  // between handing over and leaving, as if WeChat had been out for an hour
  await server.app.get(Transactions).run(async () => {
    for (const each of [dead, other]) await post(each, 'application-progress');
    died = jest.spyOn(deaths, 'isDeadAccount').mockImplementation(async (account) => account === dead.account);
  });
  await settled();
  died?.mockRestore();
  expect([sentTo(dead, '13800000018').length, sentTo(other, '13800000019').length]).toEqual([0, 1]);
  expect(await server.app.get(Transactions).manager.count(NoticeCall)).toBe(before);
});

describe('what was allowed', () => {
  it('ends with a ban, and a no takes nothing back', async () => {
    const somebody = await person({ grants: 2 });
    const grants = server.app.get(Grants);
    await grants.record(somebody.account, [{ template: TEMPLATE, result: 'reject' }]);
    expect(await left(somebody)).toBe(true);
    await grants.record(somebody.account, [{ template: TEMPLATE, result: 'ban' }]);
    expect(await left(somebody)).toBe(false);
  });

  it('counts every yes given at once', async () => {
    const { account } = await person();
    const grants = server.app.get(Grants);
    const yes = [{ template: TEMPLATE, result: 'accept' as const }];
    await Promise.all(Array.from({ length: 8 }, () => grants.record(account, yes)));
    const takes = await Promise.all(
      Array.from({ length: 12 }, () => server.app.get(Transactions).run(() => grants.take(account, TEMPLATE))),
    );
    expect(takes.filter(Boolean)).toHaveLength(8);
  });
});
