import type { BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { passWords } from '../../../copy/marriage-pass';
import { marriageTitles } from '../../../copy/marriage-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line, Title } from '../../../ui/words';
import '../booking.scss';
import { SeenState } from '../booking-gist';
import { themeOf } from '../kind';
import { useBooking } from '../use-booking';
import { HeldReview } from './held-review';

const { review: words } = passWords;

/** What is about to be booked, whole, before the yes; afterwards it only leads on. */
export default function ReviewPage() {
  const seen = useBooking(usePageParameter('id') ?? '');
  const { booking } = seen;
  return (
    <Screen theme={booking ? themeOf(booking.kind) : 'base'} title={marriageTitles.review}>
      <Title>{words.title}</Title>
      <View className="stack">
        <SeenState {...seen} />
        {booking?.state === 'held' && booking.acts.includes('confirm') && (
          <HeldReview booking={booking} look={seen.look} />
        )}
        {booking && !(booking.state === 'held' && booking.acts.includes('confirm')) && <LeadOn booking={booking} />}
      </View>
    </Screen>
  );
}

/** Opened again later, or by the other of the two. */
function LeadOn({ booking: { id, kind, state } }: { booking: BookingView }) {
  if (state === 'held') return <Card id="partner-only">{<Line>{words.partnerOnly}</Line>}</Card>;
  const gone = state === 'expired';
  const waits = state === 'pending-partner';
  const go = () => {
    if (gone) openPage('marriageVenues', { kind });
    else openPage(waits ? 'marriageParties' : 'marriagePass', { id });
  };
  return (
    <Card id={`review-${state}`}>
      <Line>{gone ? words.lapsed : words.already}</Line>
      <Button
        id="lead-on"
        className="card-action"
        text={gone ? words.again : waits ? words.toParties : words.toPass}
        onPress={go}
      />
    </Card>
  );
}
