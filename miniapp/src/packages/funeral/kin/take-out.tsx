import type { FarewellKin, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { kinWords } from '../../../copy/funeral-kin';
import { askToConfirm } from '../../../platform/ask';
import { Button } from '../../../ui/button';
import { actOnFarewell } from '../api';
import { DeedSaid } from '../deed-said';
import { useDeed } from '../use-deed';

const { takeOut: words } = kinWords;

/** A relative who came by a link that was not meant for them: what it means, one question, no reason asked. */
export function TakeOut({ view, kin: { id } }: { view: FarewellView; kin: FarewellKin }) {
  const deed = useDeed();
  const takeOut = async () => {
    if (!(await askToConfirm(words.ask))) return;
    await deed.run('take-out', () => actOnFarewell(view, { to: `kin/${encodeURIComponent(id)}`, method: 'DELETE' }));
  };
  return (
    <>
      <Button
        id={`out-${id}`}
        kind="quiet"
        text={deed.doing ? words.working : words.go}
        onPress={() => void takeOut()}
      />
      <DeedSaid {...deed} />
    </>
  );
}
