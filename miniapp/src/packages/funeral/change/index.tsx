import { aboardOf } from '@jinmen/shared/services/sea-scattering/content';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { seaChangeWords as words } from '../../../copy/funeral-boarding';
import { funeralTitles } from '../../../copy/funeral-titles';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { pathsOf } from '../farewell-paths';
import { useOwn } from '../own-look';
import { Shore } from '../shore';
import { OwnChange } from './own-change';
import { Suspended } from './suspended';
import { useToVoyage } from './use-to-voyage';

/** Another day, because of the weather or of the family's own. Nothing is lost by not answering. */
export default function ChangePage() {
  const id = usePageParameter('id') ?? '';
  const seen = useOwn<FarewellView>(pathsOf(id).farewell);
  const { data } = seen;
  const suspended = data?.place?.state === 'displaced';
  return (
    <Shore title={funeralTitles.change} heading={words.heading[suspended ? 'suspended' : 'own']} seen={seen}>
      {data && <Change view={data} look={seen.again} />}
    </Shore>
  );
}

function Change({ view, look }: { view: FarewellView; look: () => Promise<void> }) {
  const { id, place, you } = view;
  const change = useToVoyage(place?.booking, look);
  const may = you === 'applicant';
  const aboard = aboardOf(view);
  return (
    <>
      {change.said !== undefined && <Notice className="change-said">{change.said}</Notice>}
      {place === undefined && <NoPlace id={id} />}
      {place?.state === 'displaced' && <Suspended {...{ farewell: id, place, aboard, may, change }} />}
      {place && place.state !== 'displaced' && <OwnChange {...{ farewell: id, place, aboard, may, change }} />}
    </>
  );
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
