import { engine } from '@jinmen/shared/catalogue';
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

/** What the rules in force today say about these facts, in the words of the result page. */
export function expectedResult(facts: FactValues): readonly ExpectedVerdict[] {
  const { verdicts } = engine.assess(facts, { asOf: dayInShanghai(Date.now()), standards: standardRows });
  return verdicts.map(({ programme, verdict, clauses }) => ({
    programme,
    badge: BADGES[verdict],
    outcomes: clauses.map(({ outcome }) => OUTCOMES[outcome]),
  }));
}
