import fc from 'fast-check';
import { NOON_MS, openSlotHouse, type SlotHouse } from '../../../test/slot-house';
import { Clock } from '../../platform/clock';
import type { HoldOutcome } from './slot-inventory.port';
import type { SlotWindowRow } from './slot-window.entity';
import { WindowChanges } from './window-changes.port';
import { WindowStore } from './window-store';

let house: SlotHouse;

beforeAll(async () => {
  house = await openSlotHouse();
});

beforeEach(() => {
  house.time.nowMs = NOON_MS;
});

afterAll(() => house.stop());

let starts = 600;
/** Each test has windows of its own. */
const open = (given: Parameters<SlotHouse['open']>[0] = {}) => {
  starts += 30;
  return house.open({ inMinutes: starts, ...given });
};
const run = <Result>(work: () => Promise<Result>) => house.transactions.run(work);
const held = async (outcome: Promise<HoldOutcome>): Promise<string> => {
  const found = await outcome;
  if (found.kind !== 'held') throw new Error(`not held: ${found.kind}`);
  return found.holdId;
};
const kindOf = async (outcome: Promise<HoldOutcome>) => (await outcome).kind;

describe('a window', () => {
  it('gives a hundred who ask at once no more than the ten units it has, and every unit to somebody', async () => {
    const id = await open({ capacity: 10 });
    const kinds = await Promise.all(Array.from({ length: 100 }, () => kindOf(house.hold([id]))));
    expect(kinds.filter((kind) => kind === 'held')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'full')).toHaveLength(90);
    expect(await house.counts(id)).toEqual({ taken: 10, lines: 10, capacity: 10 });
  });

  it('is not to be had a second early, nor from its cut-off on, whatever anybody else thinks the time is', async () => {
    const opensAt = new Date(NOON_MS + 1000);
    const id = await open({ opensAt, closesAt: new Date(NOON_MS + 5000) });
    expect(await house.hold([id])).toEqual({ kind: 'not-yet-open', windowId: id, opensAt });
    house.time.nowMs = NOON_MS + 1000;
    expect(await kindOf(house.hold([id]))).toBe('held');
    house.time.nowMs = NOON_MS + 5000;
    expect(await kindOf(house.hold([id]))).toBe('over');
    expect(await kindOf(house.hold([id], { byStaff: true }))).toBe('held');
  });

  it('keeps its walk-in share for the desk, and what the desk gave out of it takes nothing from everybody else', async () => {
    const id = await open({ capacity: 3, heldBack: 1 });
    const walkIn = await held(house.hold([id], { byStaff: true }));
    const kinds = [await kindOf(house.hold([id])), await kindOf(house.hold([id])), await kindOf(house.hold([id]))];
    expect(kinds).toEqual(['held', 'held', 'full']);
    expect(await kindOf(house.hold([id], { byStaff: true }))).toBe('full');
    expect(await run(() => house.inventory.release(walkIn, { restUntil: house.after(5) }))).toBe(true);
    expect(await kindOf(house.hold([id]))).toBe('full');
    expect(await kindOf(house.hold([id], { byStaff: true }))).toBe('held');
  });

  it('that nobody opened is unknown, and a hold outside a transaction is a mistake of ours', async () => {
    expect(await house.hold(['nowhere'])).toEqual({ kind: 'unknown-window', windowId: 'nowhere' });
    const alone = house.inventory.hold({ holder: 'h', lines: [{ windowId: 'nowhere', units: 1 }] });
    await expect(alone).rejects.toThrow('inside a transaction');
  });

  it('cannot be overfilled past this module: the database itself refuses', async () => {
    const id = await open({ capacity: 2 });
    const write = house.transactions.manager.query('UPDATE slot_window SET taken = 3 WHERE id = ?', [id]);
    await expect(write).rejects.toThrow(/ck_slot_window_taken/i);
  });
});

describe('the lock of a window', () => {
  it('locks in one order, whatever order they are asked for in, and each once', async () => {
    const asked: (readonly string[])[] = [];
    class Watched extends WindowStore {
      protected override async lockAscending(ids: readonly string[]): Promise<readonly SlotWindowRow[]> {
        asked.push(ids);
        return [];
      }
    }
    const store = new Watched(house.transactions, new Clock(), house.module.get(WindowChanges));
    await run(() => store.lock(['b', 'c', 'a', 'b']));
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  it('is broken by nobody unnoticed: what was written past its lock undoes the hold', async () => {
    const id = await open({ capacity: 2 });
    const held = run(async () => {
      await house.inventory.lock([id]);
      await house.transactions.manager.query('UPDATE slot_window SET version = version + 1 WHERE id = ?', [id]);
      return house.inventory.hold({ holder: 'h', lines: [{ windowId: id, units: 1 }] });
    });
    await expect(held).rejects.toThrow('although it was locked');
    expect(await house.counts(id)).toEqual({ taken: 0, lines: 0, capacity: 2 });
  });
});

describe('a hold of several windows', () => {
  it('gets all of them or none, also from two who ask in opposite order at once', async () => {
    const [one, other] = [await open({ capacity: 5 }), await open({ capacity: 5 })];
    const wish = (index: number) => house.hold(index % 2 === 0 ? [one, other] : [other, one]);
    const kinds = await Promise.all(Array.from({ length: 24 }, (_, index) => kindOf(wish(index))));
    expect(kinds.filter((kind) => kind === 'held')).toHaveLength(5);
    expect([await house.counts(one), await house.counts(other)].map(({ taken }) => taken)).toEqual([5, 5]);
  });

  it('leaves the window that had room as it was when the other has none', async () => {
    const [roomy, full] = [await open({ capacity: 2 }), await open({ capacity: 1 })];
    await held(house.hold([full]));
    expect(await house.hold([roomy, full])).toEqual({ kind: 'full', windowId: full });
    expect(await house.counts(roomy)).toEqual({ taken: 0, lines: 0, capacity: 2 });
  });
});

describe('a hold', () => {
  it('that lapsed cannot be confirmed nor lengthened, and frees nothing until its owner gives it back, once', async () => {
    const id = await open({ capacity: 1 });
    const hold = await held(house.hold([id], { until: house.after(10) }));
    expect(await run(() => house.inventory.extend(hold, house.after(20)))).toBe(true);
    house.time.nowMs += 20 * 60_000;
    expect(await run(() => house.inventory.confirm(hold))).toBe(false);
    expect(await run(() => house.inventory.extend(hold, house.after(5)))).toBe(false);
    expect(await kindOf(house.hold([id]))).toBe('full');
    const released = await Promise.all([1, 2, 3].map(() => run(() => house.inventory.release(hold))));
    expect(released.filter(Boolean)).toHaveLength(1);
    expect(await house.counts(id)).toEqual({ taken: 0, lines: 0, capacity: 1 });
  });

  it('that was confirmed in time no longer lapses', async () => {
    const hold = await held(house.hold([await open()], { until: house.after(10) }));
    expect(await run(() => house.inventory.confirm(hold))).toBe(true);
    house.time.nowMs += 60 * 60_000;
    expect(await run(() => house.inventory.confirm(hold))).toBe(true);
  });

  it('cannot be confirmed once its window was closed under it, and its units are still its own to give back', async () => {
    const id = await open({ capacity: 1 });
    const hold = await held(house.hold([id], { holder: 'somebody', until: house.after(10) }));
    const [effect] = await run(() => house.desk.apply([{ act: 'close', windowId: id, why: '当天停办' }]));
    expect(effect).toMatchObject({ outcome: 'made', holders: ['somebody'] });
    expect(await run(() => house.inventory.confirm(hold))).toBe(false);
    expect(await kindOf(house.hold([id], { byStaff: true }))).toBe('closed');
    expect(await run(() => house.inventory.release(hold))).toBe(true);
  });
});

describe('units that rest', () => {
  it('are nobody’s until the time given, but for whoever waits in line, and then everybody’s', async () => {
    const id = await open({ capacity: 2 });
    const holds = [await held(house.hold([id])), await held(house.hold([id]))];
    for (const hold of holds) await run(() => house.inventory.release(hold, { restUntil: house.after(7) }));
    expect(await kindOf(house.hold([id]))).toBe('full');
    const resting = (await house.inventory.resting('library-seat')).find(({ window }) => window.id === id);
    expect(resting?.units).toBe(2);
    expect(await kindOf(house.hold([id], { fromResting: true }))).toBe('held');
    expect(await run(() => house.inventory.wakeRested())).toEqual([]);
    house.time.nowMs += 7 * 60_000;
    expect(await run(() => house.inventory.wakeRested())).toEqual([id]);
    expect(await house.counts(id)).toEqual({ taken: 1, lines: 1, capacity: 2 });
    expect(await kindOf(house.hold([id]))).toBe('held');
  });

  it('are used up in part when fewer are wanted', async () => {
    const id = await open({ capacity: 3 });
    const hold = await held(house.hold([id], {}, 3));
    await run(() => house.inventory.release(hold, { restUntil: house.after(7) }));
    expect(await kindOf(house.hold([id], { fromResting: true }, 2))).toBe('held');
    expect(await house.counts(id)).toEqual({ taken: 3, lines: 3, capacity: 3 });
    expect(await kindOf(house.hold([id], { fromResting: true }, 2))).toBe('full');
  });

  it('are those of the window they rest in, where somebody wants a place in two', async () => {
    const [one, two] = [await open({ capacity: 1 }), await open({ capacity: 1 })];
    const rests = await held(house.hold([one]));
    await held(house.hold([two]));
    await run(() => house.inventory.release(rests, { restUntil: house.after(7) }));
    expect(await house.hold([one, two], { fromResting: true })).toEqual({ kind: 'full', windowId: two });
    expect(await kindOf(house.hold([one], { fromResting: true }))).toBe('held');
  });
});

describe('whoever opens windows', () => {
  it('makes each once, also when two do it at the same moment, and can say so again without effect', async () => {
    const pool = { service: 'library-seat', site: 'two-at-once', kind: 'quiet' };
    // the pool is there: two who make it as well wait for each other at that
    await run(() => house.desk.apply([{ act: 'open', window: house.aWindow({ pool, inMinutes: 670 }) }]));
    const changes = Array.from({ length: 30 }, (_, index) => ({
      act: 'open' as const,
      window: house.aWindow({ pool, inMinutes: 700 + index * 30 }),
    }));
    const made = async () => {
      const effects = await run(() => house.desk.apply(changes));
      return effects.filter(({ outcome }) => outcome === 'made').length;
    };
    const both = await Promise.all([made(), made()]);
    expect(both[0] + both[1]).toBe(30);
    expect(await made()).toBe(0);
    const query = { service: 'library-seat', sites: ['two-at-once'], from: '2026-12-01', to: '2026-12-01' } as const;
    expect(await house.inventory.windows(query)).toHaveLength(31);
  });

  it('cannot shrink a window below what is taken, and a look beforehand writes nothing', async () => {
    const id = await open({ capacity: 5, heldBack: 2 });
    await held(house.hold([id], {}, 3));
    const shrink = { act: 'change', windowId: id, capacity: 2 } as const;
    expect((await run(() => house.desk.apply([shrink])))[0]?.outcome).toBe('below-taken');
    const four = { act: 'change', windowId: id, capacity: 3, opensAt: house.after(1) } as const;
    const [before] = await house.desk.preview([four]);
    expect(before?.outcome).toBe('made');
    expect((await house.inventory.findWindow(id))?.version).toBe(2);
    expect((await run(() => house.desk.apply([four])))[0]?.outcome).toBe('made');
    expect(await house.inventory.findWindow(id)).toMatchObject({ capacity: 3, heldBack: 2, taken: 3, version: 3 });
    expect((await run(() => house.desk.apply([four])))[0]?.outcome).toBe('unchanged');
  });
});

it('a day counted by the database says what its windows say one by one', async () => {
  const pool = { service: 'library-seat', site: 'counted', kind: 'quiet' };
  const at = (inMinutes: number, more = {}) => open({ pool, inMinutes, capacity: 4, heldBack: 1, ...more });
  const [free, full, shut] = [await at(600), await at(630, { capacity: 1, heldBack: 0 }), await at(660)];
  const later = await at(690, { opensAt: house.after(5), marks: { sample: true } });
  await at(720, { closesAt: new Date(NOON_MS) });
  await held(house.hold([free], { byStaff: true }));
  await held(house.hold([free]));
  await held(house.hold([full]));
  await run(() => house.desk.apply([{ act: 'close', windowId: shut, why: '当天停办' }]));
  const query = { service: 'library-seat', sites: ['counted'], from: '2026-12-01', to: '2026-12-01' } as const;
  const poolId = (await house.inventory.findWindow(free))?.pool.id;
  const words = { day: '2026-12-01', poolId, site: 'counted', kind: 'quiet' };
  const startOf = async (id: string) => (await house.inventory.findWindow(id))?.startsAt;
  const none = { left: 0, open: 0, soldOut: 0, closed: 0, notYetOpen: 0, over: 0 };
  const tallies = await house.inventory.tallies(query);
  expect([...tallies].sort((one, other) => other.capacity - one.capacity)).toEqual([
    {
      ...{ ...words, ...none, marks: {}, left: 2, capacity: 7 },
      ...{ open: 1, soldOut: 1, closed: 1, over: 1, why: '当天停办', endsAt: await startOf(free) },
    },
    {
      ...{ ...words, ...none, marks: { sample: true }, capacity: 3 },
      ...{ notYetOpen: 1, opensAt: house.after(5), endsAt: await startOf(later) },
    },
  ]);
});

describe('whatever happens in whatever order', () => {
  const act = fc.oneof(
    fc.record({
      do: fc.constant('hold' as const),
      windows: fc.subarray([0, 1, 2], { minLength: 1 }),
      units: fc.integer({ min: 1, max: 3 }),
      staff: fc.boolean(),
      resting: fc.boolean(),
    }),
    fc.record({ do: fc.constantFrom('confirm' as const, 'release' as const, 'rest' as const), which: fc.nat(9) }),
    fc.record({
      do: fc.constantFrom('wake' as const, 'later' as const, 'shrink' as const),
      by: fc.integer({ min: 1, max: 6 }),
    }),
  );

  it('what is taken is what somebody has or what rests, and never more than there is', async () => {
    const property = fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
      house.time.nowMs = NOON_MS;
      const ids = [await open({ capacity: 3 }), await open({ capacity: 4, heldBack: 2 }), await open({ capacity: 1 })];
      const holds: string[] = [];
      for (const step of acts) {
        if (step.do === 'hold') {
          const windows = step.windows.map((index) => ids[index] ?? '');
          const more = {
            until: house.after(3),
            ...(step.staff && { byStaff: true as const }),
            ...(step.resting && { fromResting: true as const }),
          };
          const outcome = await house.hold(windows, more, step.units);
          if (outcome.kind === 'held') holds.push(outcome.holdId);
        } else if (step.do === 'later') house.time.nowMs += step.by * 60_000;
        else if (step.do === 'wake') await run(() => house.inventory.wakeRested());
        else if (step.do === 'shrink')
          await run(() => house.desk.apply(ids.map((windowId) => ({ act: 'change', windowId, capacity: step.by }))));
        else if ('which' in step) {
          const hold = holds[step.which % Math.max(1, holds.length)] ?? 'none';
          if (step.do === 'confirm') await run(() => house.inventory.confirm(hold));
          else await run(() => house.inventory.release(hold, step.do === 'rest' ? { restUntil: house.after(2) } : {}));
        }
        expect(await house.overfull(ids)).toEqual([]);
      }
    });
    await fc.assert(property, { numRuns: Number(process.env.SLOT_RUNS ?? 6) });
  }, 90_000);
});
