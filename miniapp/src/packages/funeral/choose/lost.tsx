import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { chooseWords as words } from '../../../copy/funeral-place';
import { openPage, replacePage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Line } from '../../../ui/words';
import { useVoyages } from '../api';
import { useAboard } from '../use-aboard';
import { canBeChosen, meetingOf, nearestOf, titleOf } from '../voyage-words';

interface LostProps {
  readonly farewell: string;
  readonly voyage: VoyageView;
}

/** Another family was a moment earlier: said plainly, with the nearest voyages that have places, and no hurry. */
export function Lost({ farewell, voyage }: LostProps) {
  const { data, trouble } = useVoyages(useAboard(farewell));
  if (data === undefined && trouble === undefined) return null;
  // it can still be chosen: what it lacks is seats for all of them
  const seats = data?.some((now) => now.id === voyage.id && canBeChosen(now)) === true;
  const near = nearestOf(data ?? [], voyage);
  return (
    <Card id="lost" title={seats ? words.seatsTitle : words.lost}>
      <Line>{seats ? words.seats : near.length > 0 ? words.lostNear : words.lostNone}</Line>
      {near.map((other) => (
        <ListRow
          key={other.id}
          id={`near-${other.id}`}
          title={titleOf(other)}
          line={meetingOf(other)}
          onPress={() => replacePage('funeralChoose', { voyage: other.id, id: farewell })}
        />
      ))}
      <Button id="wait" kind="quiet" text={words.wait} onPress={() => openPage('funeralFarewell', { id: farewell })} />
    </Card>
  );
}
