import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { claimWords as words } from '../../../copy/funeral-start';
import { dayInWords } from '../../../platform/clock';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { ClaimClocks } from '../claim-clocks';

/** What may be claimed, counted from the day the family typed once; without it, what there is and whom to ask. */
export function Claims({ view: { deceased, state } }: { view: FarewellView }) {
  if (state === 'withdrawn') return null;
  const { cremated } = deceased;
  return (
    <Card id="claims-card" title={words.title}>
      {cremated && <Line tone="quiet">{words.fromFarewell(dayInWords(cremated))}</Line>}
      <ClaimClocks cremated={cremated} />
    </Card>
  );
}
