import { yuan } from '@jinmen/shared/kernel/money';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { whatIf as words } from '../../../copy/what-if';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { NumberField } from '../../../ui/number-field';
import { Heading } from '../../../ui/words';
import { readTyped } from '../typed-number';

const OFFERED_FEN = [20_000, 50_000, 100_000, 200_000, 300_000];
const OTHER = 'other';

interface AmountChoiceProps {
  readonly mostFen: number;
  readonly firstFen: number;
  readonly onChoose: (extraFen: number) => void;
}

/** A few usual sums, and one of one's own; what is typed stays in its field, also when it cannot be read. */
export function AmountChoice({ mostFen, firstFen, onChoose }: AmountChoiceProps) {
  const [chosen, setChosen] = useState(String(firstFen));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const choose = (value: string) => {
    setChosen(value);
    if (value !== OTHER) onChoose(Number(value));
  };
  const type = (typed: string) => {
    setText(typed);
    setProblem(undefined);
  };
  const see = () => {
    const typed = readTyped(text, { type: 'money', label: words.ask, max: mostFen });
    if ('problem' in typed) setProblem(typed.problem);
    else onChoose(typed.value);
  };
  const offered = OFFERED_FEN.filter((fen) => fen <= mostFen).map((fen) => ({ value: String(fen), label: yuan(fen) }));
  return (
    <View className="what-if-amounts">
      <Heading>{words.ask}</Heading>
      <ChoiceList
        label={words.ask}
        choices={[...offered, { value: OTHER, label: words.other }]}
        chosen={[chosen]}
        pick="one"
        onChoose={choose}
      />
      {chosen === OTHER && (
        <View className="what-if-typed">
          <NumberField
            label={words.ask}
            initialText={text}
            unit={words.unit}
            keyboard="digit"
            error={problem}
            onType={type}
            onDone={see}
          />
          <FieldError text={problem} />
          <Button id="see" text={words.see} onPress={see} />
        </View>
      )}
    </View>
  );
}
