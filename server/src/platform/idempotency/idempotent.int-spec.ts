import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { TeaCup } from '../../../test/tea-house';
import { startTeaHouseServer, Tables, type TeaHouseServer } from '../../../test/tea-house-server';
import { Transactions } from '../database/transactions';

let database: TestDatabase;
let server: TeaHouseServer;

beforeAll(async () => {
  database = await emptyDatabase();
  server = await startTeaHouseServer(database);
});

beforeEach(async () => {
  await server.app.get(Transactions).manager.clear(TeaCup);
});

afterAll(async () => {
  await server.stop();
  await database.remove();
});

let keys = 0;
const newKey = () => {
  keys += 1;
  return `key-${String(keys).padStart(8, '0')}`;
};

const green = { tea: 'green', sips: 3 };

interface Sent {
  readonly guest?: string | undefined;
  readonly table?: string;
  readonly key?: string | undefined;
  readonly body?: unknown;
}

async function order(sent: Sent = {}) {
  const { guest = 'guest-1', table = 'guest-1', key, body = green } = sent;
  const answer = await fetch(`${server.url}/tables/${table}/orders`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(guest === '' ? {} : { authorization: `Bearer ${guest}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const { code } = JSON.parse(text) as { code?: string };
  return { status: answer.status, text, code };
}

const cups = () => server.app.get(Transactions).manager.count(TeaCup);

describe('what is looked at first', () => {
  const nothing = { key: undefined, body: { tea: 7 } };

  it.each([
    ['who is calling', { ...nothing, guest: '', table: 'guest-2' }, 401, 'session.required'],
    ['whose thing it is', { ...nothing, table: 'guest-2' }, 404, undefined],
    ['the key', nothing, 400, 'idempotency.key-required'],
    ['the body', { ...nothing, key: 'key-that-is-good' }, 400, 'request.invalid'],
  ])('is %s, whatever else is wrong', async (_what, sent, status, code) => {
    const answer = await order(sent);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.code).toBe(code);
    expect(await cups()).toBe(0);
  });

  it.each(['short', 'x'.repeat(256), 'with space', 'schlüssel-1', '张三的钥匙张三'])(
    'a key that is none of 8 to 255 visible characters is refused: %s',
    async (key) => {
      const answer = await order({ key: Buffer.from(key).toString('latin1') });
      expect([answer.status, answer.code]).toEqual([400, 'idempotency.key-invalid']);
    },
  );
});

describe('an order', () => {
  it('sent a hundred times at once is made once and answered alike, status and all', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 100 }, () => order({ key })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await cups()).toBe(1);
  });

  it('whose fields come in another order is the same order', async () => {
    const key = newKey();
    const first = await order({ key });
    expect(await order({ key, body: '{"sips":3,"tea":"green"}' })).toEqual(first);
    expect(await cups()).toBe(1);
  });

  it.each([
    ['another body', { body: { tea: 'black', sips: 3 } }],
    ['a body that is no order at all', { body: { tea: 7 } }],
  ])('under a used key with %s is refused as another one', async (_what, other) => {
    const key = newKey();
    await order({ key });
    const answer = await order({ key, ...other });
    expect([answer.status, answer.code]).toEqual([422, 'idempotency.other-body']);
    expect(await cups()).toBe(1);
  });

  it('at a table that was taken away when the guest had been let in is asked for again inside the transaction', async () => {
    const guest = 'guest-3';
    server.app.get(Tables).takenBehind.add(guest);
    const answer = await order({ key: newKey(), guest, table: guest });
    expect([answer.status, await cups()]).toEqual([404, 0]);
  });

  it('of another guest under the same key is their own', async () => {
    const key = newKey();
    const mine = await order({ key });
    const theirs = await order({ key, guest: 'guest-2', table: 'guest-2' });
    expect(theirs.status).toBe(202);
    expect(theirs.text).toContain('guest-2');
    expect(theirs.text).not.toBe(mine.text);
  });

  it.each([
    ['refused', { tea: 'sold out', sips: 1 }, 409],
    ['that fell over us', { tea: 'spilt', sips: 1 }, 500],
    ['that was filled in wrongly', { tea: 'green' }, 400],
  ])('%s leaves nothing, and its key may still be used for a yes', async (_what, body, status) => {
    const key = newKey();
    expect((await order({ key, body })).status).toBe(status);
    expect((await order({ key, body })).status).toBe(status);
    expect(await cups()).toBe(0);
    expect((await order({ key })).status).toBe(202);
    expect(await cups()).toBe(1);
  });
});
