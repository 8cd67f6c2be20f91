import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords } from '../../../copy/funeral-farewell';
import { askToConfirm } from '../../../platform/ask';
import { Button } from '../../../ui/button';
import { Line } from '../../../ui/words';
import { actOnFarewell } from '../api';
import { DeedSaid } from '../deed-said';
import { useDeed } from '../use-deed';

const { withdraw: words } = farewellWords;

/** Laying it aside: what it means, one question, no reason asked. Afterwards the next step is to take it up again. */
export function Withdraw({ view }: { view: FarewellView }) {
  const deed = useDeed();
  if (!view.acts.includes('withdraw')) return null;
  const placed = view.place !== undefined;
  const withdraw = async () => {
    if (!(await askToConfirm(placed ? words.askPlaced : words.ask))) return;
    const body = placed ? { givePlaceBack: true } : {};
    await deed.run('withdraw', () => actOnFarewell(view, { to: 'withdrawal', body }));
  };
  return (
    <>
      <Button id="withdraw" kind="quiet" text={deed.doing ? words.working : words.go} onPress={() => void withdraw()} />
      <Line tone="quiet">{placed ? words.linePlaced : words.line}</Line>
      <DeedSaid {...deed} />
    </>
  );
}
