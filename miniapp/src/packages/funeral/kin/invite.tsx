import type { FarewellView, NewFarewellLink } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { kinWords } from '../../../copy/funeral-kin';
import { addressOf } from '../../../platform/address';
import { shanghaiTime } from '../../../platform/clock';
import { copyText } from '../../../platform/paper';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { pathOf } from '../draft/session';
import { TakeBack } from './take-back';

const { invite: words } = kinWords;

/**
 * A link for one relative, good once. It is copied and never sent on as a card: nothing about a death stands in a chat
 * with its picture and title.
 */
export function Invite({ view }: { view: FarewellView }) {
  const { working, trouble, post } = usePosting<NewFarewellLink>();
  const [link, setLink] = useState<NewFarewellLink>();
  const [copied, setCopied] = useState<boolean>();
  const make = async () => {
    const made = await post({ path: `${pathOf(view.id)}/invitations`, body: {} });
    if (!made) return;
    setLink(made);
    setCopied(undefined);
  };
  const address = link && addressOf('funeralJoin', { token: link.token });
  const copy = async () => setCopied(await copyText(address ?? ''));
  return (
    <Card id="invite" title={words.title} className="said-lines">
      <Line>{words.line}</Line>
      {trouble && <TroubleCard trouble={trouble} />}
      {link && <Line tone="quiet">{words.until(shanghaiTime(Date.parse(link.until)))}</Line>}
      {copied !== undefined && <Notice className="link-said">{copied ? words.copied : words.notCopied}</Notice>}
      {copied === false && <Line className="link-address">{address}</Line>}
      <View className="stack card-action">
        {link && <Button id="copy-link" text={words.copy} onPress={() => void copy()} />}
        <Button
          id="make-link"
          kind="second"
          text={working ? words.making : link ? words.again : words.make}
          onPress={() => void make()}
        />
      </View>
      <TakeBack view={view} onTaken={() => setLink(undefined)} />
    </Card>
  );
}
