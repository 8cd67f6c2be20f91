import { setTimeout as pause } from 'node:timers/promises';
import { IsNull, Not } from 'typeorm';
import { clocksAhead } from '../../../test/clocks-ahead';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type Behaviour, blackHole, json, type LocalBureau, reset, startLocalBureau } from '../../../test/local-bureau';
import { HurriedPace, holdOn, type OutboxProcess, PatientPace, startOutbox } from '../../../test/outbox-house';
import { until } from '../../../test/until';
import { BureauHttp } from '../bureau-http/bureau-http';
import { LINE_LIMITS } from '../bureau-http/bureau-line';
import { Gauges } from '../metrics/gauges';
import { Outbox } from './outbox';
import { OutboxMessageRow } from './outbox-message.entity';
import { type ClaimedRow, OutboxStore } from './outbox-store';

let database: TestDatabase;
let bureau: LocalBureau;
let other: LocalBureau;
let tea: OutboxProcess;

beforeEach(async () => {
  [bureau, other, database] = await Promise.all([startLocalBureau(), startLocalBureau(), emptyDatabase()]);
  tea = await startOutbox(database, { first: bureau.address, second: other.address }, new PatientPace());
});

afterEach(async () => {
  jest.restoreAllMocks();
  await tea.stop();
  await Promise.all([bureau.close(), other.close(), database.remove()]);
});

const names = (of: LocalBureau['effects']): string[] => of.map(({ text }) => JSON.parse(text).name as string);
const row = (id: string) => tea.transactions.manager.findOneByOrFail(OutboxMessageRow, { id });

/** Refuses what carries this name, is honest to everything else. */
const poisonousTo =
  (poison: string, how: Behaviour): Behaviour =>
  (response, delivery) => {
    if (JSON.parse(delivery.text).name === poison) return how(response, delivery);
    bureau.takeEffect(delivery);
    json(200, {})(response, delivery);
  };

describe('a message', () => {
  it('reaches its bureau and is settled after its transaction, its id being the key', async () => {
    holdOn(tea);
    const id = await tea.order('green');
    await until(async () => expect(await tea.settled()).toEqual(['green done']));
    expect(bureau.deliveries.map(({ key }) => key)).toEqual([id]);
  });

  it('is not waited for: its commit wakes the relay, which looks by itself only now and then', async () => {
    const sleepy = new HurriedPace();
    Object.assign(sleepy, { lookMs: 600_000 }); // a test is over long before
    await tea.stop();
    tea = await startOutbox(database, { first: bureau.address, second: other.address }, sleepy);
    await pause(200);
    await tea.order('green');
    await until(async () => expect(await tea.settled()).toEqual(['green done']));
  });

  it('of a transaction that rolls back reaches nobody', async () => {
    const work = tea.transactions.run(async () => {
      await tea.get(Outbox).append({
        topic: 'tea-house.cup-ordered',
        bureau: 'social-assistance',
        order: 'green',
        payload: { name: 'green' },
      });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await tea.order('black');
    await until(async () => expect(await tea.settled()).toEqual(['black done']));
    expect(names(bureau.effects)).toEqual(['black']);
  });

  it('cannot be appended outside a transaction, nor when nothing carries its topic', async () => {
    const message = { topic: 'tea-house.cup-ordered', bureau: 'social-assistance', order: '1', payload: {} } as const;
    const outbox = tea.get(Outbox);
    await expect(outbox.append(message)).rejects.toThrow('needs the transaction');
    const unknown = { ...message, topic: 'tea-house.cup-broken' };
    await expect(tea.transactions.run(() => outbox.append(unknown))).rejects.toThrow('no outbox handler carries');
  });

  it('is sealed while it waits and keeps nothing of its payload once it has its answer', async () => {
    bureau.behave(blackHole);
    const id = await tea.order('张三的茶');
    const waiting = await row(id);
    expect(waiting.payload?.includes(Buffer.from('张三'))).toBe(false);
    bureau.behave();
    await until(async () => expect((await row(id)).state).toBe('done'));
    expect(await row(id)).toMatchObject({ payload: null, lease: null });
  });

  it('is ended by whoever has its lease: a late answer of the one before ends nothing of somebody else’s', async () => {
    bureau.behave(blackHole);
    const id = await tea.order('green');
    await until(async () => expect((await row(id)).lease).not.toBeNull());
    // cast: it is claimed
    const late = { ...(await row(id)), lease: 'of the one before' } as ClaimedRow;
    expect(await tea.transactions.run(() => tea.get(OutboxStore).end(late, { kind: 'done', body: {} }))).toBe(false);
    expect((await row(id)).state).toBe('waiting');
  });

  it.each([
    [202, 'pending'],
    [422, 'rejected'],
  ])('answered %d is settled as %s, once, and not sent again', async (status, kind) => {
    holdOn(tea);
    bureau.behave(json(status, {}));
    const id = await tea.order('green');
    await until(async () => expect(await tea.settled()).toEqual([`green ${kind}`]));
    await pause(300);
    expect(bureau.deliveries).toHaveLength(1);
    expect(await tea.settled()).toEqual([`green ${kind}`]);
    expect((await row(id)).state).toBe(kind);
  });

  it('whose reply was lost is sent again under the same key, and took effect once', async () => {
    holdOn(tea);
    let lost = 0;
    bureau.behave((response, delivery) => {
      bureau.takeEffect(delivery);
      lost += 1;
      if (lost <= 3) reset(response, delivery);
      else json(200, {})(response, delivery);
    });
    const id = await tea.order('green');
    await until(async () => expect(await tea.settled()).toEqual(['green done']));
    expect(bureau.deliveries.map(({ key }) => key)).toEqual([id, id, id, id]);
    expect(names(bureau.effects)).toEqual(['green']);
  });

  it('that nobody answers loses no try, however often it is sent', async () => {
    bureau.behave(reset);
    const id = await tea.order('green');
    await until(() => expect(bureau.deliveries.length).toBeGreaterThan(6));
    expect(await row(id)).toMatchObject({ state: 'waiting', answeredFailures: 0 });
    bureau.behave();
    await until(async () => expect(await tea.settled()).toEqual(['green done']));
  });

  it('whose meaning could not be written is sent again, and neither mark nor meaning stays behind', async () => {
    await tea.order('green');
    await until(async () => expect(await tea.settled()).toEqual(['green done']));
    // the same label again: the made-up table refuses it
    const id = await tea.order('green', { order: 'second' });
    await until(async () => expect((await row(id)).state).toBe('dead'));
    expect(await tea.settled()).toEqual(['green done']);
    expect((await row(id)).why).toMatch('could not be written');
  });
});

describe('messages of one order', () => {
  it('arrive in the order they were appended, whatever happens to each of them, beside those of others', async () => {
    let calls = 0;
    const refused = new Set<string>();
    bureau.behave((response, delivery) => {
      calls += 1;
      // each once at most: three in a row are the end of one
      if (calls % 7 === 0 && !refused.has(delivery.key)) {
        refused.add(delivery.key);
        return json(500, {})(response, delivery);
      }
      if (calls % 11 === 0) return reset(response, delivery);
      bureau.takeEffect(delivery);
      if (calls % 5 === 0) return reset(response, delivery);
      json(200, {})(response, delivery);
    });
    for (let step = 0; step < 8; step += 1) {
      await Promise.all(['a', 'b', 'c'].map((order) => tea.order(`${order}${step}`, { order })));
    }
    await until(async () => expect(await tea.settled()).toHaveLength(24));
    for (const order of ['a', 'b', 'c']) {
      const taken = names(bureau.effects).filter((name) => name.startsWith(order));
      expect(taken).toEqual(Array.from({ length: 8 }, (_, step) => `${order}${step}`));
    }
    expect(bureau.deliveries.length).toBeGreaterThan(24);
  });

  it('wait behind a poisonous one, and nobody else’s do', async () => {
    bureau.behave(poisonousTo('bad', json(500, {})));
    const bad = await tea.order('bad', { order: 'a' });
    await tea.order('after bad', { order: 'a' });
    await Promise.all(['b', 'c', 'd'].map((name) => tea.order(name)));
    await until(async () => expect((await row(bad)).state).toBe('dead'));
    await until(async () => expect(await tea.settled()).toEqual(['b done', 'c done', 'd done']));
    await pause(200);
    expect(names(bureau.deliveries)).not.toContain('after bad');
    expect(await row(bad)).toMatchObject({ answeredFailures: 3, why: 'status 500' });
  });

  it('are numbered without a gap also when a transaction between them rolled back', async () => {
    await tea.order('a1', { order: 'a' });
    const lost = tea.transactions.run(async () => {
      await tea.get(Outbox).append({
        topic: 'tea-house.cup-ordered',
        bureau: 'social-assistance',
        order: 'a',
        payload: { name: 'lost' },
      });
      throw new Error('no');
    });
    await expect(lost).rejects.toThrow('no');
    await tea.order('a2', { order: 'a' });
    await until(async () => expect(await tea.settled()).toEqual(['a1 done', 'a2 done']));
    const rows = await tea.transactions.manager.findBy(OutboxMessageRow, { order: 'a' });
    expect(rows.map(({ position }) => position).sort()).toEqual([1, 2]);
  });
});

/** Longer than a test takes: it is over when the clocks say so. */
const OPEN_MS = 600_000;

describe('a dead bureau', () => {
  it('holds up no message to another', async () => {
    holdOn(tea);
    bureau.behave(blackHole);
    await Promise.all(Array.from({ length: 30 }, (_, index) => tea.order(`lost ${index}`)));
    await until(() => expect(bureau.deliveries).toHaveLength(10));
    await tea.order('green', { bureau: 'disability-benefits' });
    await until(async () => expect(await tea.settled()).toEqual(['green done']));
    // not one of the dead one's calls has ended meanwhile
    expect(bureau.deliveries).toHaveLength(10);
    expect(await tea.transactions.manager.sum(OutboxMessageRow, 'tries', { bureau: 'social-assistance' })).toBe(0);
  });

  it('gets everything, once, when it is back, and is told so at once when its line closes', async () => {
    bureau.behave(json(503, {}));
    const slow = new HurriedPace();
    Object.assign(slow, { answeredTries: 100, backoffMs: () => 600 });
    await tea.stop();
    tea = await startOutbox(database, { first: bureau.address, second: other.address }, slow);
    const http = tea.get(BureauHttp);
    Object.assign(http, { limits: { ...LINE_LIMITS, openMs: OPEN_MS } });
    const later = clocksAhead();
    const all = Array.from({ length: 25 }, (_, index) => `cup ${String(index).padStart(2, '0')}`);
    await Promise.all(all.map((name) => tea.order(name)));
    await until(() => expect(http.state('social-assistance')).toBe('open'));
    expect(await tea.get(Gauges).text()).toContain('bureau_line_open{bureau="social-assistance"} 1\n');
    const { manager } = tea.transactions;
    await until(async () => expect(await manager.countBy(OutboxMessageRow, { lease: Not(IsNull()) })).toBe(0));
    const tries = async () => (await manager.sum(OutboxMessageRow, 'tries')) ?? 0;
    let before: number[] = [];
    let quiet = 0;
    // between two claims there is a moment without a lease: it is quiet once nothing happened for a while
    await until(async () => {
      const last = before;
      await pause(150);
      before = [bureau.deliveries.length, await tries()];
      quiet = before.join() === last.join() ? quiet + 1 : 0;
      expect(quiet).toBeGreaterThanOrEqual(4);
    });
    bureau.behave();
    await pause(800);
    expect([bureau.deliveries.length, await tries()]).toEqual(before); // the line is open: nobody sets out in vain
    later(OPEN_MS);
    await until(async () => expect(await tea.settled()).toHaveLength(25));
    expect(names(bureau.effects).sort()).toEqual(all);
  });
});
