import {
  COMPLAINT_KINDS,
  type ComplaintKind,
  type ComplaintView,
  LONGEST_COMPLAINT,
} from '@jinmen/shared/complaints/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { complaintWords as words } from '../../../copy/complaints';
import { dayInWords, shanghaiTime } from '../../../platform/clock';
import { usePageParameter } from '../../../platform/lifecycle';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { TextField } from '../../../ui/text-field';
import { Line, Title } from '../../../ui/words';
import { type Complaining, useComplaints } from './use-complaints';

/** 投诉建议: said in a few words, with a number; what was said before and what was answered. */
export default function ComplaintsPage() {
  const application = usePageParameter('application');
  const asked = usePageParameter('kind');
  const first = COMPLAINT_KINDS.find((kind) => kind === asked) ?? 'complaint';
  const { items, trouble, working, said, sent, load, send } = useComplaints();
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line tone="quiet">{words.lead}</Line>
        {said !== undefined && <Notice className="complaint-said">{said}</Notice>}
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void load()} />}
        {items === undefined && !trouble && <Skeleton words={words.loading} />}
        {items && (
          <Write
            key={sent}
            application={application}
            first={first}
            working={working}
            onSend={(each) => void send(each)}
          />
        )}
        {items?.map((complaint) => (
          <Said key={complaint.id} complaint={complaint} />
        ))}
      </View>
    </Screen>
  );
}

interface WriteProps {
  readonly application: string | undefined;
  /** Chosen until they choose another. */
  readonly first: ComplaintKind;
  readonly working: boolean;
  readonly onSend: (complaint: Complaining) => void;
}

function Write({ application, first, working, onSend }: WriteProps) {
  const [kind, setKind] = useState<Complaining['kind']>(first);
  const [text, setText] = useState('');
  const send = () => onSend({ kind, text, ...(application !== undefined && { application }) });
  return (
    <Card title={words.kind}>
      <ChoiceList
        label={words.kind}
        pick="one"
        choices={COMPLAINT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        chosen={[kind]}
        onChoose={(value) => setKind(value as Complaining['kind'])}
      />
      <Line tone="quiet">{kind === 'correction' ? words.correctionHelp : words.textHelp}</Line>
      <TextField
        id="complaint-text"
        label={words.text}
        initialText=""
        long
        longest={LONGEST_COMPLAINT}
        onType={setText}
        onLeave={() => undefined}
      />
      <Line tone="fine">{words.urgent}</Line>
      <Button id="complaint-send" className="card-action" text={working ? words.sending : words.send} onPress={send} />
    </Card>
  );
}

function Said({ complaint: { number, kind, text, at, due, answer, application } }: { complaint: ComplaintView }) {
  return (
    <Card className="complaint" title={words.kinds[kind]}>
      <Line tone="fine">{`${words.number(number)} · ${shanghaiTime(Date.parse(at))}`}</Line>
      {application && <Line tone="fine">{words.receipt(application.receiptNumber)}</Line>}
      <Line>{text}</Line>
      {answer ? (
        <Notice className="complaint-answer">{`${words.answer}：${answer.text}`}</Notice>
      ) : (
        <Line tone="quiet">{due.overdue ? words.overdue : words.due(dayInWords(due.on), due.clock)}</Line>
      )}
    </Card>
  );
}
