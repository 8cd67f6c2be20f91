import { View } from '@tarojs/components';
import { useState } from 'react';
import { stoppedWords as words } from '../../../copy/stopped';
import { request } from '../../../platform/http';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Pill } from '../../../ui/pill';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';

interface Stopped {
  readonly what: keyof typeof words.whats;
  readonly restored: boolean;
  /** Which of them; nothing where the kind says all. */
  readonly which?: readonly string[];
  readonly how: string;
}

/** What was stopped by mistake, what came back by itself, and how the rest is got back. */
export default function StoppedPage() {
  const id = usePageParameter('id') ?? '';
  const [items, setItems] = useState<readonly Stopped[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const load = async () => {
    const path = `/stopped-by-mistake/${encodeURIComponent(id)}`;
    const reply = await request<{ items: readonly Stopped[] }>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') setItems(reply.data.items);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  usePageShown(() => void load());
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void load()} />}
        {items === undefined && !trouble && <Skeleton words={words.loading} />}
        {items?.length === 0 && <Notice>{words.none}</Notice>}
        {items?.map(({ what, restored, which = [], how }) => (
          <Card
            key={`${what}${restored}`}
            id={`stopped-${what}`}
            title={words.whats[what]}
            mark={<Pill text={restored ? words.restored : words.again} tone={restored ? 'soft' : 'warn'} />}
          >
            {which.map((one) => (
              <Line key={one}>{one}</Line>
            ))}
            <Line>{how}</Line>
          </Card>
        ))}
        <Line tone="quiet">{words.help}</Line>
      </View>
    </Screen>
  );
}
