import { setTimeout as pause } from 'node:timers/promises';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { blackHole, json, type LocalBureau, slow, startLocalBureau } from '../../../test/local-bureau';
import { HurriedPace, holdOn, type OutboxProcess, PatientPace, startOutbox } from '../../../test/outbox-house';
import { until } from '../../../test/until';
import { OutboxMessageRow } from './outbox-message.entity';
import { OutboxMeters } from './outbox-meters';

let database: TestDatabase;
let bureau: LocalBureau;
const running: OutboxProcess[] = [];

/** One more process on the same database. */
async function startOne(pace = new HurriedPace()): Promise<OutboxProcess> {
  const tea = await startOutbox(database, { first: bureau.address }, pace);
  running.push(tea);
  return tea;
}

beforeEach(async () => {
  [database, bureau] = await Promise.all([emptyDatabase(), startLocalBureau()]);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((tea) => tea.stop()));
  await bureau.close();
  await database.remove();
});

const names = (): string[] => bureau.effects.map(({ text }) => JSON.parse(text).name as string);

describe('two relays on one MySQL', () => {
  it('share the work, never send one message at once, and send each once when all goes well', async () => {
    if (database.dialect === 'embedded') return; // one process has it to itself
    const onTheWay = new Set<string>();
    const atOnce: string[] = [];
    bureau.behave((response, delivery) => {
      if (onTheWay.has(delivery.key)) atOnce.push(delivery.key);
      onTheWay.add(delivery.key);
      slow(15, (late) => {
        onTheWay.delete(delivery.key);
        bureau.takeEffect(delivery);
        json(200, {})(late, delivery);
      })(response, delivery);
    });
    const [one, two] = [await startOne(new PatientPace()), await startOne(new PatientPace())];
    for (const tea of [one, two]) holdOn(tea);
    const orders = Array.from({ length: 20 }, (_, index) => `o${index}`);
    for (const step of ['1', '2', '3', '4']) {
      await Promise.all(orders.map((order, index) => (index % 2 ? one : two).order(`${order}-${step}`, { order })));
    }
    await until(async () => expect(await one.settled()).toHaveLength(80));
    expect(atOnce).toEqual([]);
    expect(bureau.deliveries).toHaveLength(80);
    for (const order of orders) {
      const steps = names().filter((name) => name.startsWith(`${order}-`));
      expect(steps).toEqual(['1', '2', '3', '4'].map((step) => `${order}-${step}`));
    }
    for (const tea of [one, two]) expect([...tea.get(OutboxMeters).ends.values()][0]?.count).toBeGreaterThan(5);
  });

  it('lose no row that commits after a later one', async () => {
    if (database.dialect === 'embedded') return; // transactions are serialised there
    const tea = await startOne();
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const late = tea.transactions.run(async () => {
      await tea.order('first in, last out');
      await held;
    });
    await pause(50);
    await Promise.all(['b', 'c'].map((name) => tea.order(name)));
    await until(async () => expect(await tea.settled()).toEqual(['b done', 'c done']));
    commit();
    await late;
    await until(async () => expect(await tea.settled()).toContain('first in, last out done'));
  });

  it('keep the order of two transactions that append to one order side by side', async () => {
    if (database.dialect === 'embedded') return; // transactions are serialised there
    const tea = await startOne();
    const together = Array.from({ length: 8 }, (_, index) =>
      tea.transactions.run(async () => {
        await tea.order(`${index} first`, { order: 'shared' });
        await pause(5);
        await tea.order(`${index} second`, { order: 'shared' });
      }),
    );
    await Promise.all(together);
    await until(async () => expect(await tea.settled()).toHaveLength(16));
    const rows = await tea.transactions.manager.find(OutboxMessageRow, { order: { position: 'ASC' } });
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const byKey = new Map(bureau.effects.map(({ key, text }) => [key, JSON.parse(text).name as string]));
    expect(names()).toEqual(rows.map(({ id }) => byKey.get(id)));
    // each transaction's two stand together: nobody came between them
    expect(names().filter((_, index) => index % 2 === 0)).toEqual(names().filter((name) => name.endsWith('first')));
  });
});

describe('a relay that is stopped', () => {
  it('cuts what hangs, gives its lease back, and the next one carries it at once', async () => {
    bureau.behave(blackHole);
    const tea = await startOne(new PatientPace());
    holdOn(tea);
    await tea.order('green');
    await until(() => expect(bureau.deliveries).toHaveLength(1));
    running.length = 0;
    await tea.stop(); // ends, though the call by itself would not
    bureau.behave();
    const next = await startOne(new PatientPace());
    await until(async () => expect(await next.settled()).toEqual(['green done']));
    expect(new Set(bureau.deliveries.map(({ key }) => key)).size).toBe(1);
  });
});
