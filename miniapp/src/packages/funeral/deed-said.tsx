import { confirmWords } from '../../copy/funeral-place';
import { openPage } from '../../platform/navigate';
import { textOf } from '../../platform/shape';
import { TroubleCard } from '../../shell/trouble-card';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { useDeed } from './use-deed';

/** What came of a tap that did not do what it was meant to; beside what was tapped. */
export function DeedSaid({ said, trouble }: Pick<ReturnType<typeof useDeed>, 'said' | 'trouble'>) {
  // signed up by themselves before: the problem says which one it is
  const own = trouble?.code === 'farewell.yours-already' ? textOf(trouble.more.farewell) : undefined;
  return (
    <>
      {said !== undefined && <Notice className="deed-said">{said}</Notice>}
      {trouble && <TroubleCard trouble={trouble} />}
      {own !== undefined && (
        <Button
          id="own"
          kind="second"
          text={confirmWords.hub}
          onPress={() => openPage('funeralFarewell', { id: own })}
        />
      )}
    </>
  );
}
