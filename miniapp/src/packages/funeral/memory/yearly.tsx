import type { MemoryView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { memoryWords } from '../../../copy/funeral-boarding';
import { signInThen } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { putMemory } from './put-memory';

const { yearly: words } = memoryWords;

/** One question, asked once. Afterwards one line says how it is, and one quiet tap changes it. */
export function Yearly({ path, view: { yearly, certificate } }: { path: string; view: MemoryView }) {
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string>();
  const answer = async (to: 'yes' | 'no') => {
    if (working) return;
    setWorking(true);
    const reply = await putMemory(path, { yearly: to });
    setWorking(false);
    if (reply.kind === 'signed-out') return signInThen();
    setSaid(reply.kind === 'ok' ? undefined : reply.kind === 'problem' ? reply.words : words.offline);
  };
  // There is no day yet to be reminded of.
  if (certificate === undefined) return null;
  const asked = yearly !== 'not-asked';
  const on = yearly === 'yes';
  return (
    <Card id="yearly" {...(!asked && { title: words.title })}>
      <Line tone={asked ? 'plain' : 'quiet'}>{asked ? words[on ? 'isYes' : 'isNo'] : words.line}</Line>
      {said !== undefined && <Notice className="yearly-said">{said}</Notice>}
      {asked ? (
        <Button
          id="yearly-other"
          kind="quiet"
          text={on ? words.stop : words.start}
          onPress={() => void answer(on ? 'no' : 'yes')}
        />
      ) : (
        <View className="stack card-apart">
          <Button
            id="yearly-yes"
            kind="second"
            text={working ? words.working : words.yes}
            onPress={() => void answer('yes')}
          />
          <Button id="yearly-no" kind="second" text={words.no} onPress={() => void answer('no')} />
        </View>
      )}
    </Card>
  );
}
