import type { WindowView } from '@jinmen/shared/bookings/views';
import { useRef, useState } from 'react';
import { openPage, signInThen } from '../../../platform/navigate';
import { isRecord, textOf } from '../../../platform/shape';
import type { Trouble } from '../../../state/consents';
import { holdWindow } from '../api';
import { isAskedFor } from '../both-mainland';
import { queryOf, type Wanted } from '../wanted';

/** A window of whatever place, as the server names three when the wished one went. */
export type NearWindow = WindowView & { readonly siteName: string };

/** What came of a tap, when it was not a time kept. */
export type NotHeld =
  | { readonly kind: 'lost'; readonly window: WindowView; readonly near: readonly NearWindow[] }
  /** They have one already; its id when they may look at it. */
  | { readonly kind: 'already'; readonly words: string; readonly booking: string | undefined }
  | { readonly kind: 'kept'; readonly perhapsSent: boolean }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const GONE = ['booking.window-full', 'booking.window-closed', 'booking.window-over', 'booking.unknown-window'];

/** Keeping a time: one tap is one wish, and every way it can end has its words. */
export function useHold(wanted: Wanted, look: () => Promise<void>) {
  const [holding, setHolding] = useState<string>();
  const [notHeld, setNotHeld] = useState<NotHeld>();
  const busy = useRef(false);
  const hold = async (window: WindowView) => {
    if (busy.current) return;
    if (wanted.change !== undefined) return openPage('marriageChange', foundFor(wanted.change, window));
    busy.current = true;
    setHolding(window.id);
    setNotHeld(undefined);
    const sent = await holdWindow(window.id, wanted.kind, isAskedFor(wanted) ? { bothMainland: true } : {});
    busy.current = false;
    setHolding(undefined);
    if (sent.kind === 'sent') return openPage('marriageReview', { id: sent.data.id });
    if (sent.kind === 'signed-out') return signInThen();
    if (sent.kind === 'kept') return setNotHeld(sent);
    setNotHeld(refused(sent, window));
    await look();
  };
  return { holding, notHeld, hold: (window: WindowView) => void hold(window), forget: () => setNotHeld(undefined) };
}

function foundFor(change: string, { id, site, day }: WindowView): Readonly<Record<string, string>> {
  return { id: change, window: id, site, day };
}

function refused(reply: Extract<Trouble, { kind: 'problem' }>, window: WindowView): NotHeld {
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

/** The day's own page of another place or day. */
export function openSlots(wanted: Wanted): void {
  openPage('marriageSlots', queryOf(wanted));
}
