import type { BookingView } from '@jinmen/shared/bookings/views';
import { useRef, useState } from 'react';
import { passWords } from '../../../copy/marriage-pass';
import { replacePage, signInThen } from '../../../platform/navigate';
import type { SentOnce } from '../../../platform/send-once';
import { type Act, actOnBooking } from '../act-on-booking';
import { isForTwo } from '../booking-words';

const { review: words } = passWords;

export type Doing = 'renewal' | 'confirmation';

/** Codes the server gives a hold that ran out, also while it was looked at. */
const LAPSED = 'booking.hold-lapsed';

/** What the form adds to a yes. */
export interface Said {
  readonly phone: string;
  readonly ceremony: boolean;
}

/** Renewing the hold, and the yes itself; each once, whatever is tapped meanwhile. */
export function useConfirm(booking: BookingView, look: () => Promise<void>) {
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const [lapsed, setLapsed] = useState(false);
  const busy = useRef(false);
  const act = async (what: Doing, given: Act): Promise<SentOnce<BookingView | undefined> | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setDoing(what);
    setSaid(undefined);
    const sent = await actOnBooking(booking, given);
    busy.current = false;
    setDoing(undefined);
    if (sent.kind === 'signed-out') signInThen();
    else if (sent.kind === 'kept') setSaid(sent.perhapsSent ? words.perhaps : words.offline);
    else if (sent.kind === 'problem') {
      setLapsed(sent.code === LAPSED);
      setSaid(sent.words);
      await look();
    }
    return sent;
  };
  const renew = () => void act('renewal', { to: 'renewal' });
  const confirm = async (form: Said) => {
    const sent = await act('confirmation', { to: 'confirmation', body: bodyOf(booking, form) });
    if (sent?.kind !== 'sent') return;
    const waits = sent.data?.state === 'pending-partner';
    replacePage(waits ? 'marriageParties' : 'marriagePass', { id: booking.id });
  };
  return { doing, said, lapsed, renew, confirm: (form: Said) => void confirm(form) };
}

/** How the other says yes is chosen on the next page; until then it is by their own phone. */
function bodyOf(booking: BookingView, { phone, ceremony }: Said): object {
  return {
    ...(phone !== '' && { phone }),
    ...(booking.kind === 'marriage' && { details: { ...booking.details, ceremony } }),
    ...(isForTwo(booking) && { partnerWay: 'own-phone' }),
  };
}
