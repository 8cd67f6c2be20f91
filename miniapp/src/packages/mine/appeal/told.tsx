import type { AppealView, HandedInAppeal } from '@jinmen/shared/applications/appeal';
import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { appealWords } from '../../../copy/appeal';
import { dates } from '../../../copy/dates';
import { dayInWords, today } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { DateField } from '../../../ui/date-field';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { type Decision, useTelling } from './use-appeal';

const { told: words } = appealWords;
const KINDS: readonly HandedInAppeal['kind'][] = ['reconsideration', 'lawsuit'];

/** What the resident handed in elsewhere, if they like to keep it with the application. */
export function Told({ decision, appeal }: { decision: Decision; appeal: AppealView }) {
  const [kind, setKind] = useState<HandedInAppeal['kind']>();
  const [on, setOn] = useState<string>(today());
  const { said, saving, tell } = useTelling(decision);
  const choices = KINDS.map((value) => ({ value, label: words[value] }));
  return (
    <Card id="told" title={words.title}>
      {appeal.handedIn.map((each) => (
        <Line key={each.kind}>{words.saved(words[each.kind], dayInWords(each.on))}</Line>
      ))}
      <Line tone="quiet">{words.line}</Line>
      <ChoiceList
        label={words.title}
        choices={choices}
        chosen={kind ? [kind] : []}
        pick="one"
        onChoose={(value) => setKind(KINDS.find((each) => each === value))}
      />
      {kind && (
        <View className="stack">
          <Line>{words.day}</Line>
          <HandedInOn decidedOn={appeal.decidedOn} on={on} onChoose={setOn} />
          <Button
            id="save-told"
            kind="second"
            text={saving ? words.saving : words.save}
            onPress={() => isCivilDate(on) && tell(kind, on)}
          />
        </View>
      )}
      {said !== undefined && <Notice>{said}</Notice>}
    </Card>
  );
}

interface HandedInOnProps {
  readonly decidedOn: CivilDate;
  readonly on: string;
  readonly onChoose: (on: string) => void;
}

function HandedInOn({ decidedOn, on, onChoose }: HandedInOnProps) {
  return (
    <DateField
      label={words.day}
      chosen={on}
      dayWords={isCivilDate(on) ? dayInWords(on) : undefined}
      words={dates}
      earliest={decidedOn}
      latest={today()}
      wrong={false}
      onChoose={onChoose}
    />
  );
}
