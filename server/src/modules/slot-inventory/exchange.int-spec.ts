import { NOON_MS, openSlotHouse, type SlotHouse } from '../../../test/slot-house';
import type { HoldLine, HoldOutcome } from './slot-inventory.port';
import { SlotWindowRow } from './slot-window.entity';

let house: SlotHouse;
let starts = 600;

beforeAll(async () => {
  house = await openSlotHouse();
});

beforeEach(() => {
  house.time.nowMs = NOON_MS;
});

afterAll(() => house.stop());

/** Each test has windows of its own. */
const open = (capacity: number, heldBack = 0) => {
  starts += 30;
  return house.open({ inMinutes: starts, capacity, heldBack });
};
const run = <Result>(work: () => Promise<Result>) => house.transactions.run(work);
const idOf = (outcome: HoldOutcome): string => {
  if (outcome.kind !== 'held') throw new Error(`not held: ${outcome.kind}`);
  return outcome.holdId;
};
const exchanged = (holdId: string, ...lines: readonly HoldLine[]) => run(() => house.inventory.exchange(holdId, lines));
const of = (windowId: string, units: number): HoldLine => ({ windowId, units });
const takenOf = async (...ids: readonly string[]) => {
  const rows = await Promise.all(ids.map((id) => house.transactions.manager.findOneByOrFail(SlotWindowRow, { id })));
  return rows.map(({ taken, staffTaken }) => [taken, staffTaken]);
};
const linesOf = async (holdId: string) => {
  const lines = await house.inventory.linesOf(holdId);
  return lines.map(({ windowId, units }) => [windowId, units]).sort();
};

describe('a hold that is exchanged', () => {
  it('takes only what is more and gives back only what is less, in every window of it', async () => {
    const [one, two, three] = [await open(3), await open(3), await open(3)];
    const hold = idOf(await run(() => house.inventory.hold({ holder: 'family', lines: [of(one, 2), of(two, 1)] })));
    const other = idOf(await exchanged(hold, of(one, 1), of(two, 3), of(three, 2)));
    expect(await linesOf(other)).toEqual([[one, 1] as const, [two, 3] as const, [three, 2] as const].sort());
    expect(await takenOf(one, two, three)).toEqual([
      [1, 0],
      [3, 0],
      [2, 0],
    ]);
    expect(await house.overfull([one, two, three])).toEqual([]);
  });

  it('needs no room for what it has already', async () => {
    const [one, full] = [await open(2), await open(1)];
    const hold = idOf(await run(() => house.inventory.hold({ holder: 'family', lines: [of(one, 1), of(full, 1)] })));
    expect((await exchanged(hold, of(one, 2), of(full, 1))).kind).toBe('held');
    expect(await takenOf(one, full)).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  it('stays as it was where what is more is not to be had', async () => {
    const [one, full] = [await open(2), await open(1)];
    idOf(await house.hold([full]));
    const hold = idOf(await house.hold([one]));
    expect(await exchanged(hold, of(full, 1))).toEqual({ kind: 'full', windowId: full });
    expect(await linesOf(hold)).toEqual([[one, 1]]);
    expect(await takenOf(one, full)).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('lapses when it would have, and not at all when it was kept', async () => {
    const id = await open(5);
    const lapsing = idOf(await house.hold([id], { until: house.after(10) }));
    const kept = idOf(await house.hold([id]));
    const [later, still] = [idOf(await exchanged(lapsing, of(id, 2))), idOf(await exchanged(kept, of(id, 2)))];
    house.time.nowMs += 10 * 60_000;
    expect(await run(() => house.inventory.confirm(later))).toBe(false);
    expect(await run(() => house.inventory.confirm(still))).toBe(true);
  });

  it('by the desk stays out of what the desk has, and gives that back', async () => {
    const id = await open(3, 2);
    idOf(await house.hold([id]));
    const hold = idOf(await house.hold([id], { byStaff: true }));
    const more = idOf(await exchanged(hold, of(id, 2)));
    expect(await takenOf(id)).toEqual([[3, 2]]);
    idOf(await exchanged(more, of(id, 1)));
    expect(await takenOf(id)).toEqual([[2, 1]]);
  });

  it('by anybody else gets nothing of what the desk has', async () => {
    const id = await open(3, 2);
    const hold = idOf(await house.hold([id]));
    expect(await exchanged(hold, of(id, 2))).toEqual({ kind: 'full', windowId: id });
  });

  it('is over once it lapsed, was given back or never was', async () => {
    const id = await open(3);
    const over = { kind: 'over', windowId: id };
    const lapsed = idOf(await house.hold([id], { until: house.after(1) }));
    house.time.nowMs += 60_000;
    expect(await exchanged(lapsed, of(id, 2))).toEqual(over);
    const given = idOf(await house.hold([id]));
    await run(() => house.inventory.release(given));
    expect(await exchanged(given, of(id, 2))).toEqual(over);
    expect(await exchanged('no such hold', of(id, 1))).toEqual(over);
  });
});

describe('what rests', () => {
  it('is told by service, earliest first, and is nothing that somebody has', async () => {
    const [late, early] = [await house.open({ inMinutes: 5030 }), await house.open({ inMinutes: 5000 })];
    const elsewhere = { service: 'music-room', site: 'south-hall', kind: 'piano' };
    const piano = await house.open({ inMinutes: 5000, pool: elsewhere });
    for (const id of [late, early, piano]) {
      const hold = idOf(await house.hold([id]));
      idOf(await house.hold([id]));
      await run(() => house.inventory.release(hold, { restUntil: house.after(7) }));
    }
    const told = async (service: string) =>
      (await house.inventory.resting(service)).map(({ window, units }) => [window.id, units]);
    expect(await told('library-seat')).toEqual([
      [early, 1],
      [late, 1],
    ]);
    expect(await told('music-room')).toEqual([[piano, 1]]);
  });

  it('does not rest where its time is over already', async () => {
    const id = await open(1);
    const hold = idOf(await house.hold([id]));
    await run(() => house.inventory.release(hold, { restUntil: house.after(0) }));
    expect((await house.hold([id])).kind).toBe('held');
  });

  it('wakes each for itself: what is not due yet stays, and so does the share of the desk', async () => {
    const id = await open(3, 1);
    const [soon, later] = [idOf(await house.hold([id])), idOf(await house.hold([id]))];
    idOf(await house.hold([id], { byStaff: true }));
    await run(() => house.inventory.release(soon, { restUntil: house.after(1) }));
    await run(() => house.inventory.release(later, { restUntil: house.after(9) }));
    house.time.nowMs += 60_000;
    await run(() => house.inventory.wakeRested());
    expect(await takenOf(id)).toEqual([[2, 1]]);
  });

  it('wakes several at once, each with its own units in its own window, and nothing that somebody has', async () => {
    const [one, two] = [await open(4), await open(4)];
    const kept = idOf(await house.hold([one]));
    const [small, single] = [idOf(await house.hold([one])), idOf(await house.hold([two]))];
    const large = idOf(await exchanged(single, of(two, 3)));
    for (const hold of [small, large]) await run(() => house.inventory.release(hold, { restUntil: house.after(1) }));
    house.time.nowMs += 60_000;
    expect((await run(() => house.inventory.wakeRested())).toSorted()).toEqual([one, two].toSorted());
    expect(await takenOf(one, two)).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(await linesOf(kept)).toEqual([[one, 1]]);
  });
});
