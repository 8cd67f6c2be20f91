import { payeeOwnersOf } from '@jinmen/shared/applications/payee';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { payeeWords as words } from '../../../../copy/money';
import { usePageParameter } from '../../../../platform/lifecycle';
import { Screen } from '../../../../shell/screen';
import { TroubleCard } from '../../../../shell/trouble-card';
import { Button } from '../../../../ui/button';
import { Card } from '../../../../ui/card';
import { ChoiceList } from '../../../../ui/choice-list';
import { FieldError } from '../../../../ui/field-error';
import { Notice } from '../../../../ui/notice';
import { Skeleton } from '../../../../ui/skeleton';
import { TextField } from '../../../../ui/text-field';
import { Line, Title } from '../../../../ui/words';
import { isCard, type Typed, WAYS, type Way } from './payee-form';
import { type Opened, usePayee } from './use-payee';
import '../apply.scss';

/** Whose account the money goes to; whoever has no card that works is helped by the street. */
export default function PayeePage() {
  const id = usePageParameter('id') ?? '';
  const { opened, trouble, working, said, open, save } = usePayee(id);
  const reported = opened?.payee.change === 'reported';
  const title = reported ? words.change : words.title;
  return (
    <Screen theme="relief" title={title}>
      <Title>{title}</Title>
      {opened && <Line tone="quiet">{reported ? words.leadChange : words.lead}</Line>}
      {opened === undefined && trouble === undefined && <Skeleton words={words.loading} />}
      {opened === undefined && trouble && <TroubleCard trouble={trouble} onAgain={() => void open()} />}
      {opened && <Form opened={opened} working={working} said={said} onSave={(...typed) => void save(...typed)} />}
    </Screen>
  );
}

interface FormProps {
  readonly opened: Opened;
  readonly working: boolean;
  readonly said: { readonly words: string; readonly doubt: boolean } | undefined;
  readonly onSave: (typed: Typed, sure: boolean) => void;
}

function Form({ opened, working, said, onSave }: FormProps) {
  const [typed, setTyped] = useState<Typed>(() => begun(opened));
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const { way } = typed;
  return (
    <View className="stack form-actions">
      <Card title={words.how}>
        <ChoiceList
          label={words.how}
          pick="one"
          choices={WAYS.map((value) => ({ value, ...words.ways[value] }))}
          chosen={[way]}
          onChoose={(value) => change({ way: value as Way })}
        />
      </Card>
      {isCard(way) ? (
        <Account opened={opened} typed={typed} error={said?.words} onChange={change} />
      ) : (
        <Notice className="payee-street">{words.street}</Notice>
      )}
      {!isCard(way) && <FieldError text={said?.words} />}
      {said?.doubt && <Button id="payee-sure" kind="second" text={words.sure} onPress={() => onSave(typed, true)} />}
      <Button id="payee-save" text={working ? words.saving : words.save} onPress={() => onSave(typed, false)} />
    </View>
  );
}

interface AccountProps {
  readonly opened: Opened;
  readonly typed: Typed;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
}

function Account({ opened: { members, whom }, typed, error, onChange }: AccountProps) {
  const owners = [
    { value: 'applicant', label: whom === 'self' ? words.mine : words.person },
    ...members.map(({ id, name }) => ({ value: id, label: words.ofName(name) })),
    ...(payeeOwnersOf(whom).includes('guardian') ? [{ value: 'guardian', label: words.guardian }] : []),
  ];
  return (
    <Card title={words.owner}>
      <ChoiceList
        label={words.owner}
        pick="one"
        choices={owners}
        chosen={[typed.owner]}
        onChoose={(owner) => onChange({ owner })}
      />
      <View className="case-label">{words.number}</View>
      <Line tone="quiet">{words.numberHelp}</Line>
      <TextField
        id="payee-number"
        label={words.number}
        initialText={typed.number}
        keyboard="tel"
        longest={40}
        error={error}
        onType={(number) => onChange({ number })}
        onLeave={() => undefined}
      />
      <FieldError text={error} />
    </Card>
  );
}

/** As it was said before, but for the number: it is typed anew, whole. */
function begun({ payee: { payee } }: Opened): Typed {
  const nothing = { way: 'social-security-card', owner: 'applicant', number: '' } as const;
  if (payee === undefined) return nothing;
  if (payee.way === 'street') return { ...nothing, way: payee.trouble };
  const owner = payee.owner === 'household-member' ? (payee.member ?? 'applicant') : payee.owner;
  return { ...nothing, way: payee.card, owner };
}
