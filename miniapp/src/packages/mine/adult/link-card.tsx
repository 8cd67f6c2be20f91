import type { AdultView } from '@jinmen/shared/applications/adults';
import { phoneProblem } from '@jinmen/shared/applications/check-field';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { adultWords } from '../../../copy/adults';
import { addressOf } from '../../../platform/address';
import { shanghaiTime } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { signInThen } from '../../../platform/navigate';
import { useShareCard } from '../../../platform/share';
import { LinkHand } from '../../../shell/link-hand';
import { TroubleCard } from '../../../shell/trouble-card';
import { authorisationsOf, type Signed, usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';

const { link: words, working: wait } = adultWords.adult;
const LONGEST_PHONE = 20;

interface LinkCardProps {
  readonly id: string;
  readonly adult: AdultView;
  readonly onView: (view: Signed) => void;
}

/** A link for one person, once: as a card in WeChat, copied, or as a text message. The phone knows it until it is left. */
export function LinkCard({ id, adult: { member, link }, onView }: LinkCardProps) {
  const { working, trouble, post } = usePosting<Signed>();
  const [token, setToken] = useState<string>();
  const [said, setSaid] = useState<string>();
  // Without a link of its own the card leads home: this page is nobody else's.
  useShareCard(() => ({
    title: words.card,
    ...(token === undefined ? { page: 'about', query: {} } : { page: 'authorise', query: { t: token } }),
  }));
  const make = async (phone?: string) => {
    const body = { member, way: 'link', ...(phone !== undefined && { phone }) };
    const view = await post({ path: authorisationsOf(id), body });
    if (!view) return;
    setToken(view.invitation?.token);
    setSaid(phone === undefined ? undefined : words.smsSent);
    onView(view);
  };
  const revoking = useRef(false);
  const revoke = async () => {
    if (revoking.current) return;
    revoking.current = true;
    const path = `${authorisationsOf(id)}/${encodeURIComponent(member)}/link`;
    const reply = await request<Signed>({ method: 'DELETE', path, session: 'required' });
    revoking.current = false;
    if (reply.kind === 'signed-out') return signInThen();
    if (reply.kind === 'not-modified') return;
    // whoever sent it to the wrong person has to know that it is still good
    if (reply.kind !== 'ok') return setSaid(words.notRevoked(reply.words));
    setToken(undefined);
    setSaid(words.revoked);
    onView(reply.data);
  };
  const open = link?.state === 'open';
  return (
    <Card id="by-link" title={words.title}>
      <Line>{words.line}</Line>
      {open && <Line tone="quiet">{words.until(shanghaiTime(Date.parse(link.expiresAt)))}</Line>}
      {said !== undefined && <Notice className="link-said">{said}</Notice>}
      {trouble && <TroubleCard trouble={trouble} />}
      <View className="stack card-action">
        {token !== undefined && (
          <LinkHand address={addressOf('authorise', { t: token })} words={words} onSaid={setSaid} />
        )}
        <Button
          id="make-link"
          kind="second"
          text={working ? words.making : open ? words.again : words.make}
          onPress={() => void make()}
        />
        <BySms working={working} onSend={(phone) => void make(phone)} />
        {open && <Button id="revoke-link" kind="quiet" text={words.revoke} onPress={() => void revoke()} />}
      </View>
    </Card>
  );
}

function BySms({ working, onSend }: { working: boolean; onSend: (phone: string) => void }) {
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState('');
  const [problem, setProblem] = useState<string>();
  const send = () => {
    const wrong = phoneProblem(phone);
    setProblem(wrong?.message);
    if (!wrong) onSend(phone);
  };
  if (!open) return <Button id="by-sms" kind="second" text={words.sms} onPress={() => setOpen(true)} />;
  return (
    <View>
      <Line tone="quiet">{words.phone}</Line>
      <TextField
        id="sms-phone"
        label={words.phone}
        initialText=""
        keyboard="tel"
        longest={LONGEST_PHONE}
        error={problem}
        onType={setPhone}
        onLeave={() => undefined}
      />
      <FieldError text={problem} />
      <Button id="send-sms" kind="second" className="card-action" text={working ? wait : words.sms} onPress={send} />
    </View>
  );
}
