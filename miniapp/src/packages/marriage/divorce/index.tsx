import { bringOf } from '@jinmen/shared/services/marriage-registration/bring';
import type { DivorceView } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { View } from '@tarojs/components';
import { divorceWords as words } from '../../../copy/divorce';
import { marriageTitles } from '../../../copy/marriage-titles';
import { openPage, signInThen } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { BridgeTimeline } from '../../../ui/bridge-timeline';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import '../booking.scss';
import { GuideCard } from '../guide/parts';
import { isOver, maySecond, piersOf } from './divorce-view';
import { useDivorce } from './use-divorce';

/** The two steps, what lies between them, and how to take it back. Plain; nothing here hurries or cheers. */
export default function DivorcePage() {
  const { mine, trouble, signedIn, look } = useDivorce();
  const running = mine !== undefined && mine !== 'none' && !isOver(mine);
  const done = mine !== undefined && mine !== 'none' && mine.state === 'done';
  return (
    <Screen theme="base" title={marriageTitles.divorce}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line tone="quiet">{words.lead}</Line>
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {signedIn && mine === undefined && !trouble && <Skeleton words={words.loading} />}
        {mine !== undefined && mine !== 'none' && <Mine divorce={mine} />}
        {running && mine.state === 'cooling' && <GuideCard code="withdraw" />}
        {!running && !done && <First over={mine !== undefined && mine !== 'none'} />}
        {!signedIn && <SignIn />}
        <GuideCard code="divorce" />
        {!running && <GuideCard code="withdraw" />}
        <Think />
        <GuideCard code="not-here" />
      </View>
    </Screen>
  );
}

function Mine({ divorce }: { divorce: DivorceView }) {
  const { state, site, siteName, days } = divorce;
  return (
    <>
      <Card id="divorce-days" title={words.mine}>
        <Line>{words.states[state]}</Line>
        <View className="booking-apart">
          <BridgeTimeline label={words.piers.label} piers={piersOf(divorce)} />
        </View>
        {days.expected && <Line tone="fine">{words.expected}</Line>}
        <Line tone="quiet">{words.site(siteName)}</Line>
      </Card>
      {maySecond(divorce) && (
        <>
          <Bring title={words.bring.second} lines={bringOf['divorce-certificate']} />
          <Line tone="quiet">{words.secondLine}</Line>
          <Button
            id="second-step"
            text={words.second}
            onPress={() => openPage('marriageMonth', { kind: 'divorce-certificate', site })}
          />
        </>
      )}
    </>
  );
}

function First({ over }: { over: boolean }) {
  return (
    <>
      <Bring title={words.bring.title} lines={bringOf['divorce-application']} />
      <Line tone="quiet">{words.firstLine}</Line>
      <Button
        id="first-step"
        text={over ? words.again : words.first}
        onPress={() => openPage('marriageVenues', { kind: 'divorce-application' })}
      />
    </>
  );
}

function Bring({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Card title={title} className="booking-lines">
      {lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Card>
  );
}

function SignIn() {
  return (
    <Card id="divorce-sign-in">
      <Line tone="quiet">{words.signedOut}</Line>
      <Button kind="second" className="card-action" text={words.signIn} onPress={() => signInThen()} />
    </Card>
  );
}

function Think() {
  return (
    <Card id="think" title={words.think.title}>
      <Line>{words.think.line}</Line>
      <Button
        id="to-counselling"
        kind="second"
        className="card-action"
        text={words.think.go}
        onPress={() => openPage('counselling')}
      />
    </Card>
  );
}
