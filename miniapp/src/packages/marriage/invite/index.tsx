import type { BookingInvitationView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { inviteWords as words } from '../../../copy/marriage-parties';
import { marriageTitles } from '../../../copy/marriage-titles';
import { shanghaiTime } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { openTab, replacePage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { refreshMe } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { whenOf } from '../booking-words';
import { Answer, type Answered } from './answer';

/** What a link opens on the other person's phone, or a message to whoever opened it before (`id`). */
export default function InvitePage() {
  const token = usePageParameter('token');
  const id = usePageParameter('id');
  const asked = token ?? id ?? '';
  const { seen, trouble, look } = useInvitation(asked);
  const [answered, setAnswered] = useState<Answered>();
  usePageShown(() => {
    void refreshMe();
    void look();
  });
  const open = seen !== undefined && seen !== 'none' ? seen : undefined;
  const cheerful = open?.kind !== undefined && open.plain !== true;
  return (
    <Screen theme={cheerful ? 'marriage' : 'base'} title={marriageTitles.invite}>
      <Title>{answered ? titleOf(answered, open) : marriageTitles.invite}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {seen === undefined && !trouble && <Skeleton words={words.opening} />}
        {answered !== undefined && <After answered={answered} changed={open?.change === true} />}
        {answered === undefined && seen === 'none' && <Notice className="no-link">{words.none}</Notice>}
        {answered === undefined && open && <Seen token={asked} seen={open} onAnswered={setAnswered} />}
        <Button id="home" kind="quiet" text={words.home} onPress={() => openTab('home')} />
      </View>
    </Screen>
  );
}

function useInvitation(token: string) {
  const [seen, setSeen] = useState<BookingInvitationView | 'none'>();
  const [trouble, setTrouble] = useState<Trouble>();
  const look = async () => {
    const path = `/invitations/${encodeURIComponent(token)}`;
    const reply = await request<BookingInvitationView>({ method: 'GET', path, session: 'optional' });
    const missing = reply.kind === 'problem' && reply.status === 404;
    if (reply.kind === 'ok') setSeen(reply.data);
    else if (missing) setSeen('none');
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' || missing ? undefined : reply);
  };
  return { seen, trouble, look };
}

function titleOf(answered: Answered, open: BookingInvitationView | undefined): string {
  if (answered.kind === 'declined') return words.declined;
  return open?.change ? words.agreedChange : words.agreed;
}

interface SeenProps {
  readonly token: string;
  readonly seen: BookingInvitationView;
  readonly onAnswered: (answered: Answered) => void;
}

function Seen({ token, seen, onAnswered }: SeenProps) {
  if (seen.state !== 'open') return <Notice className="closed-link">{words.closed[seen.state]}</Notice>;
  return (
    <>
      <WhoAsks seen={seen} />
      {seen.youDeclined && <Notice className="declined-before">{words.declinedBefore}</Notice>}
      <Answer token={token} seen={seen} onAnswered={onAnswered} />
    </>
  );
}

function WhoAsks({ seen: { from = '', title, siteName = '', day, startsAt, until, change } }: Pick<SeenProps, 'seen'>) {
  const asks = change ? words.asksChange(from) : title ? words.asks(from, title) : words.asksPlain(from);
  const time = (instant: string) => shanghaiTime(Date.parse(instant));
  return (
    <Card id="who-asks">
      <Line>{asks}</Line>
      {day !== undefined && startsAt !== undefined && (
        <Line className="invite-when">{words.place(siteName, whenOf({ day, startsAt }))}</Line>
      )}
      {until !== undefined && (
        <Line tone="quiet" className="card-apart">
          {change ? words.untilChange(time(until)) : words.until(time(until))}
        </Line>
      )}
    </Card>
  );
}

function After({ answered, changed }: { answered: Answered; changed: boolean }) {
  if (answered.kind === 'declined') {
    return (
      <Card id="declined">
        <Line>{words.declinedLine}</Line>
        <Line tone="quiet" className="card-apart">
          {words.help}
        </Line>
      </Card>
    );
  }
  return (
    <Card id="agreed">
      <Line>{changed ? words.agreedChangeLine : words.agreedLine}</Line>
      <Button
        id="see-pass"
        className="card-action"
        text={words.see}
        onPress={() => replacePage('marriagePass', { id: answered.booking.id })}
      />
    </Card>
  );
}
