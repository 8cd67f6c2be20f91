import { engine, programmes } from '@jinmen/shared/catalogue';
import type { Outcome, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { standardRows } from '@jinmen/shared/standards/standards';

/** What a resident reads for each verdict and each clause. The phone never says 符合 without 可能. */
const BADGES: Readonly<Record<VerdictCode, string>> = {
  likely: '可能符合',
  'needs-review': '要街道核定',
  'need-facts': '还差几项',
  unlikely: '这次没对上',
};
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  yes: '对得上',
  no: '没对上',
  missing: '还没问',
  review: '由街道核定',
};

/** What the result must show for one programme. */
export interface ExpectedVerdict {
  readonly programme: string;
  readonly badge: string;
  /** In reading order. */
  readonly outcomes: readonly string[];
}

/**
 * What the rules in force today say about these facts once all questions are answered, in the words of the result page.
 * What then still lacks facts waits behind a door nobody opened, and stands under 还没问.
 */
export function expectedResult(facts: FactValues): readonly ExpectedVerdict[] {
  return verdictsOn(facts)
    .filter(({ verdict }) => verdict !== 'need-facts')
    .map(({ programme, verdict, clauses }) => ({
      programme,
      badge: BADGES[verdict],
      outcomes: clauses.map(({ outcome }) => OUTCOMES[outcome]),
    }));
}

/** Titles of the programmes the result page must offer under 还没问. */
export function expectedNotAsked(facts: FactValues): readonly string[] {
  const waiting = verdictsOn(facts).filter(({ verdict }) => verdict === 'need-facts');
  return waiting.map(({ programme }) => programmes.find(({ code }) => code === programme)?.title ?? programme);
}

function verdictsOn(facts: FactValues) {
  return engine.verdicts(facts, { asOf: dayInShanghai(Date.now()), standards: standardRows });
}
