import { useState } from 'react';
import { copyText } from '../platform/paper';
import { canShareCard } from '../platform/share';
import { Button } from '../ui/button';
import { ShareButton } from '../ui/share-button';
import { Line } from '../ui/words';

export interface LinkHandWords {
  readonly share: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
}

/** The ways a link for somebody else leaves this phone: a card in WeChat, or copied; written out where nothing copies. */
export function LinkHand({
  address,
  words,
  onSaid,
}: {
  address: string;
  words: LinkHandWords;
  onSaid: (words: string) => void;
}) {
  const [shown, setShown] = useState(false);
  const copy = async () => {
    const copied = await copyText(address);
    setShown(!copied);
    onSaid(copied ? words.copied : words.notCopied);
  };
  return (
    <>
      {canShareCard && <ShareButton id="share-link" text={words.share} />}
      <Button id="copy-link" kind={canShareCard ? 'second' : 'primary'} text={words.copy} onPress={() => void copy()} />
      {shown && <Line className="link-address">{address}</Line>}
    </>
  );
}
