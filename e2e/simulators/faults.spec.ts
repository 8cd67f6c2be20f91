import { aWorld, type RunningWorld } from './_fixtures/a-world';
import { example } from './_fixtures/examples';

const FILE = '/shjz/v2/aj';

interface Journal {
  readonly deliveries: readonly { status: number | 'none'; fault?: string; repeated?: boolean; eventId?: string }[];
  readonly effects: readonly { kind: string; facts: Record<string, string> }[];
}

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('/__sim/reset', {});
});

const file = (eventId = 'message-0001') =>
  world.call('social-assistance', FILE, example('social-assistance', 'file-case.request'), { eventId });
const fault = (given: Record<string, unknown>) =>
  world.control('/__sim/faults', { bureau: 'social-assistance', count: 1, ...given });
const journal = () => world.read<Journal>('/__sim/journal?bureau=social-assistance');

describe('a fault for one part of a bureau', () => {
  it('meets the requests to it alone, and leaves its turn to no other', async () => {
    await fault({ fault: 'error-500', path: '/common/' });
    expect((await file()).status).toBe(200);
    const { wbywh } = example('social-assistance', 'file-case.request');
    const tell = () =>
      world.call('social-assistance', `/common/v1/cases/${wbywh}/messages`, example('common-messages', 'agent'));
    expect((await tell()).status).toBe(500);
    expect((await tell()).status).toBe(200);
  });

  it('meets a message once, and the next one again, when it is told so', async () => {
    await fault({ fault: 'error-500', path: FILE, count: 2, oncePerKey: true });
    const statuses = [];
    for (const key of ['message-0001', 'message-0001', 'message-0002', 'message-0002']) {
      statuses.push((await file(key)).status);
    }
    expect(statuses).toEqual([500, 200, 500, 409]);
  });
});

describe('a fault without an effect', () => {
  it.each([
    ['reset', /fetch failed/],
    ['black-hole', /timeout|aborted/i],
  ])('%s: the connection ends, nothing is filed, and the next try files it', async (kind, message) => {
    await fault({ fault: kind });
    await expect(file()).rejects.toThrow(message);
    expect((await journal()).effects).toEqual([]);
    expect((await file()).status).toBe(200);
    expect((await journal()).deliveries.map(({ status }) => status)).toEqual(['none', 200]);
  });

  it('error-500 and error-in-200 speak the bureau’s words and file nothing', async () => {
    await fault({ fault: 'error-500' });
    const broken = await file();
    expect([broken.status, await broken.json()]).toEqual([500, example('social-assistance', 'answer-500')]);
    await fault({ fault: 'error-in-200' });
    const lying = await file();
    expect([lying.status, await lying.json()]).toEqual([200, example('social-assistance', 'answer-500')]);
    expect((await journal()).effects).toEqual([]);
  });

  it('dead refuses connections until it comes back, and reaches no journal', async () => {
    await fault({ fault: 'dead', count: undefined, untilReset: true });
    await expect(file()).rejects.toThrow(/fetch failed/);
    expect((await world.call('identity', '/rzfw/v1/smhy', example('identity', 'verify.request'))).status).toBe(200);
    expect((await journal()).deliveries).toEqual([]);
    await world.control('/__sim/reset', { bureau: 'social-assistance' });
    expect((await file()).status).toBe(200);
  });

  it('dead for a while comes back by itself', async () => {
    await fault({ fault: 'dead', count: undefined, ms: 1_500 });
    await expect(file()).rejects.toThrow(/fetch failed/);
    const end = performance.now() + 30_000;
    let reply: Response | undefined;
    while (!reply && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      reply = await file().catch(() => undefined);
    }
    expect(reply?.status).toBe(200);
  });
});

describe('a bureau that is well again', () => {
  it('knows every case it had, and does not file one twice', async () => {
    await file();
    await fault({ fault: 'dead', count: undefined, untilReset: true });
    await expect(file()).rejects.toThrow(/fetch failed/);
    await fault({ fault: 'error-500', count: 5 });
    await world.control('/__sim/faults/end', { bureau: 'social-assistance' });
    expect((await file()).status).toBe(200);
    expect((await journal()).effects).toHaveLength(1);
  });
});

describe('a fault after the effect', () => {
  it('cut-reply: filed once; the same key gets the first answer, and the journal tells two deliveries of one effect', async () => {
    await fault({ fault: 'cut-reply' });
    await expect(file()).rejects.toThrow(/fetch failed/);
    const again = await file();
    expect(again.status).toBe(200);
    const { deliveries, effects } = await journal();
    expect(effects).toHaveLength(1);
    expect(deliveries).toMatchObject([
      { status: 'none', fault: 'cut-reply' },
      { status: 200, repeated: true },
    ]);
  });

  it('half-json is no JSON, gbk is no UTF-8 but GBK, accepted-202 says later; each has filed', async () => {
    await fault({ fault: 'half-json' });
    await expect((await file('message-half')).json()).rejects.toThrow();
    await world.control('/__sim/reset', {});
    await fault({ fault: 'gbk' });
    const bytes = await (await file('message-gbk')).arrayBuffer();
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    expect(JSON.parse(new TextDecoder('gbk').decode(bytes))).toMatchObject({ jgms: '成功' });
    await world.control('/__sim/reset', {});
    await fault({ fault: 'accepted-202' });
    const later = await file('message-later');
    expect([later.status, await later.json()]).toEqual([202, example('social-assistance', 'file-case.answer-202')]);
    expect((await journal()).effects).toHaveLength(1);
  });

  it('slow-drip never comes to an end in time, and has filed', async () => {
    await fault({ fault: 'slow-drip' });
    const reply = await file();
    expect(reply.status).toBe(200);
    await expect(reply.json()).rejects.toThrow(/timeout|aborted/i);
    const again = await file();
    expect(await again.json()).toMatchObject({ jgdm: '0000' });
    expect((await journal()).effects).toHaveLength(1);
  });

  it('latency delays by so much and then does everything', async () => {
    await fault({ fault: 'latency', ms: 300 });
    const before = performance.now();
    expect((await file()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(295);
  });
});

describe('faults', () => {
  it('meet as many requests as counted, in order, and then end', async () => {
    await fault({ fault: 'error-500', count: 2 });
    await fault({ fault: 'error-in-200' });
    const statuses = [];
    for (let time = 0; time < 4; time++) statuses.push((await file(`message-000${time}`)).status);
    expect(statuses).toEqual([500, 500, 200, 200]);
    expect((await journal()).deliveries.map((delivery) => delivery.fault)).toEqual([
      'error-500',
      'error-500',
      'error-in-200',
      undefined,
    ]);
  });

  it.each([
    [{ bureau: 'nobody', fault: 'reset', count: 1 }],
    [{ bureau: 'wechat', fault: 'fire', count: 1 }],
    [{ bureau: 'wechat', fault: 'reset' }],
    [{ bureau: 'wechat', fault: 'reset', count: 0 }],
    [{ bureau: 'wechat', fault: 'dead', count: 2 }],
  ])('are refused when they make no sense: %j', async (given) => {
    expect((await world.control('/__sim/faults', given)).status).toBe(400);
    expect(await world.read('/__sim/faults')).toEqual([]);
  });
});
