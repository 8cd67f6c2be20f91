import type { BookingView } from '@jinmen/shared/bookings/views';
import { useRef, useState } from 'react';
import { passWords } from '../../../copy/marriage-pass';
import { signInThen } from '../../../platform/navigate';
import type { SentOnce } from '../../../platform/send-once';
import { type Act, actOnBooking } from '../act-on-booking';

const { change: words } = passWords;

type Sent = SentOnce<BookingView | undefined>;

/** One act on this page, once however often it is tapped; afterwards the booking as it is. */
export function useChange(booking: BookingView, look: () => Promise<void>, unsent: Unsent = words) {
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string>();
  const busy = useRef(false);
  const act = async (given: Act, done: string | ((sent: Sent) => string)): Promise<Sent | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setWorking(true);
    setSaid(undefined);
    const sent = await actOnBooking(booking, given);
    if (sent.kind === 'signed-out') signInThen();
    else setSaid(sent.kind === 'sent' ? (typeof done === 'string' ? done : done(sent)) : wordsOf(sent, unsent));
    if (sent.kind === 'sent' || sent.kind === 'problem') await look();
    setWorking(false);
    busy.current = false;
    return sent;
  };
  return { working, said, act };
}

/** What is said while nobody knows whether it arrived. */
interface Unsent {
  readonly offline: string;
  readonly perhaps: string;
}

function wordsOf(sent: Exclude<Sent, { kind: 'sent' | 'signed-out' }>, { offline, perhaps }: Unsent): string {
  if (sent.kind === 'kept') return sent.perhapsSent ? perhaps : offline;
  return sent.words;
}
