import type { ConsentView } from '@jinmen/shared/residents/views';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { consentWords as words } from '../copy/consents';
import { troubleWords } from '../copy/trouble';
import { usePageShown } from '../platform/lifecycle';
import { useBackOnline } from '../platform/network';
import { answerConsent, consentFor, loadConsents, type Trouble, useConsents } from '../state/consents';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Skeleton } from '../ui/skeleton';
import { Heading, Line } from '../ui/words';
import { TroubleCard } from './trouble-card';

interface ConsentAskProps {
  /** In the order they are asked. What was said yes to already is not asked again. */
  readonly purposes: readonly string[];
  /** Once, when there is a yes to all of them. */
  readonly onAllGiven: () => void;
}

/** Asks for one purpose after the other, each on its own, nothing ticked before (PIPL 14, 29). A no stops here, kindly. */
export function ConsentAsk({ purposes, onAllGiven }: ConsentAskProps) {
  const { consents, trouble } = useConsents();
  const [again, setAgain] = useState<string>();
  const first = useRef(0);
  // Drawn on a page that was shown before: no showing of it is told any more.
  useEffect(() => void loadConsents(), []);
  usePageShown(() => void loadConsents());
  useBackOnline(() => void loadConsents());
  const open = purposes.flatMap((purpose) => {
    const consent = consentFor(consents, purpose);
    return consent && consent.state !== 'given' ? [consent] : [];
  });
  const [next] = open;
  useTellOnce(consents !== undefined && next === undefined, onAllGiven);
  if (consents === undefined) {
    if (trouble) return <TroubleCard trouble={trouble} onAgain={() => void loadConsents()} />;
    return <Skeleton words={troubleWords.reading} />;
  }
  if (next === undefined) return null;
  // a no stands until they themselves want to look at it again, on this page and on the next visit
  const saidNo = next.state === 'refused' || next.state === 'withdrawn';
  if (saidNo && again !== next.purpose) return <Refused consent={next} onAgain={() => setAgain(next.purpose)} />;
  // what was said yes to before they came is no step of theirs
  if (first.current < open.length) first.current = open.length;
  const step = { now: first.current - open.length + 1, all: first.current };
  return <OneConsent key={next.purpose} consent={next} step={step} onRefused={() => setAgain(undefined)} />;
}

function useTellOnce(done: boolean, tell: () => void): void {
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (done) latest.current();
  }, [done]);
}

function OneConsent({
  consent,
  step,
  onRefused,
}: {
  consent: ConsentView;
  step: { readonly now: number; readonly all: number };
  onRefused: () => void;
}) {
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  // The text may have changed under the hand.
  const lookAgain = () => {
    setTrouble(undefined);
    void loadConsents();
  };
  const answer = async (yes: boolean) => {
    if (working) return;
    setWorking(true);
    setTrouble(undefined);
    const problem = await answerConsent(consent, yes);
    setWorking(false);
    if (problem) setTrouble(problem);
    else if (!yes) onRefused();
  };
  return (
    <View className="stack">
      {step.all > 1 && <Line tone="quiet">{words.ask.step(step.now, step.all)}</Line>}
      <Card id="consent-ask" title={consent.title}>
        {consent.state === 'outdated' && <Line tone="quiet">{words.outdated}</Line>}
        <Line>{consent.text}</Line>
        <Heading>{words.without}</Heading>
        <Line tone="quiet">{consent.without}</Line>
      </Card>
      {trouble && <TroubleCard trouble={trouble} onAgain={lookAgain} />}
      <Button id="consent-yes" text={working ? words.working : words.yes} onPress={() => void answer(true)} />
      <Button id="consent-no" kind="second" text={words.no} onPress={() => void answer(false)} />
    </View>
  );
}

function Refused({ consent, onAgain }: { consent: ConsentView; onAgain: () => void }) {
  return (
    <Card id="consent-refused">
      <Line>{words.ask.refused}</Line>
      <Line tone="quiet">{consent.without}</Line>
      <Button id="consent-again" kind="second" className="card-action" text={words.ask.reconsider} onPress={onAgain} />
    </Card>
  );
}
