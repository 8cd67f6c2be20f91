import type { BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { passWords } from '../../../copy/marriage-pass';
import { marriageTitles } from '../../../copy/marriage-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { Screen } from '../../../shell/screen';
import { isOver, putBooking } from '../../../state/bookings';
import { Card } from '../../../ui/card';
import { Pill } from '../../../ui/pill';
import { Line, Title } from '../../../ui/words';
import '../booking.scss';
import { SeenState, WhenAndWhere } from '../booking-gist';
import { isCalledOff, kindTitle, stateMark } from '../booking-words';
import { themeOf } from '../kind';
import { ChangeCard } from '../parties/change-card';
import { useBooking } from '../use-booking';
import { Cancel } from './cancel';
import { Displaced } from './displaced';
import { Found } from './found';
import { Move } from './move';
import { OtherTimeWish } from './other-time-wish';

const { change: words } = passWords;

/** Another time, or none. What is booked now stands above everything and stays until something else is sure. */
export default function ChangePage() {
  const seen = useBooking(usePageParameter('id') ?? '');
  const { booking } = seen;
  return (
    <Screen theme={booking && !isCalledOff(booking) ? themeOf(booking.kind) : 'base'} title={marriageTitles.change}>
      <Title>{words.title}</Title>
      <View className="stack">
        <SeenState {...seen} />
        {booking && <Change booking={booking} look={seen.look} />}
      </View>
    </Screen>
  );
}

function Change({ booking, look }: { booking: BookingView; look: () => Promise<void> }) {
  const found = {
    window: usePageParameter('window'),
    site: usePageParameter('site'),
    day: usePageParameter('day'),
  };
  const { acts, change, offers } = booking;
  const mayMove = acts.includes('reschedule');
  return (
    <>
      <Now booking={booking} />
      {change && <ChangeCard booking={booking} change={change} onBooking={(now) => void putBooking(now)} />}
      {booking.state === 'displaced' && mayMove && <Displaced booking={booking} offers={offers} look={look} />}
      {booking.state === 'displaced' && mayMove && !change && <OtherTimeWish booking={booking} />}
      {mayMove && found.window !== undefined && (
        <Found booking={booking} wanted={{ ...found, window: found.window }} look={look} />
      )}
      {mayMove && found.window === undefined && booking.state !== 'displaced' && !change && <Move booking={booking} />}
      <Cancel booking={booking} look={look} />
      {!mayMove && !acts.includes('cancel') && !change && !['displaced', 'cancelled'].includes(booking.state) && (
        <Card id="no-change">
          <Line>{words.none}</Line>
        </Card>
      )}
    </>
  );
}

function Now({ booking }: { booking: BookingView }) {
  const { text, tone } = stateMark(booking);
  return (
    <Card id="booked-now" title={titleOf(booking)} mark={<Pill text={text} tone={tone} />}>
      <Line>{kindTitle(booking)}</Line>
      <WhenAndWhere window={booking.window} site={booking.site} />
      <Line tone="fine">{passWords.number(booking.number)}</Line>
    </Card>
  );
}

function titleOf(booking: BookingView): string {
  if (booking.state === 'displaced') return words.lost;
  return isOver(booking) ? words.was : words.now;
}
