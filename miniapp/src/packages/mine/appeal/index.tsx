import type { AppealView } from '@jinmen/shared/applications/appeal';
import { View } from '@tarojs/components';
import { appealWords as words } from '../../../copy/appeal';
import { phones } from '../../../copy/phones';
import { dayAndWeekday, dayInWords } from '../../../platform/clock';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { callPhone } from '../../../platform/phone-call';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { PhoneRow } from '../../../ui/phone-row';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { CopyButton } from './copy-button';
import { Statement } from './statement';
import { Told } from './told';
import { useAppeal } from './use-appeal';

/** Not agreeing with a decision: who looks at it again, until when, and a paper to begin with. We hand in nothing. */
export default function AppealPage() {
  const decision = { id: usePageParameter('id') ?? '', programme: usePageParameter('programme') ?? '' };
  const { appeal, missing, look } = useAppeal(decision);
  usePageShown(look);
  return (
    <Screen theme="relief" title={words.title}>
      <Title>{words.title}</Title>
      {!appeal && !missing && <Skeleton words={words.loading} />}
      {!appeal && missing && (
        <View className="stack">
          <Notice tone="warn">{words.missing}</Notice>
          <Button id="retry" kind="second" text={words.retry} onPress={look} />
        </View>
      )}
      {appeal && (
        <View className="stack">
          <Line>{words.lead(appeal.title, dayInWords(appeal.decidedOn))}</Line>
          <Reconsideration appeal={appeal} />
          <Statement decision={decision} given={appeal.statement} />
          <Told decision={decision} appeal={appeal} />
          <Lawsuit appeal={appeal} />
          <Line>{words.help}</Line>
          <PhoneRow number={phones.legalLine.number} what={phones.legalLine.text} onCall={callPhone} />
        </View>
      )}
    </Screen>
  );
}

function Reconsideration({ appeal: { reconsideration } }: { appeal: AppealView }) {
  const { until, over, to, online, answeredWithin, source } = reconsideration;
  const { days, simple } = answeredWithin;
  return (
    <Card id="reconsideration" title={words.again.title}>
      {over ? (
        <Line>{words.again.over(dayInWords(until))}</Line>
      ) : (
        <>
          <Line>{words.again.until(dayAndWeekday(until))}</Line>
          <Line tone="quiet">{words.again.counted}</Line>
        </>
      )}
      <Line>{words.again.to(to)}</Line>
      {online === undefined ? (
        <Line>{words.again.noOnline}</Line>
      ) : (
        <>
          <Line>{words.again.online}</Line>
          <Line>{online}</Line>
          <CopyButton id="copy-link" text={words.again.copyLink} copied={words.again} content={online} />
        </>
      )}
      <Line tone="quiet">{words.again.answer(String(days), String(simple))}</Line>
      <Line tone="fine">{words.again.source([source.document, source.article].filter(Boolean).join(' '))}</Line>
    </Card>
  );
}

function Lawsuit({ appeal: { lawsuit } }: { appeal: AppealView }) {
  const { until, daysAfterReconsideration, source } = lawsuit;
  return (
    <Card id="lawsuit" title={words.court.title}>
      <Line>{words.court.until(dayAndWeekday(until))}</Line>
      <Line>{words.court.after(String(daysAfterReconsideration))}</Line>
      <Line tone="quiet">{words.court.inaction}</Line>
      <Line tone="fine">{words.again.source([source.document, source.article].filter(Boolean).join(' '))}</Line>
    </Card>
  );
}
