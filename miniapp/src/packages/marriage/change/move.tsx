import type { BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { passWords } from '../../../copy/marriage-pass';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { isForTwo } from '../booking-words';

const { change: words } = passWords;

/** Step 2 of a divorce is done where step 1 was (民法典 1077). */
const SAME_SITE_ONLY = 'divorce-certificate';

/** Leads to the month and its times; the one that is found comes back here. */
export function Move({ booking }: { booking: BookingView }) {
  const { id, kind, site } = booking;
  return (
    <Card id="move" title={words.move}>
      <Line>{words.stays}</Line>
      {isForTwo(booking) && booking.state === 'confirmed' && <Line tone="quiet">{words.twoLine}</Line>}
      {kind === SAME_SITE_ONLY && <Line tone="quiet">{words.sameSite}</Line>}
      <View className="stack card-apart">
        <Button
          id="move-time"
          text={words.pick}
          onPress={() => openPage('marriageMonth', { kind, site: site.id, change: id })}
        />
        {kind !== SAME_SITE_ONLY && (
          <Button
            id="move-site"
            kind="second"
            text={words.pickElsewhere}
            onPress={() => openPage('marriageVenues', { kind, change: id })}
          />
        )}
      </View>
    </Card>
  );
}
