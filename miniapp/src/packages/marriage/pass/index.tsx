import type { BookingView, PassView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { marriageTitles } from '../../../copy/marriage-titles';
import { today } from '../../../platform/clock';
import { usePageParameter } from '../../../platform/lifecycle';
import { useBrightScreen } from '../../../platform/screen-light';
import { Screen } from '../../../shell/screen';
import { SeenState } from '../booking-gist';
import { isCalledOff } from '../booking-words';
import '../booking.scss';
import { themeOf } from '../kind';
import { type SeenBooking, useBooking } from '../use-booking';
import { NoPass } from './no-pass';
import './pass.scss';
import { passState } from './pass-view';
import { Ticket } from './ticket';

/** The pass: opened at the desk, without a network, by somebody who is nervous. The date first, then the code. */
export default function PassPage() {
  const seen = useBooking(usePageParameter('id') ?? '');
  const { booking, pass } = seen;
  useBrightScreen();
  return (
    <Screen theme={booking && !isCalledOff(booking) ? themeOf(booking.kind) : 'base'} title={marriageTitles.pass}>
      <View className="stack">
        <SeenState {...seen} />
        {booking && <Pass booking={booking} pass={pass} />}
      </View>
    </Screen>
  );
}

function Pass({ booking, pass }: Pick<SeenBooking, 'pass'> & { booking: BookingView }) {
  const state = passState(booking, pass, today());
  if (state === 'shown' && pass !== undefined) return <Ticket booking={booking} pass={withNewest(pass, booking)} />;
  return <NoPass booking={booking} state={state === 'shown' ? 'confirmed' : state} />;
}

/** Where and when as they were seen last: the pass may have been fetched before a desk's address was filled in. */
function withNewest(pass: PassView, { site, window, parties }: BookingView): PassView {
  return pass.window.id === window.id ? { ...pass, site, window, parties } : pass;
}
