import { CHANGE_KINDS, type ChangeKind, LONGEST_CHANGE } from '@jinmen/shared/applications/changes';
import { AFTER_A_DEATH } from '@jinmen/shared/applications/recheck';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { changeWords as words } from '../../../copy/money';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage, replacePage, signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { Line, Title } from '../../../ui/words';

/** What has become different since: said in a sentence, heard by every office that has a part of it. */
export default function ReportChangePage() {
  const id = usePageParameter('id') ?? '';
  const [kind, setKind] = useState<ChangeKind>();
  const [texts, setTexts] = useState<Partial<Record<ChangeKind, string>>>({});
  const { working, said, done, send } = useChange(id);
  const choose = (chosen: ChangeKind) => (chosen === 'account' ? openPage('payee', { id }) : setKind(chosen));
  return (
    <Screen theme="relief" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line tone="quiet">{words.lead}</Line>
        {!done && (
          <Card title={words.what}>
            <ChoiceList
              label={words.what}
              pick="one"
              choices={CHANGE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
              chosen={kind === undefined ? [] : [kind]}
              onChoose={(value) => choose(value as ChangeKind)}
            />
          </Card>
        )}
        {!done && kind !== undefined && (
          <Say
            key={kind}
            kind={kind}
            text={texts[kind] ?? ''}
            onType={(text) => setTexts((before) => ({ ...before, [kind]: text }))}
          />
        )}
        {said !== undefined && <Notice className="change-said">{said}</Notice>}
        {done ? (
          <Button id="change-back" text={words.back} onPress={() => replacePage('caseDetail', { id })} />
        ) : (
          kind !== undefined && (
            <Button
              id="change-send"
              text={working ? words.sending : words.send}
              onPress={() => void send(kind, texts[kind] ?? '')}
            />
          )
        )}
      </View>
    </Screen>
  );
}

interface SayProps {
  readonly kind: ChangeKind;
  /** What was written for this kind before another was looked at. */
  readonly text: string;
  readonly onType: (text: string) => void;
}

function Say({ kind, text, onType }: SayProps) {
  const { months, source } = AFTER_A_DEATH;
  return (
    <Card title={words.text}>
      <Line tone="quiet">{kind === 'death' ? words.condolence : words.textHelp}</Line>
      <TextField
        id="change-text"
        label={words.text}
        initialText={text}
        long
        longest={LONGEST_CHANGE}
        onType={onType}
        onLeave={() => undefined}
      />
      {kind === 'death' && <Line tone="fine">{words.deathSource(months, source.document)}</Line>}
    </Card>
  );
}

function useChange(id: string) {
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string>();
  const [done, setDone] = useState(false);
  const busy = useRef(false);
  const send = async (kind: ChangeKind, text: string) => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    const sent = await sendOnce<object>({
      name: `change-${kind}-${id}`,
      path: `/relief/applications/${encodeURIComponent(id)}/changes`,
      body: { kind, ...(text.trim() !== '' && { text: text.trim() }) },
    });
    setDone(sent.kind === 'sent');
    if (sent.kind === 'sent') setSaid(words.done);
    else if (sent.kind === 'kept') setSaid(sent.perhapsSent ? words.keptPerhaps : words.kept);
    else if (sent.kind === 'problem') setSaid(sent.errors[0]?.message ?? sent.words);
    else signInThen();
    setWorking(false);
    busy.current = false;
  };
  return { working, said, done, send };
}
