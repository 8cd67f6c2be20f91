import { until } from '../../../../test/until';
import { type TurnBounds, Turns } from './turns';

const stays = () => false;
const nobody = () => Number.NEGATIVE_INFINITY;
const always = () => performance.now();
const bounds = { each: 2, leastInside: 1, mostInside: 100, lateMs: 2, mostWaiting: 10 };
const turnsOf = (changed: Partial<TurnBounds>, othersCame = nobody) => new Turns({ ...bounds, ...changed }, othersCame);
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('whoever asks for something new', () => {
  it('is let in at once while few do', () => {
    const turns = turnsOf({});
    const inside: number[] = [];
    expect(turns.enter(() => inside.push(1), stays)).toBe(true);
    expect(turns.enter(() => inside.push(2), stays)).toBe(true);
    expect(inside).toEqual([1, 2]);
  });

  it('is let in a few each turn, in the order they came, and somebody else has theirs in between', async () => {
    const turns = turnsOf({});
    const seen: (number | string)[] = [];
    for (const who of [1, 2, 3, 4, 5]) turns.enter(() => seen.push(who), stays);
    const other = async () => {
      await nextTurn();
      seen.push('other');
      await nextTurn();
      seen.push('other');
    };
    await other();
    expect(seen).toEqual([1, 2, 3, 4, 'other', 5, 'other']);
    expect(turns.waiting).toBe(0);
  });

  it('is sent away when too many wait, and comes in again once they do not', async () => {
    const turns = turnsOf({ each: 1, mostWaiting: 2 });
    const inside: number[] = [];
    const enter = (who: number) => turns.enter(() => inside.push(who), stays);
    expect([enter(1), enter(2), enter(3), enter(4)]).toEqual([true, true, true, false]);
    await nextTurn();
    await nextTurn();
    expect(enter(5)).toBe(true);
    await nextTurn();
    expect(inside).toEqual([1, 2, 3, 5]);
  });

  it('and has gone meanwhile takes nobody’s turn', async () => {
    const turns = turnsOf({ each: 1 });
    const inside: number[] = [];
    for (const who of [1, 2, 3]) {
      turns.enter(
        () => inside.push(who),
        () => who === 2,
      );
    }
    await nextTurn();
    expect(inside).toEqual([1, 3]);
  });

  it('waits while as many are inside as may be, and is let in when one of them ends', async () => {
    const turns = turnsOf({ mostInside: 2 });
    const inside: number[] = [];
    for (const who of [1, 2, 3]) turns.enter(() => inside.push(who), stays);
    await nextTurn();
    await nextTurn();
    expect([inside, turns.inside, turns.waiting]).toEqual([[1, 2], 2, 1]);
    turns.ended();
    await nextTurn();
    expect([inside, turns.inside, turns.waiting]).toEqual([[1, 2, 3], 2, 0]);
  });

  it('leaves when it took too long, though nobody inside ever ends', async () => {
    const turns = turnsOf({ mostInside: 1 });
    let late = false;
    turns.enter(() => undefined, stays);
    turns.enter(
      () => undefined,
      () => late,
    );
    await nextTurn();
    late = true;
    await until(async () => expect(turns.waiting).toBe(0));
    expect(turns.inside).toBe(1);
  });
});

describe('while somebody waits', () => {
  /** So much later it is whenever anybody looks at the clock: what the machine is busy with makes no look late here. */
  let passes = 0;

  beforeEach(() => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => {
      now += passes;
      return now;
    });
  });

  afterEach(() => jest.restoreAllMocks());

  /** How many are inside once it was looked so often, each so late, and everybody who ends is followed by another. */
  async function insideAfter(looks: number, lateByMs: number, othersCame: () => number): Promise<number> {
    passes = lateByMs;
    let looked = 0;
    let isOver: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      isOver = resolve;
    });
    // asked once with each look
    const turns = turnsOf({ each: 100, leastInside: 4, mostInside: 20, mostWaiting: 1000 }, () => {
      looked += 1;
      if (looked === looks) isOver();
      return othersCame();
    });
    for (let who = 0; who < 500; who += 1) turns.enter(() => undefined, stays);
    await over;
    const { inside } = turns;
    for (let ends = 0; ends < inside; ends += 1) turns.ended();
    await nextTurn();
    return turns.inside;
  }

  it('and the event loop is late, fewer are let in beside others, and never fewer than some', async () => {
    expect(await insideAfter(1, 30, always)).toBe(6);
    expect(await insideAfter(2, 30, always)).toBe(5);
    expect(await insideAfter(20, 30, always)).toBe(4);
  });

  it('and it is late, but nobody else is there, more are let in', async () => {
    expect(await insideAfter(3, 30, nobody)).toBe(16);
  });

  it('and it is in time, the room comes back slowly beside others, and to no more than it may be', async () => {
    expect(await insideAfter(4, 0, always)).toBe(9);
    expect(await insideAfter(5, 0, always)).toBe(10);
    expect(await insideAfter(60, 0, always)).toBe(20);
  });
});
