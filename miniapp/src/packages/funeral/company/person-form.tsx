import type { SeaRelative } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sectionWords } from '../../../copy/funeral-farewell';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { SwitchRow } from '../../../ui/switch-row';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';
import { forgetTyped, typeInto, useFarewell } from '../draft/session';
import { choicesOf } from '../parts';
import {
  controlOf,
  controlsOf,
  isOn,
  type PersonPart,
  personOf,
  personProblems,
  type Room,
  relativeOf,
  toggled,
} from './person-draft';

const { company: words } = sectionWords;

interface PersonFormProps {
  readonly id: string;
  readonly before: SeaRelative | undefined;
  readonly room: Room;
  readonly onKeep: (person: SeaRelative, controls: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** One who comes along; what is typed is kept as typed until it is written into the list. */
export function PersonForm({ id, before, room, onKeep, onCancel }: PersonFormProps) {
  const typed = useFarewell(({ unsent }) => unsent.typed);
  const [tried, setTried] = useState(false);
  const person = personOf(id, before, typed, room);
  const problems = personProblems(person, room);
  const write = (part: PersonPart, text: string) => typeInto(controlOf(id, part), text);
  const keep = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) onKeep(relativeOf(id, person), controlsOf(id));
  };
  const cancel = () => {
    forgetTyped(controlsOf(id));
    onCancel();
  };
  return (
    <Card id="person-form">
      <TextOf
        part="name"
        label={words.name}
        longest={50}
        text={person.name}
        wrong={tried ? problems.name : undefined}
        onType={write}
      />
      <TextOf
        part="age"
        label={`${words.age}（${words.ageUnit}）`}
        longest={3}
        keyboard="tel"
        text={person.age}
        wrong={tried ? problems.age : undefined}
        onType={write}
      />
      <View className="part">
        <View className="part-label">{words.where}</View>
        <ChoiceList
          label={words.where}
          choices={choicesOf(['aboard', 'ashore'] as const, words.wheres)}
          chosen={[person.where]}
          pick="one"
          onChoose={(where) => write('where', where)}
        />
        <FieldError text={tried ? problems.where : undefined} />
      </View>
      <SwitchRow
        id="person-wheelchair"
        text={words.wheelchair}
        on={isOn(person.wheelchair)}
        onToggle={() => write('wheelchair', toggled(person.wheelchair))}
      />
      <TextOf
        part="health"
        label={words.health}
        help={words.healthHelp}
        longest={200}
        long
        text={person.health}
        onType={write}
      />
      <View className="stack">
        <Button id="keep-person" text={words.keep} onPress={keep} />
        <Button id="cancel-person" kind="quiet" text={words.cancel} onPress={cancel} />
      </View>
    </Card>
  );
}

interface TextOfProps {
  readonly part: PersonPart;
  readonly label: string;
  readonly help?: string;
  readonly longest: number;
  readonly long?: boolean;
  readonly keyboard?: 'text' | 'tel';
  readonly text: string;
  readonly wrong?: string | undefined;
  readonly onType: (part: PersonPart, text: string) => void;
}

function TextOf({ part, label, help, longest, long = false, keyboard = 'text', text, wrong, onType }: TextOfProps) {
  return (
    <View className="part">
      <View className="part-label">{label}</View>
      {help !== undefined && <Line tone="quiet">{help}</Line>}
      <TextField
        id={`person-${part}`}
        label={label}
        initialText={text}
        keyboard={keyboard}
        long={long}
        longest={longest}
        error={wrong}
        onType={(typed) => onType(part, typed)}
        onLeave={() => undefined}
      />
      <FieldError text={wrong} />
    </View>
  );
}
