import { createHash, createHmac } from 'node:crypto';
import { type Arrived, CallbackReceiver } from './_fixtures/bff';
import { Callbacks } from './_kit/callbacks';
import { readKey } from './_kit/signature';

const KEY = `from-test:${Buffer.alloc(32, 7).toString('base64')}`;

let bff: CallbackReceiver;
let callbacks: Callbacks;

beforeEach(async () => {
  bff = new CallbackReceiver();
  callbacks = new Callbacks({ bureau: 'social-assistance', bffUrl: await bff.start(), key: readKey(KEY) });
});
afterEach(async () => {
  callbacks.stop();
  await bff.stop();
});

async function untilTrue(condition: () => boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('waited 30 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const header = ({ headers }: Arrived, name: string): string => String(headers[name]);

/** As the transport document says, written out a second time. */
function signatureBySpecification(arrived: Arrived): string {
  const names = ['key-id', 'timestamp', 'nonce', 'event-id'];
  const digest = createHash('sm3').update(arrived.raw).digest('hex');
  const lines = ['POST', arrived.path, ...names.map((name) => header(arrived, name)), digest];
  return createHmac('sm3', Buffer.alloc(32, 7)).update(lines.join('\n')).digest('hex');
}

describe('a callback', () => {
  it('is signed as the transport document says, and carries type, time and data', async () => {
    callbacks.tell('case-1', { type: 'SL', data: { wbywh: 'case-1' } });
    await untilTrue(() => bff.arrived.length === 1);
    const [first] = bff.arrived as [Arrived];
    expect(first.path).toBe('/api/v1/bureau-callbacks/social-assistance');
    expect(header(first, 'key-id')).toBe('from-test');
    expect(header(first, 'signature')).toBe(signatureBySpecification(first));
    expect(first.message).toEqual({
      type: 'SL',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
      data: { wbywh: 'case-1' },
    });
  });

  it('is sent again until 200: the same event and message, a fresh nonce and signature', async () => {
    bff.answers = [503, 401];
    const eventId = callbacks.tell('case-1', { type: 'SL', data: {} });
    await untilTrue(() => bff.arrived.length === 1);
    expect(callbacks.find(eventId)).toMatchObject({ state: 'waiting', attempts: 1 });
    callbacks.hurry();
    await untilTrue(() => bff.arrived.length === 2);
    await untilTrue(() => callbacks.find(eventId)?.lastAnswer === '401');
    callbacks.hurry();
    await untilTrue(() => callbacks.find(eventId)?.state === 'delivered');
    expect(new Set(bff.arrived.map((each) => header(each, 'event-id')))).toEqual(new Set([eventId]));
    expect(new Set(bff.arrived.map((each) => header(each, 'nonce'))).size).toBe(3);
    expect(new Set(bff.arrived.map((each) => each.raw)).size).toBe(1);
  });

  it('comes again by itself a second after it was not taken', async () => {
    bff.answers = [500];
    const eventId = callbacks.tell('case-1', { type: 'SL', data: {} });
    await untilTrue(() => callbacks.find(eventId)?.state === 'delivered');
    expect(bff.arrived).toHaveLength(2);
  });

  it('stops when the platform does not understand it, and lets the next one go', async () => {
    bff.answers = [422];
    const first = callbacks.tell('case-1', { type: 'NONSENSE', data: {} });
    const second = callbacks.tell('case-1', { type: 'SL', data: {} });
    await untilTrue(() => callbacks.find(second)?.state === 'delivered');
    expect(callbacks.find(first)).toMatchObject({ state: 'returned', attempts: 1, lastAnswer: '422' });
  });

  it('waits for the one before it of the same case, and for none of another case', async () => {
    bff.answers = [500];
    callbacks.tell('case-1', { type: 'SL', data: {} });
    callbacks.tell('case-1', { type: 'RH', data: {} });
    await untilTrue(() => bff.arrived.length === 1);
    callbacks.tell('case-2', { type: 'GS', data: {} });
    await untilTrue(() => bff.arrived.length === 4);
    const types = bff.arrived.map(({ message }) => message.type);
    expect(types.filter((type) => type !== 'GS')).toEqual(['SL', 'SL', 'RH']);
    expect(types.indexOf('GS')).toBeLessThan(types.indexOf('RH'));
  });

  it('outlives a restart: what waits is sent by the next process under the same event id', async () => {
    bff.answers = [500];
    const eventId = callbacks.tell('case-1', { type: 'SL', data: {} });
    await untilTrue(() => callbacks.find(eventId)?.lastAnswer === '500');
    const saved = JSON.parse(JSON.stringify(callbacks.save()));
    callbacks.reset();
    callbacks.load(saved);
    await untilTrue(() => callbacks.find(eventId)?.state === 'delivered');
    expect(bff.arrived.map((each) => header(each, 'event-id'))).toEqual([eventId, eventId]);
  });
});

describe('a callback spoiled on purpose', () => {
  it.each(['signature', 'body'] as const)('with another %s does not verify', async (tampering) => {
    await callbacks.sendOnce({ type: 'SL', data: {} }, 'event-0001', tampering);
    const [arrived] = bff.arrived as [Arrived];
    expect(header(arrived, 'signature')).not.toBe(signatureBySpecification(arrived));
  });

  it('of an old time or another key verifies over just that', async () => {
    await callbacks.sendOnce({ type: 'SL', data: {} }, 'event-0001', 'timestamp');
    await callbacks.sendOnce({ type: 'SL', data: {} }, 'event-0001', 'key');
    const [old, other] = bff.arrived as [Arrived, Arrived];
    expect(Number(header(old, 'timestamp'))).toBeLessThan(Date.now() / 1000 - 3_000);
    expect(header(other, 'key-id')).toBe('from-test-other');
    for (const each of bff.arrived) expect(header(each, 'signature')).toBe(signatureBySpecification(each));
  });

  it('replayed is the very same request twice', async () => {
    bff.answers = [200, 409];
    expect(await callbacks.sendOnce({ type: 'SL', data: {} }, 'event-0001', 'replay')).toBe(409);
    const [first, second] = bff.arrived as [Arrived, Arrived];
    expect(header(second, 'nonce')).toBe(header(first, 'nonce'));
  });
});
