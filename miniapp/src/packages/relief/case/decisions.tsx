import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { caseWords } from '../../../copy/case';
import { phones } from '../../../copy/phones';
import { openPage } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { PhoneRow } from '../../../ui/phone-row';
import { Line } from '../../../ui/words';
import { titleOf } from '../programme-title';
import { type DecisionShown, decisionsOf, itemsOf } from './case-view';
import { Refusal } from './refusal';

const { decision: words } = caseWords;

/** What was decided, programme by programme. A refusal never stands without its reason and a way on. */
export function Decisions({ view }: { view: Pick<ApplicationView, 'id' | 'cases'> }) {
  return (
    <>
      {decisionsOf(view).map((decision) => (
        <Card
          key={decision.programme}
          id={`decision-${decision.programme}`}
          className={`decision decision-${decision.outcome}`}
          title={decision.title}
        >
          {decision.lines.map((line, at) => (
            <Line key={line} tone={at === 0 ? 'plain' : 'quiet'}>
              {line}
            </Line>
          ))}
          {decision.why !== undefined && <AfterRefusal view={view} shown={decision} why={decision.why} />}
        </Card>
      ))}
    </>
  );
}

/** Of a copy that an older app kept, only where the rules lead is known. */
function AfterRefusal({
  view,
  shown,
  why,
}: {
  view: Pick<ApplicationView, 'id' | 'cases'>;
  shown: DecisionShown;
  why: string;
}) {
  const { programme } = shown;
  const decision = itemsOf(view).find((item) => item.programme === programme)?.decision;
  if (!decision?.waysOn) return <WayOn decision={shown} why={why} />;
  return <Refusal id={view.id} programme={programme} decision={decision} />;
}

function WayOn({ decision: { source, next }, why }: { decision: DecisionShown; why: string }) {
  const [open, setOpen] = useState(false);
  return (
    <View>
      <View className="case-label">{words.why}</View>
      <Line className="decision-why">{why}</Line>
      {source !== undefined && <Line tone="fine">{source}</Line>}
      {next.length > 0 && (
        <View className="stack case-actions">
          <View className="case-label">{words.next}</View>
          {next.map((code) => (
            <Button
              key={code}
              className="apply-next"
              kind="second"
              text={words.apply(titleOf(code))}
              onPress={() => openPage('applyChoose', { programme: code })}
            />
          ))}
        </View>
      )}
      <Button
        kind="quiet"
        className="disagree"
        text={open ? words.hideDisagree : words.showDisagree}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && <Disagree />}
    </View>
  );
}

function Disagree() {
  const { legalLine } = phones;
  return (
    <View className="stack">
      <View className="case-label">{words.disagree}</View>
      {words.disagreeLines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      <PhoneRow number={legalLine.number} what={legalLine.text} onCall={callPhone} />
      <Line tone="fine">{words.disagreeSource}</Line>
    </View>
  );
}
