import fc from 'fast-check';
import { Calendar, releasedCalendar } from '../../calendar/working-days';
import { addDays, dayNumber, dayOfNumber } from '../../kernel/civil-date';
import { divorceDays } from './divorce-days';

describe('the two steps of a divorce', () => {
  it.each([
    // 2026-03-02 + 30 is 04-01, + 30 is Friday 05-01, a holiday until 05-05
    ['2026-03-02', '2026-04-01', '2026-04-02', '2026-05-06'],
    // + 30 is Saturday 04-04, a holiday until 04-06; counted on from 04-07
    ['2026-03-05', '2026-04-07', '2026-04-08', '2026-05-07'],
    // + 30 is Saturday 05-09, which is worked
    ['2026-04-09', '2026-05-09', '2026-05-10', '2026-06-08'],
    // + 30 is 10-01, a holiday until 10-07; 11-07 is a Saturday
    ['2026-09-01', '2026-10-08', '2026-10-09', '2026-11-09'],
  ] as const)('taken on %s: until %s either takes it back, %s to %s step 2', (received, coolingUntil, from, until) => {
    expect(divorceDays(received, releasedCalendar)).toEqual({ coolingUntil, from, until, expected: false });
  });

  it('are expected where an end falls into a year nobody has published', () => {
    expect(divorceDays('2026-11-20', releasedCalendar)).toMatchObject({ until: '2027-01-20', expected: true });
  });

  const days = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2026-12-31') }).map(dayOfNumber);
  const calendars = fc
    .array(days, { maxLength: 40 })
    .map((off) => new Calendar({ 2025: { off: [], work: [] }, 2026: { off, work: [] } }));

  it('are never shorter than 30 days each, end on a working day, and follow without a gap', () => {
    fc.assert(
      fc.property(days, calendars, (received, calendar) => {
        const { coolingUntil, from, until } = divorceDays(received, calendar);
        expect(from).toBe(addDays(coolingUntil, 1));
        for (const [start, end] of [
          [received, coolingUntil],
          [coolingUntil, until],
        ] as const) {
          expect(dayNumber(end) - dayNumber(start)).toBeGreaterThanOrEqual(30);
          expect(calendar.isWorkingDay(end)).toBe(true);
          for (let day = addDays(start, 30); day < end; day = addDays(day, 1))
            expect(calendar.isWorkingDay(day)).toBe(false);
        }
      }),
    );
  });

  it('come later, or on the same days, when the application comes later', () => {
    fc.assert(
      fc.property(days, calendars, (received, calendar) => {
        const [first, second] = [divorceDays(received, calendar), divorceDays(addDays(received, 1), calendar)];
        expect(second.coolingUntil >= first.coolingUntil && second.until >= first.until).toBe(true);
      }),
    );
  });
});
