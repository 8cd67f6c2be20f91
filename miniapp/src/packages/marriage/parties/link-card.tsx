import type { BookingView, NewInvitationView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { partiesWords } from '../../../copy/marriage-parties';
import { addressOf } from '../../../platform/address';
import { useShareCard } from '../../../platform/share';
import { LinkHand } from '../../../shell/link-hand';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { whenOf } from '../booking-words';
import { kindOf } from '../kind';

const { link: words } = partiesWords;

/** A link for the other one, good once: as a card in WeChat, or copied. The phone knows it until it is left. */
export function LinkCard({ booking }: { booking: BookingView }) {
  const { working, trouble, post } = usePosting<NewInvitationView>();
  const [token, setToken] = useState<string>();
  const [said, setSaid] = useState<string>();
  // Without a link of its own the card leads home: this page is nobody else's.
  useShareCard(() => ({
    title: cardTitle(booking),
    ...(token === undefined ? { page: 'about', query: {} } : { page: 'marriageInvite', query: { token } }),
  }));
  const make = async () => {
    const path = `/bookings/${encodeURIComponent(booking.id)}/invitations`;
    const made = await post({ path, body: {} });
    if (!made) return;
    setToken(made.token);
    setSaid(undefined);
  };
  return (
    <Card id="by-link" title={words.title}>
      <Line>{words.line}</Line>
      {said !== undefined && <Notice className="link-said">{said}</Notice>}
      {trouble && <TroubleCard trouble={trouble} />}
      <View className="stack card-action">
        {token !== undefined && (
          <LinkHand address={addressOf('marriageInvite', { token })} words={words} onSaid={setSaid} />
        )}
        <Button
          id="make-link"
          kind={token === undefined ? 'primary' : 'quiet'}
          text={working ? words.making : token === undefined ? words.make : words.again}
          onPress={() => void make()}
        />
      </View>
    </Card>
  );
}

/** Anybody may see the card in a chat: it names nobody, and of a sad or bare matter it says nothing (security.md T7). */
function cardTitle({ kind, window }: BookingView): string {
  return kindOf(kind)?.plain === false ? words.card(whenOf(window)) : words.plainCard;
}
