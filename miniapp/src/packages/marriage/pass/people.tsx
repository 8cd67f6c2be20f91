import type { OwnNameView, PassView } from '@jinmen/shared/bookings/views';
import { useRef, useState } from 'react';
import { passWords } from '../../../copy/marriage-pass';
import { request } from '../../../platform/http';
import { signInThen } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Parties } from '../booking-gist';

const { ownName: words } = passWords;

/** Who comes. Masked for whoever looks over a shoulder; the reader's own name is shown in full when they ask for it. */
export function People({ booking, parties }: Pick<PassView, 'booking' | 'parties'>) {
  const { name, asking, said, show, hide } = useOwnName(booking);
  const shown = parties.map((party) => (party.you && name !== undefined ? { ...party, name } : party));
  return (
    <Card className="pass-people">
      <Parties parties={shown} />
      {said !== undefined && <Notice className="own-name-said">{said}</Notice>}
      {name === undefined ? (
        <Button id="show-name" kind="quiet" text={asking ? words.showing : words.show} onPress={() => void show()} />
      ) : (
        <Button id="hide-name" kind="quiet" text={words.hide} onPress={hide} />
      )}
    </Card>
  );
}

/** Kept nowhere: it is gone with the page, and asked for anew each time. */
function useOwnName(booking: string) {
  const [name, setName] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string>();
  const busy = useRef(false);
  const show = async () => {
    if (busy.current) return;
    busy.current = true;
    setAsking(true);
    setSaid(undefined);
    const path = `/bookings/${encodeURIComponent(booking)}/pass/own-name`;
    const reply = await request<OwnNameView>({ method: 'POST', path, session: 'required' });
    busy.current = false;
    setAsking(false);
    if (reply.kind === 'ok') setName(reply.data.name);
    else if (reply.kind === 'signed-out') signInThen();
    else if (reply.kind === 'problem') setSaid(reply.words);
    else setSaid(reply.kind === 'offline' ? words.offline : words.failed);
  };
  return { name, asking, said, show, hide: () => setName(undefined) };
}
