import type { BookingPartyView, BookingView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { partiesWords as words } from '../../../copy/marriage-parties';
import { marriageTitles } from '../../../copy/marriage-titles';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { goBack, openPage, replacePage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { loadBooking, putBooking } from '../../../state/bookings';
import type { Trouble } from '../../../state/consents';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Notice } from '../../../ui/notice';
import { Pill } from '../../../ui/pill';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { whenOf } from '../booking-words';
import { kindOf, themeOf } from '../kind';
import { ChangeCard } from './change-card';
import { Turn } from './turn';
import { Ways } from './ways';

/** Who of the two has said yes, and how the other can. */
export default function PartiesPage() {
  const id = usePageParameter('id') ?? '';
  const { booking, trouble, look, take } = useBooking(id);
  const [turn, setTurn] = useState(false);
  usePageShown(() => void look());
  const theme = booking ? themeOf(booking.kind) : 'base';
  if (booking && turn) {
    return (
      <Screen theme={theme} title={words.turn.title}>
        <Turn booking={booking} onBooking={take} onBack={() => setTurn(false)} />
      </Screen>
    );
  }
  return (
    <Screen theme={theme} title={marriageTitles.parties}>
      <Title>{marriageTitles.parties}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {booking === undefined && !trouble && <Skeleton words={words.loading} />}
        {booking && <Seen booking={booking} onBooking={take} onTurn={() => setTurn(true)} />}
        <Button id="back" kind="quiet" text={words.back} onPress={goBack} />
      </View>
    </Screen>
  );
}

function useBooking(id: string) {
  const [booking, setBooking] = useState<BookingView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const look = async () => {
    const reply = await loadBooking(id);
    if (reply.kind === 'ok') setBooking(reply.data);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  const take = (changed: BookingView) => {
    setBooking(changed);
    void putBooking(changed);
  };
  return { booking, trouble, look, take };
}

interface SeenProps {
  readonly booking: BookingView;
  readonly onBooking: (booking: BookingView) => void;
  readonly onTurn: () => void;
}

function Seen({ booking, onBooking, onTurn }: SeenProps) {
  const { site, window, kind, acts, change } = booking;
  const two = (kindOf(kind)?.parties.most ?? 2) > 1;
  const asks = acts.includes('invite') || acts.includes('confirm-here') || acts.includes('choose-desk');
  return (
    <>
      <Card id="what" title={kindOf(kind)?.title ?? marriageTitles.parties}>
        <Line>{words.when(site.name, whenOf(window))}</Line>
        {two && <People booking={booking} />}
      </Card>
      {two ? <Notice className="both-come">{words.both}</Notice> : <Notice>{words.alone}</Notice>}
      {change && <ChangeCard booking={booking} change={change} onBooking={onBooking} />}
      {asks && <Ways booking={booking} onBooking={onBooking} onTurn={onTurn} />}
      <Next booking={booking} />
    </>
  );
}

function People({ booking: { parties, state } }: { booking: BookingView }) {
  const missing = parties.length < 2 && state !== 'expired' && state !== 'cancelled';
  return (
    <View className="stack">
      {parties.map((party) => (
        <Person key={party.role} party={party} />
      ))}
      {missing && (
        <ListRow
          className="party-row"
          title={words.party.nobody}
          end={<Pill text={words.party.waiting} tone="soft" />}
        />
      )}
    </View>
  );
}

function Person({ party: { name, you, confirmed } }: { party: BookingPartyView }) {
  const state = confirmed ? words.party.confirmed : you ? words.party.notYet : words.party.waiting;
  return (
    <ListRow
      className="party-row"
      title={you ? words.party.you(name) : name}
      end={<Pill text={state} tone={confirmed ? 'success' : 'soft'} />}
    />
  );
}

/** What comes after, by the state of it. */
function Next({ booking: { id, state, kind } }: { booking: BookingView }) {
  switch (state) {
    case 'held':
      return (
        <Card id="held">
          <Line>{words.held.line}</Line>
          <Button
            id="go-review"
            className="card-action"
            text={words.held.go}
            onPress={() => openPage('marriageReview', { id })}
          />
        </Card>
      );
    case 'confirmed':
      return (
        <Card id="agreed">
          <Line>{words.confirmed.line}</Line>
          <Button
            id="go-pass"
            className="card-action"
            text={words.confirmed.pass}
            onPress={() => replacePage('marriagePass', { id })}
          />
        </Card>
      );
    case 'displaced':
      return (
        <Card id="displaced">
          <Line>{words.displaced.line}</Line>
          <Button
            id="go-change"
            className="card-action"
            text={words.displaced.go}
            onPress={() => replacePage('marriageChange', { id })}
          />
        </Card>
      );
    case 'expired':
    case 'cancelled':
    case 'rejected':
      return (
        <Card id="over">
          <Line>{state === 'expired' ? words.expired.line : words.over.line}</Line>
          <Button
            id="pick-again"
            className="card-action"
            text={words.over.again}
            onPress={() => replacePage('marriageMonth', { kind })}
          />
        </Card>
      );
    case 'pending-partner':
    case 'pending-bureau':
    case 'checked-in':
    case 'no-show':
      return null;
  }
}
