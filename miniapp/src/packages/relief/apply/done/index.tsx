import type { ReceiptView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { borrowed } from '../../../../copy/borrowed';
import { doneWords as words } from '../../../../copy/submit';
import { dayInWords, shanghaiTime } from '../../../../platform/clock';
import { openPdf } from '../../../../platform/document';
import { request } from '../../../../platform/http';
import { usePageParameter, usePageShown } from '../../../../platform/lifecycle';
import { openPage, replacePage, signInThen } from '../../../../platform/navigate';
import { callPhone } from '../../../../platform/phone-call';
import { MessageOffer } from '../../../../shell/message-offer';
import { Screen } from '../../../../shell/screen';
import { useBorrowed } from '../../../../state/borrowed';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { Notice } from '../../../../ui/notice';
import { PhoneRow } from '../../../../ui/phone-row';
import { Skeleton } from '../../../../ui/skeleton';
import { Heading, Line, Title } from '../../../../ui/words';
import '../apply.scss';

/** The receipt: its number, who has what, by when, and what comes next. */
export default function DonePage() {
  const id = usePageParameter('id') ?? '';
  const [receipt, setReceipt] = useState<ReceiptView>();
  const [missing, setMissing] = useState(false);
  const path = `/relief/applications/${encodeURIComponent(id)}/receipt`;
  const look = async () => {
    setMissing(false);
    const reply = await request<ReceiptView>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') setReceipt(reply.data);
    else if (reply.kind === 'signed-out') signInThen();
    setMissing(reply.kind !== 'ok');
  };
  usePageShown(() => void look());
  const isBorrowed = useBorrowed(({ borrowed: it }) => it);
  return (
    <Screen theme="relief" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        {receipt && <Receipt receipt={receipt} path={path} />}
        {receipt && (isBorrowed ? <Borrowed /> : <MessageOffer />)}
        {!receipt && !missing && <Skeleton words={words.loading} />}
        {missing && !receipt && (
          <>
            <Notice tone="warn">{words.missing}</Notice>
            <Button id="retry" kind="second" text={words.retry} onPress={() => void look()} />
          </>
        )}
        <Button id="to-timeline" text={words.timeline} onPress={() => replacePage('caseDetail', { id })} />
        <Button id="to-all" kind="quiet" text={words.all} onPress={() => openPage('applications')} />
      </View>
    </Screen>
  );
}

/** Nothing of it stays here: how to keep the number, and how to ask with it. */
function Borrowed() {
  return (
    <Card id="borrowed-receipt" title={borrowed.done.title}>
      <Line>{borrowed.done.line}</Line>
      <Line tone="quiet">{borrowed.done.how}</Line>
    </Card>
  );
}

function Receipt({ receipt, path }: { receipt: ReceiptView; path: string }) {
  const isBorrowed = useBorrowed(({ borrowed: it }) => it);
  const { receiptNumber, submittedAt, applicant, filer, programmes, papers, next, phone } = receipt;
  return (
    <>
      <Card id="receipt">
        <Line tone="quiet">{words.number}</Line>
        <View className="receipt-number">{receiptNumber}</View>
        <Line tone="quiet">{words.at(shanghaiTime(Date.parse(submittedAt)))}</Line>
        <Line tone="quiet">{filer === undefined ? words.who(applicant) : words.helped(applicant, filer)}</Line>
        <Heading>{words.programmes}</Heading>
        {programmes.map(({ code, title, holder, waits, due }) => (
          <View key={code} className="review-answer">
            <Line className="review-value">{title}</Line>
            <Line tone="quiet">{waits ?? words.holder(holder)}</Line>
            {due && <Line tone="quiet">{words.due(dayInWords(due.on), due.clock)}</Line>}
            {due?.expected && <Line tone="fine">{words.expected}</Line>}
          </View>
        ))}
        {!isBorrowed && <Paper path={path} />}
      </Card>
      <Lines title={words.next} lines={next} />
      <Lines title={words.papers} lines={papers} />
      {/^\d{3,12}$/.test(phone) && <PhoneRow number={phone} what={words.ask} onCall={callPhone} />}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Card title={title}>
      {lines.map((line) => (
        <Line key={line} className="paper">
          {line}
        </Line>
      ))}
    </Card>
  );
}

function Paper({ path }: { path: string }) {
  const [state, setState] = useState<'opening' | 'offline' | 'signed-out' | 'failed'>();
  const open = async () => {
    if (state === 'opening') return;
    setState('opening');
    const opened = await openPdf(path);
    setState(opened === 'opened' ? undefined : opened);
  };
  return (
    <>
      <Button
        id="pdf"
        kind="second"
        className="form-actions"
        text={state === 'opening' ? words.pdfOpening : words.pdf}
        onPress={() => void open()}
      />
      {state !== undefined && state !== 'opening' && <Notice tone="warn">{words.pdfProblems[state]}</Notice>}
    </>
  );
}
