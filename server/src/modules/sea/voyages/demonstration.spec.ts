import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import fc from 'fast-check';
import { demonstrationVoyages } from './demonstration';

const someDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
const isWeekend = (day: CivilDate) =>
  ['Saturday', 'Sunday'].includes(weekday.format(Date.parse(`${day}T12:00:00+08:00`)));
const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'long' });

describe('voyages to try the service with', () => {
  it('sail on the days of the weekends ahead, each marked 示例, with times that follow each other', () => {
    fc.assert(
      fc.property(someDay, (today) => {
        const voyages = demonstrationVoyages(today);
        expect(voyages).toHaveLength(12);
        for (const { startsAt, endsAt, opensAt, closesAt, meeting, timetable, sample } of voyages) {
          const day = dayInShanghai(startsAt.getTime());
          expect([isWeekend(day), day > today, sample]).toEqual([true, true, true]);
          const times = [opensAt, closesAt, meeting.at, startsAt, endsAt].map((at) => at.getTime());
          expect(times).toEqual(times.toSorted((one, other) => one - other));
          expect(timetable.map(({ step }) => step)).toEqual(['gather', 'rite']);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are the same tomorrow but for the day that is past and the one that comes into sight', () => {
    const days = (today: CivilDate) =>
      demonstrationVoyages(today).map(({ startsAt }) => dayInShanghai(startsAt.getTime()));
    const [before, after] = [days('2026-11-27'), days('2026-11-28')];
    expect(after).toEqual([...before.slice(1), '2027-01-09']);
  });
});
