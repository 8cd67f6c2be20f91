import type { BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { marriage } from '../../../copy/marriage';
import { dayAndWeekday, timeInWords } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { loadBookings } from '../../../state/bookings';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { actOnBooking } from '../act-on-booking';
import { HoldClock } from '../hold-clock';

const { hold: words } = marriage;

/** A time that is kept for them now: how long still, and the way on. */
export function HeldCard({ booking, until }: { booking: BookingView; until: string }) {
  const [renewing, setRenewing] = useState(false);
  const [over, setOver] = useState(false);
  const { window, site, id } = booking;
  const renew = async () => {
    if (renewing) return;
    setRenewing(true);
    await actOnBooking(booking, { to: 'renewal' });
    setRenewing(false);
  };
  const runOut = () => {
    setOver(true);
    void loadBookings();
  };
  if (over) return <Line>{words.over}</Line>;
  return (
    <Card id="held" tone="soft" title={words.title(`${dayAndWeekday(window.day)} ${timeInWords(window.startsAt)}`)}>
      <Line>{site.name}</Line>
      <HoldClock until={until} onOver={runOut} />
      <Button id="held-go" className="card-action" text={words.go} onPress={() => openPage('marriageReview', { id })} />
      {booking.acts.includes('renew') && (
        <View className="card-apart">
          <Button
            id="held-renew"
            kind="quiet"
            text={renewing ? words.renewing : words.renew}
            onPress={() => void renew()}
          />
        </View>
      )}
    </Card>
  );
}
