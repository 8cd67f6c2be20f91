import type { BookingDayView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { type NewWindow, unitsLeft, type WindowTally } from '../../slot-inventory/slot-inventory.port';

/** What is known of one day. */
export interface DayFacts {
  readonly tallies: readonly WindowTally[];
  /** Whether it is said how many: not in bereavement. */
  readonly numbers: boolean;
  readonly words: { readonly lunar?: string; readonly hot?: string };
  /** The holiday notice of its year is there. */
  readonly published: boolean;
}

/** One day of the month: what can be had of it decides before what can be had later, and that before what is gone. */
export function dayView(day: CivilDate, { tallies, numbers, words, published }: DayFacts): BookingDayView {
  const sum = (count: (tally: WindowTally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  const state = stateOf(sum);
  const opensAt = tallies
    .flatMap((tally) => tally.opensAt ?? [])
    .sort((one, other) => one.getTime() - other.getTime())[0];
  const why = tallies.find((tally) => tally.why !== undefined)?.why;
  const expected = !published || tallies.some(({ marks }) => marks.expected);
  return {
    day,
    state,
    ...(numbers && { left: sum(({ left }) => left), capacity: sum(({ capacity }) => capacity) }),
    ...words,
    ...(state === 'not-yet-open' && opensAt && { opensAt: opensAt.toISOString() }),
    ...(state === 'closed' && why !== undefined && { why }),
    ...(expected && { expected: true }),
    ...(tallies.some(({ marks }) => marks.sample) && { sample: true }),
  };
}

function stateOf(sum: (count: (tally: WindowTally) => number) => number): BookingDayView['state'] {
  if (sum(({ open }) => open) > 0) return 'open';
  if (sum(({ notYetOpen }) => notYetOpen) > 0) return 'not-yet-open';
  if (sum(({ soldOut }) => soldOut) > 0) return 'sold-out';
  if (sum(({ closed }) => closed) > 0) return 'closed';
  return sum(({ over }) => over) > 0 ? 'over' : 'no-service';
}

/** A window that will be made later, counted like those that are there: nothing of it can be had before its release. */
export function tallyOfPlanned({ day, pool, marks, opensAt, ...rest }: NewWindow): WindowTally {
  const { site, kind } = pool;
  const counts = { left: 0, open: 0, soldOut: 0, closed: 0, notYetOpen: 1, over: 0 };
  const capacity = unitsLeft({ ...rest, taken: 0, staffTaken: 0 });
  return { day, site, kind, marks, ...counts, capacity, opensAt };
}
