import type { BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { booking as hub } from '../../copy/booking';
import { dayAndWeekday, timeInWords, timeOfDay } from '../../platform/clock';
import { usePageShown } from '../../platform/lifecycle';
import { openPage, signInThen } from '../../platform/navigate';
import { useBackOnline } from '../../platform/network';
import { aheadOf, leadOf, loadBookings, useBookings } from '../../state/bookings';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Line } from '../../ui/words';

const { next: words } = hub;

/** The nearest booking as the pass it leads to, large enough to be read at arm's length. */
export function NextBooking() {
  const status = useSession((session) => session.status);
  const { bookings, fetchedAtMs, trouble } = useBookings();
  usePageShown(() => void loadBookings());
  useBackOnline(() => void loadBookings());
  // At the start of the app the page is shown before the vault has said who it is.
  useEffect(() => void loadBookings(), [status]);
  if (status === 'signed-out') return <SignedOut />;
  const [first] = aheadOf(bookings);
  const stale = trouble !== undefined && trouble.kind !== 'signed-out' && bookings && fetchedAtMs !== undefined;
  return (
    <View className="booking-next">
      {stale && (
        <Notice tone="warn">{hub[trouble.kind === 'offline' ? 'stale' : 'old'](timeOfDay(fetchedAtMs))}</Notice>
      )}
      {first ? <NextCard booking={first} /> : bookings && <Line>{hub.none}</Line>}
      {bookings !== undefined && bookings.length > 0 && (
        <Button
          id="all-bookings"
          kind="quiet"
          text={bookings.length > 1 ? words.all(bookings.length) : words.mine}
          onPress={() => openPage('marriageBookings')}
        />
      )}
    </View>
  );
}

function SignedOut() {
  return (
    <Card id="booking-signed-out" className="booking-next">
      <Line tone="quiet">{hub.signedOut}</Line>
      <Button id="sign-in" kind="second" className="card-action" text={hub.signIn} onPress={() => signInThen()} />
    </Card>
  );
}

function NextCard({ booking }: { booking: BookingView }) {
  const { number, site, window, state } = booking;
  const { page, query } = leadOf(booking);
  const said = state in words.states ? words.states[state as keyof typeof words.states] : undefined;
  return (
    <Card id="next-booking" className="booking-pass" title={words.title}>
      <View className="booking-when">{`${dayAndWeekday(window.day)} ${timeInWords(window.startsAt)}`}</View>
      <Line>{site.name}</Line>
      {said !== undefined && <Line tone="quiet">{said}</Line>}
      <Line tone="fine">{words.number(number)}</Line>
      <Button id="next-open" className="card-action" text={actOf(booking)} onPress={() => openPage(page, query)} />
    </Card>
  );
}

function actOf({ state, change }: BookingView): string {
  if (state === 'held' || state === 'pending-partner' || state === 'displaced') return words.acts[state];
  return change === undefined ? words.open : words.acts.change;
}
