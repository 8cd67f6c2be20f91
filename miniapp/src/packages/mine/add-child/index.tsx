import { View } from '@tarojs/components';
import { useState } from 'react';
import { helpingWords, addChildWords as words } from '../../../copy/helping';
import { ConsentAsk } from '../../../shell/consent-ask';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Line, Title } from '../../../ui/words';
import { ChosenCard, TypedCard } from '../helping/form-card';
import { type Child, nothingTyped, useAddChild } from './use-add-child';

const CONSENT = ['child-under-14'];

/** A child or ward: name, number, what they are to the guardian, and how it is proved. The age is the server’s to read. */
export default function AddChildPage() {
  const [child, setChild] = useState<Child>(nothingTyped);
  const { working, missing, fields, trouble, asksConsent, add } = useAddChild();
  const set = (change: Partial<Child>) => setChild((now) => ({ ...now, ...change }));
  const { relation, together, proof } = words;
  return (
    <Screen theme="base" title={words.title}>
      <Title>{words.title}</Title>
      <View className="stack">
        <Line>{words.lead}</Line>
        <TypedCard
          id="child-name"
          title={words.name}
          help={words.nameHelp}
          longest={50}
          error={fields.name}
          onType={(name) => set({ name })}
        />
        <TypedCard
          id="child-number"
          title={words.idNumber}
          help={words.idNumberHelp}
          keyboard="idcard"
          longest={40}
          error={fields.idNumber}
          onType={(idNumber) => set({ idNumber })}
        />
        <ChosenCard
          id="relation"
          title={relation.title}
          choices={[
            { value: 'child', label: relation.child },
            { value: 'ward', label: relation.ward, line: relation.wardLine },
          ]}
          chosen={[child.relation ?? '']}
          onChoose={(value) => set({ relation: value as 'child' })}
        />
        <ChosenCard
          id="together"
          title={together.title}
          choices={[
            { value: 'yes', label: together.yes },
            { value: 'no', label: together.no },
          ]}
          chosen={[child.together === undefined ? '' : child.together ? 'yes' : 'no']}
          onChoose={(value) => set({ together: value === 'yes' })}
        />
        <ChosenCard
          id="proof"
          title={proof.title}
          choices={[
            { value: 'bureau', label: proof.bureau, line: proof.bureauLine },
            { value: 'paper', label: proof.paper, line: proof.paperLine },
          ]}
          chosen={[child.proof ?? '']}
          onChoose={(value) => set({ proof: value as 'paper' })}
        />
        {asksConsent && <ConsentAsk purposes={CONSENT} onAllGiven={() => add(child)} />}
        {trouble && <TroubleCard trouble={trouble} />}
        <FieldError text={missing ? words.choose : undefined} />
        {!asksConsent && <Button id="add" text={working ? words.working : words.submit} onPress={() => add(child)} />}
        <Line tone="quiet">{helpingWords.street}</Line>
      </View>
    </Screen>
  );
}
