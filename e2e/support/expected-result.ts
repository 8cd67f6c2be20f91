import { engine, programmes } from '@jinmen/shared/catalogue';
import type { Outcome, ProgrammeVerdict, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import { type Door, doors as everyDoor, letsThrough } from '@jinmen/shared/facts/doors';
import type { FactValues, Question } from '@jinmen/shared/facts/fact';
import { questions } from '@jinmen/shared/facts/questions';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { standardRows } from '@jinmen/shared/standards/standards';

/** What a resident reads for each verdict and each clause. The phone never says 符合 without 可能. */
const BADGES = {
  likely: '可能符合',
  'needs-review': '要街道核定',
  'need-facts': '还差几题',
  unlikely: '这次没对上',
} as const satisfies Readonly<Record<VerdictCode, string>>;
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  yes: '对得上',
  no: '没对上',
  missing: '还没问',
  review: '由街道核定',
};

export type Badge = (typeof BADGES)[VerdictCode];

/** What the result must show for one programme. */
export interface ExpectedVerdict {
  readonly programme: string;
  readonly badge: string;
  /** In reading order. */
  readonly outcomes: readonly string[];
}

/**
 * What the rules in force today say about these facts, in the words of the result page. A programme that only a closed
 * door keeps open has no answer yet, and stands under 还没问.
 */
export function expectedResult(facts: FactValues, doors: readonly Door[]): readonly ExpectedVerdict[] {
  return verdictsOn(facts)
    .filter((verdict) => !waits(verdict, doors))
    .map(({ programme, verdict, clauses }) => ({
      programme,
      badge: BADGES[verdict],
      outcomes: clauses.map(({ outcome }) => OUTCOMES[outcome]),
    }));
}

/** Titles of the programmes the result page must offer under 还没问. */
export function expectedNotAsked(facts: FactValues, doors: readonly Door[]): readonly string[] {
  const waiting = verdictsOn(facts).filter((verdict) => waits(verdict, doors));
  return waiting.map(({ programme }) => titleOf(programme));
}

/** As a resident reads it. */
export function titleOf(programme: string): string {
  return programmes.find(({ code }) => code === programme)?.title ?? programme;
}

/** Lacks facts that are asked only behind doors nobody opened: its own, or one that nothing but a resident's wish opens. */
function waits({ programme, verdict, missing }: ProgrammeVerdict, opened: readonly Door[]): boolean {
  if (verdict !== 'need-facts') return false;
  if (!opened.some((door) => door === programmes.find(({ code }) => code === programme)?.door)) return true;
  const asking = (questions as readonly Question[]).filter(({ facts }) => facts.some((fact) => missing.includes(fact)));
  return asking.every(({ door }) => !letsThrough(everyDoor, opened, door));
}

function verdictsOn(facts: FactValues) {
  return engine.verdicts(facts, { asOf: dayInShanghai(Date.now()), standards: standardRows });
}
