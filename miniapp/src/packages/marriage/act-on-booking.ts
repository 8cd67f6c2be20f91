import type { BookingView } from '@jinmen/shared/bookings/views';
import { type SentOnce, sendOnce } from '../../platform/send-once';
import { putBooking } from '../../state/bookings';

export interface Act {
  /** Below `/bookings/:id`; none for the booking itself. */
  readonly to?: 'renewal' | 'confirmation' | 'reschedule';
  readonly method?: 'DELETE';
  readonly body?: object;
}

/**
 * Something done to a booking, once however often it is tapped: the same act on the same version is the same intention,
 * also after a cut. What the server answers is what every page shows next.
 */
export async function actOnBooking({ id, version }: BookingView, act: Act): Promise<SentOnce<BookingView | undefined>> {
  const { to, method, body } = act;
  const sent = await sendOnce<BookingView | undefined>({
    name: ['booking', to ?? method, id, version].join('-'),
    path: `/bookings/${encodeURIComponent(id)}${to ? `/${to}` : ''}`,
    ...(method && { method }),
    ...(body && { body }),
  });
  if (sent.kind === 'sent' && sent.data !== undefined) await putBooking(sent.data);
  return sent;
}
