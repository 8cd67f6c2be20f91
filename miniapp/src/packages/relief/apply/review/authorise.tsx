import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { reviewWords } from '../../../../copy/submit';
import { signInThen } from '../../../../platform/navigate';
import { sendOnce } from '../../../../platform/send-once';
import { authorisationsOf, type Signed } from '../../../../state/signing';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { FieldError } from '../../../../ui/field-error';
import { Notice } from '../../../../ui/notice';
import { Line } from '../../../../ui/words';
import { takeServer } from '../draft-session';

const { authorise: words } = reviewWords;

/** What the resident said about having income and savings looked up. `street`: signs there. */
export type Authorised = 'signed' | 'street' | undefined;

interface AuthoriseProps {
  readonly id: string;
  /** Whoever holds this phone, as the application names them. */
  readonly member: string;
  /** Masked; `undefined` before the real name is known. */
  readonly name: string | undefined;
  readonly authorised: Authorised;
  readonly onChange: (authorised: Authorised) => void;
}

/** 核对授权: what is looked up, of whom, for what, and that it may be refused or taken back; signed with one tap. */
export function Authorise({ id, member, name, authorised, onChange }: AuthoriseProps) {
  const { working, problem, sign } = useSigning(id, member, () => onChange('signed'));
  if (authorised === 'signed') return <Notice className="authorised">{words.signed}</Notice>;
  return (
    <Card id="authorise" title={words.title}>
      {words.lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      {authorised === 'street' && <Notice className="authorise-later">{words.atStreet}</Notice>}
      <FieldError text={problem} />
      <View className="stack form-actions">
        <Button id="sign" kind="second" text={working ? words.signing : signWords(name, authorised)} onPress={sign} />
        {authorised === undefined && (
          <Button id="sign-at-street" kind="quiet" text={words.street} onPress={() => onChange('street')} />
        )}
      </View>
    </Card>
  );
}

function signWords(name: string | undefined, authorised: Authorised): string {
  if (authorised === 'street') return words.reconsider;
  return name === undefined ? words.signPlain : words.sign(name);
}

function useSigning(id: string, member: string, onSigned: () => void) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const busy = useRef(false);
  const sign = async () => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    setProblem(undefined);
    const sent = await sendOnce<Signed>({
      name: `authorisation-${id}`,
      path: authorisationsOf(id),
      body: { member, accepted: true },
    });
    busy.current = false;
    setWorking(false);
    if (sent.kind === 'sent') {
      // who signed stands further down, among the grown-ups of the household
      takeServer(sent.data);
      onSigned();
    } else if (sent.kind === 'kept') setProblem(sent.perhapsSent ? words.keptPerhaps : words.kept);
    else if (sent.kind === 'problem') setProblem(sent.words);
    else signInThen();
  };
  return { working, problem, sign: () => void sign() };
}
