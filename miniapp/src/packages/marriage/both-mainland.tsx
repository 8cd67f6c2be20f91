import { OTHER_OFFICE } from '@jinmen/shared/services/marriage-registration/guide';
import { View } from '@tarojs/components';
import { create } from 'zustand';
import { marriage } from '../../copy/marriage';
import { callPhone } from '../../platform/phone-call';
import { Card } from '../../ui/card';
import { ChoiceList } from '../../ui/choice-list';
import { PhoneRow } from '../../ui/phone-row';
import { Line } from '../../ui/words';
import type { Wanted } from './wanted';

const { before: words } = marriage;

/** In memory alone: it is asked once while the app is open, and is nobody's business afterwards. */
export const useBothMainland = create<{ readonly answer: boolean | undefined }>(() => ({ answer: undefined }));

/** 婚姻登记条例 art. 2: the others have an office of their own. Counselling is open to everybody. */
export function isAskedFor({ kind }: Pick<Wanted, 'kind'>): boolean {
  return kind !== 'counselling';
}

/** The one question before a time is looked for. Not both from the mainland: the right office, and nothing else is asked. */
export function BothMainland() {
  const { answer } = useBothMainland();
  const choices = [
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ];
  return (
    <View className="stack" id="both-mainland">
      <Line tone="quiet">{words.why}</Line>
      <ChoiceList
        label={words.question}
        pick="one"
        choices={choices}
        chosen={answer === undefined ? [] : [answer ? 'yes' : 'no']}
        onChoose={(value) => useBothMainland.setState({ answer: value === 'yes' })}
      />
      {answer === false && (
        <Card id="other-office" title={OTHER_OFFICE.title}>
          <Line>{OTHER_OFFICE.text}</Line>
          <PhoneRow number={OTHER_OFFICE.phone} what={words.call} onCall={callPhone} />
          <Line tone="fine">{words.otherHint}</Line>
        </Card>
      )}
    </View>
  );
}
