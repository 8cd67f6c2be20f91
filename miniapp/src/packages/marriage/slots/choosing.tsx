import type { SiteView, WindowView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { marriage } from '../../../copy/marriage';
import { timeInWords } from '../../../platform/clock';
import { useIsInFront } from '../../../platform/in-front';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { Heading, Line } from '../../../ui/words';
import { BothMainland, isAskedFor, useBothMainland } from '../both-mainland';
import type { Wanted } from '../wanted';
import { findLeftOpen, forgetNotHeld, hold, useHolding } from './holding';
import { Outcome } from './outcome';
import { SaidAloud } from './said-aloud';
import { SlotChips } from './slot-chips';

const { slots: words } = marriage;

interface ChoosingProps {
  readonly windows: readonly WindowView[];
  readonly wanted: Wanted;
  readonly site: SiteView | undefined;
  readonly look: () => Promise<void>;
}

/** The times of the day, the tap that keeps one, and what came of it. */
export function Choosing({ windows, wanted, site, look }: ChoosingProps) {
  const { answer } = useBothMainland();
  const { underway, notHeld } = useHolding();
  const isInFront = useIsInFront();
  const [chosenId, choose] = useState<string>();
  useEffect(() => {
    forgetNotHeld();
    void findLeftOpen(windows);
  }, []);
  const some = windows.some(isToBeHad);
  if (some && isAskedFor(wanted) && wanted.change === undefined && answer !== true) {
    return (
      <>
        <Heading>{marriage.before.question}</Heading>
        <BothMainland />
      </>
    );
  }
  const onHold = (window: WindowView) => void hold(window, { wanted, look, isInFront });
  const waits = underway?.told !== undefined;
  const unsettled = notHeld?.kind === 'unsettled' ? notHeld.window.id : undefined;
  const full = windows.some(({ state }) => state === 'sold-out') || unsettled !== undefined;
  const chosen = windows.find((window) => window.id === chosenId && isToBeHad(window));
  return (
    <>
      <SaidAloud>{notHeld && <Outcome notHeld={notHeld} wanted={wanted} onHold={onHold} />}</SaidAloud>
      {!waits && (
        <Times
          windows={windows}
          wanted={wanted}
          chosen={chosen}
          onChoose={choose}
          holding={underway !== undefined}
          takes={unsettled === undefined || (chosen !== undefined && chosen.id !== unsettled)}
          onHold={onHold}
        />
      )}
      {full && !waits && wanted.change === undefined && <Notify wanted={wanted} site={site} />}
    </>
  );
}

function isToBeHad({ state }: WindowView): boolean {
  return state === 'open' || state === 'not-yet-open';
}

interface TimesProps extends Pick<ChoosingProps, 'windows' | 'wanted'> {
  readonly chosen: WindowView | undefined;
  readonly onChoose: (id: string) => void;
  /** Between the tap and its answer. */
  readonly holding: boolean;
  /** `false` where the one button for what is chosen stands above already. */
  readonly takes: boolean;
  readonly onHold: (window: WindowView) => void;
}

function Times({ windows, wanted, chosen, onChoose, holding, takes, onHold }: TimesProps) {
  const [tapped, setTapped] = useState(false);
  const some = windows.some(isToBeHad);
  const take = () => {
    setTapped(true);
    if (chosen?.state === 'open') onHold(chosen);
  };
  return (
    <>
      <SlotChips windows={windows} chosen={chosen?.id} onChoose={onChoose} />
      {tapped && !chosen && <FieldError text={words.chooseFirst} />}
      {tapped && chosen?.state === 'not-yet-open' && (
        <Notice className="too-early">{words.tooEarly(opens(chosen))}</Notice>
      )}
      {some && takes && (
        <Button
          id="take"
          kind={chosen?.state === 'not-yet-open' ? 'second' : 'primary'}
          text={holding ? words.holding : takeWords(chosen, wanted)}
          onPress={take}
        />
      )}
      {some && wanted.change === undefined && (
        <View id="fair">
          <Line tone="fine">{words.fair}</Line>
        </View>
      )}
    </>
  );
}

/** `8:30`. */
function opens({ opensAt }: WindowView): string {
  return timeInWords(opensAt);
}

function takeWords(chosen: WindowView | undefined, { change }: Wanted): string {
  if (chosen === undefined) return words.chooseFirst;
  const time = timeInWords(chosen.startsAt);
  if (chosen.state === 'not-yet-open') return words.soon(opens(chosen), time);
  return change === undefined ? words.choose(time) : words.change(time);
}

function Notify({ wanted: { kind, day }, site }: { wanted: Wanted; site: SiteView | undefined }) {
  if (site === undefined || day === undefined) return null;
  return (
    <Button
      id="notify"
      kind="second"
      text={words.notify}
      onPress={() => openPage('marriageWaitlist', { kind, site: site.id, day })}
    />
  );
}
