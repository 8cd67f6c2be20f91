import { RELATIONS } from '@jinmen/shared/applications/check-field';
import type { HouseholdMember } from '@jinmen/shared/applications/field';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { memberWords } from '../../../../copy/apply';
import { today } from '../../../../platform/clock';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { ChoiceList } from '../../../../ui/choice-list';
import { FieldError } from '../../../../ui/field-error';
import { TextField } from '../../../../ui/text-field';
import { Line } from '../../../../ui/words';
import { changeFields, forgetTyped, typeInto, useDraft } from '../draft-session';
import { controlOf, controlsOf, MEMBERS, type Part, partProblems, partsOf, withMember } from './member-draft';

interface MemberFormProps {
  readonly id: string;
  readonly members: readonly HouseholdMember[];
  readonly onDone: () => void;
}

/** One person: what is typed is kept as typed, a number is looked at when its field is left. */
export function MemberForm({ id, members, onDone }: MemberFormProps) {
  const typed = useDraft((draft) => draft.unsent.typed);
  const [left, setLeft] = useState<readonly Part[]>([]);
  const parts = partsOf(id, members, typed);
  const at = members.findIndex((each) => each.id === id);
  const problems = partProblems(
    parts,
    members.filter((each) => each.id !== id),
    today(),
  );
  const shown = (part: Part) => (left.includes(part) ? problems[part] : undefined);
  const field = (part: Part) => ({
    initialText: parts[part],
    error: shown(part),
    onType: (text: string) => {
      setLeft(left.filter((each) => each !== part));
      typeInto({ question: controlOf(id, part), text });
    },
    onLeave: () => parts[part] !== '' && setLeft([...left, part]),
  });
  const keep = () => {
    setLeft(['name', 'idNumber', 'relation']);
    if (Object.keys(problems).length > 0) return;
    changeFields({ [MEMBERS]: withMember(members, id, parts) }, controlsOf(id));
    onDone();
  };
  const giveUp = () => {
    forgetTyped(controlsOf(id));
    onDone();
  };
  return (
    <Card id="member-form" title={memberWords.person(at < 0 ? members.length + 1 : at + 1)}>
      <View className="form-section">
        <View className="form-control">
          <View className="form-label">{memberWords.name}</View>
          <Line tone="quiet">{memberWords.nameHelp}</Line>
          <TextField id="member-name" label={memberWords.name} longest={50} {...field('name')} />
          <FieldError text={shown('name')} />
        </View>
        <View className="form-control">
          <View className="form-label">{memberWords.idNumber}</View>
          <Line tone="quiet">{memberWords.idNumberHelp}</Line>
          <TextField
            id="member-id-number"
            label={memberWords.idNumber}
            longest={24}
            keyboard="idcard"
            {...field('idNumber')}
          />
          <FieldError text={shown('idNumber')} />
        </View>
        <View className="form-control">
          <View className="form-label">{memberWords.relation}</View>
          <ChoiceList
            label={memberWords.relation}
            choices={RELATIONS.map((relation) => ({ value: relation, label: memberWords.relations[relation] }))}
            chosen={[parts.relation]}
            pick="one"
            onChoose={(relation) => typeInto({ question: controlOf(id, 'relation'), text: relation })}
          />
          <FieldError text={shown('relation')} />
        </View>
        <View className="stack">
          <Button id="keep-member" text={memberWords.keep} onPress={keep} />
          <Button
            id="give-up-member"
            kind="second"
            text={at < 0 ? memberWords.cancel : memberWords.cancelChange}
            onPress={giveUp}
          />
        </View>
      </View>
    </Card>
  );
}
