import { type AdultView, LAST_SIGNS } from '@jinmen/shared/applications/adults';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { adultWords } from '../../../copy/adults';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { goBack, replacePage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { authorisationsOf, type Signed, useAdult, usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { TextField } from '../../../ui/text-field';
import { Line, Title } from '../../../ui/words';
import { WhatIsLookedUp } from '../authorise/what-is-looked-up';

const { turn: words, adult: adultPage } = adultWords;
const LONGEST_NUMBER = 24;
const NOT_HERE = 'signature.not-here';

/** The phone is handed over: nothing of the application stands here but who is asked, and what they are asked for. */
export default function SignInTurnPage() {
  const id = usePageParameter('id') ?? '';
  const member = usePageParameter('member') ?? '';
  const { adult, trouble, look } = useAdult(id, member);
  const [done, setDone] = useState(false);
  usePageShown(() => void look());
  return (
    <Screen theme="relief" title={words.title}>
      <Title>{done ? words.done : words.title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {adult === undefined && !trouble && <Skeleton words={adultPage.loading} />}
        {adult === 'gone' && <Notice>{adultPage.gone}</Notice>}
        {done && <Done />}
        {!done && adult !== undefined && adult !== 'gone' && (
          <Asked id={id} adult={adult} onDone={() => setDone(true)} />
        )}
      </View>
    </Screen>
  );
}

function Done() {
  return (
    <>
      <Card id="signed-in-turn">
        <Line>{words.doneLine}</Line>
        <Line className="card-apart">{words.unasked}</Line>
        <Line tone="quiet" className="card-apart">
          {words.takeBack}
        </Line>
      </Card>
      <Button id="hand-back" text={words.back} onPress={goBack} />
    </>
  );
}

interface AskedProps {
  readonly id: string;
  readonly adult: AdultView;
  readonly onDone: () => void;
}

function Asked({ id, adult: { member, name, idNumber }, onDone }: AskedProps) {
  const { working, trouble, post } = usePosting<Signed>();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const agree = async () => {
    const short = idDigits(typed).length < LAST_SIGNS;
    setProblem(short ? words.empty : undefined);
    if (short) return;
    const body = { member, way: 'this-phone', accepted: true, idNumber: typed };
    const view = await post({ path: authorisationsOf(id), body });
    if (view?.wrongNumber) setProblem(words.wrong(view.wrongNumber.left));
    else if (view) onDone();
  };
  if (trouble?.kind === 'problem' && trouble.code === NOT_HERE)
    return <Elsewhere id={id} member={member} trouble={trouble} />;
  return (
    <>
      <Notice className="hand-over">{words.hand(name)}</Notice>
      <Card id="asked" title={words.who(name, idNumber)}>
        <WhatIsLookedUp lead={words.asks} />
      </Card>
      <Card title={words.number}>
        <TextField
          id="own-number"
          label={words.number}
          initialText=""
          keyboard="idcard"
          longest={LONGEST_NUMBER}
          error={problem}
          onType={setTyped}
          onLeave={() => undefined}
        />
        <FieldError text={problem} />
      </Card>
      {trouble && <TroubleCard trouble={trouble} />}
      <Button id="agree" text={working ? words.working : words.agree(name)} onPress={() => void agree()} />
      <Button id="disagree" kind="quiet" text={words.no} onPress={goBack} />
    </>
  );
}

/** What was typed is no way to sign here, whyever: the others are. */
function Elsewhere({ id, member, trouble }: { id: string; member: string; trouble: Trouble }) {
  return (
    <>
      <TroubleCard trouble={trouble} />
      <Button id="other-ways" text={words.others} onPress={() => replacePage('adult', { id, member, here: 'no' })} />
    </>
  );
}
