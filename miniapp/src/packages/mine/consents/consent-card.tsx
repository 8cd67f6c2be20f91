import type { ConsentView } from '@jinmen/shared/residents/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { consentWords as words } from '../../../copy/consents';
import { askToConfirm } from '../../../platform/ask';
import { shanghaiTime } from '../../../platform/clock';
import { TroubleCard } from '../../../shell/trouble-card';
import { answerConsent, loadConsents, type Trouble, withdrawConsent } from '../../../state/consents';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Pill, type PillTone } from '../../../ui/pill';
import { Line } from '../../../ui/words';

const TONES: Readonly<Record<ConsentView['state'], PillTone>> = {
  given: 'success',
  refused: 'muted',
  withdrawn: 'muted',
  outdated: 'warn',
  'not-asked': 'soft',
};

/** What was handed in with these is the office's to finish, unless the application itself is taken back. */
const GOES_ON: readonly string[] = ['relief-application', 'sensitive-circumstances', 'child-under-14'];

export function ConsentCard({ consent }: { consent: ConsentView }) {
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const does = async (work: () => Promise<Trouble | undefined>) => {
    if (working) return;
    setWorking(true);
    setTrouble(await work());
    setWorking(false);
  };
  // The text may have changed under the hand.
  const lookAgain = () => {
    setTrouble(undefined);
    void loadConsents();
  };
  const withdraw = async () => {
    const content = words.confirmWithdraw.content(consent.without, GOES_ON.includes(consent.purpose));
    if (await askToConfirm({ ...words.confirmWithdraw, content })) await does(() => withdrawConsent(consent.purpose));
  };
  return (
    <Card
      id={`consent-${consent.purpose}`}
      className="consent-card"
      title={consent.title}
      mark={<Pill text={words.state[consent.state]} tone={TONES[consent.state]} />}
    >
      {consent.state === 'outdated' && <Line>{words.outdated}</Line>}
      <Line>{consent.text}</Line>
      <Line tone="quiet" className="card-apart">
        {consent.without}
      </Line>
      <Since consent={consent} />
      {consent.answered && <AtThatTime answered={consent.answered} />}
      {working && <Line tone="quiet">{words.working}</Line>}
      {trouble && <TroubleCard trouble={trouble} onAgain={lookAgain} />}
      {consent.state === 'given' ? (
        <Button kind="second" className="card-action withdraw" text={words.withdraw} onPress={() => void withdraw()} />
      ) : (
        <Answers consent={consent} onAnswer={(yes) => void does(() => answerConsent(consent, yes))} />
      )}
    </Card>
  );
}

/** A no was said once already where the state says so; only the yes is offered again. */
function Answers({ consent, onAnswer }: { consent: ConsentView; onAnswer: (yes: boolean) => void }) {
  const answered = consent.state === 'refused' || consent.state === 'withdrawn';
  const named = (answer: string) => `${answer}，${consent.title}`;
  return (
    <View className="stack card-action">
      <Button kind="second" className="yes" text={words.yes} label={named(words.yes)} onPress={() => onAnswer(true)} />
      {!answered && (
        <Button kind="second" className="no" text={words.no} label={named(words.no)} onPress={() => onAnswer(false)} />
      )}
    </View>
  );
}

/** What they said yes or no to, where the words have changed since. */
function AtThatTime({ answered: { text, without } }: { answered: NonNullable<ConsentView['answered']> }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return <Button kind="quiet" className="at-that-time" text={words.atThatTime} onPress={() => setOpen(true)} />;
  return (
    <>
      <Line tone="fine">{text}</Line>
      <Line tone="fine">{without}</Line>
    </>
  );
}

function Since({ consent: { state, at } }: { consent: ConsentView }) {
  if (state === 'not-asked' || at === undefined) return null;
  return <Line tone="fine">{words.since[state](shanghaiTime(Date.parse(at)))}</Line>;
}
