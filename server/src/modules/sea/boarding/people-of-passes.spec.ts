import fc from 'fast-check';
import { type HeldPass, passesAfter } from './people-of-passes';

const company = (aboard: number, ashore = 0, ...named: { id: string; where: 'aboard' | 'ashore' }[]) => ({
  aboard,
  ashore,
  named,
});
const aboard = (id: string) => ({ id, where: 'aboard' as const });
const good = (passes: readonly HeldPass[]) => passes.filter((pass) => !pass.void);
const said = (passes: readonly HeldPass[]) =>
  good(passes).map(({ n, where, relative }) => `${n} ${relative ?? '-'} ${where}`);

describe('the passes of a family', () => {
  it('are one for each who comes, numbered before anybody is named', () => {
    expect(said(passesAfter([], company(2, 1)))).toEqual(['1 - aboard', '2 - aboard', '3 - ashore']);
    expect(passesAfter([], company(0))).toEqual([]);
  });

  it('keep their numbers when names are given later', () => {
    const counted = passesAfter([], company(3));
    expect(said(passesAfter(counted, company(3, 0, aboard('mother'), aboard('uncle'))))).toEqual([
      '1 mother aboard',
      '2 uncle aboard',
      '3 - aboard',
    ]);
  });

  it('of somebody taken off the list are void for ever, and whoever comes instead gets the next number', () => {
    const before = passesAfter([], company(2, 0, aboard('mother'), aboard('uncle')));
    const after = passesAfter(before, company(2, 0, aboard('mother'), aboard('aunt')));
    expect(said(after)).toEqual(['1 mother aboard', '3 aunt aboard']);
    expect(after.find(({ n }) => n === 2)).toMatchObject({ relative: 'uncle', void: true });
    expect(said(passesAfter(after, company(2, 0, aboard('mother'), aboard('uncle'))))).toEqual([
      '1 mother aboard',
      '4 uncle aboard',
    ]);
  });

  it('go along with somebody who stays ashore after all', () => {
    const before = passesAfter([], company(2, 0, aboard('mother'), aboard('uncle')));
    const after = passesAfter(before, company(1, 1, aboard('mother'), { id: 'uncle', where: 'ashore' }));
    expect(said(after)).toEqual(['1 mother aboard', '2 uncle ashore']);
  });

  it('that were used are never void, though the list was changed afterwards', () => {
    const [first, second] = passesAfter([], company(2));
    if (!first || !second) throw new Error('two were counted');
    const after = passesAfter([{ ...first, boarded: true }, second], company(0));
    expect(said(after)).toEqual(['1 - aboard']);
  });
});

const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
const anyCompany = fc.record({ names: people, at: fc.integer({ min: 0, max: 6 }), more: fc.nat(3), land: fc.nat(3) });
const companyOf = ({ names, at, more, land }: typeof anyCompany extends fc.Arbitrary<infer T> ? T : never) => {
  const named = names.map((id, index) => ({ id, where: index < at ? ('aboard' as const) : ('ashore' as const) }));
  const count = (where: 'aboard' | 'ashore') => named.filter((each) => each.where === where).length;
  return { aboard: count('aboard') + more, ashore: count('ashore') + land, named };
};

it('whatever a family changes, there is one good pass a person and no number is given twice', () => {
  fc.assert(
    fc.property(fc.array(anyCompany, { minLength: 1, maxLength: 8 }), (changes) => {
      let book: HeldPass[] = [];
      const owners = new Map<number, string>();
      for (const wanted of changes.map(companyOf)) {
        const before = book;
        book = passesAfter(before, wanted);
        expect(passesAfter(book, wanted)).toEqual(book);
        for (const where of ['aboard', 'ashore'] as const)
          expect(good(book).filter((pass) => pass.where === where)).toHaveLength(wanted[where]);
        for (const { id, where } of wanted.named)
          expect(good(book).filter((pass) => pass.relative === id && pass.where === where)).toHaveLength(1);
        for (const pass of before.filter((each) => each.void))
          expect(book.find(({ n }) => n === pass.n)?.void).toBe(true);
        for (const { n, relative } of book) {
          if (relative === undefined) continue;
          expect(owners.get(n) ?? relative).toBe(relative);
          owners.set(n, relative);
        }
      }
    }),
  );
});
