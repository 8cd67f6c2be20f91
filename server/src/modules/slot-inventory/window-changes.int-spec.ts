import { openSlotHouse, type SlotHouse } from '../../../test/slot-house';
import { WindowChanges } from './window-changes.port';

let house: SlotHouse;
let heard: string[][] = [];

beforeAll(async () => {
  house = await openSlotHouse();
  house.module.get(WindowChanges).subscribe((windows) => heard.push(windows.map(({ id }) => id)));
});

beforeEach(() => {
  heard = [];
});

afterAll(() => house.stop());

const run = <Result>(work: () => Promise<Result>) => house.transactions.run(work);

async function heldIn(windowIds: readonly string[]): Promise<string> {
  const outcome = await house.hold(windowIds);
  if (outcome.kind !== 'held') throw new Error(`not held: ${outcome.kind}`);
  return outcome.holdId;
}

describe('a change to windows', () => {
  it('is heard of when they are made, held, given back, changed and closed, each by its own', async () => {
    const [one, other] = [await house.open({ inMinutes: 700 }), await house.open({ inMinutes: 730 })];
    const holdId = await heldIn([one, other]);
    await run(() => house.inventory.release(holdId));
    await run(() => house.desk.apply([{ act: 'change', windowId: one, capacity: 4 }]));
    await run(() => house.desk.apply([{ act: 'close', windowId: other, why: '当天停办' }]));
    const both = [[one], [other]].sort();
    const perWindow = heard.slice(2, 6).sort();
    expect(heard.slice(0, 2)).toEqual([[one], [other]]);
    expect(perWindow).toEqual([...both, ...both].sort());
    expect(heard.slice(6)).toEqual([[one], [other]]);
  });

  it('is heard once it has committed, before whoever made it is answered, and never when it was undone', async () => {
    const id = await house.open({ inMinutes: 760, capacity: 1 });
    heard = [];
    await run(async () => {
      await house.inventory.hold({ holder: 'somebody', lines: [{ windowId: id, units: 1 }] });
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual([[id]]);
    const undone = run(async () => {
      await house.desk.apply([{ act: 'change', windowId: id, capacity: 9 }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(heard).toEqual([[id]]);
  });

  it('is none when a hold found it full, when it is so already, and when units rest', async () => {
    const id = await house.open({ inMinutes: 790, capacity: 1 });
    const holdId = await heldIn([id]);
    heard = [];
    expect((await house.hold([id])).kind).toBe('full');
    await run(() => house.desk.apply([{ act: 'open', window: house.aWindow({ inMinutes: 790 }) }]));
    await run(() => house.inventory.release(holdId, { restUntil: house.after(5) }));
    expect(heard).toEqual([]);
    house.time.nowMs += 6 * 60_000;
    await run(() => house.inventory.wakeRested());
    expect(heard).toEqual([[id]]);
  });
});
