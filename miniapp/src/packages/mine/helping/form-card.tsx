import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../../ui/card';
import { ChoiceList, type ListedChoice } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';

interface TypedCardProps {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly keyboard?: 'text' | 'tel' | 'idcard';
  readonly longest: number;
  readonly error?: string | undefined;
  readonly onType: (text: string) => void;
}

/** One thing to type. */
export function TypedCard({ id, title, help, keyboard = 'text', longest, error, onType }: TypedCardProps) {
  return (
    <Card title={title}>
      {help !== undefined && <Line tone="quiet">{help}</Line>}
      <View className="card-action">
        <TextField
          id={id}
          label={title}
          initialText=""
          keyboard={keyboard}
          longest={longest}
          error={error}
          onType={onType}
          onLeave={() => undefined}
        />
      </View>
      <FieldError text={error} />
    </Card>
  );
}

interface ChosenCardProps {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly ListedChoice[];
  readonly chosen: readonly string[];
  readonly pick?: 'one' | 'many';
  readonly error?: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly children?: ReactNode;
}

/** One thing to choose. */
export function ChosenCard({ id, title, choices, chosen, pick = 'one', error, onChoose, children }: ChosenCardProps) {
  return (
    <Card id={id} title={title}>
      {children}
      <ChoiceList label={title} choices={choices} chosen={chosen} pick={pick} onChoose={onChoose} />
      <FieldError text={error} />
    </Card>
  );
}
