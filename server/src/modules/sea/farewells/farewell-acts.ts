import type { BookingState } from '@jinmen/shared/bookings/views';
import type { FarewellAct, FarewellState, FarewellView } from '@jinmen/shared/services/sea-scattering/views';

export interface ActsAt {
  /** It was signed up, also when it was withdrawn since. */
  readonly signedUp: boolean;
  /** One of the family waits for an answer. */
  readonly asks: boolean;
  /** One of the family differs: no voyage is chosen until they have spoken with each other. */
  readonly differs: boolean;
  /** Of an active place on a voyage. */
  readonly place?: BookingState;
}

const AFTERWARDS: readonly FarewellAct[] = ['certificate', 'memory'];

/** What somebody of the family can do now. */
export function actsOf(you: FarewellView['you'], state: FarewellState, at: ActsAt): readonly FarewellAct[] {
  if (state === 'scattered') return AFTERWARDS;
  if (you === 'kin') return state === 'signed-up' ? ['speak', ...passes(at)] : [];
  if (state === 'draft') return ['edit', 'sign-up', 'withdraw', 'throw-away'];
  if (state === 'withdrawn') return at.signedUp ? ['restore'] : ['restore', 'throw-away'];
  const answer: readonly FarewellAct[] = at.asks ? ['answer-relative'] : [];
  return ['edit', ...ofPlace(at), ...passes(at), 'invite-relative', ...answer, 'withdraw'];
}

function ofPlace({ place, differs }: ActsAt): readonly FarewellAct[] {
  if (place === undefined) return differs ? [] : ['choose-voyage'];
  if (place === 'held') return ['confirm', 'change-voyage'];
  return place === 'confirmed' || place === 'displaced' ? ['change-voyage'] : [];
}

function passes({ place }: ActsAt): readonly FarewellAct[] {
  return place === 'confirmed' || place === 'checked-in' ? ['passes'] : [];
}
