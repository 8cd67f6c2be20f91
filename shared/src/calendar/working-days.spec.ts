import fc from 'fast-check';
import { addDays, type CivilDate, dayNumber, dayOfNumber } from '../kernel/civil-date';
import { Calendar, releasedCalendar, releasedNotices } from './working-days';

const isWorkingDay = (day: CivilDate) => releasedCalendar.isWorkingDay(day);
const isPublished = (day: CivilDate) => releasedCalendar.isPublished(day);
const addWorkingDays = (from: CivilDate, count: number) => releasedCalendar.addWorkingDays(from, count);

const days = fc.integer({ min: dayNumber('2024-12-01'), max: dayNumber('2028-03-01') }).map(dayOfNumber);
const counts = fc.integer({ min: 0, max: 60 });

function daysOf(year: number): readonly CivilDate[] {
  const first = `${year}-01-01` as CivilDate;
  return Array.from({ length: 365 }, (_, index) => addDays(first, index));
}

describe('working days', () => {
  it.each([
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-13', true, 'the Friday before it'],
    ['2026-02-16', false, 'a Monday of the Spring Festival'],
    ['2026-10-10', true, 'a Saturday worked for the National Day'],
    ['2026-10-11', false, 'the Sunday after it'],
    ['2025-09-28', true, 'a Sunday worked'],
    ['2025-10-08', false, 'a Wednesday off'],
    ['2027-01-01', true, 'a Friday of a year nobody has published'],
    ['2027-01-02', false, 'the Saturday after it'],
    ['1969-12-27', false, 'a Saturday before the first day computers count'],
  ] as const)('%s: %p, %s', (day, works, _why) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it('are 248 in 2025 and in 2026, as the notices leave them', () => {
    expect([2025, 2026].map((year) => daysOf(year).filter(isWorkingDay).length)).toEqual([248, 248]);
  });

  it('of a year nobody has published are Monday to Friday, never blank', () => {
    expect(daysOf(2027).filter(isWorkingDay)).toHaveLength(261);
    expect(['2026-12-31', '2027-01-01'].map((day) => isPublished(day as CivilDate))).toEqual([true, false]);
  });
});

describe('a clock of working days', () => {
  it.each([
    ['2026-02-13', 1, '2026-02-14', 'the worked Saturday counts'],
    ['2026-02-13', 2, '2026-02-24', 'nine days off do not'],
    ['2026-11-25', 0, '2026-11-25', 'no days are no time'],
    ['2026-11-25', 7, '2026-12-04', 'over one weekend'],
    ['2026-09-18', 30, '2026-11-05', 'over two holidays and both worked weekends'],
  ] as const)('from %s, %i days, ends on %s: %s', (from, count, on, _why) => {
    expect(addWorkingDays(from, count)).toEqual({ on, expected: false });
  });

  it('is only expected once it runs into a year nobody has published', () => {
    expect(addWorkingDays('2026-11-25', 26)).toEqual({ on: '2026-12-31', expected: false });
    expect(addWorkingDays('2026-11-25', 27)).toEqual({ on: '2027-01-01', expected: true });
    expect(addWorkingDays('2026-11-25', 30)).toEqual({ on: '2027-01-06', expected: true });
    expect(addWorkingDays('2027-01-06', 3)).toEqual({ on: '2027-01-11', expected: true });
  });

  it('ends on a working day, with exactly that many after its first day', () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const { on } = addWorkingDays(from, count);
        const between = Array.from({ length: dayNumber(on) - dayNumber(from) }, (_, index) => addDays(from, index + 1));
        expect(between.filter(isWorkingDay)).toHaveLength(count);
        expect(count === 0 || isWorkingDay(on)).toBe(true);
      }),
    );
  });

  it('of two parts in a row ends where the whole does', () => {
    fc.assert(
      fc.property(days, counts, counts, (from, first, second) => {
        expect(addWorkingDays(addWorkingDays(from, first).on, second).on).toBe(addWorkingDays(from, first + second).on);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])('of %p days is refused', (count) => {
    expect(() => addWorkingDays('2026-11-25', count)).toThrow(RangeError);
  });
});

/** A year's notice as one may look: days off that are no weekends, and weekends worked. */
const notices = fc.record({
  off: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 30 }),
  work: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 10 }),
});

describe('a calendar that is given a notice later', () => {
  const of2027 = (index: number) => addDays('2027-01-01', index);
  const withNotice = ({ off, work }: { off: readonly number[]; work: readonly number[] }) =>
    new Calendar({ ...releasedNotices, 2027: { off: off.map(of2027), work: work.map(of2027) } });

  it('counts the same to the last day of the years it knew, and is sure of the new one', () => {
    fc.assert(
      fc.property(days, counts, notices, (from, count, notice) => {
        const [before, after] = [addWorkingDays(from, count), withNotice(notice).addWorkingDays(from, count)];
        if (!before.expected) expect(after).toEqual(before);
        if (after.on < '2028-01-01' && from >= '2024-12-31') expect(after.expected).toBe(false);
      }),
    );
  });

  it('never ends a clock on a day off, never earlier for a later start, and never earlier for a longer time', () => {
    fc.assert(
      fc.property(days, counts, notices, (from, count, notice) => {
        const calendar = withNotice(notice);
        const { on } = calendar.addWorkingDays(from, count);
        expect(count === 0 || calendar.isWorkingDay(on)).toBe(true);
        expect(calendar.addWorkingDays(addDays(from, 1), count).on >= on).toBe(true);
        expect(calendar.addWorkingDays(from, count + 1).on > on).toBe(true);
      }),
    );
  });
});
