import type { NoticeView } from '@jinmen/shared/residents/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { noticeWords as words } from '../../../copy/notices';
import { troubleWords } from '../../../copy/trouble';
import { shanghaiTime } from '../../../platform/clock';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage, type PageName } from '../../../platform/navigate';
import { MessageOffer } from '../../../shell/message-offer';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { leadOf, loadBooking, useBookings } from '../../../state/bookings';
import { loadNotices, loadOlderNotices, markRead, useNotices } from '../../../state/notices';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { ListRow } from '../../../ui/list-row';
import { Notice } from '../../../ui/notice';
import { Pill } from '../../../ui/pill';
import { Skeleton } from '../../../ui/skeleton';
import { Title } from '../../../ui/words';

/** What was told, the unread first. A tap leads to what it is about; nothing here says what was decided. */
export default function NoticesPage() {
  const { notices, fetchedAtMs, trouble } = useNotices();
  usePageShown(() => void loadNotices());
  const stale = trouble !== undefined && trouble.kind !== 'signed-out' && notices !== undefined;
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        {stale && fetchedAtMs !== undefined && (
          <Notice>{words[trouble.kind === 'offline' ? 'offline' : 'old'](shanghaiTime(fetchedAtMs))}</Notice>
        )}
        {trouble && !stale && <TroubleCard trouble={trouble} onAgain={() => void loadNotices()} />}
        {notices === undefined && !trouble && <Skeleton words={troubleWords.reading} />}
        {trouble?.kind !== 'signed-out' && notices && <Inbox notices={notices} />}
        <MessageOffer />
      </View>
    </Screen>
  );
}

function Inbox({ notices }: { notices: readonly NoticeView[] }) {
  if (notices.length === 0) {
    return (
      <Card id="no-notices">
        <EmptyState why={words.none} next={words.noneNext} />
      </Card>
    );
  }
  return (
    <>
      <Card>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Card>
      <Older />
    </>
  );
}

/** Where a tap leads, by what the message is about. */
const LEADS: Readonly<Record<Exclude<NonNullable<NoticeView['about']>['kind'], 'booking'>, PageName>> = {
  application: 'caseDetail',
  complaint: 'complaints',
  farewell: 'funeralFarewell',
  invitation: 'marriageInvite',
  waiting: 'marriageWaitlist',
  'look-again': 'wizard',
  'taken-back': 'stopped',
  'known-elsewhere': 'myData',
  signature: 'signatures',
};

/**
 * Of whichever service it is, and as it is now: a message says that something changed, so what this phone has of it may
 * be older than the message, and leads there only without a network.
 */
async function openBooking(id: string): Promise<void> {
  const reply = await loadBooking(id);
  const booking = reply.kind === 'ok' ? reply.data : useBookings.getState().bookings?.find((each) => each.id === id);
  const { page, query } = booking ? leadOf(booking) : { page: 'marriagePass' as const, query: { id } };
  openPage(page, query);
}

function NoticeRow({ notice: { id, title, line, at, read, about } }: { notice: NoticeView }) {
  const open = () => {
    void markRead(id);
    if (about?.kind === 'booking') void openBooking(about.id);
    else if (about) openPage(LEADS[about.kind], { id: about.id });
  };
  return (
    <ListRow
      className={read ? 'notice-row' : 'notice-row notice-unread'}
      title={title}
      line={line}
      note={shanghaiTime(Date.parse(at))}
      end={read ? undefined : <Pill text={words.unread} tone="soft" />}
      endWords={read ? undefined : words.unread}
      onPress={open}
    />
  );
}

function Older() {
  const more = useNotices(({ nextCursor }) => nextCursor !== undefined);
  const [working, setWorking] = useState(false);
  if (!more) return null;
  const load = async () => {
    if (working) return;
    setWorking(true);
    await loadOlderNotices();
    setWorking(false);
  };
  return (
    <Button id="older" kind="second" text={working ? words.moreWorking : words.more} onPress={() => void load()} />
  );
}
