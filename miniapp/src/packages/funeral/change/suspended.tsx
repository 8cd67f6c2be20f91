import type { FarewellPlace, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { useState } from 'react';
import { seaChangeWords as words } from '../../../copy/funeral-boarding';
import { shanghaiTime } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { leaveForNow } from '../api';
import { titleOf } from '../voyage-words';
import type { ToVoyage } from './use-to-voyage';
import { OtherVoyages, VoyageChoice } from './voyage-choice';

export interface PlaceChangeProps {
  readonly farewell: string;
  readonly place: FarewellPlace;
  /** How many of them come aboard. */
  readonly aboard: number;
  /** Whoever signed up; the rest of the family reads along. */
  readonly may: boolean;
  readonly change: ToVoyage;
}

/** The voyage does not sail. The place held for them, two others, and leaving it for now: three ways, none louder. */
export function Suspended({ farewell, place, aboard, may, change }: PlaceChangeProps) {
  const { why } = place.voyage;
  return (
    <>
      <Card id="suspended">
        <Line>{why === undefined ? words.noWhy : words.weather(withStop(why))}</Line>
        <Line tone="quiet">{words.calm}</Line>
        <Line tone="fine">{words.before(titleOf(place.voyage))}</Line>
      </Card>
      {!may && <Line>{words.kinOnly}</Line>}
      {place.offers === undefined ? <Nothing /> : <Offers place={place} change={may ? change : undefined} />}
      {may && <Later booking={place.booking} />}
      {may && <AnyOther place={place} aboard={aboard} change={change} />}
      <Button
        id="suspended-farewell"
        kind="quiet"
        text={words.farewell}
        onPress={() => openPage('funeralFarewell', { id: farewell })}
      />
    </>
  );
}

function Offers({ place, change }: { place: FarewellPlace; change: ToVoyage | undefined }) {
  const { kept, others = [] } = place.offers ?? {};
  return (
    <>
      {kept === undefined && <Line>{words.passed}</Line>}
      {kept && (
        <VoyageChoice
          id="kept"
          lead={words.kept.title}
          line={keptLine(place.keptUntil)}
          voyage={kept}
          go={words.kept.go}
          change={change}
        />
      )}
      {others.map((voyage, at) => (
        <VoyageChoice
          key={voyage.id}
          id={`other-${voyage.id}`}
          {...(at === 0 && { lead: words.others.title })}
          line={words.others.line}
          voyage={voyage}
          go={words.others.go}
          change={change}
        />
      ))}
    </>
  );
}

function keptLine(until: string | undefined): string {
  return until === undefined ? words.kept.open : words.kept.line(shanghaiTime(Date.parse(until)));
}

function Nothing() {
  return (
    <Card id="nothing-found" title={words.nothing.title}>
      <Line>{words.nothing.line}</Line>
    </Card>
  );
}

/** Leaving it is an answer like the others, and nothing has to be waited for: nothing changes for them. */
function Later({ booking }: { booking: string }) {
  const [left, setLeft] = useState(false);
  return (
    <Card id="later" title={words.later.title}>
      <Line>{left ? words.later.done : words.later.line}</Line>
      {!left && (
        <Button
          id="leave-it"
          kind="second"
          className="card-action"
          text={words.later.go}
          onPress={() => {
            setLeft(true);
            void leaveForNow(booking);
          }}
        />
      )}
    </Card>
  );
}

/** Any voyage that can be chosen, for whom none of the three is right; asked for only when wanted. */
function AnyOther({ place, aboard, change }: Pick<PlaceChangeProps, 'place' | 'aboard' | 'change'>) {
  const [wanted, setWanted] = useState(false);
  if (!wanted) return <Button id="all-voyages" kind="quiet" text={words.all} onPress={() => setWanted(true)} />;
  return <OtherVoyages except={shownOf(place)} aboard={aboard} change={change} />;
}

function shownOf({ voyage, offers }: FarewellPlace): readonly VoyageView[] {
  return [voyage, ...(offers?.kept ? [offers.kept] : []), ...(offers?.others ?? [])];
}

function withStop(why: string): string {
  return /[。？]$/.test(why) ? why : `${why}。`;
}
