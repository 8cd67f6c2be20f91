import { randomBytes, randomUUID } from 'node:crypto';
import type { UrgentView } from '@jinmen/shared/urgent/views';
import { numbersSeen } from '../../../test/a-colleague';
import { bureauEnv, sendCallback } from '../../../test/callback';
import { type IdentityDesk, staffHeaders, startIdentityDesk } from '../../../test/identity-desk';
import { json, type LocalBureau, reset, startLocalBureau } from '../../../test/local-bureau';
import { answered, Phone, type Reply, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { until } from '../../../test/until';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { NOT_OPENED } from '../../platform/sealing/those-that-open';
import type { UrgentRow, UrgentRows } from './urgent-desk.port';
import { UrgentEscalation } from './urgent-escalation.job';

const PATH = '/api/v1/urgent-requests';
const DONE = { jgdm: '0000', jgms: '成功' };
const said = { forSomebodyElse: false, kinds: ['no-food'], place: '西营门菜市场', phone: '13812345678' };

let assistance: LocalBureau;
let identity: IdentityDesk;
let wechat: LocalWechat;
let server: TestServer;
let nowMs = Date.parse('2026-11-25T14:00:00Z');

beforeAll(async () => {
  [assistance, identity, wechat] = await Promise.all([startLocalBureau(), startIdentityDesk(), startLocalWechat()]);
  const url = { BUREAU_SOCIAL_ASSISTANCE_URL: assistance.url };
  const limits = { URGENT_LOOK_WITHIN_MINUTES: '20', RETRY_AT_MOST_MS: '50' };
  server = await startServer({ ...bureauEnv, ...url, ...identity.env, ...wechat.env, ...limits });
  Object.assign(server.app.get(Clock), { now: () => new Date(nowMs) });
});
afterAll(async () => {
  await server.end();
  await Promise.all([assistance.close(), identity.bureau.close(), wechat.close()]);
});
beforeEach(() => {
  honest();
  nowMs += 3_600_000;
});

const honest = () =>
  assistance.behave((response, delivery) => {
    assistance.takeEffect(delivery);
    json(200, DONE)(response, delivery);
  });
const newSecret = () => randomBytes(32).toString('hex');
const ask = (body: object, headers: Record<string, string> = {}) =>
  send(server, 'POST', PATH, body, { 'idempotency-key': randomUUID(), ...headers });
const lookUp = (secret: string) => send(server, 'POST', `${PATH}/lookups`, { secret });
const viewOf = ({ body }: Reply) => body as unknown as UrgentView;
const kindsOf = (view: UrgentView) => view.steps.map(({ kind }) => kind);
const arrived = (secret: string) =>
  until(async () => expect(kindsOf(viewOf(await lookUp(secret)))).toContain('arrived'));
const tell = (id: string, type: string, data: object = {}) =>
  sendCallback(server.url, nowMs, { type, data: { wbywh: id, ...data } });
const effectsFor = (id: string) => assistance.effects.filter(({ text, path }) => `${text}${path}`.includes(id));

async function asked(more: object = {}): Promise<{ secret: string; view: UrgentView }> {
  const secret = newSecret();
  const reply = await ask({ ...said, secret, ...more });
  expect(reply.status).toBe(201);
  return { secret, view: viewOf(reply) };
}

async function lookFor(staff: string, query = ''): Promise<UrgentRows> {
  const path = `/api/v1/staff/urgent-requests${query}`;
  return answered(await send(server, 'GET', path, undefined, await staffHeaders(server.url, staff)));
}

const act = async (staff: string, id: string, what: string, body?: object) =>
  send(server, 'POST', `/api/v1/staff/urgent-requests/${id}/${what}`, body, await staffHeaders(server.url, staff));

async function listFor(staff: string): Promise<readonly UrgentRow[]> {
  return (await lookFor(staff)).items;
}

describe('help asked for at once', () => {
  it('is taken from whoever comes, without a name, a number or a session, and reaches the bureau once', async () => {
    const { secret, view } = await asked({ street: '120111001' });
    expect(view).toMatchObject({ number: expect.stringMatching(/^JN-[2-9A-HJ-NP-Z]{6}$/), state: 'waiting' });
    expect(view.now).toContain('12345');
    await arrived(secret);
    const [effect, ...more] = effectsFor(view.id);
    expect(more).toEqual([]);
    expect(effect?.path).toBe('/shjz/v2/jn');
    expect(JSON.parse(effect?.text ?? '')).toMatchObject({ jnbh: view.number, szdw: { dm: '120111001' }, dqbz: '0' });
    expect(view.said).toEqual({ ...said, street: '120111001' });
  });

  it.each([
    ['no way to reach them', { phone: '' }, ['phone']],
    ['no place', { place: '  ' }, ['place']],
    ['a street nobody knows and a wrong number', { street: '120111999', phone: '12' }, ['street', 'phone']],
  ])('with %s is asked for what is missing, with the numbers to call', async (_what, wrong, fields) => {
    const { status, body } = await ask({ ...said, secret: newSecret(), ...wrong });
    expect([status, body.code]).toEqual([400, 'urgent.incomplete']);
    expect((body.errors as { field: string }[]).map(({ field }) => field)).toEqual(fields);
    expect(body.detail).toContain('12345');
  });

  it('by nobody with a session and without a secret is refused: nobody could look at it again', async () => {
    expect((await ask(said)).body.code).toBe('urgent.incomplete');
  });

  it('is taken down once for one key, and once for one phone that signs in between two tries', async () => {
    const secret = newSecret();
    const key = { 'idempotency-key': randomUUID() };
    const [one, other] = await Promise.all([ask({ ...said, secret }, key), ask({ ...said, secret }, key)]);
    expect(viewOf(other).id).toBe(viewOf(one).id);
    const anna = await Phone.of(server, 'anna');
    const again = await anna.send('POST', PATH, { ...said, secret }, key);
    expect([again.status, viewOf(again).id]).toEqual([201, viewOf(one).id]);
    expect((await anna.send('GET', PATH)).body.items).toHaveLength(1);
    await arrived(secret);
    expect(effectsFor(viewOf(one).id)).toHaveLength(1);
  });

  it('under the key of somebody else gives nothing away', async () => {
    const key = { 'idempotency-key': 'abcdefgh' };
    await ask({ ...said, secret: newSecret() }, key);
    const { status, body } = await ask({ ...said, secret: newSecret() }, key);
    expect([status, body.number]).toEqual([422, undefined]);
  });

  it('is looked at with its secret alone, and by no other', async () => {
    const { secret, view } = await asked();
    expect(viewOf(await lookUp(secret)).id).toBe(view.id);
    expect((await lookUp(newSecret())).body.code).toBe('urgent.unknown');
    expect((await send(server, 'GET', PATH)).status).toBe(401);
    expect((await ask({ ...said, secret: newSecret() }, { authorization: 'Bearer x' })).status).toBe(401);
  });

  it('is among the matters of whoever signs in on that phone, once claimed, and of nobody after them', async () => {
    const { secret, view } = await asked();
    const [bea, carl] = [await Phone.of(server, 'bea'), await Phone.of(server, 'carl')];
    expect(viewOf(await bea.send('POST', `${PATH}/claims`, { secret })).id).toBe(view.id);
    expect((await bea.send('POST', `${PATH}/claims`, { secret })).status).toBe(200);
    expect((await carl.send('POST', `${PATH}/claims`, { secret })).body.code).toBe('urgent.unknown');
    const ids = async (phone: Phone) =>
      ((await phone.send('GET', PATH)).body.items as UrgentView[]).map(({ id }) => id);
    expect([await ids(bea), await ids(carl)]).toEqual([[view.id], []]);
  });
});

describe('while the bureau is dead', () => {
  it('it is kept, shown as not seen yet with what to do now, and delivered once when the bureau is back', async () => {
    assistance.behave(reset);
    const { secret, view } = await asked();
    const before = assistance.deliveries.length;
    await until(() => expect(assistance.deliveries.length).toBeGreaterThan(before));
    const now = viewOf(await lookUp(secret));
    expect([now.state, kindsOf(now)]).toEqual(['waiting', ['asked']]);
    expect(now.now).toContain('不要干等');
    honest();
    await arrived(secret);
    expect(effectsFor(view.id)).toHaveLength(1);
  }, 90_000);

  it('and what it refuses goes to a person, never back to the resident as a no', async () => {
    assistance.behave(json(422, { jgdm: '1002', jgms: '街道代码不对' }));
    const { secret } = await asked();
    await until(async () => expect(kindsOf(viewOf(await lookUp(secret)))).toEqual(['asked', 'undelivered']));
    expect(viewOf(await lookUp(secret))).toMatchObject({ state: 'waiting', now: expect.stringContaining('值班的人') });
  });
});

describe('what the bureau did', () => {
  it('is told step by step in the words of the desk, and what comes late is kept', async () => {
    const { secret, view } = await asked();
    await arrived(secret);
    for (const [type, data] of [
      ['JNLX', {}],
      ['JNZB', { zbdw: '西青区救助管理站' }],
      ['JNBZ', { bznr: '送去了饭' }],
      ['JNSM', {}],
    ] as const) {
      expect((await tell(view.id, type, data)).status).toBe(200);
    }
    const now = viewOf(await lookUp(secret));
    expect(kindsOf(now)).toEqual(['asked', 'arrived', 'contacted', 'handed-on', 'helped', 'visited']);
    expect(now.state).toBe('over');
    expect(now.steps[3]?.words).toContain('西青区救助管理站');
    expect(now.steps[4]?.words).toContain('送去了饭');
  });

  it('nobody can read is left to a person; about a request nobody made it changes nothing', async () => {
    const { secret, view } = await asked();
    expect((await tell(view.id, 'JNZB')).status).toBe(422);
    expect(kindsOf(viewOf(await lookUp(secret)))).toContain('undelivered');
    expect((await tell(randomUUID(), 'JNLX')).status).toBe(200);
  });
});

describe('at /staff', () => {
  it('a clerk sees their own street masked, an operator also what has no street, whom nobody saw first', async () => {
    const { view: theirs } = await asked({ street: '120111001', name: '周海平' });
    nowMs += 7 * 60_000;
    const { view: nowhere } = await asked();
    const clerk = await listFor('J2001');
    expect(clerk.map(({ id }) => id)).toContain(theirs.id);
    expect(clerk.map(({ id }) => id)).not.toContain(nowhere.id);
    expect(clerk.find(({ id }) => id === theirs.id)).toMatchObject({ name: '周*平', phone: '138****5678', minutes: 7 });
    expect((await listFor('J2002')).map(({ id }) => id)).not.toContain(theirs.id);
    expect((await listFor('J1001')).map(({ id }) => id)).toEqual(expect.arrayContaining([theirs.id, nowhere.id]));
  });

  it('whoever sees how to reach them has taken it on, on record, and the resident is told', async () => {
    const { secret, view } = await asked({ street: '120111001' });
    expect((await act('J2002', view.id, 'number')).status).toBe(404);
    expect((await act('J2001', view.id, 'number')).body).toEqual({ phone: said.phone });
    expect((await act('J1001', view.id, 'number')).body).toEqual({ phone: said.phone });
    const now = viewOf(await lookUp(secret));
    expect(now.state).toBe('seen');
    expect(kindsOf(now).filter((kind) => kind === 'looked-at')).toHaveLength(1);
    const { manager } = server.app.get(Transactions);
    const shown = { action: 'urgent-request.reach-shown', object: `urgent-request:${view.id}` };
    expect(await manager.countBy(AuditRow, shown)).toBe(2);
  });

  it('the numbers in what they said are hidden in the list; to see how to reach them shows them, and counts each', async () => {
    const words = '打我妈 １３８ ００００ ５６７８，我的号 440524188001010014';
    const { view } = await asked({ street: '120111001', place: '西营门菜市场，问 139-0000-1234', words });
    const row = async () => (await listFor('J2001')).find(({ id }) => id === view.id);
    expect(await row()).toMatchObject({
      place: '西营门菜市场，问 139-****-1234',
      words: '打我妈 １３８ **** ５６７８，我的号 4****************4',
    });
    const looks = async () => {
      const [seen] = await server.app
        .get(Transactions)
        .manager.query("SELECT COUNT(*) AS count FROM number_view WHERE staff_id = 'J2001'");
      return Number(seen.count);
    };
    const before = await looks();
    const { body } = await act('J2001', view.id, 'number');
    expect(body).toEqual({ phone: said.phone, place: '西营门菜市场，问 139-0000-1234', words });
    expect(await looks()).toBe(before + 4);
    await act('J2001', view.id, 'done', { reason: '已告诉他妈 13800005678' });
    expect((await row())?.steps.at(-1)?.words).toContain('已告诉他妈 138****5678');
  });

  it('how to reach them is never refused, however many numbers somebody saw: it is an alarm, and counts with the rest', async () => {
    const { manager } = server.app.get(Transactions);
    await numbersSeen(server, 'J2001', 30, new Date(nowMs));
    const { view } = await asked({ street: '120111001' });
    expect((await act('J2001', view.id, 'number')).body).toEqual({ phone: said.phone });
    const alarms = { action: 'staff.many-numbers', actorId: 'J2001' };
    expect(await manager.countBy(AuditRow, alarms)).toBe(1);
    const seen = await manager.query('SELECT COUNT(*) AS count FROM number_view WHERE staff_id = ?', ['J2001']);
    expect(Number(seen[0].count)).toBeGreaterThan(30);
  });

  it('it is closed once with a reason, which the resident is not shown', async () => {
    const { secret, view } = await asked({ street: '120111001' });
    expect((await act('J2001', view.id, 'done', { reason: '王大爷已接到救助站' })).status).toBe(204);
    expect((await act('J2001', view.id, 'done', { reason: '再来一次' })).status).toBe(404);
    const now = viewOf(await lookUp(secret));
    expect([now.state, JSON.stringify(now).includes('王大爷')]).toEqual(['over', false]);
    const row = (await listFor('J2001')).find(({ id }) => id === view.id);
    expect(row?.steps.at(-1)?.words).toContain('王大爷');
  });

  it('one whose reason does not open any more keeps nobody from the list, and says so', async () => {
    const { view } = await asked({ street: '120111001' });
    await act('J2001', view.id, 'done', { reason: '送到了救助站' });
    const { manager } = server.app.get(Transactions);
    const step = "UPDATE urgent_step SET detail = ? WHERE request_id = ? AND kind = 'closed'";
    await manager.query(step, [Buffer.from('another'), view.id]);
    const row = (await listFor('J2001')).find(({ id }) => id === view.id);
    expect(row?.steps.at(-1)?.words).toContain(NOT_OPENED);
    await manager.query('DELETE FROM urgent_step WHERE request_id = ?', [view.id]);
  });

  it('many that one telephone sent are closed together with one reason, each on record, and nothing else is', async () => {
    const [street, elsewhere] = [{ street: '120111002' }, { street: '120111001' }];
    const flood = { ...street, phone: '13800000009', words: '乱填' };
    const made = async (more: object) => (await asked(more)).view.id;
    const [first, second, third, taken] = [await made(flood), await made(flood), await made(flood), await made(flood)];
    const [real, theirs] = [await made(street), await made({ ...flood, ...elsewhere })];
    const speechless = await made({ ...street, phone: '', findAt: '二楼候车室' });
    await act('J1001', taken, 'number');
    const body = { others: [second, third, taken, real, theirs, speechless], reason: '打过了，没有这回事' };
    expect((await act('J2002', first, 'alike', body)).body).toEqual({ closed: 3 });
    const states = new Map(
      [...(await listFor('J1001')), ...(await listFor('J2002'))].map((row) => [row.id, row.state]),
    );
    expect([first, second, third, taken, real, theirs, speechless].map((id) => states.get(id))).toEqual([
      ...['over', 'over', 'over', 'seen', 'waiting', 'waiting', 'waiting'],
    ]);
    const { manager } = server.app.get(Transactions);
    for (const id of [first, second, third]) {
      const closed = { action: 'urgent-request.closed', object: `urgent-request:${id}`, actorId: 'J2002' };
      expect(await manager.countBy(AuditRow, closed)).toBe(1);
    }
    expect((await act('J2002', first, 'alike', body)).body.code).toBe('urgent.not-here');
    expect((await act('J2002', theirs, 'alike', body)).body.code).toBe('urgent.not-here');
    expect((await act('J2002', speechless, 'alike', body)).body.code).toBe('urgent.no-phone');
  });

  it('what nobody looked at in time is told once more, to the bureau too; what somebody took on is not', async () => {
    const [unseen, seen] = [await asked({ street: '120111001' }), await asked({ street: '120111001' })];
    await act('J2001', seen.view.id, 'number');
    const escalation = server.app.get(UrgentEscalation, { strict: false });
    nowMs += 19 * 60_000;
    await escalation.run();
    expect(kindsOf(viewOf(await lookUp(unseen.secret)))).not.toContain('escalated');
    nowMs += 2 * 60_000;
    await Promise.all([escalation.run(), escalation.run()]);
    const found = (id: string) => async () => (await listFor('J1001')).find((row) => row.id === id)?.escalated;
    expect([await found(unseen.view.id)(), await found(seen.view.id)()]).toEqual([true, false]);
    const heard = () => effectsFor(unseen.view.id).map(({ path }) => path);
    await until(() => expect(heard()).toContain(`/shjz/v2/jn/${unseen.view.id}/cb`));
    expect(kindsOf(viewOf(await lookUp(unseen.secret))).filter((kind) => kind === 'escalated')).toHaveLength(1);
    expect(server.logs()).toContain('urgent request unseen');
  });

  it('one whose words do not open any more rings too, is listed as such, and keeps nobody behind it waiting', async () => {
    const broken = await asked({ street: '120111001' });
    nowMs += 60_000;
    const behind = await asked({ street: '120111001' });
    const { manager } = server.app.get(Transactions);
    const [row] = await manager.query('SELECT told FROM urgent_request WHERE id = ?', [broken.view.id]);
    await manager.query('UPDATE urgent_request SET told = ? WHERE id = ?', [Buffer.from('another'), broken.view.id]);
    nowMs += 21 * 60_000;
    const rung = () => server.logs().split('urgent request unseen').length - 1;
    const before = rung();
    await server.app.get(UrgentEscalation, { strict: false }).run();
    const listed = (await listFor('J1001')).filter(({ id }) => [broken.view.id, behind.view.id].includes(id));
    expect(listed.map(({ id, unreadable, what }) => [id, unreadable, what.length])).toEqual([
      [broken.view.id, true, 0],
      [behind.view.id, undefined, 1],
    ]);
    expect(rung() - before).toBe(2);
    await manager.query('UPDATE urgent_request SET told = ? WHERE id = ?', [row.told, broken.view.id]);
    for (const { secret } of [behind, broken]) expect(kindsOf(viewOf(await lookUp(secret)))).toContain('escalated');
  });

  it('one whose words do not open any more moves on by what the bureau says, and ends when somebody found them', async () => {
    const { secret, view } = await asked({ street: '120111001' });
    await arrived(secret);
    const { manager } = server.app.get(Transactions);
    const told = (value: Buffer) => manager.query('UPDATE urgent_request SET told = ? WHERE id = ?', [value, view.id]);
    const [row] = await manager.query('SELECT told FROM urgent_request WHERE id = ?', [view.id]);
    await told(Buffer.from('another'));
    const reach = await act('J2001', view.id, 'number');
    expect([reach.status, reach.body.code]).toEqual([409, 'urgent.unreadable']);
    const seen = async () => (await listFor('J2001')).find(({ id }) => id === view.id)?.state;
    expect(await seen()).toBe('waiting');
    expect((await tell(view.id, 'JNLX')).status).toBe(200);
    expect(await seen()).toBe('seen');
    const done = await act('J2001', view.id, 'done', { reason: '在救助系统里找到，送了吃的' });
    expect([done.status, await seen()]).toEqual([204, 'over']);
    await told(row.told);
    expect(kindsOf(viewOf(await lookUp(secret)))).toEqual(['asked', 'arrived', 'contacted', 'closed']);
  });
});

it('what was said stands nowhere in the open: not in the tables, not in the logs', async () => {
  await asked({ name: '周海平', words: '两天没吃东西', street: '120111001' });
  const { manager } = server.app.get(Transactions);
  const tables = await Promise.all(
    ['urgent_request', 'urgent_step', 'outbox_message', 'idempotency_key'].map((name) =>
      manager.query(`SELECT * FROM ${name}`),
    ),
  );
  const everything = `${JSON.stringify(tables, (_key, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value))}${server.logs()}`;
  for (const word of ['13812345678', '周海平', '两天没吃', Buffer.from('周海平').toString('latin1')]) {
    expect(everything.includes(word)).toBe(false);
  }
});

it('so many from one network in ten minutes are answered, the others are told whom to call', async () => {
  const limited = await startServer({ URGENT_PER_ADDRESS: '3' });
  const replies = [];
  for (let time = 0; time < 4; time += 1) {
    replies.push(
      await send(limited, 'POST', PATH, { ...said, secret: newSecret() }, { 'idempotency-key': randomUUID() }),
    );
  }
  await limited.end();
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
  expect(replies[3]?.body.detail).toContain('12345');
});

describe('at /staff, when very many ask', () => {
  it('whoever waits longest and whoever asked last are both seen, and all between page by page, however many come', async () => {
    const street = { street: '120111002' };
    const before = new Set((await listFor('J2002')).map(({ id }) => id));
    const ids: string[] = [];
    for (let count = 0; count < 112; count += 1) {
      // three at a time come in one moment
      nowMs += count % 3 === 0 ? 1000 : 0;
      ids.push((await asked({ ...street, phone: count === 111 ? said.phone : '13800000009' })).view.id);
    }
    const look = await lookFor('J2002');
    expect(look.items.filter(({ state }) => state === 'waiting')).toHaveLength(50);
    expect(look.newest).toHaveLength(50);
    expect(look.newest.map(({ askedAt }) => askedAt)).toEqual(
      look.newest
        .map(({ askedAt }) => askedAt)
        .sort()
        .reverse(),
    );
    expect(look.newest.slice(0, 3).map(({ id }) => id)).toContain(ids[111]);
    expect(look.items.map(({ id }) => id)).toContain(ids[0]);
    const found = look.items.filter(({ state }) => state === 'waiting');
    let more = look.more.find(({ state }) => state === 'waiting');
    const { waiting } = (
      await send(
        server,
        'GET',
        '/api/v1/staff/urgent-requests/count',
        undefined,
        await staffHeaders(server.url, 'J2002'),
      )
    ).body as { waiting: number };
    expect(more?.left).toBe(waiting - 50);
    while (more) {
      const next = await lookFor('J2002', `?state=waiting&limit=50&cursor=${encodeURIComponent(more.nextCursor)}`);
      found.push(...next.items);
      [more] = next.more;
    }
    const all = found.map(({ id }) => id).filter((id) => !before.has(id));
    expect([...all].sort()).toEqual([...ids].sort());
    expect(found.map(({ askedAt }) => askedAt)).toEqual(found.map(({ askedAt }) => askedAt).sort());
  });
});
