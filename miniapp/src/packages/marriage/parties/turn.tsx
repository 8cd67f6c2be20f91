import type { BookingView, PartnerHereView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { partiesWords } from '../../../copy/marriage-parties';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { Line, Title } from '../../../ui/words';
import { whenOf } from '../booking-words';
import { kindOf } from '../kind';

const { turn: words } = partiesWords;
const LONGEST_NAME = 60;
const LONGEST_NUMBER = 24;

interface TurnProps {
  readonly booking: BookingView;
  readonly onBooking: (booking: BookingView) => void;
  readonly onBack: () => void;
}

/** The phone is handed over: here stands only what is asked, and nothing typed is kept. */
export function Turn({ booking, onBooking, onBack }: TurnProps) {
  const [done, setDone] = useState(false);
  const agreed = (changed: BookingView) => {
    onBooking(changed);
    setDone(true);
  };
  return (
    <>
      <Title>{done ? words.done : words.title}</Title>
      <View className="stack">
        {done ? (
          <Button id="hand-back" text={words.back} onPress={onBack} />
        ) : (
          <Asked booking={booking} onAgreed={agreed} onBack={onBack} />
        )}
      </View>
    </>
  );
}

interface AskedProps {
  readonly booking: BookingView;
  readonly onAgreed: (booking: BookingView) => void;
  readonly onBack: () => void;
}

function Asked({ booking, onAgreed, onBack }: AskedProps) {
  const { kind, site, window, change } = booking;
  const { working, trouble, said, name, idNumber, agree } = useAgreeHere(booking.id, onAgreed);
  const when = whenOf(change?.window ?? window);
  return (
    <>
      <Notice className="hand-over">{words.hand}</Notice>
      <Card id="asked" title={kindOf(kind)?.title ?? words.title}>
        <Line>{words.asks(kindOf(kind)?.title ?? '', when, change?.siteName ?? site.name)}</Line>
        <Line tone="quiet" className="card-apart">
          {words.own}
        </Line>
      </Card>
      <Card id="who">
        <Field id="partner-name" label={words.name} keyboard="text" longest={LONGEST_NAME} field={name} />
        <Field id="partner-number" label={words.idNumber} keyboard="idcard" longest={LONGEST_NUMBER} field={idNumber} />
      </Card>
      {said !== undefined && (
        <Notice className="not-here" tone="warn">
          {said}
        </Notice>
      )}
      {trouble && <TroubleCard trouble={trouble} />}
      <Button id="agree-here" text={working ? words.working : words.agree} onPress={() => void agree()} />
      <Button id="hand-back" kind="quiet" text={words.no} onPress={onBack} />
    </>
  );
}

interface TypedField {
  readonly problem: string | undefined;
  readonly onType: (text: string) => void;
}

function useAgreeHere(id: string, onAgreed: (booking: BookingView) => void) {
  const { working, trouble, post } = usePosting<PartnerHereView>();
  const [typed, setTyped] = useState({ name: '', idNumber: '' });
  const [empty, setEmpty] = useState({ name: false, idNumber: false });
  const [said, setSaid] = useState<string>();
  const agree = async () => {
    const lacks = { name: typed.name.trim() === '', idNumber: typed.idNumber.trim() === '' };
    setEmpty(lacks);
    if (lacks.name || lacks.idNumber) return;
    setSaid(undefined);
    const answer = await post({ path: `/bookings/${encodeURIComponent(id)}/partner`, body: { ...typed, agree: true } });
    if (answer?.outcome === 'confirmed') onAgreed(answer.booking);
    else if (answer) setSaid(answer.words);
  };
  const wrong = (field: 'name' | 'idNumber') =>
    trouble?.kind === 'problem' ? trouble.errors?.find((each) => each.field === field)?.message : undefined;
  const fieldOf = (field: 'name' | 'idNumber', words: string): TypedField => ({
    problem: empty[field] ? words : wrong(field),
    onType: (text) => setTyped((now) => ({ ...now, [field]: text })),
  });
  const name = fieldOf('name', words.emptyName);
  const idNumber = fieldOf('idNumber', words.emptyNumber);
  return { working, trouble, said, name, idNumber, agree };
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly keyboard: 'text' | 'idcard';
  readonly longest: number;
  readonly field: TypedField;
}

function Field({ id, label, keyboard, longest, field: { problem, onType } }: FieldProps) {
  return (
    <View className="card-apart">
      <Line tone="quiet">{label}</Line>
      <TextField
        id={id}
        label={label}
        initialText=""
        keyboard={keyboard}
        longest={longest}
        error={problem}
        onType={onType}
        onLeave={() => undefined}
      />
      <FieldError text={problem} />
    </View>
  );
}
