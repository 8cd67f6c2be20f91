import { randomUUID } from 'node:crypto';
import { EventEmitter, once as event } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type PlatformProcess, startPlatform } from '../../../test/platform-house';
import { TeaCup } from '../../../test/tea-house';
import { Problem } from '../http/problem';
import { Idempotency } from './idempotency';
import { IdempotencyKey } from './idempotency-key.entity';
import { type Answer, type IdempotencyScope, IdempotencyStore } from './idempotency-store';

const HOUR_MS = 60 * 60_000;
const started = Date.UTC(2026, 10, 25, 1);

let database: TestDatabase;
let platform: PlatformProcess;
let nowMs = started;

beforeEach(async () => {
  nowMs = started;
  database = await emptyDatabase();
  platform = await startPlatform(database, { nowMs: () => nowMs });
});

afterEach(async () => {
  await platform.stop();
  await database.remove();
});

const wish = (change: Partial<IdempotencyScope> = {}): IdempotencyScope => ({
  subject: 'resident:guest-1',
  route: 'POST /tea',
  key: 'key-00000001',
  fingerprint: 'green tea',
  ...change,
});

/** An effect that can be counted, and an answer nobody could give twice by chance. */
async function pour(where = platform, ms = 0): Promise<Answer> {
  const cup = randomUUID();
  await where.transactions.manager.insert(TeaCup, { id: cup, label: null, sips: 0 });
  if (ms > 0) await pause(ms);
  return { status: 201, body: { cup, for: '张三' } };
}

/** A first one that is at it until it is let go: that another was answered meanwhile is then no matter of speed. */
function holding() {
  const doors = new EventEmitter();
  const begun = event(doors, 'begun');
  const free = event(doors, 'free');
  const thenPour = async (where: PlatformProcess) => {
    const answer = await pour(where);
    doors.emit('begun');
    await free;
    return answer;
  };
  return { begun, letGo: () => doors.emit('free'), thenPour };
}

const once = (scope: IdempotencyScope, work: () => Promise<Answer>, where = platform) =>
  where.module.get(Idempotency).once(scope, work);

const cups = () => platform.transactions.manager.count(TeaCup);

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`expected a problem, not ${String(error)}`);
  return error;
}

describe('one key', () => {
  it('has one effect and one answer when the same is asked a hundred times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => once(wish(), () => pour(platform, 20))));
    expect(await cups()).toBe(1);
    expect(new Set(answers.map(({ body, status }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('has one effect and one answer when two processes are asked at once', async () => {
    if (database.dialect === 'embedded') return; // there is never a second process
    const other = await startPlatform(database);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const where = index % 2 === 0 ? platform : other;
        return once(wish(), () => pour(where, 20), where);
      }),
    );
    await other.stop();
    expect(await cups()).toBe(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('is looked for in the database once, however many wait for its answer at the same process', async () => {
    const claim = jest.spyOn(platform.module.get(IdempotencyStore), 'claim');
    const held = holding();
    const first = once(wish(), () => held.thenPour(platform));
    await held.begun;
    const others = Promise.all(Array.from({ length: 20 }, () => once(wish(), pour)));
    held.letGo();
    const { body } = await first;
    expect((await others).map((each) => [each.body, each.replayed])).toEqual(Array(20).fill([body, true]));
    expect(claim).toHaveBeenCalledTimes(1);
  });

  it('of another person, or for another route, is another key', async () => {
    const answers = [
      await once(wish(), pour),
      await once(wish({ subject: 'resident:guest-2' }), pour),
      await once(wish({ route: 'POST /coffee' }), pour),
    ];
    expect(await cups()).toBe(3);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(3);
    expect(await once(wish(), pour)).toMatchObject({ body: answers[0]?.body, replayed: true });
  });

  it('differing only in case is another key', async () => {
    await once(wish({ key: 'abcdefgh' }), pour);
    await once(wish({ key: 'ABCDEFGH' }), pour);
    expect(await cups()).toBe(2);
  });

  it('with another body is refused, and the first answer stays', async () => {
    const first = await once(wish(), pour);
    const refused = await problemOf(once(wish({ fingerprint: 'black tea' }), pour));
    expect(refused).toMatchObject({ status: 422, code: 'idempotency.other-body' });
    expect(await once(wish(), pour)).toMatchObject({ body: first.body, replayed: true });
    expect(await cups()).toBe(1);
  });

  it('is tried anew after the transaction was undone', async () => {
    const dies = once(wish(), async () => {
      await pour();
      throw new Error('the process died here');
    });
    await expect(dies).rejects.toThrow('the process died here');
    expect(await cups()).toBe(0);
    expect(await once(wish(), pour)).toMatchObject({ status: 201, replayed: false });
    expect(await cups()).toBe(1);
  });

  it('gives the first answer when the reply was lost, also from a process started since', async () => {
    const lost = await once(wish(), pour);
    await platform.stop();
    platform = await startPlatform(database, { nowMs: () => nowMs });
    expect(await once(wish(), pour)).toEqual({ ...lost, replayed: true });
    expect(await cups()).toBe(1);
  });

  it('remembers no refusal: what was sold out may be had under the same key later', async () => {
    const refused = await once(wish(), async () => ({ ...(await pour()), status: 409 }));
    expect(refused).toMatchObject({ status: 409, replayed: false });
    expect(await cups()).toBe(0);
    expect(await once(wish(), pour)).toMatchObject({ status: 201, replayed: false });
  });

  it('gives nobody the refusal of whoever they waited for: the next one tries, and the rest have their answer', async () => {
    let tries = 0;
    const attempt = () =>
      once(wish(), async () => {
        tries += 1;
        return tries === 1 ? { status: 409, body: null } : pour(platform, 5);
      });
    const answers = await Promise.all(Array.from({ length: 20 }, attempt));
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19);
    expect([tries, await cups()]).toEqual([2, 1]);
  });

  it('lets the next one try when the first of many fails', async () => {
    let tries = 0;
    const attempt = () =>
      once(wish(), async () => {
        tries += 1;
        if (tries === 1) throw new Error('spilt');
        return pour(platform, 5);
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, attempt));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(tries).toBe(2);
    expect(await cups()).toBe(1);
  });

  it('is not opened inside somebody else’s transaction', async () => {
    await expect(platform.transactions.run(() => once(wish(), pour))).rejects.toThrow('cannot join one');
  });
});

describe('a duplicate of what takes long', () => {
  it('waits two seconds, is told when to come back, and then gets the answer', async () => {
    const held = holding();
    const slow = once(wish(), () => held.thenPour(platform));
    await held.begun;
    const refused = await problemOf(once(wish(), pour)); // while the first is at it
    held.letGo();
    expect(refused).toMatchObject({ status: 409, code: 'idempotency.in-flight', headers: { 'retry-after': '2' } });
    const { body } = await slow;
    expect(await once(wish(), pour)).toMatchObject({ body, replayed: true });
  });

  it('waits no longer at another process, whose database would let it wait for most of a minute', async () => {
    if (database.dialect === 'embedded') return;
    const other = await startPlatform(database);
    const held = holding();
    const slow = once(wish(), () => held.thenPour(platform));
    await held.begun;
    const refused = await problemOf(once(wish(), () => pour(other), other)); // while the first is at it
    held.letGo();
    expect(refused.code).toBe('idempotency.in-flight');
    await slow;
    const rows: { wait: unknown }[] = await other.transactions.run(() =>
      other.transactions.manager.query('SELECT @@SESSION.innodb_lock_wait_timeout AS wait'),
    );
    expect(Number(rows[0]?.wait)).toBeGreaterThan(2);
    expect(await once(wish(), () => pour(other), other)).toMatchObject({ replayed: true });
    await other.stop();
  }, 30_000); // the database's own patience is 50 s: whoever relied on it would not be back by then
});

describe('the stored answer', () => {
  it('is sealed', async () => {
    await once(wish(), pour);
    const [row] = await platform.transactions.manager.find(IdempotencyKey);
    expect(row?.answer?.includes(Buffer.from('张三'))).toBe(false);
    expect(row?.answer?.length).toBeGreaterThan(60);
  });

  it('is kept for 72 hours and then forgotten', async () => {
    await once(wish(), pour);
    nowMs = started + 72 * HOUR_MS;
    await platform.module.get(Idempotency).sweep();
    expect(await once(wish(), pour)).toMatchObject({ replayed: true });
    nowMs += 1;
    await platform.module.get(Idempotency).sweep();
    expect(await once(wish(), pour)).toMatchObject({ replayed: false });
  });
});

it('whatever is asked in whatever order, no key has two effects, and after the first effect one answer, to what was asked', async () => {
  const attempt = fc.record({
    key: fc.constantFrom('key-aaaaaaaa', 'key-bbbbbbbb'),
    subject: fc.constantFrom('resident:1', 'resident:2'),
    fingerprint: fc.constantFrom('green tea', 'green tea', 'black tea'),
    ends: fc.constantFrom('well', 'well', 'refused', 'thrown'),
    ms: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 12 }), fc.uuid(), async (attempts, route) => {
      const effects = new Map<string, number>();
      const given = new Map<string, Set<string>>();
      const told: boolean[] = [];
      const run = async ({ key, subject, fingerprint, ends, ms }: (typeof attempts)[number]) => {
        const name = `${subject} ${key}`;
        const answer = await once(wish({ key, subject, route, fingerprint }), async () => {
          const poured = await pour(platform, ms);
          if (ends === 'thrown') throw new Error('thrown');
          if (ends === 'refused') return { status: 409, body: null };
          effects.set(name, (effects.get(name) ?? 0) + 1);
          return { ...poured, body: { cup: poured.body, of: fingerprint } };
        });
        if (answer.status !== 201) return;
        told.push((answer.body as { of: string }).of === fingerprint); // as it was poured above
        given.set(name, (given.get(name) ?? new Set()).add(JSON.stringify(answer.body)));
      };
      const before = await cups();
      await Promise.allSettled(attempts.map(run));
      expect([...effects.values()].every((count) => count === 1)).toBe(true);
      expect(told.every((isOfWhatWasAsked) => isOfWhatWasAsked)).toBe(true);
      expect([...given.values()].every(({ size }) => size === 1)).toBe(true);
      expect((await cups()) - before).toBe(effects.size);
    }),
    { numRuns: 40 },
  );
});
