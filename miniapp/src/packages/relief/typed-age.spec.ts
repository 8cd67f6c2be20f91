import { checkDigit } from '@jinmen/shared/kernel/id-number';
import { isWholeIdNumber, mayKeep, readAge } from './typed-age';

const TODAY = '2026-11-25';
const years = { type: 'count', label: '岁数', min: 0, max: 130, unit: 'years' } as const;
const read = (text: string) => readAge(text, years, TODAY);

/** Nobody's: there is no such place. */
const numbered = (birth: string, order = '000') => {
  const seventeen = `999999${birth}${order}`;
  return `${seventeen}${checkDigit(seventeen)}`;
};
const withX = Array.from({ length: 100 }, (_, order) => numbered('19531126', String(order).padStart(3, '0'))).find(
  (id) => id.endsWith('X'),
);

describe('an age as people type it', () => {
  it.each([
    ['72', 72],
    [' ７２ 岁', 72],
    ['72周岁', 72],
    ['0', 0],
    ['130', 130],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toEqual({ value, fromIdNumber: false });
  });

  it('follows from an ID number on this day', () => {
    expect(read(numbered('19461125'))).toEqual({ value: 80, fromIdNumber: true });
    expect(read(numbered('19461126'))).toEqual({ value: 79, fromIdNumber: true });
  });

  it('follows from an old one of fifteen digits, and from one whose X no keyboard has', () => {
    expect(read('999999461126000')).toEqual({ value: 79, fromIdNumber: true });
    expect(read(withX?.slice(0, 17) ?? '')).toEqual({ value: 72, fromIdNumber: true });
    expect(read(numbered('19461126').slice(0, 17))).toHaveProperty('problem');
  });

  it.each([
    ['', '填岁数，比如 72。拿不准，就点“不清楚”。'],
    ['老', '这里填岁数，比如 72。'],
    ['131', '岁数填 0 到 130 之间的数。'],
    ['1954', '填岁数就行，比如 72。要填身份证号，请填全 18 位。'],
    [numbered('19531301'), '这个身份证号里的生日不太对。请再看看，也可以直接填岁数。'],
    [numbered('20261126'), '这个身份证号里的生日不太对。请再看看，也可以直接填岁数。'],
    [
      numbered('19461126').replace(/.$/, (last) => (last === '1' ? '2' : '1')),
      '这个身份证号里好像有一位填错了。请再看看，也可以直接填岁数。',
    ],
  ])('%j is answered with what to type instead', (text, problem) => {
    expect(read(text)).toEqual({ problem });
  });

  it('may be kept as typed, but no part of an ID number longer than an age', () => {
    expect(['', '7', '72', '105', '72岁'].every(mayKeep)).toBe(true);
    expect(['1201', '１２０１', '1 2 0 1', '12X4', numbered('19461126')].some(mayKeep)).toBe(false);
  });

  it('is read without a press once eighteen characters stand there', () => {
    expect(isWholeIdNumber(numbered('19461126'))).toBe(true);
    expect(isWholeIdNumber(numbered('19461126').slice(0, 17))).toBe(false);
  });
});
