import type { NoShowView } from '@jinmen/shared/bookings/views';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { marriageTitles } from '../../../copy/marriage-titles';
import { waitingWords, noShowWords as words } from '../../../copy/marriage-waiting';
import { dayOf } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { Pill } from '../../../ui/pill';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { whenOf } from '../booking-words';

/** 没来成的预约: seen by its own people, without a consequence nobody published, and with the way to put it right. */
export default function NoShowsPage() {
  const { items, trouble, load } = useNoShows();
  return (
    <Screen theme="base" title={marriageTitles.noShows}>
      <Title>{marriageTitles.noShows}</Title>
      <View className="stack">
        <Line tone="quiet">{words.lead}</Line>
        <Line>{words.rule}</Line>
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void load()} />}
        {items === undefined && !trouble && <Skeleton words={waitingWords.loading} />}
        {items?.length === 0 && (
          <Card id="no-no-shows">
            <EmptyState why={words.none} next={words.noneNext} />
          </Card>
        )}
        {items?.map((each) => (
          <Missed key={each.booking} missed={each} />
        ))}
        {items !== undefined && items.length > 0 && <Line tone="quiet">{words.excuse}</Line>}
      </View>
    </Screen>
  );
}

function useNoShows() {
  const [items, setItems] = useState<readonly NoShowView[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const load = async () => {
    const path = '/bookings/no-shows?limit=50';
    const reply = await request<{ items: readonly NoShowView[] }>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') setItems(reply.data.items);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  usePageShown(() => void load());
  return { items, trouble, load };
}

function Missed({ missed: { kind, number, siteName, startsAt, excused } }: { missed: NoShowView }) {
  const title = marriageRegistration.kinds.find(({ code }) => code === kind)?.title ?? kind;
  const mark = excused ? <Pill text={words.excused} tone="success" /> : <Pill text={words.missed} tone="muted" />;
  return (
    <Card className="no-show" title={title} mark={mark}>
      <Line>{whenOf({ day: dayOf(Date.parse(startsAt)), startsAt })}</Line>
      <Line>{siteName}</Line>
      <Line tone="fine">{words.number(number)}</Line>
      {excused?.why !== undefined && <Line tone="quiet">{words.excusedWhy(excused.why)}</Line>}
    </Card>
  );
}
