import type { RulesView } from '@jinmen/shared/residents/rights';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { myData } from '../../../copy/my-data';
import { troubleWords } from '../../../copy/trouble';
import { request } from '../../../platform/http';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { Card } from '../../../ui/card';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';

/** 我们怎么用您的情况, or the agreement: as the server has them, for anybody, signed in or not. */
export default function RulesPage() {
  const agreement = usePageParameter('which') === 'agreement';
  const title = agreement ? myData.agreement : myData.rules;
  const [view, setView] = useState<RulesView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const read = async () => {
    const path = agreement ? '/agreement' : '/privacy';
    const reply = await request<RulesView>({ method: 'GET', path, session: 'none' });
    if (reply.kind === 'ok') setView(reply.data);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  const load = () => void read();
  usePageShown(load);
  return (
    <Screen theme="base" title={title}>
      <Title>{title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={load} />}
        {view === undefined && !trouble && <Skeleton words={troubleWords.reading} />}
        {view && <Line tone="fine">{myData.rulesPage.version(view.since)}</Line>}
        {view?.sections.map((section) => (
          <Card key={section.title} className="rule" title={section.title}>
            {section.lines.map((line) => (
              <Line key={line}>{line}</Line>
            ))}
          </Card>
        ))}
      </View>
    </Screen>
  );
}
