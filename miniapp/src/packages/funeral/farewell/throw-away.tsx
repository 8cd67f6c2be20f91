import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords } from '../../../copy/funeral-farewell';
import { askToConfirm } from '../../../platform/ask';
import { goBackTo } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Line } from '../../../ui/words';
import { throwFarewellAway } from '../api';
import { DeedSaid } from '../deed-said';
import { openFarewell } from '../draft/session';
import { useDeed } from '../use-deed';
import { seeMine } from '../use-mine';

const { throwAway: words } = farewellWords;

/** Throwing away what was never signed up: one question, then back to where they came from. */
export function ThrowAway({ view: { id, acts } }: { view: FarewellView }) {
  const deed = useDeed();
  const throwAway = async () => {
    if (!(await askToConfirm(words.ask))) return;
    const sent = await deed.run('throw-away', () => throwFarewellAway(id));
    if (sent?.kind === 'sent') {
      await seeMine(); // one begun by mistake keeps nothing quiet
      goBackTo({ page: 'funeralFarewell' });
    }
    // signed up meanwhile on another phone: what can be done now is on the page
    else if (sent?.kind === 'problem') await openFarewell(id);
  };
  return (
    <>
      {acts.includes('throw-away') && (
        <>
          <Button
            id="throw-away"
            kind="quiet"
            text={deed.doing ? words.working : words.go}
            onPress={() => void throwAway()}
          />
          <Line tone="quiet">{words.line}</Line>
        </>
      )}
      <DeedSaid {...deed} />
    </>
  );
}
