import type { VoyageState } from './views';

/** What is known of a voyage at one moment. */
export interface VoyageFacts {
  readonly state: 'open' | 'suspended' | 'sailed';
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly startsAt: Date;
  readonly capacity: Readonly<Record<'urns' | 'seats', number>>;
  readonly left: Readonly<Record<'urns' | 'seats', number>>;
}

/**
 * Where a voyage stands, in one word, for a family with so many aboard. It is full as soon as what they need of it is used
 * up; who stays ashore and asks the crew (代撒) needs no seat.
 * @param nearlyFullPercent the share of what they need below which there are not many places any more
 */
export function voyageState(voyage: VoyageFacts, now: Date, nearlyFullPercent: number, aboard = 1): VoyageState {
  const { state, opensAt, closesAt, startsAt, capacity, left } = voyage;
  if (state !== 'open') return state;
  if (now >= closesAt || now >= startsAt) return 'over';
  if (now < opensAt) return 'planned';
  const seats = aboard === 0 ? 1 : left.seats / capacity.seats;
  const share = Math.min(left.urns / capacity.urns, seats);
  if (share <= 0) return 'full';
  return share * 100 <= nearlyFullPercent ? 'nearly-full' : 'open';
}

/** There are seats, and not for all of them: some could stand ashore. Says no number. */
export function hasTooFewSeats({ left }: Pick<VoyageFacts, 'left'>, aboard: number): boolean {
  return left.seats > 0 && left.seats < aboard;
}
