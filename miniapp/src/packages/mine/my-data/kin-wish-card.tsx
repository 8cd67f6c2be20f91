import type { KinWishView } from '@jinmen/shared/residents/relatives';
import { useState } from 'react';
import { kinWish as words } from '../../../copy/kin-wish';
import { troubleWords } from '../../../copy/trouble';
import { request } from '../../../platform/http';
import { TroubleCard } from '../../../shell/trouble-card';
import type { Trouble } from '../../../state/consents';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Skeleton } from '../../../ui/skeleton';
import { Line } from '../../../ui/words';

const PATH = '/me/kin-wish';

/** Out of the way until it is tapped for: nobody has to read of it who came for something else. */
export function KinWishCard() {
  const { open, view, trouble, working, read, say } = useKinWish();
  if (!open) return <Button id="kin-wish" kind="quiet" text={words.open} onPress={read} />;
  return (
    <Card id="kin-wish-card" title={words.title}>
      {trouble && <TroubleCard trouble={trouble} onAgain={read} />}
      {view === undefined && !trouble && <Skeleton words={troubleWords.reading} />}
      {view && <Line>{words.law}</Line>}
      {view?.sayable === false && <Line>{words.notSayable}</Line>}
      {view?.sayable && <Said withheld={view.withheld} working={working} onSay={say} />}
    </Card>
  );
}

interface SaidProps {
  readonly withheld: boolean;
  readonly working: boolean;
  readonly onSay: (withheld: boolean) => void;
}

function Said({ withheld, working, onSay }: SaidProps) {
  const act = withheld ? words.follow : words.withhold;
  return (
    <>
      <Line>{withheld ? words.withheld : words.asLaw}</Line>
      <Line tone="quiet">{words.anyTime}</Line>
      <Button
        id="kin-wish-say"
        kind="second"
        className="card-action"
        text={working ? words.working : act}
        onPress={() => onSay(!withheld)}
      />
    </>
  );
}

function useKinWish() {
  const [open, setOpen] = useState(false);
  const [view, setView] = useState<KinWishView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [working, setWorking] = useState(false);
  const ask = async (method: 'GET' | 'PUT', body?: { readonly withheld: boolean }) => {
    const reply = await request<KinWishView>({ method, path: PATH, session: 'required', ...(body && { body }) });
    if (reply.kind === 'ok') setView(reply.data);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  const read = () => {
    setOpen(true);
    void ask('GET');
  };
  const say = async (withheld: boolean) => {
    if (working) return;
    setWorking(true);
    await ask('PUT', { withheld });
    setWorking(false);
  };
  return { open, view, trouble, working, read, say: (withheld: boolean) => void say(withheld) };
}
