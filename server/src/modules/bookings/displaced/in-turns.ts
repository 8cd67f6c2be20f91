import type { Placed, PlacingOption, PlacingProblem } from '@jinmen/shared/replacing/placing';
import { byPrecedence, fits, without } from '@jinmen/shared/replacing/placing-groups';

/**
 * Places one after the other, whoever comes first having the best of what is left: for when no plan can be had in time.
 * It breaks no room either, but the last may find none where a plan would have spared them one.
 */
export function placedInTurns({ parties, slots }: PlacingProblem): readonly Pick<Placed, 'party' | 'slot'>[] {
  const left = new Map(slots.map((slot) => [slot.id, slot.left]));
  const placed: Pick<Placed, 'party' | 'slot'>[] = [];
  for (const { id, needs, options } of parties.toSorted(byPrecedence)) {
    const best = options.toSorted(byWorth).find(({ slot }) => fits(needs, left.get(slot)));
    if (!best) continue;
    placed.push({ party: id, slot: best.slot });
    left.set(best.slot, without(left.get(best.slot), needs));
  }
  return placed;
}

/** The least worth regretting first. */
export function byWorth(one: PlacingOption, other: PlacingOption): number {
  return Number(one.worse) - Number(other.worse) || one.cost - other.cost || (one.slot < other.slot ? -1 : 1);
}
