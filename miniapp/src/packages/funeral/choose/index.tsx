import { aboardOf } from '@jinmen/shared/services/sea-scattering/content';
import type { FarewellView, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { chooseWords as words } from '../../../copy/funeral-place';
import { funeralTitles } from '../../../copy/funeral-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { useVoyage } from '../api';
import { SaveLine } from '../draft/save-line';
import { contentsOf } from '../draft/sections';
import { useFarewell } from '../draft/session';
import { shown } from '../draft/unsent';
import { FamilyNotice } from '../family-notice';
import { FarewellShore } from '../farewell-shore';
import { nobodyComes } from '../farewell-view';
import { ShoreState } from '../shore-state';
import { VoyageCard } from '../voyage-card';
import { canBeChosen } from '../voyage-words';
import { ForWhom } from './for-whom';
import { Hold } from './hold';
import { Money } from './money';

/** A voyage before it is chosen: what it is, what it may cost, for how many; then it is kept for them. */
export default function ChoosePage() {
  const voyage = usePageParameter('voyage') ?? '';
  if (usePageParameter('id') === undefined) return <ForWhom voyage={voyage} />;
  return (
    <FarewellShore title={funeralTitles.choose} heading={() => words.heading}>
      {(view) => <ForThem view={view} voyageId={voyage} />}
    </FarewellShore>
  );
}

function ForThem({ view, voyageId }: { view: FarewellView; voyageId: string }) {
  const unsent = useFarewell((farewell) => farewell.unsent);
  // the number may change here with each tap; whether they need a seat at all does not
  const voyage = useVoyage(voyageId, Math.min(1, aboardOf(shown(contentsOf(view), unsent))));
  return (
    <>
      <ShoreState {...voyage} />
      {voyage.data && <VoyageCard voyage={voyage.data} without={nobodyComes(view)} />}
      <Money />
      <FamilyNotice view={view} />
      {voyage.data && <Way view={view} voyage={voyage.data} />}
      <SaveLine />
      <Button
        id="all-voyages"
        kind="quiet"
        text={words.all}
        onPress={() => openPage('funeralVoyages', { id: view.id })}
      />
    </>
  );
}

function Way({ view, voyage }: { view: FarewellView; voyage: VoyageView }) {
  if (view.place !== undefined) {
    return (
      <Card id="already">
        <Line>{words.already}</Line>
        <Button
          id="see-place"
          className="card-action"
          text={words.see}
          onPress={() => openPage('funeralFarewell', { id: view.id })}
        />
      </Card>
    );
  }
  if (!canBeChosen(voyage)) return <Line>{words.gone}</Line>;
  return <Hold view={view} voyage={voyage} />;
}
