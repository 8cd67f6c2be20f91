import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dates } from '../../copy/dates';
import { dayInWords } from '../../platform/clock';
import { aria } from '../../ui/aria';
import { Button } from '../../ui/button';
import { ChoiceList, type ListedChoice } from '../../ui/choice-list';
import { DateField } from '../../ui/date-field';
import { FieldError } from '../../ui/field-error';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { Line } from '../../ui/words';
import type { Path } from './draft/sections';
import { answer, typeInto, useFarewell } from './draft/session';
import './parts.scss';
import { useTextPart } from './use-text-part';

interface PartProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: string | undefined;
}

const idOf = (path: Path): string => path.replace(/\./g, '-');

/** One thing asked: what it is, why, the answer, and beside it what is wrong with the answer. */
export function Part({ path, label, help, children }: PartProps & { children: ReactNode }) {
  const problem = useFarewell(({ problems }) => problems[path]);
  return (
    <View id={`part-${idOf(path)}`} className="part">
      <View className="part-label" {...aria({ role: 'heading', level: 3 })}>
        {label}
      </View>
      {help !== undefined && <Line tone="quiet">{help}</Line>}
      {children}
      <FieldError text={problem} />
    </View>
  );
}

interface TextPartProps extends PartProps {
  /** What stands there by now. */
  readonly value: string | undefined;
  readonly longest: number;
  readonly long?: boolean;
  readonly keyboard?: 'text' | 'tel' | 'idcard';
  /** What it becomes on its way to the server, where it is only a part of the answer at `path`. */
  readonly wrap?: (text: string) => unknown;
  /** Two fields of one answer are two controls. */
  readonly control?: string;
}

/** Words: kept as typed with every key, an answer when the field is left. */
export function TextPart(props: TextPartProps) {
  const { path, label, help, value = '', longest, long = false, keyboard = 'text', wrap, control = path } = props;
  const { text, error, refilled, onType, onLeave } = useTextPart({ path, control, standing: value, wrap });
  return (
    <Part path={path} label={label} help={help}>
      <TextField
        key={refilled}
        id={`field-${idOf(control)}`}
        label={label}
        initialText={text}
        keyboard={keyboard}
        long={long}
        longest={longest}
        error={error}
        onType={onType}
        onLeave={onLeave}
      />
      <FieldError text={error} />
    </Part>
  );
}

interface ChoicePartProps extends PartProps {
  readonly value: string | undefined;
  readonly choices: readonly ListedChoice[];
  /** What a choice means at `path`; by itself it is the answer. */
  readonly wrap?: (value: string) => unknown;
}

export function ChoicePart({ path, label, help, value, choices, wrap }: ChoicePartProps) {
  return (
    <Part path={path} label={label} help={help}>
      <ChoiceList
        label={label}
        choices={choices}
        chosen={value === undefined ? [] : [value]}
        pick="one"
        onChoose={(chosen) => answer({ [path]: wrap ? wrap(chosen) : chosen })}
      />
    </Part>
  );
}

interface DayPartProps extends PartProps {
  readonly value: CivilDate | undefined;
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
  /** Takes the day away again. */
  readonly clear: string;
  /** What stands there while none is chosen; where none is an answer too, that it is. */
  readonly none?: string;
}

/** A day, chosen part by part; half chosen it is kept as it is. */
export function DayPart({ path, label, help, value, earliest, latest, clear, none = dates.none }: DayPartProps) {
  const typed = useFarewell(({ unsent }) => unsent.typed[path]);
  const chosen = typed ?? value ?? '';
  const choose = (text: string) => {
    if (isCivilDate(text)) answer({ [path]: text }, [path]);
    else typeInto(path, text);
  };
  return (
    <Part path={path} label={label} help={help}>
      <DateField
        label={label}
        chosen={chosen}
        dayWords={isCivilDate(chosen) ? dayInWords(chosen) : undefined}
        words={{ ...dates, none }}
        earliest={earliest}
        latest={latest}
        wrong={false}
        onChoose={choose}
      />
      {chosen !== '' && (
        <Button
          id={`clear-${idOf(path)}`}
          kind="quiet"
          text={clear}
          label={`${label}：${clear}`}
          onPress={() => answer({ [path]: null }, [path])}
        />
      )}
    </Part>
  );
}

export function SwitchPart({ path, label, help, on }: PartProps & { on: boolean }) {
  const problem = useFarewell(({ problems }) => problems[path]);
  return (
    <View id={`part-${idOf(path)}`} className="part">
      <SwitchRow id={`switch-${idOf(path)}`} text={label} on={on} onToggle={() => answer({ [path]: !on })} />
      {help !== undefined && <Line tone="quiet">{help}</Line>}
      <FieldError text={problem} />
    </View>
  );
}

type ChoiceWords = string | { readonly label: string; readonly line?: string };

/** The choices of a list of codes, each in its words. */
export function choicesOf<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, ChoiceWords>>,
): readonly ListedChoice[] {
  return codes.map((value) => {
    const said: ChoiceWords = words[value];
    return typeof said === 'string' ? { value, label: said } : { value, ...said };
  });
}
