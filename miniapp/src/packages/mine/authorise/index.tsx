import type { InvitationView } from '@jinmen/shared/applications/adults';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { adultWords } from '../../../copy/adults';
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
import { Answer } from './answer';

const { link: words } = adultWords;

/** What a link opens, on the phone of whom it was sent to. Who asks, and nothing of the matter, before they say who they are. */
export default function AuthorisePage() {
  const token = usePageParameter('t') ?? '';
  const { seen, trouble, look } = useInvitation(token);
  const [answered, setAnswered] = useState<'signed' | 'refused'>();
  usePageShown(() => {
    void refreshMe();
    void look();
  });
  const title = answered === 'signed' ? words.signed : answered === 'refused' ? words.refused : words.title;
  return (
    <Screen theme="base" title={words.title}>
      <Title>{title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={() => void look()} />}
        {seen === undefined && !trouble && <Skeleton words={words.opening} />}
        {answered !== undefined && <After answered={answered} />}
        {answered === undefined && seen === 'none' && <Notice className="no-link">{words.none}</Notice>}
        {answered === undefined && seen !== undefined && seen !== 'none' && (
          <Seen token={token} seen={seen} onAnswered={setAnswered} />
        )}
        <Button id="home" kind="quiet" text={words.home} onPress={() => openTab('home')} />
      </View>
    </Screen>
  );
}

function useInvitation(token: string) {
  const [seen, setSeen] = useState<InvitationView | 'none'>();
  const [trouble, setTrouble] = useState<Trouble>();
  const look = async () => {
    const path = `/relief/invitations/${encodeURIComponent(token)}`;
    const reply = await request<InvitationView>({ method: 'GET', path });
    const missing = reply.kind === 'problem' && reply.status === 404;
    if (reply.kind === 'ok') setSeen(reply.data);
    else if (missing) setSeen('none');
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' || missing ? undefined : reply);
  };
  return { seen, trouble, look };
}

interface SeenProps {
  readonly token: string;
  readonly seen: InvitationView;
  readonly onAnswered: (answered: 'signed' | 'refused') => void;
}

function Seen({ token, seen: { state, from, expiresAt }, onAnswered }: SeenProps) {
  if (state !== 'open') return <Notice className="closed-link">{words.closed[state]}</Notice>;
  return (
    <>
      <Card id="who-asks">
        <Line>{words.asks(from ?? '')}</Line>
        {expiresAt !== undefined && <Line tone="quiet">{words.until(shanghaiTime(Date.parse(expiresAt)))}</Line>}
      </Card>
      <Answer token={token} onAnswered={onAnswered} />
    </>
  );
}

function After({ answered }: { answered: 'signed' | 'refused' }) {
  return (
    <>
      <Card id={answered}>
        <Line>{answered === 'signed' ? words.signedLine : words.refusedLine}</Line>
      </Card>
      {answered === 'signed' && (
        <Button id="my-signatures" kind="second" text={words.mine} onPress={() => replacePage('signatures')} />
      )}
    </>
  );
}
