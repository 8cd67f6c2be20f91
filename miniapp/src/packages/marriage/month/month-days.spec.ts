import { addDays, civilDate } from '@jinmen/shared/kernel/civil-date';
import { weekdayOf } from '../../../platform/clock';
import { lastOf, monthAfter, monthBefore, weeksOf } from './month-days';

describe('a month', () => {
  it('holds every day of its own once, each under its weekday, whichever month it is', () => {
    for (let first = civilDate('2024-01-01'); first < '2044-01-01'; first = monthAfter(first)) {
      const weeks = weeksOf(first);
      const days = weeks.flat().filter((day) => day !== undefined);
      expect([days[0], days.at(-1)]).toEqual([first, lastOf(first)]);
      expect(days.every((day, index) => index === 0 || day === addDays(days[index - 1] ?? first, 1))).toBe(true);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      expect(weeks.every((week) => week.every((day, column) => !day || weekdayOf(day) === column))).toBe(true);
    }
  });

  it.each([
    ['2026-12-01', '2027-01-01', '2026-11-01', '2026-12-31'],
    ['2028-02-01', '2028-03-01', '2028-01-01', '2028-02-29'],
  ])('%s is followed by %s, comes after %s and ends on %s', (month, after, before, last) => {
    const first = civilDate(month);
    expect([monthAfter(first), monthBefore(first), lastOf(first)]).toEqual([after, before, last]);
  });
});
