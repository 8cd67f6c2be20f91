import type { UrgentView } from '@jinmen/shared/urgent/views';
import { View } from '@tarojs/components';
import { troubleWords } from '../../../copy/trouble';
import { urgent } from '../../../copy/urgent';
import { shanghaiTime, timeOfDay } from '../../../platform/clock';
import { usePageParameter, usePageShown, usePulledDown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { Screen } from '../../../shell/screen';
import { BridgeTimeline, type TimelinePier } from '../../../ui/bridge-timeline';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { PhoneRow } from '../../../ui/phone-row';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { ApplyNow } from './apply-now';
import { useSent } from './use-sent';
import '../urgent.scss';

const { sent: words } = urgent;

/** What became of a request: its number, what to do now, and every step; the telephone above all of it. */
export default function UrgentSentPage() {
  const number = usePageParameter('number') ?? '';
  const { view, atMs, problem, looking, look } = useSent(number);
  usePageShown(() => void look());
  usePulledDown(look);
  return (
    <Screen theme="relief" title={words.title} urgentWay={false}>
      <Title>{words.title}</Title>
      <View className="stack">
        <ShortNumber number={number} />
        {problem === 'not-found' && <Notice tone="warn">{words.notFound}</Notice>}
        {problem === 'offline' && <Notice tone="warn">{words.offline(timeOfDay(atMs))}</Notice>}
        {view === undefined && problem === undefined && <Skeleton words={troubleWords.reading} />}
        {view && <Now view={view} />}
        <Line tone="quiet">{words.call}</Line>
        {urgent.phones.map(({ number: line, what }) => (
          <PhoneRow key={line} number={line} what={what} onCall={callPhone} />
        ))}
        <Button id="look" kind="second" text={looking ? words.looking : words.look} onPress={() => void look()} />
        {view && <Line tone="fine">{words.updated(timeOfDay(atMs))}</Line>}
        {view && <ApplyNow view={view} />}
        <Button id="again" kind="quiet" text={words.again} onPress={() => openPage('urgent')} />
      </View>
    </Screen>
  );
}

function ShortNumber({ number }: { number: string }) {
  return (
    <Card id="urgent-number" title={words.number}>
      <View className="urgent-number">{number}</View>
      <Line tone="quiet">{words.keep}</Line>
    </Card>
  );
}

function Now({ view }: { view: UrgentView }) {
  return (
    <Card id="urgent-now">
      <Line>{view.now}</Line>
      <Line tone="fine">{words.asked(shanghaiTime(Date.parse(view.at)))}</Line>
      <BridgeTimeline label={words.title} piers={view.steps.map(pierOf)} />
    </Card>
  );
}

function pierOf({ at, kind, words: said }: UrgentView['steps'][number], index: number): TimelinePier {
  return {
    id: `${kind}-${index}`,
    state: 'done',
    stateWords: '',
    title: said,
    lines: [{ text: shanghaiTime(Date.parse(at)), tone: 'fine' }],
  };
}
