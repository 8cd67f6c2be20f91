import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords } from '../../../copy/funeral-farewell';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';

const { also: words } = farewellWords;

/** What can be done beside the next step; nothing of it has to be. */
export function Also({ view: { id, acts, place } }: { view: FarewellView }) {
  return (
    <>
      {place?.state === 'confirmed' && acts.includes('change-voyage') && (
        <Button id="change" kind="second" text={words.change} onPress={() => openPage('funeralChange', { id })} />
      )}
      {acts.includes('memory') && (
        <Button id="memory" kind="second" text={words.memory} onPress={() => openPage('funeralMemory', { id })} />
      )}
    </>
  );
}
