import type { ApplicationView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { MandateView } from '@jinmen/shared/residents/mandates';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { helpingWords } from '../../../copy/helping';
import { platformWords } from '../../../copy/platform';
import { askToConfirm } from '../../../platform/ask';
import { dayInWords } from '../../../platform/clock';
import { newKey } from '../../../platform/keys';
import { openPage } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { actOn } from '../../../state/helping';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';
import { useAct } from './use-act';

/** One 代办, from the side of whoever looks. */
export function MandateCard({ mandate }: { mandate: MandateView }) {
  const { role, name, programmes, until, state } = mandate;
  const { helping, helped, working: workingWords } = helpingWords;
  const { working, trouble, act } = useAct();
  const what = titlesOf(programmes);
  return (
    <Card className={`mandate mandate-${role}`} title={(role === 'helper' ? helping : helped).about(name, what)}>
      <Line>{mandate.words}</Line>
      {(state === 'waiting' || state === 'acting') && <Line tone="quiet">{helping.until(dayInWords(until))}</Line>}
      {working && <Line tone="quiet">{workingWords}</Line>}
      {trouble && <TroubleCard trouble={trouble} />}
      {role === 'helper' ? <Helping mandate={mandate} act={act} /> : <Helped mandate={mandate} act={act} />}
    </Card>
  );
}

interface SideProps {
  readonly mandate: MandateView;
  readonly act: (work: () => Promise<Trouble | undefined>) => void;
}

function Helping({ mandate: { id, name, state, way, programmes }, act }: SideProps) {
  const words = helpingWords.helping;
  const code = useRef('');
  const path = `/mandates/${id}`;
  const end = async () => {
    if (await askToConfirm(words.confirm)) act(() => actOn('DELETE', path));
  };
  const byCode = state === 'waiting' && way === 'sms';
  const named = (what: string) => `${what}，${name}`;
  return (
    <View className="stack card-action">
      {byCode && (
        <>
          <Line tone="quiet">{words.code}</Line>
          <TextField
            label={named(words.code)}
            initialText=""
            keyboard="tel"
            longest={12}
            onType={(text) => {
              code.current = text;
            }}
            onLeave={() => undefined}
          />
          <Button
            className="send-code"
            text={words.codeSend}
            label={named(words.codeSend)}
            onPress={() => act(() => actOn('POST', `${path}/acceptance`, { body: { code: code.current } }))}
          />
          <Button
            kind="quiet"
            text={words.again}
            label={named(words.again)}
            onPress={() => act(() => actOn('POST', `${path}/read-back`, { key: newKey() }))}
          />
        </>
      )}
      {(state === 'acting' || state === 'waiting') && (
        <Button
          kind="second"
          className="start"
          text={words.start}
          label={named(words.start)}
          onPress={() => act(() => begin(id, programmes))}
        />
      )}
      <Button kind="quiet" className="end" text={words.end} label={named(words.end)} onPress={() => void end()} />
    </View>
  );
}

function Helped({ mandate: { id, name, state }, act }: SideProps) {
  const words = helpingWords.helped;
  const path = `/mandates/${id}`;
  const stop = async () => {
    if (await askToConfirm(words.confirm)) act(() => actOn('DELETE', path));
  };
  const named = (what: string) => `${what}，${name}`;
  if (state === 'acting') {
    return (
      <Button
        kind="second"
        className="card-action stop"
        text={words.stop}
        label={named(words.stop)}
        onPress={() => void stop()}
      />
    );
  }
  if (state !== 'waiting') return null;
  return (
    <View className="stack card-action">
      <Button
        kind="second"
        className="accept"
        text={words.accept}
        label={named(words.accept)}
        onPress={() => act(() => actOn('POST', `${path}/acceptance`, { body: {} }))}
      />
      <Button
        kind="second"
        className="decline"
        text={words.decline}
        label={named(words.decline)}
        onPress={() => act(() => actOn('DELETE', path))}
      />
    </View>
  );
}

/** The one application it is for; begun before, it stands in 我的申请. */
async function begin(mandate: string, programmes: readonly string[]): Promise<Trouble | undefined> {
  const made = await sendOnce<ApplicationView>({
    name: `application-for-${mandate}`,
    path: '/relief/applications',
    body: { programmes, for: { mandate } },
  });
  if (made.kind === 'sent') openPage('apply', { id: made.data.id });
  else if (made.kind === 'problem' && made.code === 'mandate.used') openPage('applications');
  else return made.kind === 'kept' ? { kind: 'offline', words: platformWords.noNetwork } : made;
  return undefined;
}

function titlesOf(codes: readonly string[]): string {
  const titles = catalogue.filter(({ code }) => codes.includes(code)).map(({ title }) => title);
  return titles.length > 2 ? helpingWords.several(titles[0] ?? '', titles.length) : titles.join('、');
}
