import type { FarewellPlace, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { useState } from 'react';
import { seaChangeWords } from '../../../copy/funeral-boarding';
import { askToConfirm } from '../../../platform/ask';
import { shanghaiTime } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { serverNowMs } from '../../../platform/server-clock';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { VoyageCard } from '../voyage-card';
import { titleOf } from '../voyage-words';
import type { PlaceChangeProps } from './suspended';
import type { ToVoyage } from './use-to-voyage';
import { OtherVoyages } from './voyage-choice';

const { own: words, kinOnly, passes } = seaChangeWords;

/** The family’s own change: what they have stands above and stays until the new one is sure. No reason is asked. */
export function OwnChange({ farewell, place, aboard, may, change }: PlaceChangeProps) {
  const { voyage } = place;
  const now = serverNowMs();
  const inTime = now < Date.parse(voyage.closesAt);
  const begun = begunWords(place, now);
  return (
    <>
      <VoyageCard id="now-placed" voyage={voyage} theirs />
      {!may && <Line>{kinOnly}</Line>}
      {may && begun !== undefined && <Line className="voyage-begun">{begun}</Line>}
      {may && begun === undefined && change.done !== 'moved' && (
        <>
          <Line>{inTime ? words.line : words.closed}</Line>
          {inTime && <Line tone="quiet">{words.until(shanghaiTime(Date.parse(voyage.closesAt)))}</Line>}
          {inTime && <PickAnother voyage={voyage} aboard={aboard} change={change} />}
          <Cancel title={titleOf(voyage)} change={change} />
        </>
      )}
      {change.done === 'moved' && (
        <Button
          id="moved-passes"
          kind="second"
          text={passes}
          onPress={() => openPage('funeralPasses', { id: farewell })}
        />
      )}
    </>
  );
}

/** Once somebody of them is there, or it has sailed, nothing is left to change or to give back. */
function begunWords({ state, voyage }: FarewellPlace, nowMs: number): string | undefined {
  if (state === 'checked-in') return words.aboard;
  return nowMs < Date.parse(voyage.startsAt) ? undefined : words.sailed;
}

interface PickAnotherProps {
  readonly voyage: VoyageView;
  readonly aboard: number;
  readonly change: ToVoyage;
}

function PickAnother({ voyage, aboard, change }: PickAnotherProps) {
  const [open, setOpen] = useState(false);
  if (!open) return <Button id="pick-voyage" text={words.pick} onPress={() => setOpen(true)} />;
  return <OtherVoyages except={[voyage]} aboard={aboard} change={change} />;
}

function Cancel({ title, change }: { title: string; change: ToVoyage }) {
  const cancel = async () => {
    const { content, ...question } = words.cancel.confirm;
    if (await askToConfirm({ ...question, content: content(title) })) await change.cancel();
  };
  return (
    <Card id="cancel-card" title={words.cancel.title}>
      <Line tone="quiet">{words.cancel.line}</Line>
      <Button
        id="cancel"
        kind="quiet"
        text={change.working ? words.cancel.working : words.cancel.go}
        onPress={() => void cancel()}
      />
    </Card>
  );
}
