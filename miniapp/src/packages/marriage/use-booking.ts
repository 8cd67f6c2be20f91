import type { BookingView, PassView } from '@jinmen/shared/bookings/views';
import { useEffect, useState } from 'react';
import { usePageShown } from '../../platform/lifecycle';
import { replacePage } from '../../platform/navigate';
import { useBackOnline } from '../../platform/network';
import { leadOf, loadBooking, useBookings } from '../../state/bookings';
import type { Trouble } from '../../state/consents';

export interface SeenBooking {
  readonly booking: BookingView | undefined;
  readonly pass: PassView | undefined;
  /** When it was seen. */
  readonly atMs: number;
  /** Why it is not of now, or not there. */
  readonly trouble: Trouble | undefined;
  readonly look: () => Promise<void>;
}

/** One booking: this phone's copy at once, then what the server says, each time the page is shown. */
export function useBooking(id: string): SeenBooking {
  const booking = useBookings(({ bookings }) => bookings?.find((each) => each.id === id));
  const pass = useBookings(({ passes }) => passes[id]);
  const atMs = useBookings(({ fetchedAtMs }) => fetchedAtMs ?? 0);
  const [trouble, setTrouble] = useState<Trouble>();
  const look = async () => {
    const reply = await loadBooking(id);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  usePageShown(() => void look());
  useElsewhere(booking);
  useBackOnline(() => void look());
  return { booking, pass, atMs, trouble, look };
}

/** A message or an old link may name a booking of another service: nobody in mourning stays on a page of this one. */
function useElsewhere(booking: BookingView | undefined): void {
  const lead = booking && leadOf(booking);
  const elsewhere = lead !== undefined && lead.query.id !== booking?.id ? lead : undefined;
  useEffect(() => {
    if (elsewhere) replacePage(elsewhere.page, elsewhere.query);
  }, [elsewhere?.page, elsewhere?.query.id]);
}
