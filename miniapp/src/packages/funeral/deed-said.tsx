import { TroubleCard } from '../../shell/trouble-card';
import { Notice } from '../../ui/notice';
import type { useDeed } from './use-deed';

/** What came of a tap that did not do what it was meant to; beside what was tapped. */
export function DeedSaid({ said, trouble }: Pick<ReturnType<typeof useDeed>, 'said' | 'trouble'>) {
  return (
    <>
      {said !== undefined && <Notice className="deed-said">{said}</Notice>}
      {trouble && <TroubleCard trouble={trouble} />}
    </>
  );
}
