import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { helpingWords as words } from '../../../copy/helping';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { isAsking, loadHelping, useHelping } from '../../../state/helping';
import { Button } from '../../../ui/button';
import { Skeleton } from '../../../ui/skeleton';
import { Heading, Line, Title } from '../../../ui/words';
import { DependantCard } from './dependant-card';
import { MandateCard } from './mandate-card';

/** A bureau answers within seconds; after so many looks the next one is the resident’s. */
const LOOK_AGAIN_MS = 2_000;
const LOOKS = 15;

/** Whom one acts for, and who acts for oneself. */
export default function HelpingPage() {
  const { dependants, mandates, trouble } = useHelping();
  const asking = useHelping(isAsking);
  const load = () => void loadHelping();
  usePageShown(load);
  useEffect(() => {
    if (!asking) return undefined;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > LOOKS) clearInterval(timer);
      else load();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [asking]);
  const helping = mandates?.filter(({ role }) => role === 'helper');
  const helped = mandates?.filter(({ role }) => role === 'principal') ?? [];
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        {trouble && <TroubleCard trouble={trouble} onAgain={load} />}
        {dependants === undefined && !trouble && <Skeleton words={words.reading} />}
        {helped.length > 0 && <Heading>{words.helped.title}</Heading>}
        {helped.map((mandate) => (
          <MandateCard key={mandate.id} mandate={mandate} />
        ))}
        {dependants !== undefined && <Heading>{words.children.title}</Heading>}
        {dependants?.length === 0 && <Line tone="quiet">{words.children.none}</Line>}
        {dependants?.map((dependant) => (
          <DependantCard key={dependant.id} dependant={dependant} />
        ))}
        {dependants !== undefined && (
          <Button id="add-child" kind="second" text={words.children.add} onPress={() => openPage('addChild')} />
        )}
        {helping !== undefined && <Heading>{words.helping.title}</Heading>}
        {helping?.length === 0 && <Line tone="quiet">{words.helping.none}</Line>}
        {helping?.map((mandate) => (
          <MandateCard key={mandate.id} mandate={mandate} />
        ))}
        {helping !== undefined && (
          <Button id="ask-help" kind="second" text={words.helping.ask} onPress={() => openPage('askHelp')} />
        )}
        <Button id="stop-help" kind="quiet" text={words.helped.bySms} onPress={() => openPage('stopHelp')} />
        <Line tone="quiet">{words.street}</Line>
      </View>
    </Screen>
  );
}
