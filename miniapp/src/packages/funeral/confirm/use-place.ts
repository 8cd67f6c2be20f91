import type { BookingView } from '@jinmen/shared/bookings/views';
import type { FarewellPlace, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { useEffect, useState } from 'react';
import { confirmWords as words } from '../../../copy/funeral-place';
import { askToConfirm } from '../../../platform/ask';
import { replacePage } from '../../../platform/navigate';
import { serverNowMs } from '../../../platform/server-clock';
import { loadBooking, useBookings } from '../../../state/bookings';
import type { Trouble } from '../../../state/consents';
import { actOnPlace, type PlaceDeed } from '../api';
import { openFarewell } from '../draft/session';
import type { Seen } from '../shore-state';
import { useDeed } from '../use-deed';

const LONGEST_WAIT_MS = 3_600_000;

/** The booking behind a kept place, and what can be done with it. */
export function usePlace(view: FarewellView, { booking: id, keptUntil }: FarewellPlace) {
  const booking = useBookings(({ bookings }) => bookings?.find((each) => each.id === id));
  const seen = useLookedAt(id, booking);
  const deed = useDeed();
  useLookWhenOver(view.id, keptUntil);
  const act = async (what: string, given: PlaceDeed) => {
    if (booking === undefined) return undefined;
    const sent = await deed.run(what, () => actOnPlace(view.id, booking, given));
    if (sent?.kind === 'problem') await seen.again();
    return sent;
  };
  const confirm = async () => {
    const sent = await act('confirm', { to: 'confirmation' });
    if (sent?.kind === 'sent') replacePage('funeralFarewell', { id: view.id });
  };
  const release = async () => {
    if (await askToConfirm(words.releaseAsk)) await act('release', { method: 'DELETE' });
  };
  return { booking, seen, deed, renew: () => act('renew', { to: 'renewal' }), confirm, release };
}

function useLookedAt(id: string, booking: BookingView | undefined): Seen {
  const [trouble, setTrouble] = useState<Trouble>();
  const again = async () => {
    const reply = await loadBooking(id);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  useEffect(() => void again(), [id]);
  return { data: booking, fetchedAtMs: undefined, trouble, again };
}

/** When its time is over the page says so by itself: nobody has to find out by tapping. */
function useLookWhenOver(farewell: string, keptUntil: string | undefined): void {
  useEffect(() => {
    const left = keptUntil === undefined ? Number.NaN : Date.parse(keptUntil) - serverNowMs();
    if (!(left > 0 && left < LONGEST_WAIT_MS)) return undefined;
    const waiting = setTimeout(() => void openFarewell(farewell), left + 1_000);
    return () => clearTimeout(waiting);
  }, [farewell, keptUntil]);
}
