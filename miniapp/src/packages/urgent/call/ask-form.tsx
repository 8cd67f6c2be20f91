import type { UrgentKind } from '@jinmen/shared/urgent/kinds';
import { LONGEST_PLACE, LONGEST_URGENT_WORDS } from '@jinmen/shared/urgent/told';
import { urgentKinds } from '@jinmen/shared/urgent/words';
import { View } from '@tarojs/components';
import { urgent } from '../../../copy/urgent';
import { changeDraft, useUrgent } from '../../../state/urgent';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { Heading, Line } from '../../../ui/words';
import { StreetField } from './street-field';
import { type Ask, useAsk } from './use-ask';

const { ask: words } = urgent;
const kinds = urgentKinds.map(({ code, text }) => ({ value: code, label: text }));

/** Who, what, where and how to reach them, on one screen, kept as it is typed. */
export function AskForm({ fromCase }: { fromCase: boolean }) {
  const read = useUrgent((state) => state.read);
  const ask = useAsk();
  if (!read) return null;
  return (
    <View id="ask-form" className="urgent-form">
      <Heading>{words.title}</Heading>
      <Line tone="quiet">{words.line}</Line>
      {fromCase && <Notice>{words.fromCase}</Notice>}
      {/* A field reads its text once: what was brought or sent puts new ones in its place. */}
      <View key={`${fromCase}-${ask.round}`} className="stack">
        <Who />
        <What error={ask.errorOf('kinds')} />
        <Where error={ask.errorOf('place') ?? ask.errorOf('street')} />
        <Reach error={ask.errorOf('phone') ?? ask.errorOf('findAt')} />
      </View>
      <Send ask={ask} />
    </View>
  );
}

function Who() {
  const draft = useUrgent((state) => state.draft);
  const { forSomebodyElse } = draft;
  return (
    <Card title={words.who}>
      <ChoiceList
        label={words.who}
        pick="one"
        choices={[
          { value: 'self', label: words.self },
          { value: 'other', label: words.other },
        ]}
        chosen={[forSomebodyElse ? 'other' : 'self']}
        onChoose={(value) => changeDraft({ forSomebodyElse: value === 'other' })}
      />
      <Field label={forSomebodyElse ? words.otherName : words.name} name="name" longest={50} />
    </Card>
  );
}

function What({ error }: { error: string | undefined }) {
  const chosen = useUrgent((state) => state.draft.kinds);
  const turn = (value: string) => {
    const kind = value as UrgentKind;
    changeDraft({ kinds: chosen.includes(kind) ? chosen.filter((each) => each !== kind) : [...chosen, kind] });
  };
  return (
    <Card title={words.what}>
      <ChoiceList label={words.what} pick="many" choices={kinds} chosen={chosen} onChoose={turn} />
      <FieldError text={error} />
      <Field label={words.words} name="words" longest={LONGEST_URGENT_WORDS} long />
    </Card>
  );
}

function Where({ error }: { error: string | undefined }) {
  return (
    <Card title={words.where}>
      <Field label={words.place} name="place" longest={LONGEST_PLACE} error={error} />
      <StreetField />
      <FieldError text={error} />
    </Card>
  );
}

function Reach({ error }: { error: string | undefined }) {
  return (
    <Card title={words.reach}>
      <Field label={words.phone} name="phone" longest={30} keyboard="tel" error={error} />
      <Field label={words.findAt} name="findAt" longest={LONGEST_PLACE} />
      <FieldError text={error} />
    </Card>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: 'name' | 'words' | 'place' | 'phone' | 'findAt';
  readonly longest: number;
  readonly long?: true;
  readonly keyboard?: 'tel';
  readonly error?: string | undefined;
}

function Field({ label, name, longest, long = undefined, keyboard, error }: FieldProps) {
  return (
    <View className="urgent-field">
      <Line tone="quiet">{label}</Line>
      <TextField
        id={`urgent-${name}`}
        label={label}
        initialText={useUrgent.getState().draft[name] ?? ''}
        longest={longest}
        {...(long && { long })}
        {...(keyboard && { keyboard })}
        error={error}
        onType={(text) => changeDraft({ [name]: text })}
        onLeave={() => undefined}
      />
    </View>
  );
}

function Send({ ask }: { ask: Ask }) {
  const { state, send } = ask;
  return (
    <View className="stack urgent-check">
      {state.kind === 'incomplete' && <FieldError text={`${words.incomplete}${state.missing.join('')}`} />}
      {state.kind === 'kept' && (
        <Notice tone="warn" className="urgent-kept">
          {state.perhapsSent ? words.perhaps : words.offline}
        </Notice>
      )}
      {state.kind === 'failed' && <FieldError text={`${words.notKept}${state.words}`} />}
      {state.kind === 'more' && (
        <Notice tone="warn" className="urgent-more">
          {words.more(state.number)}
        </Notice>
      )}
      {state.kind === 'before' && <Notice>{words.left}</Notice>}
      <Button
        id="send-urgent"
        text={state.kind === 'sending' ? words.sending : state.kind === 'kept' ? words.again : words.send}
        onPress={send}
      />
      <Line tone="fine">{words.privacy}</Line>
    </View>
  );
}
