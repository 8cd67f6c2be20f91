import fc from 'fast-check';
import type { TaggedReply } from './etag';
import { REMEMBERED_MS, RememberedReads } from './remembered-reads';

/** By the clock alone something changes every so often. */
const PHASE_MS = 1000;
const NEXT_DAY = new Date(Date.UTC(2030, 0, 1));

interface Seen {
  readonly version: number;
  readonly phase: number;
}

/** Something that changes, told or not, and readings of it that end when the test says so; all by one clock. */
class World {
  ms = 0;
  begun = 0;
  private told = 0;
  private readonly versions = [{ version: 0, at: 0 }];
  private readonly ends: (() => void)[] = [];
  readonly reads: RememberedReads<string>;

  constructor() {
    jest.spyOn(performance, 'now').mockImplementation(() => this.ms);
    const clock = { now: () => new Date(this.ms), midnight: () => NEXT_DAY };
    this.reads = new RememberedReads(clock, async (ms) => {
      this.ms += ms;
    });
  }

  get now(): Seen {
    return { version: this.versionAt(this.ms), phase: Math.floor(this.ms / PHASE_MS) };
  }

  change({ told }: { readonly told: boolean }): void {
    const version = this.versions.length;
    this.versions.push({ version, at: this.ms });
    if (!told) return;
    this.told = version;
    this.reads.forget((about) => about === 'month');
  }

  /** What may be answered to whoever asks now. */
  due(): { readonly version: number; readonly phase: number } {
    const { phase } = this.now;
    return { version: Math.max(this.told, this.versionAt(this.ms - REMEMBERED_MS - 1)), phase };
  }

  ask(): Promise<TaggedReply> {
    return this.reads.read('month', 'month', () => {
      this.begun += 1;
      const body = this.now;
      const until = new Date((body.phase + 1) * PHASE_MS);
      return new Promise((resolve) => this.ends.push(() => resolve({ body, until })));
    });
  }

  /** The oldest reading that runs is over. */
  async end(): Promise<void> {
    this.ends.shift()?.();
    await settle();
  }

  async endAll(): Promise<void> {
    await settle();
    while (this.ends.length > 0) await this.end();
  }

  private versionAt(ms: number): number {
    return this.versions.findLast(({ at }) => at <= ms)?.version ?? 0;
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const bodyOf = (reply: TaggedReply): Seen => JSON.parse(reply.bytes.toString());

let world: World;

beforeEach(() => {
  world = new World();
});

afterEach(() => jest.restoreAllMocks());

/** Asks, lets every reading end, and reads the answer. */
async function asked(): Promise<Seen> {
  const answer = world.ask();
  await world.endAll();
  return bodyOf(await answer);
}

describe('what many read at once', () => {
  it('is read once for a thousand who ask while it is read, and once more only when it is too old', async () => {
    const answers = Array.from({ length: 1000 }, () => world.ask());
    await world.endAll();
    const replies = await Promise.all(answers);
    expect(world.begun).toBe(1);
    expect(new Set(replies.map(({ bytes }) => bytes)).size).toBe(1);
    world.ms = REMEMBERED_MS;
    await asked();
    expect(world.begun).toBe(1);
    world.ms = REMEMBERED_MS + 1;
    await asked();
    expect(world.begun).toBe(2);
  });

  it('is read anew after a change it is about, and not after another', async () => {
    await asked();
    world.reads.forget((about) => about === 'day');
    await asked();
    expect(world.begun).toBe(1);
    world.change({ told: true });
    expect(await asked()).toMatchObject({ version: 1 });
    expect(world.begun).toBe(2);
  });

  it('is not kept when it changed while it was being read, though whoever had asked before may have it', async () => {
    const before = world.ask();
    world.change({ told: true });
    const after = world.ask();
    await world.endAll();
    expect([bodyOf(await before).version, bodyOf(await after).version]).toEqual([0, 1]);
    expect(await asked()).toMatchObject({ version: 1 });
    expect(world.begun).toBe(2);
  });

  it('is not shown a millisecond past the instant at which it changes by itself', async () => {
    world.ms = PHASE_MS - 1;
    expect(await asked()).toMatchObject({ phase: 0 });
    world.ms = PHASE_MS;
    expect(await asked()).toMatchObject({ phase: 1 });
  });

  it('rests between two readings for three times as long as one takes, and for a tenth of a second at most', async () => {
    const slow = async (ms: number) => {
      world.change({ told: true });
      const answer = world.ask();
      await settle();
      const began = world.ms;
      world.ms += ms;
      await world.endAll();
      await answer;
      return began;
    };
    await slow(20);
    expect([await slow(5), await slow(80), await slow(0), await slow(0)]).toEqual([80, 100, 280, 280]);
  });

  it('that could not be read is asked for again by the next', async () => {
    const failing = world.reads.read('month', 'month', () => Promise.reject(new Error('no database')));
    await expect(failing).rejects.toThrow('no database');
    expect(await asked()).toMatchObject({ version: 0 });
  });

  it('does not grow with what was asked for once', async () => {
    const work = async () => ({ body: {} });
    const first = await world.reads.read('0', 'day', work);
    for (let key = 1; key < 600; key += 1) await world.reads.read(String(key), 'day', work);
    expect(first.isCurrent()).toBe(false);
    expect((await world.reads.read('599', 'day', work)).isCurrent()).toBe(true);
  });
});

const act = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ do: 'ask' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'end' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), told: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1, 20, 150, REMEMBERED_MS, 700) }),
  },
);

it('whatever happens meanwhile, an answer is at most 300 ms old, from after one’s own act, and true of the time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
      world = new World();
      const answers: { readonly due: Seen; readonly reply: Promise<TaggedReply> }[] = [];
      for (const next of acts) {
        if (next.do === 'ask') answers.push({ due: world.due(), reply: world.ask() });
        else if (next.do === 'end') await world.end();
        else if (next.do === 'change') world.change(next);
        else world.ms += next.ms;
        await settle();
      }
      await world.endAll();
      for (const { due, reply } of answers) {
        const { version, phase } = bodyOf(await reply);
        expect(version).toBeGreaterThanOrEqual(due.version);
        expect(phase).toBeGreaterThanOrEqual(due.phase);
      }
    }),
    { numRuns: 200 },
  );
});
