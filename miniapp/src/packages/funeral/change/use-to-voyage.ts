import type { BookingView } from '@jinmen/shared/bookings/views';
import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { useRef, useState } from 'react';
import { seaChangeWords as words } from '../../../copy/funeral-boarding';
import { signInThen } from '../../../platform/navigate';
import { type SentOnce, sendOnce } from '../../../platform/send-once';
import { putBooking } from '../../../state/bookings';
import { titleOf } from '../voyage-words';

export interface ToVoyage {
  readonly working: boolean;
  /** What came of the last tap. */
  readonly said: string | undefined;
  readonly done: 'moved' | 'cancelled' | undefined;
  readonly to: (voyage: VoyageView) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

interface Act {
  readonly done: 'moved' | 'cancelled';
  readonly send: (booking: string) => Promise<SentOnce<BookingView>>;
  readonly words: string;
  readonly unsent: { readonly offline: string; readonly perhaps: string };
}

/** One act on this page, once however often it is tapped; afterwards the place as it is, whatever it is then. */
export function useToVoyage(booking: string | undefined, look: () => Promise<void>): ToVoyage {
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string>();
  const [done, setDone] = useState<'moved' | 'cancelled'>();
  const busy = useRef(false);
  const act = async (wanted: Act) => {
    if (busy.current || booking === undefined) return;
    busy.current = true;
    setWorking(true);
    setSaid(undefined);
    const sent = await wanted.send(booking);
    if (sent.kind === 'signed-out') signInThen();
    else setSaid(sent.kind === 'sent' ? wanted.words : wordsOf(sent, wanted.unsent));
    if (sent.kind === 'sent') setDone(wanted.done);
    if (sent.kind === 'sent' && sent.data !== undefined) await putBooking(sent.data);
    if (sent.kind === 'sent' || sent.kind === 'problem') await look();
    setWorking(false);
    busy.current = false;
  };
  return {
    working,
    said,
    done,
    to: (voyage) =>
      act({
        done: 'moved',
        send: (of) => move(of, voyage),
        words: words.moved(titleOf(voyage)),
        unsent: words,
      }),
    cancel: () =>
      act({
        done: 'cancelled',
        send: giveBack,
        words: words.own.cancel.done,
        unsent: words.own.cancel,
      }),
  };
}

function move(booking: string, voyage: VoyageView): Promise<SentOnce<BookingView>> {
  return sendOnce({
    name: `voyage-${booking}-${voyage.id}`,
    path: `${pathOf(booking)}/reschedule`,
    body: { windowId: voyage.id },
  });
}

function giveBack(booking: string): Promise<SentOnce<BookingView>> {
  return sendOnce({ name: `voyage-back-${booking}`, path: pathOf(booking), method: 'DELETE' });
}

function pathOf(booking: string): string {
  return `/bookings/${encodeURIComponent(booking)}`;
}

/** Somebody else's by now: said without blame, and nothing of theirs has changed. */
const NO_PLACE = ['booking.window-full', 'booking.window-closed', 'booking.window-over'];

function wordsOf(sent: Exclude<SentOnce<BookingView>, { kind: 'sent' | 'signed-out' }>, unsent: Act['unsent']): string {
  if (sent.kind === 'kept') return sent.perhapsSent ? unsent.perhaps : unsent.offline;
  return NO_PLACE.includes(sent.code) ? words.gone : sent.words;
}
