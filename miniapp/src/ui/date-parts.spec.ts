import { datesOf, monthsOf, partsOf, textOf, yearsOf } from './date-parts';

const range = { earliest: '2024-03-10', latest: '2026-11-25' };
const months = (text: string) => monthsOf(partsOf(text), range);
const dates = (text: string) => datesOf(partsOf(text), range);

describe('the parts of a day', () => {
  it('are read as far as they are chosen', () => {
    expect(partsOf('')).toEqual({ year: '', month: '', date: '' });
    expect(partsOf('2026-05-')).toEqual({ year: '2026', month: '05', date: '' });
    expect(partsOf('--25')).toEqual({ year: '', month: '', date: '25' });
  });

  it.each(['', '2026--', '-05-', '--25', '2026-05-', '2026-05-25'])('%j comes back as it was kept', (text) => {
    expect(textOf(partsOf(text), range)).toBe(text);
  });

  it('are offered from the latest year down, and never outside the range', () => {
    expect(yearsOf(range)).toEqual(['2026', '2025', '2024']);
    expect([months('2024--')[0], months('2026--').at(-1), months('2025--').length, months('').length]).toEqual([
      '03',
      '11',
      12,
      12,
    ]);
    expect([dates('2024-03-')[0], dates('2026-11-').at(-1), dates('2025-11-').length]).toEqual(['10', '25', 30]);
  });

  it.each([
    ['2025-02-', 28],
    ['2024-02-', 0],
    ['2025-04-', 30],
    ['2025-12-', 31],
    ['-02-', 29],
    ['', 31],
  ])('of %j are %d days', (text, days) => {
    expect(dates(text)).toHaveLength(days);
  });

  it('lose a day that the month chosen later does not have', () => {
    expect(textOf({ year: '2025', month: '02', date: '31' }, range)).toBe('2025-02-');
    expect(textOf({ year: '2025', month: '02', date: '28' }, range)).toBe('2025-02-28');
    expect(textOf({ year: '2026', month: '12', date: '31' }, range)).toBe('2026--31');
  });
});
