import type { BookingView } from '@jinmen/shared/bookings/views';
import { passWords } from '../../copy/marriage-pass';
import { Line } from '../../ui/words';
import { isCalledOff, whyEnded } from './booking-words';

const { ended: words } = passWords;

/** Why an office ended it, in the office's words, and whom to ask. Nothing where one of the two did. */
export function WhyEnded({ booking }: { booking: BookingView }) {
  const why = whyEnded(booking);
  if (why === undefined) return null;
  return (
    <>
      <Line className="why-ended">{isCalledOff(booking) ? why : words.why(why)}</Line>
      {isCalledOff(booking) && <Line tone="quiet">{words.ask}</Line>}
    </>
  );
}
