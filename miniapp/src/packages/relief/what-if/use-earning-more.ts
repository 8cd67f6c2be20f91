import { engine, programmes, vocabulary } from '@jinmen/shared/catalogue';
import { type EarningMore, earningMore } from '@jinmen/shared/eligibility/what-if';
import { useMemo } from 'react';
import { today } from '../../../platform/clock';
import { useStandards } from '../../../state/standards';
import { useSession } from '../session';

/** What earning more would change for the household in this phone; `undefined` while its earnings are not known. */
export function useEarningMore(): EarningMore | undefined {
  const { facts } = useSession((session) => session.interview);
  const standards = useStandards((state) => state.rows);
  const asOf = today();
  return useMemo(
    () => earningMore({ engine, vocabulary, programmes, facts, options: { asOf, standards } }),
    [facts, standards, asOf],
  );
}
