import type { BookingView, SiteView, WindowView } from '@jinmen/shared/bookings/views';
import { weekdayWords } from '@jinmen/shared/kernel/day-words';
import { View } from '@tarojs/components';
import { passWords as words } from '../../copy/marriage-pass';
import { dayInWords, timeOfDay } from '../../platform/clock';
import { openPage } from '../../platform/navigate';
import { TroubleCard } from '../../shell/trouble-card';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Pill } from '../../ui/pill';
import { Skeleton } from '../../ui/skeleton';
import { Line } from '../../ui/words';
import { hoursOf } from './booking-words';
import type { SeenBooking } from './use-booking';

/** When and where, as large as they are important. */
export function WhenAndWhere({ window, site }: { window: WindowView; site: Pick<SiteView, 'name' | 'address'> }) {
  return (
    <>
      <View className="booking-when">{dayInWords(window.day)}</View>
      <Line className="booking-hours">{`${weekdayWords(window.day)} ${hoursOf(window)}`}</Line>
      <Line>{site.name}</Line>
      <Line tone="quiet">{site.address ?? words.address.unknown}</Line>
      {window.expected && <Line tone="fine">{words.expected}</Line>}
      {window.sample && <Line tone="fine">{words.sample}</Line>}
    </>
  );
}

/** Both, names masked as the server gives them, and what each said, once it was asked. */
export function Parties({ parties, said = true }: Pick<BookingView, 'parties'> & { said?: boolean }) {
  return (
    <View className="booking-parties">
      {parties.map(({ role, name, you, confirmed }) => (
        <View key={role} id={`party-${role}`} className="booking-party">
          <View>{you ? words.you(name) : name || words.someone}</View>
          {said && (
            <Pill text={confirmed ? words.said.yes : words.said.waiting} tone={confirmed ? 'success' : 'warn'} />
          )}
        </View>
      ))}
    </View>
  );
}

/** Of when what stands below is, or why nothing does; nothing at all when it is of now. */
export function SeenState({ booking, atMs, trouble, look }: SeenBooking) {
  if (booking === undefined) {
    if (trouble === undefined) return <Skeleton words={words.loading} />;
    if (trouble.kind === 'problem' && trouble.status === 404) return <NotFound />;
    return <TroubleCard trouble={trouble} onAgain={() => void look()} />;
  }
  if (trouble === undefined) return null;
  if (trouble.kind === 'offline') return <Notice tone="warn">{words.seenAt(timeOfDay(atMs))}</Notice>;
  if (trouble.kind === 'signed-out') return <TroubleCard trouble={trouble} />;
  return <Notice tone="warn">{words.unreachable(timeOfDay(atMs))}</Notice>;
}

function NotFound() {
  return (
    <Card id="not-found">
      <Line>{words.notFound}</Line>
      <Button kind="second" className="card-action" text={words.list} onPress={() => openPage('marriageBookings')} />
    </Card>
  );
}
