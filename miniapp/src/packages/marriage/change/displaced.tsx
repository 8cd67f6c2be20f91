import type { BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { passWords } from '../../../copy/marriage-pass';
import { shanghaiTime } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { whenOf } from '../booking-words';
import { WhyEnded } from '../why-ended';
import { useChange } from './use-change';

const { displaced: words } = passWords.change;

interface DisplacedProps {
  readonly booking: BookingView;
  readonly offers: BookingView['offers'];
  readonly look: () => Promise<void>;
}

/** Its window was closed. Nothing is cancelled: the times kept for them stand first, any other is a tap away. */
export function Displaced({ booking, offers, look }: DisplacedProps) {
  const { working, said, act } = useChange(booking, look);
  const { kind, id, site } = booking;
  const take = (windowId: string) =>
    void act({ to: 'reschedule', body: { windowId } }, (sent) =>
      sent.kind === 'sent' && sent.data?.change ? passWords.change.asked : passWords.change.moved,
    );
  return (
    <Card id="displaced" title={words.title} className="booking-lines">
      <WhyEnded booking={booking} />
      <Line>{offers ? lineOf(offers) : words.none}</Line>
      {offers && isAnyKept(offers) && <Line tone="quiet">{words.until(shanghaiTime(Date.parse(offers.until)))}</Line>}
      {said !== undefined && <Notice className="change-said">{said}</Notice>}
      <View className="stack card-apart">
        {offers?.windows.map((window) => (
          <View key={window.id} className="offer">
            <Line tone="quiet">{window.siteName}</Line>
            <Button
              id={`take-${window.id}`}
              text={working ? passWords.change.confirming : words.take(whenOf(window))}
              onPress={() => take(window.id)}
            />
          </View>
        ))}
        <Button
          id="displaced-other"
          kind={offers ? 'second' : 'primary'}
          text={words.other}
          onPress={() => openPage('marriageMonth', { kind, site: site.id, change: id })}
        />
      </View>
    </Card>
  );
}

type Offers = NonNullable<BookingView['offers']>;

/** After a round the first is kept and the others are there for whoever takes them first; later perhaps none is kept. */
function lineOf({ windows }: Offers): string {
  const kept = windows.filter((window) => window.kept).length;
  if (kept === windows.length) return words.line;
  return kept > 0 ? words.oneKept : words.noneKept;
}

export function isAnyKept({ windows }: Offers): boolean {
  return windows.some(({ kept }) => kept);
}
