import { AsyncResource } from 'node:async_hooks';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { json, type LocalBureau, startLocalBureau } from '../../../test/local-bureau';
import { holdOn, type OutboxProcess, PatientPace, startOutbox } from '../../../test/outbox-house';
import { until } from '../../../test/until';
import { AuditRow } from '../audit/audit-row.entity';
import { Gauges } from '../metrics/gauges';
import { DeadLetters, OutboxHealth } from './dead-letters.port';
import { OutboxMessageRow } from './outbox-message.entity';

let database: TestDatabase;
let bureau: LocalBureau;
let tea: OutboxProcess;
let dead: DeadLetters;
let letter: string;

beforeEach(async () => {
  [database, bureau] = await Promise.all([emptyDatabase(), startLocalBureau()]);
  tea = await startOutbox(database, { first: bureau.address }, new PatientPace());
  holdOn(tea);
  dead = tea.get(DeadLetters);
  bureau.behave(json(500, {}));
  letter = await tea.order('a1', { order: 'a' });
  await tea.order('a2', { order: 'a' });
  await tea.order('a3', { order: 'a' });
  await until(async () => expect(await dead.list(10)).toHaveLength(1));
});

afterEach(async () => {
  await tea.stop();
  await bureau.close();
  await database.remove();
});

const acts = () => tea.transactions.manager.find(AuditRow);

describe('a dead letter', () => {
  it('is listed with what it is, why, and how many wait behind it', async () => {
    expect(await dead.list(10)).toEqual([
      {
        id: letter,
        topic: 'tea-house.cup-ordered',
        bureau: 'social-assistance',
        order: 'a',
        appendedAt: expect.any(Date),
        deadSince: expect.any(Date),
        why: 'status 500',
        parked: 2,
      },
    ]);
  });

  it('is listed beside so many others at most, the oldest first, each with those behind it alone', async () => {
    await tea.order('b1', { order: 'b' });
    await tea.order('b2', { order: 'b' });
    await until(async () => expect(await dead.list(10)).toHaveLength(2));
    expect((await dead.list(10)).map(({ order, parked }) => [order, parked])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect((await dead.list(1)).map(({ order }) => order)).toEqual(['a']);
  });

  it('that is replayed goes out again under its key, and what waited behind it after it', async () => {
    bureau.behave();
    await dead.replay(letter, 'staff-1', '平台已修好');
    await until(async () => expect(await tea.settled()).toEqual(['a1 done', 'a2 done', 'a3 done']));
    expect(bureau.effects.map(({ text }) => JSON.parse(text).name)).toEqual(['a1', 'a2', 'a3']);
    expect(bureau.effects[0]?.key).toBe(letter);
    expect(await dead.list(10)).toEqual([]);
    expect(await acts()).toMatchObject([
      { action: 'outbox-message.replayed', actorKind: 'staff', actorId: 'staff-1', object: `outbox-message:${letter}` },
    ]);
  });

  it('that is replayed has all its tries again before it is dead again', async () => {
    const before = bureau.deliveries.length;
    await dead.replay(letter, 'staff-1', '再试一次');
    await until(async () => expect(await dead.list(10)).toHaveLength(1));
    expect(bureau.deliveries.length).toBe(before + 3);
  });

  it('that is skipped is never sent again, keeps nothing, is told to its handler, and lets the others go on', async () => {
    bureau.behave();
    await dead.skip(letter, 'staff-1', '街道已当面收下');
    await until(async () => expect(await tea.settled()).toEqual(['a skipped', 'a2 done', 'a3 done']));
    const row = await tea.transactions.manager.findOneByOrFail(OutboxMessageRow, { id: letter });
    expect(row).toMatchObject({ state: 'skipped', payload: null });
    expect(await acts()).toMatchObject([{ action: 'outbox-message.skipped' }]);
  });

  it.each(['replay', 'skip'] as const)('cannot be told to %s without a reason', async (act) => {
    await expect(dead[act](letter, 'staff-1', '  ')).rejects.toMatchObject({ code: 'outbox.reason-required' });
    expect(await dead.list(10)).toHaveLength(1);
    expect(await acts()).toEqual([]);
  });

  it.each(['replay', 'skip'] as const)('is one: no other message can be told to %s', async (act) => {
    const waiting = await tea.order('b1');
    for (const id of [waiting, 'none']) {
      await expect(dead[act](id, 'staff-1', '原因')).rejects.toMatchObject({ code: 'outbox.no-dead-letter' });
    }
    expect(await acts()).toEqual([]);
  });

  it('is decided upon once, also by two people at the same moment', async () => {
    const both = [dead.skip(letter, 'staff-1', '一'), dead.skip(letter, 'staff-2', '二')];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await acts()).toHaveLength(1);
    expect(await tea.settled()).toEqual(expect.arrayContaining(['a skipped']));
  });

  it('decided upon by another in the middle of it is the other’s: whoever comes second waits, and is told', async () => {
    const outside = new AsyncResource('a colleague');
    let second: Promise<unknown> = Promise.resolve();
    await tea.transactions.run(async () => {
      await dead.skip(letter, 'staff-1', '一');
      second = outside.runInAsyncScope(() => dead.replay(letter, 'staff-2', '二').catch((error: unknown) => error));
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await second).toMatchObject({ status: 404, code: 'outbox.no-dead-letter' });
    expect((await acts()).map(({ actorId }) => actorId)).toEqual(['staff-1']);
  });
});

describe('what has not got through', () => {
  it('is counted per bureau and per order, dead letters included, with the time of the oldest', async () => {
    const health = tea.get(OutboxHealth);
    const first = await tea.transactions.manager.findOneByOrFail(OutboxMessageRow, { id: letter });
    expect(await health.waiting('social-assistance')).toEqual({ count: 3, since: first.appendedAt });
    expect(await health.waiting('social-assistance', 'a')).toEqual({ count: 3, since: first.appendedAt });
    expect(await health.waiting('social-assistance', 'b')).toEqual({ count: 0 });
    expect(await health.waiting('identity')).toEqual({ count: 0 });
  });

  it('is seen by those who run it, as numbers about bureaus and never about people', async () => {
    const text = await tea.get(Gauges).text();
    expect(text).toContain('outbox_waiting{bureau="social-assistance"} 2\n');
    expect(text).toContain('outbox_dead_letters{bureau="social-assistance"} 1\n');
    expect(text).toContain('outbox_messages_total{bureau="social-assistance",end="dead"} 1\n');
    expect(text).toMatch(/outbox_oldest_seconds\{bureau="social-assistance"\} \d+\n/);
    expect(text).not.toContain(letter);
  });
});
