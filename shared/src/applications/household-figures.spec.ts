import fc from 'fast-check';
import { vocabulary } from '../catalogue';
import { type Found, householdFigures, type PersonFigure } from './household-figures';

const WAGE = 'household.monthlyWageIncomeFen';
const CAR = 'household.ownsCar';
const HOMES = 'household.ownsSecondHome';

const wage = (value: number, from = '社会保险'): PersonFigure => ({ fact: WAGE, value, from });
const car = (value: boolean): PersonFigure => ({ fact: CAR, value, from: '机动车登记' });
const homes = (count: number): PersonFigure => ({ fact: HOMES, value: count > 1, count, from: '不动产登记' });
const of = (fact: string, ...people: readonly Found[]) =>
  householdFigures(people, vocabulary.facts).find((figure) => figure.fact === fact)?.value;

describe('what records say of a household', () => {
  it('of one person is what they say of that person', () => {
    expect(householdFigures([[wage(240_000), car(false), homes(1)]], vocabulary.facts)).toEqual([
      { fact: WAGE, value: 240_000, from: '社会保险' },
      { fact: CAR, value: false, from: '机动车登记' },
      { fact: HOMES, value: false, from: '不动产登记' },
    ]);
  });

  it('adds up what each earns, and names every record once', () => {
    const figures = householdFigures([[wage(100)], [wage(250, '税务')], [wage(1)]], vocabulary.facts);
    expect(figures).toEqual([{ fact: WAGE, value: 351, from: '社会保险、税务' }]);
  });

  it('is not known to be all while somebody’s part is missing, whether nobody looked or no record has them', () => {
    expect(of(WAGE, [wage(100)], undefined)).toBeNull();
    expect(of(WAGE, [wage(100)], [car(false)])).toBeNull();
    expect(of(CAR, [car(false)], undefined)).toBeNull();
  });

  it('has a car as soon as one of them has', () => {
    expect(of(CAR, [car(true)], undefined)).toBe(true);
    expect(of(CAR, [car(false)], [car(true)])).toBe(true);
    expect(of(CAR, [car(false)], [car(false)])).toBe(false);
  });

  it('does not make two homes of the one that two people own', () => {
    expect(of(HOMES, [homes(1)], [homes(1)])).toBeNull();
    expect(of(HOMES, [homes(1)], [homes(0)])).toBe(false);
    expect(of(HOMES, [homes(2)], [homes(0)])).toBe(true);
  });

  it('says nothing of what no record has: what was declared stands', () => {
    expect(householdFigures([[car(false)], undefined], vocabulary.facts).map(({ fact }) => fact)).toEqual([CAR]);
    expect(householdFigures([undefined, undefined], vocabulary.facts)).toEqual([]);
  });

  it('takes no sum that nobody may declare', () => {
    expect(of(WAGE, [wage(99_999_999)], [wage(99_999_999)])).toBeNull();
  });

  it('never turns into another yes or no by one more person becoming known', () => {
    const figure = fc.option(fc.boolean(), { nil: undefined });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 4 }), fc.nat(3), fc.boolean(), (cars, at, becomes) => {
        const people = cars.map((value) => (value === undefined ? undefined : [car(value)]));
        const before = of(CAR, ...people);
        if (before === null || before === undefined || people[at % people.length] !== undefined) return;
        const after = people.map((found, index) => (index === at % people.length ? [car(becomes)] : found));
        expect(of(CAR, ...after)).toBe(before);
      }),
    );
  });
});
