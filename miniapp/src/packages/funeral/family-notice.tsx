import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { kinWords } from '../../copy/funeral-kin';
import { openPage } from '../../platform/navigate';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line } from '../../ui/words';

const { found: words } = kinWords;

/** Another of the family was here before: said as soon as the one who died is known, with the way to them. */
export function FamilyNotice({ view: { id, family } }: { view: FarewellView }) {
  if (family === undefined) return null;
  return (
    <Card id="family-already" title={words.heading} tone="soft">
      <Line>{words.lead(family.name)}</Line>
      <Line tone="quiet">{words.why}</Line>
      <Button id="to-family" className="card-action" text={words.go} onPress={() => openPage('funeralAsk', { id })} />
    </Card>
  );
}
