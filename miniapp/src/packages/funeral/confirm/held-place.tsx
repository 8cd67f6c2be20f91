import type { FarewellPlace, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { confirmWords as words } from '../../../copy/funeral-place';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { DeedSaid } from '../deed-said';
import { OpenPoints } from '../farewell/sections';
import { nobodyComes, untilInWords } from '../farewell-view';
import { ShoreState } from '../shore-state';
import { VoyageCard } from '../voyage-card';
import { meetingOf } from '../voyage-words';
import { usePlace } from './use-place';

interface HeldPlaceProps {
  readonly view: FarewellView;
  readonly place: FarewellPlace;
}

/** Until when by the clock on the wall, and nothing that ticks; then everything a family asks before such a day. */
export function HeldPlace({ view, place }: HeldPlaceProps) {
  const { booking, seen, deed, renew, confirm, release } = usePlace(view, place);
  const alone = nobodyComes(view);
  return (
    <>
      <Notice className="kept-until">
        {place.keptUntil === undefined ? words.heading : words.held(untilInWords(place.keptUntil))}
        {booking?.acts.includes('renew') && (
          <Button
            id="renew"
            kind="quiet"
            text={deed.doing === 'renew' ? words.renewing : words.renew}
            onPress={() => void renew()}
          />
        )}
      </Notice>
      <VoyageCard voyage={place.voyage} id="their-voyage" theirs without={alone} />
      <Company view={view} />
      {!alone && <Lines id="meet" title={words.meet} lines={[meetingOf(place.voyage), words.meetLine]} />}
      {!alone && <Lines id="wear" title={words.wear} lines={words.wearLines} />}
      <Lines
        id="scatter"
        title={words.scatter}
        lines={[
          words.scatterBy[view.way === 'proxy' ? 'others' : 'family'],
          ...words.scatterLines,
          words.scatterSource,
        ]}
      />
      <Lines id="weather" title={words.weather} lines={words.weatherLines} />
      <Lines id="money" title={words.money} lines={words.moneyLines} />
      <OpenPoints view={view} />
      {booking === undefined && <ShoreState {...seen} />}
      <DeedSaid {...deed} />
      {booking && (
        <>
          <Button
            id="confirm"
            text={deed.doing === 'confirm' ? words.confirming : words.yes}
            onPress={() => void confirm()}
          />
          <Button
            id="release"
            kind="second"
            text={deed.doing === 'release' ? words.releasing : words.release}
            onPress={() => void release()}
          />
        </>
      )}
    </>
  );
}

function Company({ view: { way, company } }: { view: FarewellView }) {
  const lines = [
    words.aboard(way === 'proxy' ? 0 : company.aboard),
    ...(company.ashore > 0 ? [words.ashore(company.ashore)] : []),
  ];
  return <Lines id="who" title={words.who} lines={lines} />;
}

function Lines({ id, title, lines }: { id: string; title: string; lines: readonly string[] }) {
  return (
    <Card id={id} title={title} className="said-lines">
      {lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Card>
  );
}
