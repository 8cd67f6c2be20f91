import type { WindowView } from '@jinmen/shared/bookings/views';
import { isRecord, textOf } from '../../../platform/shape';
import type { Trouble } from '../../../state/consents';

/** A window of whatever place, as the server names three when the wished one went. */
export type NearWindow = WindowView & { readonly siteName: string };

/**
 * What is known of a wish that no answer settled.
 * - `nothing`: every request was sent away, so nothing was taken.
 * - `not-seen`: one had no answer; looked for since, no booking of it was there.
 * - `perhaps`: one had no answer, and nobody could look.
 */
export type Known = 'nothing' | 'not-seen' | 'perhaps';

/** What came of a tap, when it was not a time kept. */
export type NotHeld =
  | { readonly kind: 'lost'; readonly window: WindowView; readonly near: readonly NearWindow[] }
  /** They have one already; its id when they may look at it. */
  | { readonly kind: 'already'; readonly words: string; readonly booking: string | undefined }
  /** No network when it was tapped: nothing left the phone now. */
  | { readonly kind: 'kept'; readonly perhapsSent: boolean }
  /** The resident thought better of waiting. */
  | { readonly kind: 'stopped'; readonly known: Known }
  /** They did, at the moment it was theirs: it stands at the top of the page. */
  | { readonly kind: 'held-after-all' }
  /** Its key is still on the phone: the phone gave up, or the app was closed in the middle (`closed`). */
  | { readonly kind: 'unsettled'; readonly window: WindowView; readonly known: Known; readonly closed: boolean }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const GONE = ['booking.window-full', 'booking.window-closed', 'booking.window-over', 'booking.unknown-window'];

export function refused(reply: Extract<Trouble, { kind: 'problem' }>, window: WindowView): NotHeld {
  const { code, words, more } = reply;
  if (GONE.includes(code)) return { kind: 'lost', window, near: nearIn(more.near) };
  if (code === 'booking.already-yours') return { kind: 'already', words, booking: textOf(more.booking) };
  return { kind: 'trouble', trouble: reply };
}

function nearIn(stored: unknown): readonly NearWindow[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (each): each is NearWindow => isRecord(each) && [each.id, each.day, each.startsAt, each.siteName].every(textOf),
  );
}
