import { addDays, civilDate } from '@jinmen/shared/kernel/civil-date';
import fc from 'fast-check';
import { inOrder, moved, nextFor, rankOf, type Waiter, type Wish, wishKey } from './line';

const FIRST = civilDate('2026-12-01');
const wish: fc.Arbitrary<Wish> = fc.record({
  pool: fc.constantFrom('seats', 'tables'),
  site: fc.constantFrom('north', 'south'),
  day: fc.integer({ min: 0, max: 3 }).map((days) => addDays(FIRST, days)),
});
const line: fc.Arbitrary<readonly Waiter[]> = fc
  .uniqueArray(
    fc.record({ place: fc.integer({ min: 1, max: 60 }), wishes: fc.array(wish, { minLength: 1, maxLength: 4 }) }),
    {
      selector: ({ place }) => place,
      maxLength: 12,
    },
  )
  .map((waiters) => waiters.map((each, index) => ({ id: `party-${index}`, ...each })));
const lineWithOne = line
  .filter((waiters) => waiters.length > 0)
  .chain((waiters) => fc.tuple(fc.constant(waiters), fc.constantFrom(...waiters)));

describe('the rank in a line', () => {
  it('stays as it is for everybody when somebody joins at the end', () => {
    fc.assert(
      fc.property(line, fc.array(wish, { minLength: 1 }), (waiters, wishes) => {
        const longer = [...waiters, { id: 'newcomer', place: 61, wishes }];
        for (const { id } of waiters) expect(rankOf(longer, id)).toBe(rankOf(waiters, id));
      }),
    );
  });

  it('gets no worse for anybody when one leaves, and better only for those who wait for the same', () => {
    fc.assert(
      fc.property(lineWithOne, ([waiters, gone]) => {
        const rest = waiters.filter((each) => each !== gone);
        for (const each of rest) {
          const shared = each.wishes.some((mine) => gone.wishes.some((other) => wishKey(mine) === wishKey(other)));
          const gain = shared && gone.place < each.place ? 1 : 0;
          expect(rankOf(rest, each.id)).toBe((rankOf(waiters, each.id) ?? 0) - gain);
        }
      }),
    );
  });

  it('1 means that whatever comes free of what they wait for is theirs', () => {
    fc.assert(
      fc.property(line, (waiters) => {
        for (const each of waiters.filter(({ id }) => rankOf(waiters, id) === 1))
          for (const free of each.wishes) expect(nextFor(waiters, free)?.id).toBe(each.id);
      }),
    );
  });

  it('is unknown of somebody who does not wait', () => {
    expect(rankOf([], 'party-0')).toBeUndefined();
  });
});

describe('a free unit', () => {
  it('goes to nobody who does not want it, who had their turn, or before whom another stands who wants it', () => {
    fc.assert(
      fc.property(line, wish, fc.array(fc.integer({ min: 0, max: 11 })), (waiters, free, indexes) => {
        const passed = new Set(indexes.map((index) => `party-${index}`));
        const wanting = waiters.filter(
          ({ id, wishes }) => !passed.has(id) && wishes.some((each) => wishKey(each) === wishKey(free)),
        );
        expect(nextFor(waiters, free, passed)).toBe(inOrder(wanting)[0]);
      }),
    );
  });
});

describe('a change of the order', () => {
  it('moves the one it is about to where it says, and leaves all others in their order, on the same places', () => {
    fc.assert(
      fc.property(lineWithOne, fc.integer({ min: -2, max: 15 }), ([waiters, one], to) => {
        const places = moved(waiters, one.id, to);
        const after = waiters.map((each) => ({ ...each, place: places.get(each.id) ?? each.place }));
        const ids = (list: readonly Waiter[]) => inOrder(list).map(({ id }) => id);
        const wanted = Math.min(Math.max(to, 1), waiters.length);
        expect(ids(after).indexOf(one.id)).toBe(wanted - 1);
        expect(ids(after).filter((id) => id !== one.id)).toEqual(ids(waiters).filter((id) => id !== one.id));
        expect(after.map(({ place }) => place).sort()).toEqual(waiters.map(({ place }) => place).sort());
      }),
    );
  });

  it('about somebody who is not there changes nothing', () => {
    expect(moved([], 'party-0', 1).size).toBe(0);
  });
});
