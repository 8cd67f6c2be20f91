import { View } from '@tarojs/components';
import { useState } from 'react';
import { realNameWords as words } from '../../../copy/real-name';
import { today } from '../../../platform/clock';
import { TroubleCard } from '../../../shell/trouble-card';
import { consentFor, loadConsents, useConsents } from '../../../state/consents';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';
import { type FieldWords, problemsOf, type Typed } from './check';
import { ConsentTick } from './consent-tick';
import { OutcomeCard } from './outcome-card';
import { PURPOSE, useVerification, type Verification } from './use-verification';

/** @param signedOut signing in is then the one thing to do, where the check would be. */
export function RealNameForm({ signedOut }: { signedOut: boolean }) {
  const [typed, setTyped] = useState<Typed>({ name: '', idNumber: '' });
  const [left, setLeft] = useState<FieldWords>({});
  const [ticked, setTicked] = useState(false);
  const [unticked, setUnticked] = useState(false);
  const { consents, trouble } = useConsents();
  const consent = consentFor(consents, PURPOSE);
  const { verification, verify } = useVerification();
  const outcome = verification.state === 'idle' ? verification.outcome : undefined;
  const served = outcome?.kind === 'trouble' ? outcome.fields : {};
  const type = (field: keyof Typed) => (text: string) => {
    setTyped((now) => ({ ...now, [field]: text }));
    setLeft((now) => ({ ...now, [field]: undefined }));
  };
  // At leaving a field, and never while it is typed; an empty one is not scolded before the button.
  const leave = (field: keyof Typed) => () =>
    setLeft((now) => ({ ...now, [field]: typed[field] === '' ? undefined : problemsOf(typed, today())[field] }));
  const submit = () => {
    const problems = problemsOf(typed, today());
    const missing = consent !== undefined && consent.state !== 'given' && !ticked;
    setLeft(problems);
    setUnticked(missing);
    if (consent === undefined || missing || Object.keys(problems).length > 0) return;
    void verify(typed, consent);
  };
  return (
    <View className="stack">
      <OneField id="name" field="name" error={left.name ?? served.name} onType={type('name')} onLeave={leave('name')} />
      <OneField
        id="id-number"
        field="idNumber"
        error={left.idNumber ?? served.idNumber}
        onType={type('idNumber')}
        onLeave={leave('idNumber')}
      />
      {consent === undefined && trouble && trouble.kind !== 'signed-out' && (
        <TroubleCard trouble={trouble} onAgain={() => void loadConsents()} />
      )}
      {consent && <ConsentTick consent={consent} ticked={ticked} onTick={() => setTicked(!ticked)} />}
      <FieldError text={unticked && !ticked ? words.consentMissing : undefined} />
      {signedOut ? (
        <TroubleCard trouble={{ kind: 'signed-out' }} />
      ) : (
        <Check verification={verification} onSubmit={submit} />
      )}
      <Line tone="quiet">{words.street}</Line>
    </View>
  );
}

function Check({ verification, onSubmit }: { verification: Verification; onSubmit: () => void }) {
  const working = verification.state === 'working';
  const outcome = working ? undefined : verification.outcome;
  const shown = outcome?.kind === 'trouble' && outcome.trouble.kind === 'signed-out' ? undefined : outcome;
  return (
    <>
      {shown && <OutcomeCard outcome={shown} />}
      {working && <Line tone="quiet">{verification.slow ? words.slow : words.working}</Line>}
      <Button id="verify" text={working ? words.working : words.submit} onPress={onSubmit} />
    </>
  );
}

const FIELDS = {
  name: { label: words.name, help: words.nameHelp, keyboard: 'text', longest: 50 },
  idNumber: { label: words.idNumber, help: words.idNumberHelp, keyboard: 'idcard', longest: 40 },
} as const;

function OneField({
  id,
  field,
  error,
  onType,
  onLeave,
}: {
  id: string;
  field: keyof Typed;
  error: string | undefined;
  onType: (text: string) => void;
  onLeave: () => void;
}) {
  const { label, help, keyboard, longest } = FIELDS[field];
  return (
    <Card title={label}>
      <Line tone="quiet">{help}</Line>
      <View className="card-action">
        <TextField
          id={id}
          label={label}
          initialText=""
          keyboard={keyboard}
          longest={longest}
          error={error}
          onType={onType}
          onLeave={onLeave}
        />
      </View>
      <FieldError text={error} />
    </Card>
  );
}
