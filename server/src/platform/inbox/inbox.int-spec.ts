import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bureauEnv, type CallbackParts, newKey, sendCallback } from '../../../test/callback';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { sendKey } from '../../../test/local-bureau';
import { TeaCup } from '../../../test/tea-house';
import { startTeaHouseServer, type TeaHouseServer } from '../../../test/tea-house-server';
import { BureauNonsense } from '../bureau-http/bureau-answer';
import { Transactions } from '../database/transactions';
import { type CallbackEvent, CallbackHandler, type CallbackOutcome, HandlesCallbacks } from './callback-handler';
import { InboxEvent } from './inbox-event.entity';
import { InboxNonce } from './inbox-nonce.entity';
import { NonceSweep } from './nonce-sweep.job';

/** Pours what it is told to pour. */
@Injectable()
@HandlesCallbacks('social-assistance')
class TeaCallbacks extends CallbackHandler {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async handle({ id, type, at, body }: CallbackEvent): Promise<CallbackOutcome> {
    const { name } = body as { name: string };
    if (type === 'drunk' && (await this.poured(name)) === 0) return 'too-early';
    if (type === 'sold-out') return 'not-applicable';
    await this.transactions.manager.insert(TeaCup, { id: randomUUID(), label: null, sips: at.getUTCHours() });
    await this.transactions.manager.insert(TeaCup, { id, label: `${name} ${type}`, sips: 0 });
    if (type === 'unreadable') throw new BureauNonsense('social-assistance', 'sum');
    if (type === 'broken') throw new Error('the pot broke');
    return 'applied';
  }

  override async unreadable({ body }: CallbackEvent): Promise<void> {
    const { name } = body as { name: string };
    if (name === 'oolong')
      await this.transactions.manager.insert(TeaCup, { id: randomUUID(), label: 'asked', sips: 0 });
  }

  private poured(name: string): Promise<number> {
    return this.transactions.manager.countBy(TeaCup, { label: `${name} poured` });
  }
}

const NOW_MS = Date.parse('2026-11-26T01:15:00Z');
let database: TestDatabase;
let server: TeaHouseServer;
let logs: string;

beforeAll(async () => {
  database = await emptyDatabase();
  server = await startTeaHouseServer(database, {
    env: { ...bureauEnv, CLOCK_AT: '2026-11-26T01:15:00Z' },
    providers: [TeaCallbacks],
    log: (line) => {
      logs += line;
    },
  });
});

beforeEach(async () => {
  for (const each of [TeaCup, InboxEvent, InboxNonce]) await manager().deleteAll(each);
  logs = '';
});

afterAll(async () => {
  await server.stop();
  await database.remove();
});

const send = (parts?: CallbackParts) => sendCallback(server.url, NOW_MS, parts);
const manager = () => server.app.get(Transactions).manager;

async function poured(): Promise<string[]> {
  const cups = await manager().find(TeaCup);
  return cups.flatMap(({ label }) => label ?? []).sort();
}

async function kept(): Promise<string[]> {
  return (await manager().find(InboxEvent)).map(({ outcome }) => outcome).sort();
}

describe('a callback', () => {
  it('is taken: what it changes, the event and its nonce are there when 200 is said', async () => {
    const response = await send();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'received' });
    expect(await poured()).toEqual(['green poured']);
    expect(await kept()).toEqual(['applied']);
    expect(await manager().count(InboxNonce)).toBe(1);
    expect((await manager().findOneByOrFail(TeaCup, { sips: 1 })).label).toBeNull(); // 09:12 in Tianjin
  });

  it('is kept sealed: nothing of it can be read in the database, and nothing is in the log', async () => {
    await send({ data: { name: '张三金丝雀' }, type: 'sold-out' });
    const [row] = await manager().find(InboxEvent);
    expect(row?.body.includes(Buffer.from('张三金丝雀'))).toBe(false);
    expect(logs).toContain('callback not-applicable');
    expect(logs).not.toContain('金丝雀');
  });

  it('that is retransmitted with a fresh nonce is answered 200 and changes nothing', async () => {
    const eventId = randomUUID();
    const statuses = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await send({ eventId })).status);
    expect(statuses).toEqual([200, 200, 200]);
    expect(await poured()).toEqual(['green poured']);
    expect(await manager().count(InboxNonce)).toBe(3);
  });

  it('whose nonce was used before is a replay: 409 and no change, also with another event', async () => {
    const nonce = randomUUID();
    const eventId = randomUUID();
    expect((await send({ nonce, eventId })).status).toBe(200);
    const replay = await send({ nonce, eventId });
    expect(replay.status).toBe(409);
    expect(await replay.json()).toMatchObject({ code: 'callback.nonce-reused' });
    expect((await send({ nonce, data: { name: 'black' } })).status).toBe(409);
    expect(await poured()).toEqual(['green poured']);
    expect(logs).toContain('nonce-reused');
  });

  it('sent fifty times at once, each with a nonce of its own, is handled once and answered 200 every time', async () => {
    const eventId = randomUUID();
    const responses = await Promise.all(Array.from({ length: 50 }, () => send({ eventId })));
    expect(responses.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(await poured()).toEqual(['green poured']);
    expect(await kept()).toEqual(['applied']);
  });

  it('sent fifty times at once with one nonce is handled once and refused 49 times', async () => {
    const parts = { eventId: randomUUID(), nonce: randomUUID() };
    const responses = await Promise.all(Array.from({ length: 50 }, () => send(parts)));
    const statuses = responses.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(49).fill(409)]);
    expect(await poured()).toEqual(['green poured']);
  });
});

describe('a forged callback', () => {
  const otherKey = { id: 'receive-2', key: Buffer.alloc(32, 4) };
  const without = (name: string) => (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
  const seconds = NOW_MS / 1000;
  const right = { type: 'poured', at: '2026-11-26T09:12:40+08:00', data: { name: 'green' } };

  it.each<[string, CallbackParts]>([
    ['without a signature', { spoil: without('signature') }],
    ['without a key id', { spoil: without('key-id') }],
    ['without a timestamp', { spoil: without('timestamp') }],
    ['without a nonce', { spoil: without('nonce') }],
    ['without an event id', { spoil: without('event-id') }],
    ['with a wrong signature', { spoil: (headers) => ({ ...headers, signature: 'f'.repeat(64) }) }],
    [
      'with half a signature',
      { spoil: (headers) => ({ ...headers, signature: headers.signature?.slice(0, 32) ?? '' }) },
    ],
    ['signed with another bureau’s key', { key: otherKey }],
    ['signed with another bureau’s key under the right id', { key: otherKey, keyId: 'receive-1' }],
    ['signed with our own sending key', { key: sendKey }],
    ['signed with our own sending key under the right id', { key: sendKey, keyId: 'receive-1' }],
    ['signed with the right key under another id', { keyId: 'receive-2' }],
    ['of a bureau that is not connected', { bureau: 'means-verification' }],
    ['of a bureau nobody knows', { bureau: 'tea-bureau' }],
    ['301 s old', { timestamp: String(seconds - 301) }],
    ['301 s ahead', { timestamp: String(seconds + 301) }],
    ['with a time that is none', { timestamp: 'now' }],
    ['with a time of more digits', { timestamp: `${seconds}000` }],
    ['with a fresher time than was signed', { spoil: (headers) => ({ ...headers, timestamp: String(seconds + 1) }) }],
    ['with a fresher nonce than was signed', { spoil: (headers) => ({ ...headers, nonce: randomUUID() }) }],
    ['with another event id than was signed', { spoil: (headers) => ({ ...headers, 'event-id': randomUUID() }) }],
    ['with another body than was signed', { spoiledBody: JSON.stringify({ ...right, data: { name: 'black' } }) }],
    [
      'with the same JSON in another order',
      { spoiledBody: JSON.stringify(Object.fromEntries(Object.entries(right).reverse())) },
    ],
    ['with a space more than was signed', { spoiledBody: ` ${JSON.stringify(right)}` }],
    ['with a query that was not signed', { query: '?x=1' }],
    ['with too short a nonce', { nonce: 'n'.repeat(15) }],
    ['with too short an event id', { eventId: 'e'.repeat(7) }],
    ['unsigned and not even JSON', { spoil: without('signature'), spoiledBody: '{' }],
  ])('%s is refused like every other, and changes nothing', async (_name, parts) => {
    const response = await send(parts);
    const { traceId: _trace, ...problem } = (await response.json()) as Record<string, unknown>;
    expect([response.status, problem]).toEqual([
      401,
      {
        type: 'urn:jinmen:problem:callback.not-accepted',
        title: 'Unauthorized',
        status: 401,
        code: 'callback.not-accepted',
        detail: '签名没有通过，这条消息没有收下。',
      },
    ]);
    expect(await poured()).toEqual([]);
    expect(await manager().count(InboxNonce)).toBe(0);
    expect(logs).toContain('callback refused');
  });

  it('that says nothing at all is refused like every other', async () => {
    const nothing = await fetch(`${server.url}/api/v1/bureau-callbacks/social-assistance`, { method: 'POST' });
    expect([nothing.status, ((await nothing.json()) as { code: string }).code]).toEqual([401, 'callback.not-accepted']);
  });

  it.each([-300, 300])('is none that is only %d s away', async (away) => {
    expect((await send({ timestamp: String(seconds + away) })).status).toBe(200);
  });
});

describe('a callback that does not fit', () => {
  it('is kept and answered 200 when it never will, and is not asked about again', async () => {
    const eventId = randomUUID();
    expect((await send({ type: 'sold-out', eventId })).status).toBe(200);
    expect((await send({ type: 'sold-out', eventId })).status).toBe(200);
    expect(await kept()).toEqual(['not-applicable']);
    expect(logs.match(/callback not-applicable/g)).toHaveLength(1);
  });

  it('is not lost when it came before its time: the bureau is asked to send it later, and then it counts', async () => {
    const eventId = randomUUID();
    const early = await send({ type: 'drunk', eventId });
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await kept()).toEqual([]);
    await send({ type: 'poured' });
    expect((await send({ type: 'drunk', eventId })).status).toBe(200);
    expect(await poured()).toEqual(['green drunk', 'green poured']);
  });

  it.each<[string, CallbackParts]>([
    ['breaks the bureau’s document', { type: 'unreadable' }],
    ['is no JSON', { body: '{"type":' }],
    ['is no object', { body: '[]' }],
    ['has no type', { body: '{"at":"2026-11-26T09:12:40+08:00"}' }],
    ['has a type made to be logged', { type: 'a\nb' }],
    ['has a time without an offset', { body: '{"type":"poured","at":"2026-11-26T09:12:40","data":{}}' }],
    ['has a time that does not exist', { body: '{"type":"poured","at":"2026-11-26T29:12:40+08:00","data":{}}' }],
  ])('because it %s is kept for a person, changes nothing, and is handed back', async (_what, parts) => {
    const eventId = randomUUID();
    for (let times = 0; times < 2; times += 1) {
      const response = await send({ ...parts, eventId });
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        422,
        'callback.unreadable',
      ]);
    }
    expect(await poured()).toEqual([]);
    expect(await kept()).toEqual(['unreadable']);
  });

  it('that cannot be read is told to its handler once, together with being kept', async () => {
    const eventId = randomUUID();
    for (let times = 0; times < 2; times += 1) {
      expect((await send({ type: 'unreadable', data: { name: 'oolong' }, eventId })).status).toBe(422);
    }
    expect(await poured()).toEqual(['asked']);
    expect(await kept()).toEqual(['unreadable']);
  });

  it('because we failed is not kept, so that its retransmission is taken', async () => {
    const eventId = randomUUID();
    expect((await send({ type: 'broken', eventId })).status).toBe(500);
    expect(await kept()).toEqual([]);
    expect(await manager().count(InboxNonce)).toBe(0);
    expect(await poured()).toEqual([]);
    expect((await send({ type: 'poured', eventId })).status).toBe(200);
  });

  it('signed with the old key or the new is taken while a bureau changes over, and never under the other’s id', async () => {
    const bureau = 'disability-benefits';
    const key = { id: 'receive-2', key: Buffer.alloc(32, 4) };
    expect((await send({ bureau, key })).status).toBe(200);
    expect((await send({ bureau, key: newKey })).status).toBe(200);
    expect((await send({ bureau, key: newKey, keyId: key.id })).status).toBe(401);
  });

  it('of a bureau nobody listens to is kept', async () => {
    const key = { id: 'receive-2', key: Buffer.alloc(32, 4) };
    expect((await send({ bureau: 'disability-benefits', key })).status).toBe(200);
    expect(await kept()).toEqual(['not-applicable']);
  });
});

describe('nonces', () => {
  it('are kept for half an hour and then forgotten', async () => {
    await send();
    await send({ data: { name: 'black' } });
    const sweep = server.app.get(NonceSweep);
    await sweep.sweep();
    expect(await manager().count(InboxNonce)).toBe(2);
    const [old] = await manager().find(InboxNonce);
    await manager().update(InboxNonce, { nonce: old?.nonce ?? '' }, { seenAt: new Date(Date.now() - 31 * 60_000) });
    await sweep.sweep();
    expect(await manager().count(InboxNonce)).toBe(1);
  });
});
