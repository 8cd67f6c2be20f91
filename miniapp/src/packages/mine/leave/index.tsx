import type { DeletionView } from '@jinmen/shared/residents/rights';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { myData } from '../../../copy/my-data';
import { troubleWords } from '../../../copy/trouble';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { goBack } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { signOut } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';

const words = myData.leave;

/** `probably`: the answer was lost, and this phone is signed out since. */
type Step = 'reading' | 'sure' | 'working' | 'gone' | 'probably';

/** Deleting the account in two calm steps: first what goes and what stays, in words; then one more question. */
export default function LeavePage() {
  const { view, trouble, step, setStep, load, leave } = useLeaving();
  const isOver = step === 'gone' || step === 'probably';
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={load} />}
        {view === undefined && !trouble && !isOver && <Skeleton words={troubleWords.reading} />}
        {step === 'gone' && <Over title={words.gone} line={words.goneLine} />}
        {step === 'probably' && <Over title={words.probably} line={words.probablyLine} />}
        {view && !isOver && <WhatHappens view={view} />}
        {view && step === 'reading' && (
          <Button id="go-on" kind="second" text={words.first} onPress={() => setStep('sure')} />
        )}
        {view && (step === 'sure' || step === 'working') && <Sure step={step} onYes={() => void leave()} />}
      </View>
    </Screen>
  );
}

function useLeaving() {
  const [view, setView] = useState<DeletionView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [step, setStep] = useState<Step>('reading');
  const unheard = useRef(false);
  // of two quick taps both see the step as it was drawn
  const busy = useRef(false);
  const over = async (as: 'gone' | 'probably') => {
    await signOut();
    setTrouble(undefined);
    setStep(as);
  };
  const read = async () => {
    const reply = await request<DeletionView>({ method: 'GET', path: '/me/deletion', session: 'required' });
    if (reply.kind === 'signed-out' && unheard.current) return over('probably');
    if (reply.kind === 'ok') setView(reply.data);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  const load = () => void read();
  usePageShown(() => {
    if (step === 'reading') load();
  });
  const leave = async () => {
    if (busy.current) return;
    busy.current = true;
    setStep('working');
    const reply = await request({ method: 'DELETE', path: '/me', session: 'required' });
    if (reply.kind === 'ok' || reply.kind === 'not-modified') return over('gone');
    if (reply.kind === 'signed-out' && unheard.current) return over('probably');
    // also where a proxy lost the answer, or its patience
    unheard.current ||= reply.kind === 'offline' || (reply.kind === 'problem' && reply.status >= 500);
    busy.current = false;
    setTrouble(reply);
    setStep('sure');
  };
  return { view, trouble, step, setStep, load, leave };
}

function WhatHappens({ view: { goes, stays } }: { view: DeletionView }) {
  return (
    <>
      <Line>{words.lead}</Line>
      <Card id="goes" title={words.goes}>
        {goes.map((each) => (
          <Line key={each} className="card-apart">
            {each}
          </Line>
        ))}
        <Line tone="quiet">{words.phone}</Line>
      </Card>
      <Card id="stays" title={words.stays}>
        {stays.length === 0 && <Line>{words.staysNone}</Line>}
        {stays.map(({ what, why, until }) => (
          <View key={what} className="card-apart">
            <Line>{what}</Line>
            <Line tone="quiet">{why}</Line>
            <Line tone="fine">{words.until(until)}</Line>
          </View>
        ))}
      </Card>
    </>
  );
}

function Sure({ step, onYes }: { step: Step; onYes: () => void }) {
  return (
    <Card id="sure" title={words.last}>
      <Line>{words.never}</Line>
      <Button id="not-leave" className="card-action" text={words.back} onPress={goBack} />
      <Button
        id="delete-account"
        kind="second"
        className="card-action"
        text={step === 'working' ? words.working : words.confirm}
        onPress={onYes}
      />
    </Card>
  );
}

function Over({ title, line }: { title: string; line: string }) {
  return (
    <Card id="gone" title={title}>
      <Line>{line}</Line>
    </Card>
  );
}
