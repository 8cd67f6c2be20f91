import fc from 'fast-check';
import { addDays, type CivilDate, dayNumber, dayOfNumber } from './civil-date';
import { ageOn, checkDigit, idDigits, readIdNumber } from './id-number';

const TODAY = '2026-11-25';

/** Numbers that are nobody’s: no place has this code, and nobody alive was born in 1801. */
const NOWHERE = '999999';

const numbered = (seventeen: string) => `${seventeen}${checkDigit(seventeen)}`;
const compact = (day: CivilDate) => day.replaceAll('-', '');

const births = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber(TODAY) }).map(dayOfNumber);
const orders = fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0'));
const seventeens = fc
  .record({ birth: births, order: orders })
  .map(({ birth, order }) => `${NOWHERE}${compact(birth)}${order}`);

describe('an ID number', () => {
  it('says the birthday and the sex, as in the examples of the standard', () => {
    expect(readIdNumber('11010519491231002X', TODAY)).toEqual({ birth: '1949-12-31', sex: 'female' });
    expect(readIdNumber('440524188001010014', TODAY)).toEqual({ birth: '1880-01-01', sex: 'male' });
  });

  it('is read for every birthday and order', () => {
    fc.assert(
      fc.property(births, orders, (birth, order) => {
        const sex = Number(order) % 2 === 1 ? 'male' : 'female';
        expect(readIdNumber(numbered(`${NOWHERE}${compact(birth)}${order}`), TODAY)).toEqual({ birth, sex });
      }),
    );
  });

  it('is never read the same with one digit typed wrongly', () => {
    fc.assert(
      fc.property(seventeens, fc.nat(17), fc.integer({ min: 1, max: 9 }), (seventeen, at, off) => {
        const number = numbered(seventeen);
        const digit = number.charAt(at) === 'X' ? '0' : String((Number(number.charAt(at)) + off) % 10);
        expect(readIdNumber(number.slice(0, at) + digit + number.slice(at + 1), TODAY)).toHaveProperty('problem');
      }),
    );
  });

  it('is never read with two neighbours exchanged', () => {
    fc.assert(
      fc.property(seventeens, fc.nat(16), (seventeen, at) => {
        const number = numbered(seventeen);
        const [one, other] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(one !== other);
        expect(readIdNumber(number.slice(0, at) + other + one + number.slice(at + 2), TODAY)).toHaveProperty('problem');
      }),
    );
  });

  it('of fifteen digits says what the same number of eighteen says', () => {
    const inThe1900s = births.filter((birth) => birth < '2000-01-01');
    fc.assert(
      fc.property(inThe1900s, orders, (birth, order) => {
        const old = `${NOWHERE}${compact(birth).slice(2)}${order}`;
        expect(readIdNumber(old, TODAY)).toEqual(readIdNumber(numbered(`${NOWHERE}${compact(birth)}${order}`), TODAY));
      }),
    );
  });

  it.each(['120107', '120108', '120109', '120221', '120222', '120223', '120224', '120225', '659001', '999999'])(
    'may begin with %s, whether that place still has this code or not',
    (place) => {
      expect(readIdNumber(numbered(`${place}18010101001`), TODAY)).toEqual({ birth: '1801-01-01', sex: 'male' });
    },
  );

  it.each([
    '',
    '72',
    '12010118010101001',
    '1201011801010100123',
    '0201011801010100',
    'X20101180101010012',
    '120101180101010O12',
  ])('%j is not written as one', (text) => {
    expect(readIdNumber(text, TODAY)).toEqual({ problem: 'shape' });
  });

  it.each(['18010229', '19001301', '20260230', '00000000', '19530431'])('of a birthday %s is none', (day) => {
    expect(readIdNumber(numbered(`${NOWHERE}${day}001`), TODAY)).toEqual({ problem: 'birth' });
  });

  it('is of someone who is born already', () => {
    const born = (day: CivilDate) => readIdNumber(numbered(`${NOWHERE}${compact(day)}001`), TODAY);
    expect(born(TODAY)).toEqual({ birth: TODAY, sex: 'male' });
    expect(born(addDays(TODAY, 1))).toEqual({ problem: 'birth' });
  });

  it('with a wrong last digit is named as that', () => {
    const seventeen = `${NOWHERE}19530215000`;
    const wrong = checkDigit(seventeen) === '1' ? '2' : '1';
    expect(readIdNumber(`${seventeen}${wrong}`, TODAY)).toEqual({ problem: 'check-digit' });
  });

  it('is read with spaces, full-width digits and a small x', () => {
    expect(idDigits(' 110105 19491231 002x ')).toBe('11010519491231002X');
    expect(readIdNumber('１１０１０５１９４９１２３１００２Ｘ', TODAY)).toEqual({ birth: '1949-12-31', sex: 'female' });
  });
});

describe('an age', () => {
  it.each([
    ['2026-11-25', '1946-11-25', 80],
    ['2026-11-24', '1946-11-25', 79],
    ['2026-02-28', '1948-02-29', 77],
    ['2026-03-01', '1948-02-29', 78],
    ['2026-11-25', '2026-11-25', 0],
  ] as const)('on %s of someone born on %s is %d', (day, birth, age) => {
    expect(ageOn(day, birth)).toBe(age);
  });
});
