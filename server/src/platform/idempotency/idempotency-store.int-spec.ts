import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { EntityManager } from 'typeorm';
import { openPlatform, type PlatformProcess, startPlatform } from '../../../test/platform-house';
import { DataKeys, type KeyPurpose, type KeyRing } from '../sealing/data-keys';
import { Idempotency } from './idempotency';
import { IdempotencyKey } from './idempotency-key.entity';
import { type Answer, type IdempotencyScope, IdempotencyStore } from './idempotency-store';

let platform: Awaited<ReturnType<typeof openPlatform>>;

beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(() => platform.stop());
beforeEach(() => platform.transactions.manager.clear(IdempotencyKey));

const scopeOf = (key: string, fingerprint = 'green tea'): IdempotencyScope => ({
  subject: 'resident:1',
  route: 'POST /tea',
  key,
  fingerprint,
});

/** As `npm run keys -- add index` and `use` leave them: the old key is still there, behind the new one. */
class ChangedKeys extends DataKeys {
  isChanged = false;
  private readonly added = { id: 2, secret: randomBytes(32) };

  constructor() {
    const random = DataKeys.random();
    const [sealing, index, audit] = [random.ring('sealing'), random.ring('index'), random.ring('audit')];
    super({ sealing, index, audit, 'session-token': random.ring('session-token') });
  }

  override ring(purpose: KeyPurpose): KeyRing {
    const ring = super.ring(purpose);
    return this.isChanged && purpose === 'index' ? { current: this.added, all: [this.added, ...ring.all] } : ring;
  }
}

/** Claims all at once and answers what is new; each key's answer, and whether it is of this batch. */
function batch(scopes: readonly IdempotencyScope[], by: string, where: PlatformProcess = platform) {
  const store = where.module.get(IdempotencyStore);
  return where.transactions.run(async () => {
    const claims = await store.claimAll(scopes, 2000);
    const answer: Answer = { status: 201, body: by };
    await store.keepAll(claims.flatMap(({ id }) => (id === undefined ? [] : [{ id, answer }])));
    return claims.map(({ earlier }) => ({ answer: earlier?.answer ?? answer, isNew: !earlier, same: earlier?.same }));
  });
}

async function countedReplays(): Promise<Readonly<Record<string, number>>> {
  const rows = await platform.transactions.manager.find(IdempotencyKey);
  return Object.fromEntries(rows.map(({ requestKey, replays }) => [requestKey, replays]));
}

it('a batch claims what is new and is told what came of the rest, each in its place', async () => {
  await batch([scopeOf('b'), scopeOf('d')], 'first');
  const found = await batch([scopeOf('d', 'black tea'), scopeOf('a'), scopeOf('b'), scopeOf('c')], 'second');
  expect(found.map(({ answer, isNew, same }) => [answer.body, isNew, same])).toEqual([
    ['first', false, false],
    ['second', true, undefined],
    ['first', false, true],
    ['second', true, undefined],
  ]);
});

it('whatever is told again was written to, by whichever way it was found', async () => {
  const store = platform.module.get(IdempotencyStore);
  await batch([scopeOf('a'), scopeOf('b'), scopeOf('c')], 'first');
  await batch([scopeOf('a')], 'second');
  const [, found, none] = await platform.transactions.run(async () => {
    const earlier = await store.findAll([scopeOf('a'), scopeOf('b'), scopeOf('z')]);
    await store.replayed(earlier.flatMap((each) => (each ? [each.id] : [])));
    return earlier;
  });
  expect([found?.answer, none]).toEqual([{ status: 201, body: 'first' }, undefined]);
  expect(await countedReplays()).toEqual({ a: 2, b: 1, c: 0 });
  const again = await platform.module.get(Idempotency).once(scopeOf('c'), () => Promise.reject(new Error('not again')));
  expect(again).toEqual({ status: 201, body: 'first', replayed: true });
  expect(await countedReplays()).toEqual({ a: 2, b: 1, c: 1 });
});

it('a batch that is undone leaves nothing, and an empty one does nothing', async () => {
  const store = platform.module.get(IdempotencyStore);
  const undone = platform.transactions.run(async () => {
    await store.claimAll([scopeOf('a'), scopeOf('b')], 2000);
    throw new Error('spilt');
  });
  await expect(undone).rejects.toThrow('spilt');
  expect(await countedReplays()).toEqual({});
  expect([await store.claimAll([], 2000), await store.findAll([])]).toEqual([[], []]);
  await store.keepAll([]);
  await store.replayed([]);
});

it('the same wish is known again when the index key was changed since, and another is not taken for it', async () => {
  const keys = new ChangedKeys();
  const turning = await openPlatform({ replaced: [[DataKeys, keys]] });
  try {
    await batch([scopeOf('a')], 'first', turning);
    keys.isChanged = true;
    const found = await batch([scopeOf('a'), scopeOf('b')], 'second', turning);
    expect(found.map(({ isNew, same }) => [isNew, same])).toEqual([
      [false, true],
      [true, undefined],
    ]);
    const other = await batch([scopeOf('a', 'black tea'), scopeOf('b', 'black tea')], 'third', turning);
    expect(other.map(({ same }) => same)).toEqual([false, false]);
  } finally {
    await turning.stop();
  }
});

it('one key twice in a batch is a mistake of whoever made the batch', async () => {
  await expect(batch([scopeOf('a'), scopeOf('a', 'black tea')], 'first')).rejects.toThrow('one key twice');
  expect(await countedReplays()).toEqual({});
});

it('a batch takes its keys in one order, however they came, so that two batches never wait for each other', async () => {
  const asked = jest.spyOn(EntityManager.prototype, 'query');
  const keysAsked = async (...keys: readonly string[]) => {
    asked.mockClear();
    await batch(
      keys.map((key) => scopeOf(key)),
      'first',
    );
    const [, values = []] = asked.mock.calls.find(([sql]) => sql.startsWith('INSERT INTO idempotency_key')) ?? [];
    return values.filter((value: unknown) => keys.some((key) => key === value));
  };
  try {
    expect(await keysAsked('c', 'a', 'd', 'b')).toEqual(['a', 'b', 'c', 'd']);
    expect(await keysAsked('b', 'd', 'a', 'c')).toEqual(['a', 'b', 'c', 'd']);
  } finally {
    asked.mockRestore();
  }
});

it('of batches that overlap, in any order and at several processes, each key has one answer, told to all', async () => {
  const other = platform.database.dialect === 'mysql' ? await startPlatform(platform.database) : platform;
  const keys = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(keys, { minLength: 2, maxLength: 5 }), async (batches) => {
      await platform.transactions.manager.clear(IdempotencyKey);
      const told = await Promise.all(
        batches.map(async (each, at) => {
          const said = await batch(
            each.map((key) => scopeOf(key)),
            `batch ${at}`,
            at % 2 === 0 ? platform : other,
          );
          return each.map((key, index) => [key, said[index]] as const);
        }),
      );
      const all = told.flat();
      for (const key of new Set(batches.flat())) {
        const answers = all.filter(([name]) => name === key).map(([, said]) => said);
        expect(new Set(answers.map((said) => said?.answer.body)).size).toBe(1);
        expect(answers.filter((said) => said?.isNew)).toHaveLength(1);
        expect((await countedReplays())[key]).toBe(answers.length - 1);
      }
    }),
    { numRuns: 30 },
  );
  if (other !== platform) await other.stop();
});
