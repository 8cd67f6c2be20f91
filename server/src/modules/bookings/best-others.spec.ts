import { addDays, civilDate } from '@jinmen/shared/kernel/civil-date';
import fc from 'fast-check';
import { instantOf } from '../../platform/clock';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import { bestOthers } from './best-others';

const DAY = civilDate('2026-12-01');

function at(site: string, days: number, hour: number): SlotWindow {
  const day = addDays(DAY, days);
  const startsAt = instantOf(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`));
  const pool = { id: site, service: 'library-seat', site, kind: 'seats' };
  const times = { startsAt, endsAt: startsAt, opensAt: startsAt, closesAt: startsAt };
  const counts = { capacity: 1, heldBack: 0, taken: 0, staffTaken: 0, version: 1 };
  return { id: `${site} ${days} ${hour}`, pool, day, ...times, ...counts, closed: false, marks: {} };
}

const ids = (windows: readonly SlotWindow[]) => windows.map(({ id }) => id);

describe('other times for whoever lost theirs', () => {
  it('are by turns the same place and the same day, each with the nearest time of day first', () => {
    const candidates = [
      ...[at('north', 2, 9), at('north', 1, 15), at('north', 1, 10)],
      ...[at('south', 0, 14), at('south', 0, 9), at('east', 3, 10)],
    ];
    expect(ids(bestOthers(at('north', 0, 10), candidates))).toEqual([
      ...['north 1 10', 'south 0 9', 'north 1 15', 'south 0 14', 'north 2 9', 'east 3 10'],
    ]);
  });

  it('are all of one sort when there is no other', () => {
    const candidates = [at('north', 5, 10), at('north', 4, 10)];
    expect(ids(bestOthers(at('north', 0, 10), candidates))).toEqual(['north 4 10', 'north 5 10']);
  });

  it('leave nothing out and offer nothing twice, never the lost one, whatever the order they came in', () => {
    const window = fc
      .tuple(fc.constantFrom('north', 'south', 'east'), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 8, max: 16 }))
      .map(([site, days, hour]) => at(site, days, hour));
    const windows = fc.uniqueArray(window, { selector: ({ id }) => id });
    fc.assert(
      fc.property(window, windows, (lost, candidates) => {
        const found = ids(bestOthers(lost, candidates));
        expect([...found].sort()).toEqual(
          ids(candidates)
            .filter((id) => id !== lost.id)
            .sort(),
        );
        expect(ids(bestOthers(lost, candidates.toReversed()))).toEqual(found);
      }),
    );
  });
});
