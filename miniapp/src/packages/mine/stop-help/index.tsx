import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { stopHelpWords as words } from '../../../copy/helping';
import { request } from '../../../platform/http';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { Line, Title } from '../../../ui/words';
import { TypedCard } from '../helping/form-card';

/** For whoever got the message and has no account: the phone it came to, and its code. */
export default function StopHelpPage() {
  const typed = useRef({ phone: '', code: '' });
  const { working, missing, said, trouble, stop } = useStop();
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        <TypedCard
          id="stop-phone"
          title={words.phone}
          keyboard="tel"
          longest={20}
          onType={(phone) => {
            typed.current = { ...typed.current, phone };
          }}
        />
        <TypedCard
          id="stop-code"
          title={words.code}
          keyboard="tel"
          longest={12}
          onType={(code) => {
            typed.current = { ...typed.current, code };
          }}
        />
        <FieldError text={missing ? words.missing : undefined} />
        {said !== undefined && <Notice>{said}</Notice>}
        {trouble && <TroubleCard trouble={trouble} />}
        <Button id="stop" text={working ? words.working : words.submit} onPress={() => stop(typed.current)} />
        <Line tone="quiet">{words.call}</Line>
      </View>
    </Screen>
  );
}

function useStop() {
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const busy = useRef(false);
  const stop = async (typed: { readonly phone: string; readonly code: string }) => {
    const empty = typed.phone.trim() === '' || typed.code.trim() === '';
    setMissing(empty);
    if (busy.current || empty) return;
    busy.current = true;
    setWorking(true);
    const reply = await request<{ words: string }>({ method: 'POST', path: '/mandates/revocations', body: typed });
    busy.current = false;
    setWorking(false);
    setSaid(reply.kind === 'ok' ? reply.data.words : undefined);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  return { working, missing, said, trouble, stop: (typed: { phone: string; code: string }) => void stop(typed) };
}
