import type { BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { passWords } from '../../../copy/marriage-pass';
import { marriageTitles } from '../../../copy/marriage-titles';
import { timeOfDay } from '../../../platform/clock';
import { usePageShown, usePulledDown } from '../../../platform/lifecycle';
import { openPage, openTab } from '../../../platform/navigate';
import { useBackOnline } from '../../../platform/network';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { isQuiet, useBereavement } from '../../../state/bereavement';
import { leadOf, loadBookings, useBookings } from '../../../state/bookings';
import { useSession } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Pill } from '../../../ui/pill';
import { Skeleton } from '../../../ui/skeleton';
import { Heading, Line, Title } from '../../../ui/words';
import { kindTitle, stateMark, whenOf } from '../booking-words';
import { groupsOf } from './groups';

const { bookings: words } = passWords;

/** 我的预约: what waits for a tap, what is to come, what is over. Passes open from here without a network too. */
export default function BookingsPage() {
  const { bookings, fetchedAtMs, trouble } = useBookings();
  const status = useSession((session) => session.status);
  usePageShown(() => void loadBookings());
  usePulledDown(loadBookings);
  useBackOnline(() => void loadBookings());
  const signedOut = status === 'signed-out' || trouble?.kind === 'signed-out';
  return (
    <Screen theme="base" title={marriageTitles.bookings}>
      <Title>{words.title}</Title>
      <View className="stack">
        {signedOut && <TroubleCard trouble={{ kind: 'signed-out' }} />}
        {!signedOut && trouble !== undefined && <Stale atMs={bookings && fetchedAtMs} />}
        {bookings === undefined && trouble === undefined && !signedOut && <Skeleton words={passWords.loading} />}
        {bookings !== undefined && <Groups bookings={bookings} />}
        {fetchedAtMs !== undefined && trouble === undefined && (
          <Line tone="fine">{words.updated(timeOfDay(fetchedAtMs))}</Line>
        )}
      </View>
    </Screen>
  );
}

/** Nothing came: of when what stands below is, or why there is nothing. */
function Stale({ atMs }: { atMs: number | undefined }) {
  const trouble = useBookings((all) => all.trouble);
  if (trouble === undefined) return null;
  if (atMs === undefined) return <TroubleCard trouble={trouble} onAgain={() => void loadBookings()} />;
  const time = timeOfDay(atMs);
  return <Notice tone="warn">{trouble.kind === 'offline' ? words.offline(time) : passWords.unreachable(time)}</Notice>;
}

function Groups({ bookings }: { bookings: readonly BookingView[] }) {
  const quiet = useBereavement(isQuiet);
  if (bookings.length === 0) {
    return (
      <>
        <Card>
          <EmptyState why={words.empty} next={quiet ? words.emptyQuiet : words.emptyNext} />
        </Card>
        <Button id="find" text={words.find} onPress={() => openTab('booking')} />
      </>
    );
  }
  return (
    <>
      {groupsOf(bookings).map(({ name, items }) => (
        <View key={name} id={`group-${name}`} className="stack">
          <Heading>{words.groups[name]}</Heading>
          {items.map((booking) => (
            <Row key={booking.id} booking={booking} />
          ))}
        </View>
      ))}
    </>
  );
}

function Row({ booking }: { booking: BookingView }) {
  const { page, query } = leadOf(booking);
  const { text, tone } = stateMark(booking);
  const when = whenOf(booking.window);
  return (
    <Card
      id={`booking-${booking.id}`}
      className="booking-row"
      title={kindTitle(booking)}
      mark={<Pill text={text} tone={tone} />}
      label={[kindTitle(booking), when, booking.site.name, text].join('，')}
      onPress={() => openPage(page, query)}
    >
      <Line>{when}</Line>
      <Line tone="quiet">{booking.site.name}</Line>
    </Card>
  );
}
