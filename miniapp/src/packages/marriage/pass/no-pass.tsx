import type { BookingView } from '@jinmen/shared/bookings/views';
import { passWords } from '../../../copy/marriage-pass';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Pill } from '../../../ui/pill';
import { Line, Title } from '../../../ui/words';
import { WhenAndWhere } from '../booking-gist';
import { isCalledOff, kindTitle, stateMark } from '../booking-words';
import { WhyEnded } from '../why-ended';
import type { PassState } from './pass-view';

const { pass: words } = passWords;

/** No code to hold up, why not, and the one way on. */
export function NoPass({ booking, state }: { booking: BookingView; state: Exclude<PassState, 'shown'> }) {
  const { text, tone } = stateMark(booking);
  const { line, go } = state === 'past' ? { line: words.past, go: undefined } : words.none[state];
  return (
    <>
      <Title>{words.plain}</Title>
      <Card id="no-pass" title={kindTitle(booking)} mark={<Pill text={text} tone={tone} />}>
        <WhenAndWhere window={booking.window} site={booking.site} />
        <Line tone="fine">{passWords.number(booking.number)}</Line>
      </Card>
      <Card id={`pass-${state}`}>
        <Line>{line}</Line>
        <WhyEnded booking={booking} />
        {go !== undefined && !isCalledOff(booking) && (
          <Button id="no-pass-go" className="card-action" text={go} onPress={() => leadOn(booking, state)} />
        )}
      </Card>
      <Button id="pass-list" kind="quiet" text={passWords.list} onPress={() => openPage('marriageBookings')} />
    </>
  );
}

function leadOn({ id, kind }: BookingView, state: Exclude<PassState, 'shown'>): void {
  if (state === 'held') openPage('marriageReview', { id });
  else if (state === 'pending-partner') openPage('marriageParties', { id });
  else if (state === 'displaced') openPage('marriageChange', { id });
  else if (state === 'no-show') openPage('noShows');
  else openPage('marriageVenues', { kind });
}
