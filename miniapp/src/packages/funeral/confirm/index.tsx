import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { confirmWords as words } from '../../../copy/funeral-place';
import { funeralTitles } from '../../../copy/funeral-titles';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { FarewellShore } from '../farewell-shore';
import { HeldPlace } from './held-place';

/** A place that is kept, whole, before the yes; opened later it only leads on. */
export default function ConfirmPage() {
  return (
    <FarewellShore title={funeralTitles.confirm} heading={() => words.heading}>
      {(view) =>
        view.place !== undefined && view.acts.includes('confirm') ? (
          <HeldPlace view={view} place={view.place} />
        ) : (
          <LeadOn view={view} />
        )
      }
    </FarewellShore>
  );
}

function LeadOn({ view: { id, place, acts } }: { view: FarewellView }) {
  const settled = place?.state === 'confirmed' || place?.state === 'checked-in';
  return (
    <Card id={settled ? 'settled' : 'lapsed'}>
      <Line>{settled ? words.confirmed : words.lapsed}</Line>
      {settled && <Line tone="quiet">{words.confirmedLine}</Line>}
      {acts.includes('choose-voyage') && (
        <Button
          id="again"
          className="card-action"
          text={words.again}
          onPress={() => openPage('funeralVoyages', { id })}
        />
      )}
      <Button
        id="hub"
        kind={acts.includes('choose-voyage') ? 'quiet' : 'primary'}
        className="card-action"
        text={words.hub}
        onPress={() => openPage('funeralFarewell', { id })}
      />
    </Card>
  );
}
