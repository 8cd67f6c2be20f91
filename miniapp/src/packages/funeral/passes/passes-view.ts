import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { BoardingPassesView } from '@jinmen/shared/services/sea-scattering/views';
import { passesWords as words } from '../../../copy/funeral-boarding';
import { hourOf } from '../voyage-words';

export type SeaPass = BoardingPassesView['passes'][number];

/**
 * What the passes are worth now, without asking anybody: as they were seen last, and the phone's day. Its day is not over
 * before midnight; a desk sees for itself.
 */
export function passesState(
  { state, voyage, passes }: BoardingPassesView,
  today: CivilDate,
): 'shown' | 'nobody' | 'suspended' | 'past' | 'over' {
  if (state === 'displaced' || voyage.state === 'suspended') return 'suspended';
  if (state !== 'confirmed' && state !== 'checked-in') return 'over';
  if (voyage.day < today) return 'past';
  return passes.length === 0 ? 'nobody' : 'shown';
}

/** Not once one of them is aboard, nor once it sails: nothing can be changed then. */
export function mayChange({ state, voyage }: BoardingPassesView, nowMs: number): boolean {
  return state === 'confirmed' && nowMs < Date.parse(voyage.startsAt);
}

/** `7:40 上了船`; nothing before. */
export function boardedWords({ boardedAt, where }: SeaPass): string | undefined {
  if (boardedAt === undefined) return undefined;
  return words[where === 'aboard' ? 'boarded' : 'arrived'](hourOf(boardedAt));
}
