import type { WaitingView } from '@jinmen/shared/bookings/views';
import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { isMarriageKind } from '@jinmen/shared/services/marriage-registration/kinds';
import { View } from '@tarojs/components';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { waitingWords as words } from '../../../copy/marriage-waiting';
import { timeOfDay } from '../../../platform/clock';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { MessageOffer } from '../../../shell/message-offer';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Heading, Line, Title } from '../../../ui/words';
import { BothMainland, isAskedFor, useBothMainland } from '../both-mainland';
import { JoinForm } from './join-form';
import { useWaitlist, type Waitlist } from './use-waitlist';
import { WaitingCard } from './waiting-card';
import './waitlist.scss';

const isActive = ({ state }: WaitingView) => state === 'waiting' || state === 'offered';

/** Opened from a day that is full: what to wait for. Opened from a message or the hub: what is waited for, and the rank. */
export default function WaitlistPage() {
  const [kind, site, day] = [usePageParameter('kind'), usePageParameter('site'), usePageParameter('day')];
  const list = useWaitlist();
  const { answer } = useBothMainland();
  const { items, trouble } = list;
  const active = items?.filter(isActive) ?? [];
  const wanted = isMarriageKind(kind) && site !== undefined && isCivilDate(day) ? { kind, site, day } : undefined;
  const joins = wanted && items !== undefined && !active.some((each) => each.kind === wanted.kind);
  const asks = joins && answer !== true && isAskedFor(wanted);
  return (
    <Screen theme="base" title={marriageTitles.waitlist}>
      <Title>{marriageTitles.waitlist}</Title>
      <View className="stack">
        <Line tone="quiet">{words.lead}</Line>
        <Line tone="quiet">{words.whole}</Line>
        <Seen list={list} />
        {items === undefined && !trouble && <Skeleton words={words.loading} />}
        {joins && asks && <Asked />}
        {joins && !asks && <JoinForm {...wanted} list={list} />}
        {!joins && list.doing.said !== undefined && <Notice className="waiting-said">{list.doing.said}</Notice>}
        {items && !joins && items.length === 0 && <Nothing />}
        {items?.map((waiting) => (
          <WaitingCard key={waiting.id} waiting={waiting} list={list} />
        ))}
        {active.length > 0 && <MessageOffer />}
      </View>
    </Screen>
  );
}

/** As before a time is held: whoever has to go to another office waits for nothing here. */
function Asked() {
  return (
    <>
      <Heading>{marriage.before.question}</Heading>
      <BothMainland />
    </>
  );
}

/** Of when it is, or why it is not there; nothing when it is of now. */
function Seen({ list: { items, fetchedAtMs, trouble, load } }: { list: Waitlist }) {
  if (!trouble) return null;
  if (items === undefined || fetchedAtMs === undefined || trouble.kind === 'signed-out')
    return <TroubleCard trouble={trouble} onAgain={() => void load()} />;
  const when = timeOfDay(fetchedAtMs);
  return <Notice tone="warn">{trouble.kind === 'offline' ? words.offline(when) : words.unreachable(when)}</Notice>;
}

function Nothing() {
  return (
    <Card id="no-waiting">
      <EmptyState why={words.empty} next={words.emptyNext} />
      <Button
        kind="second"
        className="card-action"
        text={words.pickDay}
        onPress={() => openPage('marriageMonth', { kind: 'marriage' })}
      />
    </Card>
  );
}
