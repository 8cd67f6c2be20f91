import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { appealWords } from '../../../copy/appeal';
import { openDrawnPdf } from '../../../platform/document';
import { ShutNotice } from '../../../shell/shut-notice';
import { dropStatement, keepStatement, keptStatement } from '../../../state/statements-on-phone';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';
import { CopyButton } from './copy-button';
import type { Decision } from './use-appeal';
import './appeal.scss';

const { statement: words } = appealWords;
const LONGEST = 6000;

interface StatementProps {
  readonly decision: Decision;
  /** As it was prefilled. */
  readonly given: string;
}

/** The statement: prefilled, changed as the resident likes, kept on this phone, printed or copied. */
export function Statement({ decision, given }: StatementProps) {
  const { text, change, beginAgain, edition, kept, shut, look } = useStatement(decision, given);
  if (text === undefined) return null;
  return (
    <Card id="statement" title={words.title}>
      {shut && <ShutNotice words={words.shut} onAgain={text === given ? look : undefined} />}
      <Line tone="quiet">{words.lead}</Line>
      <View className="statement-text">
        <TextField
          key={edition}
          id="statement-field"
          label={words.label}
          initialText={text}
          long
          longest={LONGEST}
          onType={change}
          onLeave={() => undefined}
        />
      </View>
      {kept && <Line tone="fine">{words.saved}</Line>}
      {kept === false && <Notice tone="warn">{words.notSaved}</Notice>}
      <View className="stack statement-actions">
        <CopyButton id="copy-statement" text={words.copy} copied={words} content={text} />
        <Paper decision={decision} statement={text} />
        {text !== given && <Button id="begin-again" kind="quiet" text={words.again} onPress={beginAgain} />}
      </View>
    </Card>
  );
}

function useStatement({ id, programme }: Decision, given: string) {
  const name = `${id}/${programme}`;
  const [text, setText] = useState<string>();
  const [edition, setEdition] = useState(0);
  /** `undefined`: nothing of it is to be kept. */
  const [kept, setKept] = useState<boolean>();
  const [shut, setShut] = useState(false);
  const look = async () => {
    const own = await keptStatement(name);
    setText((now) => (now === undefined || now === given ? (own.text ?? given) : now));
    setKept(own.text === undefined ? undefined : true);
    setShut(!own.opens);
    if (own.text !== undefined) setEdition((now) => now + 1);
  };
  useEffect(() => void look(), [name, given]);
  const change = (typed: string) => {
    setText(typed);
    // what opens later would be written over by what they began anew
    if (!shut) void keepStatement(name, typed).then(setKept);
  };
  const beginAgain = () => {
    setText(given);
    setEdition((now) => now + 1);
    setKept(undefined);
    if (!shut) void dropStatement(name);
  };
  return { text, change, beginAgain, edition, kept, shut, look };
}

function Paper({ decision: { id }, statement }: { decision: Decision; statement: string }) {
  const [state, setState] = useState<'drawing' | 'signed-out' | 'offline' | 'failed'>();
  const draw = async () => {
    if (state === 'drawing') return;
    setState('drawing');
    const opened = await openDrawnPdf(`/relief/applications/${encodeURIComponent(id)}/appeal-paper`, { statement });
    setState(opened === 'opened' ? undefined : opened);
  };
  return (
    <>
      <Button
        id="statement-pdf"
        kind="second"
        text={state === 'drawing' ? words.drawing : words.pdf}
        onPress={() => void draw()}
      />
      {state !== undefined && state !== 'drawing' && <Notice tone="warn">{words.problems[state]}</Notice>}
    </>
  );
}
