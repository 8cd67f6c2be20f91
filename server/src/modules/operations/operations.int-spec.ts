import { randomUUID } from 'node:crypto';
import { aColleagueAtHome, type ColleagueAtHome } from '../../../test/a-colleague';
import { type IdentityDesk, staffHeaders, startIdentityDesk } from '../../../test/identity-desk';
import { json, type LocalBureau, startLocalBureau } from '../../../test/local-bureau';
import { send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { until } from '../../../test/until';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { Outbox } from '../../platform/outbox/outbox';
import { OutboxHandlers } from '../../platform/outbox/outbox-handlers';
import { OutboxMessageRow } from '../../platform/outbox/outbox-message.entity';
import { RelayPace } from '../../platform/outbox/relay-pace';

let identity: IdentityDesk;
let gateway: LocalBureau;
let server: TestServer;
let atHome: ColleagueAtHome;
let operator: { authorization: string };

beforeAll(async () => {
  [identity, gateway] = await Promise.all([startIdentityDesk(), startLocalBureau()]);
  server = await startServer({ ...identity.env, QUIET_HOURS: 'off' });
  operator = await staffHeaders(server.url, 'J1001');
  atHome = await aColleagueAtHome(server, new Date());
  jest.spyOn(server.app.get(RelayPace), 'backoffMs').mockReturnValue(1);
  const handler = server.app.get(OutboxHandlers, { strict: false }).get('sms.notice-sent');
  jest.spyOn(handler, 'settled').mockResolvedValue();
  jest.spyOn(handler, 'deliver').mockImplementation(async ({ id }) => {
    const { status } = await fetch(gateway.url, { method: 'POST', headers: { 'event-id': id }, body: '{}' });
    return status === 200 ? { kind: 'done', body: {} } : { kind: 'failed', answered: true, why: `status ${status}` };
  });
});

afterAll(async () => {
  await server.end();
  await Promise.all([identity.bureau.close(), gateway.close()]);
});

interface Letter {
  readonly id: string;
  readonly order: string;
  readonly parked: number;
  readonly why: string;
}

function append(order: string): Promise<string> {
  const message = { topic: 'sms.notice-sent', bureau: 'sms', order, payload: {} } as const;
  return server.app.get(Transactions).run(() => server.app.get(Outbox).append(message));
}

async function letters(): Promise<Letter[]> {
  const { body } = await send(server, 'GET', '/api/v1/staff/dead-letters', undefined, operator);
  return body.items as Letter[];
}

async function letterOf(order: string): Promise<Letter> {
  let found: Letter | undefined;
  await until(async () => {
    found = (await letters()).find((letter) => letter.order === order);
    expect(found).toBeDefined();
  });
  if (!found) throw new Error('no dead letter');
  return found;
}

const act = (id: string, what: 'replay' | 'skip', reason: string) =>
  send(server, 'POST', `/api/v1/staff/dead-letters/${id}/${what}`, { reason }, operator);
const effectsOf = (id: string) => gateway.effects.filter(({ key }) => key === id).length;

describe('a message that stopped', () => {
  it('is listed with what waits behind it, and once replayed takes effect once, the others after it', async () => {
    gateway.behave(json(500, {}));
    const order = randomUUID();
    const [first, second] = [await append(order), await append(order)];
    expect(await letterOf(order)).toMatchObject({ id: first, parked: 1, why: 'status 500' });
    expect(effectsOf(second)).toBe(0);
    gateway.behave();
    expect((await act(first, 'replay', '网关修好了')).status).toBe(204);
    await until(() => expect([effectsOf(first), effectsOf(second)]).toEqual([1, 1]));
    const keys = gateway.effects.map(({ key }) => key);
    expect(keys.indexOf(first)).toBeLessThan(keys.indexOf(second));
    expect((await letters()).map(({ id }) => id)).not.toContain(first);
    expect((await act(first, 'replay', '再来一次')).status).toBe(404);
  });

  it('that is skipped never goes out, and what waited behind it does', async () => {
    gateway.behave(json(500, {}));
    const order = randomUUID();
    const [first, second] = [await append(order), await append(order)];
    await letterOf(order);
    gateway.behave();
    expect((await act(first, 'skip', '对方说不要了')).status).toBe(204);
    await until(() => expect(effectsOf(second)).toBe(1));
    expect(effectsOf(first)).toBe(0);
  });

  it('is acted on under the name of whoever did it, with the reason sealed', async () => {
    const rows = await server.app.get(Transactions).manager.find(AuditRow);
    const acts = rows.filter(({ action }) => action.startsWith('outbox-message.'));
    expect(acts.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['outbox-message.replayed', 'J1001'],
      ['outbox-message.skipped', 'J1001'],
    ]);
    for (const { reason } of acts) expect(reason?.includes('网关')).toBe(false);
  });
});

describe('what has not got through', () => {
  it('is counted by bureau, with the day of the oldest', async () => {
    gateway.behave(json(500, {}));
    const order = randomUUID();
    await append(order);
    await letterOf(order);
    const { body } = await send(server, 'GET', '/api/v1/staff/undelivered', undefined, operator);
    const items = body.items as { bureau: string; count: number; since?: string }[];
    expect(items.map(({ bureau }) => bureau)).toContain('social-assistance');
    expect(items.find(({ bureau }) => bureau === 'sms')).toMatchObject({ count: 1, since: expect.any(String) });
    expect(items.find(({ bureau }) => bureau === 'identity')).toEqual({ bureau: 'identity', count: 0 });
  });
});

describe('a message that stopped and carries something of a colleague’s own or their family’s', () => {
  const stopped = (order: string) =>
    server.app.get(Transactions).run(async () => {
      const message = { topic: 'identity.kinship-asked', bureau: 'identity', order, payload: {} } as const;
      const id = await server.app.get(Outbox).append(message);
      await server.app.get(Transactions).manager.update(OutboxMessageRow, { id }, { state: 'dead' });
      return id;
    });

  it.each(['replay', 'skip'] as const)(
    'is not theirs to %s; the try is on record, and it stays as it was',
    async (what) => {
      const { manager } = server.app.get(Transactions);
      const { own, guardian } = atHome;
      const theirs = await staffHeaders(server.url, 'J1003');
      for (const accountId of [own, guardian]) {
        const [row]: { id: string }[] = await manager.query('SELECT id FROM dependant WHERE account_id = ?', [
          accountId,
        ]);
        const id = await stopped(row?.id ?? '');
        const path = `/api/v1/staff/dead-letters/${id}/${what}`;
        const kept = await send(server, 'POST', path, { reason: '我来处理' }, theirs);
        expect([kept.status, kept.body.code]).toEqual([403, 'staff.own-or-kin']);
        expect(await manager.findOneByOrFail(OutboxMessageRow, { id })).toMatchObject({ state: 'dead', payload: {} });
        expect(await manager.countBy(AuditRow, { action: 'staff.kept-apart', object: `outbox-message:${id}` })).toBe(1);
        expect((await act(id, what, '同事处理')).status).toBe(204);
      }
      const others = await stopped(randomUUID());
      const free = await send(
        server,
        'POST',
        `/api/v1/staff/dead-letters/${others}/skip`,
        { reason: '不要了' },
        theirs,
      );
      expect(free.status).toBe(204);
    },
  );
});

describe('the state of the audit', () => {
  it('is sound for an auditor after all this, and is not a minute later when somebody changed a record', async () => {
    const auditor = await staffHeaders(server.url, 'J3001');
    await server.app.get(Jobs).wake('audit-seal');
    const sound = await send(server, 'GET', '/api/v1/staff/audit', undefined, auditor);
    expect(sound.body).toMatchObject({ sound: true, problems: [] });
    await server.app.get(Transactions).run(async () => {
      const { manager } = server.app.get(Transactions);
      await manager.update(AuditRow, { action: 'outbox-message.skipped' }, { actorId: 'J9999' });
    });
    const now = jest.spyOn(server.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + 61_000));
    const found = await send(server, 'GET', '/api/v1/staff/audit', undefined, auditor);
    now.mockRestore();
    expect(found.body).toMatchObject({ sound: false });
    expect((found.body.problems as string[]).join()).toContain('was changed');
  });
});

describe('the standards', () => {
  it('are all there with their sources, and marked where they are in force', async () => {
    const { body } = await send(server, 'GET', '/api/v1/staff/standards', undefined, operator);
    const items = body.items as { key: string; name: string; inForce: boolean; document: string }[];
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter(({ name }) => !/\p{Script=Han}/u.test(name))).toEqual([]);
    expect(items.every(({ document }) => document !== '')).toBe(true);
    expect(items.some(({ inForce }) => inForce) && items.some(({ inForce }) => !inForce)).toBe(true);
  });
});
