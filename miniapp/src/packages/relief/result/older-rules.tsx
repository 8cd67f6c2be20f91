import { View } from '@tarojs/components';
import { useState } from 'react';
import { olderRules as words } from '../../../copy/older-rules';
import { serverRulesAreNewer, useStandards } from '../../../state/standards';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import type { Interview } from '../interview';
import { askServer, stopAsking } from '../served/ask-server';
import type { Served } from '../served/use-served';
import { AskingFailed } from './asking-failed';
import { Consent } from './consent';
import { ServedMark } from './served-mark';

interface OlderRulesProps {
  readonly interview: Interview;
  readonly served: Served;
}

/** The rules on this phone are older than the server's: says so, and asks the server when the resident says yes. */
export function OlderRules({ interview, served }: OlderRulesProps) {
  const newer = useStandards(serverRulesAreNewer);
  const [consenting, setConsenting] = useState(false);
  if (served.answer !== undefined) return <ServedMark answer={served.answer} />;
  if (!newer) return null;
  const send = (without?: readonly string[]) => {
    setConsenting(false);
    void askServer(interview, without);
  };
  const { asking } = served;
  return (
    <Card id="older-rules" title={words.title} tone="soft">
      <Line>{served.wentBack ? words.wentBack : words.lead}</Line>
      {asking.state === 'sending' && <Sending slow={asking.slow} />}
      {asking.state === 'failed' && <AskingFailed {...asking} onSend={send} />}
      {asking.state === 'idle' && consenting && (
        <Consent interview={interview} onYes={() => send()} onNo={() => setConsenting(false)} />
      )}
      {asking.state === 'idle' && !consenting && (
        <>
          <Line tone="quiet">{words.update}</Line>
          <Button
            id="ask-server"
            kind="second"
            className="older-action"
            text={words.ask}
            onPress={() => setConsenting(true)}
          />
        </>
      )}
    </Card>
  );
}

function Sending({ slow }: { slow: boolean }) {
  return (
    <View {...aria({ role: 'status', live: 'polite' })}>
      <Notice className={`older-sending${slow ? ' older-sending-slow' : ''}`}>
        {slow ? words.slow : words.sending}
      </Notice>
      <Button id="stop-asking" kind="quiet" text={words.stop} onPress={stopAsking} />
    </View>
  );
}
