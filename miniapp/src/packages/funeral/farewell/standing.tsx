import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords as words } from '../../../copy/funeral-farewell';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { nobodyComes, standsInWords } from '../farewell-view';
import { VoyageCard } from '../voyage-card';

/** Where it stands, and the voyage if there is one. */
export function Standing({ view }: { view: FarewellView }) {
  const { place, number, goesWith } = view;
  return (
    <>
      <Card id="standing" tone="soft">
        <Line>{standsInWords(view)}</Line>
        {goesWith !== undefined && <Line>{words.goesWith(goesWith)}</Line>}
        <Line tone="fine">{words.number(number)}</Line>
      </Card>
      {place && <VoyageCard voyage={place.voyage} id="their-voyage" theirs without={nobodyComes(view)} />}
    </>
  );
}
