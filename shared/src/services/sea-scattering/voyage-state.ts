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
 * Where a voyage stands, in one word. It is full as soon as one of the two is used up: hardly anybody goes alone. A family
 * that needs no seat is placed by the organiser all the same.
 * @param nearlyFullPercent the share of either below which there are not many places any more
 */
export function voyageState(voyage: VoyageFacts, now: Date, nearlyFullPercent: number): VoyageState {
  const { state, opensAt, closesAt, startsAt, capacity, left } = voyage;
  if (state !== 'open') return state;
  if (now >= closesAt || now >= startsAt) return 'over';
  if (now < opensAt) return 'planned';
  const share = Math.min(left.urns / capacity.urns, left.seats / capacity.seats);
  if (share <= 0) return 'full';
  return share * 100 <= nearlyFullPercent ? 'nearly-full' : 'open';
}
