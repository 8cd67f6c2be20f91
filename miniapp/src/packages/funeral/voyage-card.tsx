import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { VOYAGE_STEPS } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { funeral, voyagesWords, voyageWords as words } from '../../copy/funeral';
import { shanghaiTime } from '../../platform/clock';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Pill } from '../../ui/pill';
import { Line } from '../../ui/words';
import './voyage.scss';
import { hourOf, meetingOf, sailingOf, titleOf, toneOf } from './voyage-words';

interface VoyageCardProps {
  readonly voyage: VoyageView;
  readonly id?: string;
  /** It is the family's own: whether others could still have it says nothing here. */
  readonly theirs?: boolean;
  /** Nobody of the family comes along: they are not told where to gather. */
  readonly without?: boolean;
  /** What can be done with it here. */
  readonly children?: ReactNode;
}

/** One voyage, whatever page it stands on: when and where to be, how it stands in words, and the hours of its day. */
export function VoyageCard({
  voyage,
  id = `voyage-${voyage.id}`,
  theirs = false,
  without = false,
  children,
}: VoyageCardProps) {
  const [open, setOpen] = useState(false);
  const { state, vessel, sample } = voyage;
  const tellsState = !theirs || state === 'suspended';
  const title = titleOf(voyage);
  return (
    <Card
      id={id}
      className="voyage-card"
      title={title}
      mark={tellsState && <Pill className="voyage-state" text={words.states[state]} tone={toneOf(state)} />}
    >
      {state === 'suspended' ? (
        <Suspended why={voyage.why} />
      ) : (
        <Line>{without ? sailingOf(voyage) : meetingOf(voyage)}</Line>
      )}
      {voyage.tooFewSeats && !theirs && <Line>{words.tooFewSeats}</Line>}
      <Line tone="quiet">{words.vessel(vessel)}</Line>
      {state === 'planned' && <Line tone="quiet">{words.opens(shanghaiTime(Date.parse(voyage.opensAt)))}</Line>}
      {sample && (
        <Line tone="fine" className="voyage-sample">
          {words.sample}
        </Line>
      )}
      {children}
      {state !== 'suspended' && (
        <Button
          kind="quiet"
          text={open ? voyagesWords.hideTimetable : voyagesWords.timetable}
          label={`${title}：${open ? voyagesWords.hideTimetable : voyagesWords.timetable}`}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      )}
      {open && <Timetable voyage={voyage} />}
    </Card>
  );
}

function Suspended({ why }: { why: string | undefined }) {
  return (
    <>
      {why !== undefined && <Line>{why}</Line>}
      <Line>{why === undefined ? words.suspended : words.everyFamily}</Line>
    </>
  );
}

/** Every step of the day; an hour nobody has published says so. */
export function Timetable({ voyage: { timetable } }: { voyage: VoyageView }) {
  return (
    <View className="voyage-steps">
      {VOYAGE_STEPS.map((step) => {
        const at = timetable.find((each) => each.step === step)?.at;
        return (
          <View key={step} className="voyage-step">
            <View className="voyage-hour">{at === undefined ? funeral.unknown : hourOf(at)}</View>
            <View>{words.steps[step]}</View>
          </View>
        );
      })}
    </View>
  );
}
