import fc from 'fast-check';
import {
  addDays,
  addPeriod,
  civilDate,
  dayInShanghai,
  dayNumber,
  dayOfNumber,
  earliestStillRunning,
  isCivilDate,
} from './civil-date';

describe('a day', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(isCivilDate(text)).toBe(true);
    expect(civilDate(text)).toBe(text);
  });

  it.each(['2026-02-29', '2026-02-30', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-04-31'])(
    '%s does not exist',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
    },
  );

  it.each(['2026-1-1', '20260101', '2026-01-01T00:00:00Z', ' 2026-01-01', '２０２６-01-01', '', null, 20260101, {}])(
    '%p is not written as one',
    (value) => {
      expect(isCivilDate(value)).toBe(false);
    },
  );

  it('that does not exist is named when it is asked for', () => {
    expect(() => civilDate('2026-02-30')).toThrow(new RangeError('not a day: 2026-02-30'));
  });

  it('in Tianjin begins at sixteen hours the day before, Greenwich', () => {
    expect(dayInShanghai(Date.parse('2026-01-31T15:59:59.999Z'))).toBe('2026-01-31');
    expect(dayInShanghai(Date.parse('2026-01-31T16:00:00.000Z'))).toBe('2026-02-01');
  });

  it('counts on and back over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-03-01', 0)).toBe('2026-03-01');
    expect(addDays('2023-03-01', 5 * 365 + 1)).toBe('2028-02-29');
  });

  it('is of a year anybody’s matter can be about: counting from it never leaves the years of four digits', () => {
    for (const day of ['1799-12-31', '0100-01-01', '3000-01-01', '9999-12-31']) expect(isCivilDate(day)).toBe(false);
    for (const day of ['1800-01-01', '2999-12-31']) expect(isCivilDate(day)).toBe(true);
    expect(earliestStillRunning('2999-12-31', { months: 12 })).toBe('2998-12-31');
  });

  it('compares as text', () => {
    expect('2025-09-30' < '2025-10-01').toBe(true);
  });
});

describe('a period', () => {
  it.each([
    ['2026-05-25', { months: 6 }, '2026-11-25'],
    ['2026-08-31', { months: 6 }, '2027-02-28'],
    ['2023-08-31', { months: 6 }, '2024-02-29'],
    ['2026-12-15', { months: 1 }, '2027-01-15'],
    ['2026-11-25', { days: 60 }, '2027-01-24'],
    ['2026-01-31', { months: 1, days: 1 }, '2026-03-01'],
  ] as const)('from %s of %p ends on %s', (day, period, last) => {
    expect(addPeriod(day, period)).toBe(last);
  });

  it('still runs from the earliest day named, and no longer from the day before', () => {
    const days = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2100-01-01') }).map(dayOfNumber);
    const periods = fc.record({ months: fc.nat(36), days: fc.nat(120) });
    fc.assert(
      fc.property(days, periods, (asOf, period) => {
        const earliest = earliestStillRunning(asOf, period);
        expect(addPeriod(earliest, period) >= asOf).toBe(true);
        expect(addPeriod(addDays(earliest, -1), period) < asOf).toBe(true);
      }),
    );
  });
});
