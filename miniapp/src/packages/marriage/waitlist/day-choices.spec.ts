import { addDays, type CivilDate, civilDate, dayNumber } from '@jinmen/shared/kernel/civil-date';
import fc from 'fast-check';
import { dayAndWeekday } from '../../../platform/clock';
import { dayChoices, daysAround, ticked } from './day-choices';

const TODAY = civilDate('2026-11-26');
const days = fc.integer({ min: 0, max: 100 }).map((ahead): CivilDate => addDays(TODAY, ahead));

it('shows two weeks around a day, with the day in them and none that is past', () => {
  fc.assert(
    fc.property(days, (day) => {
      const { from, to } = daysAround(day, TODAY);
      expect(from >= TODAY && from <= day && day <= to).toBe(true);
      expect(dayNumber(to) - dayNumber(from)).toBe(13);
    }),
  );
});

it('offers only days on which there is something to wait for, with what is known of each', () => {
  const day = civilDate('2026-12-05');
  const other = { day, left: 0, capacity: 4 } as const;
  expect(dayChoices([{ ...other, state: 'sold-out', lunar: '十月廿七', hot: '七夕' }])).toEqual([
    { value: day, label: dayAndWeekday(day), line: '七夕 · 十月廿七 · 约满了' },
  ]);
  expect(dayChoices([{ ...other, state: 'closed', why: '那天停电' }])[0]?.line).toBe('那天停电');
  expect(dayChoices([{ ...other, state: 'no-service' }])).toEqual([]);
  expect(dayChoices([{ ...other, state: 'over' }])).toEqual([]);
});

it('ticks and unticks, and takes no more than may be chosen', () => {
  expect(ticked(['a'], 'b', 2)).toEqual(['a', 'b']);
  expect(ticked(['a', 'b'], 'c', 2)).toEqual(['a', 'b']);
  expect(ticked(['a', 'b'], 'a', 2)).toEqual(['b']);
});
