import type { FarewellPlace, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { seaChangeWords as words } from '../../../copy/funeral-boarding';
import { funeralTitles } from '../../../copy/funeral-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { pathsOf } from '../farewell-paths';
import { useOwn } from '../own-look';
import { Shore } from '../shore';
import { OwnChange } from './own-change';
import { Suspended } from './suspended';

/** Another day, because of the weather or of the family's own. Nothing is lost by not answering. */
export default function ChangePage() {
  const id = usePageParameter('id') ?? '';
  const seen = useOwn<FarewellView>(pathsOf(id).farewell);
  const { data } = seen;
  const suspended = data?.place?.state === 'displaced';
  return (
    <Shore title={funeralTitles.change} heading={words.heading[suspended ? 'suspended' : 'own']} seen={seen}>
      {data && (data.place ? <Change view={data} place={data.place} look={seen.again} /> : <NoPlace id={id} />)}
    </Shore>
  );
}

function Change({ view, place, look }: { view: FarewellView; place: FarewellPlace; look: () => Promise<void> }) {
  const may = view.you === 'applicant';
  if (place.state === 'displaced') return <Suspended farewell={view.id} place={place} may={may} look={look} />;
  return <OwnChange farewell={view.id} place={place} may={may} look={look} />;
}

function NoPlace({ id }: { id: string }) {
  return (
    <Card id="no-place">
      <Line>{words.none}</Line>
      <Button
        id="no-place-voyages"
        className="card-action"
        text={words.all}
        onPress={() => openPage('funeralVoyages', { id })}
      />
    </Card>
  );
}
