import type { Assessment, Clause, Outcome, ProgrammeVerdict, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import type { Source } from '@jinmen/shared/kernel/source';
import { result } from '../../copy/result';
import type { ClauseLine } from '../../ui/clause-list';
import type { PillTone } from '../../ui/pill';
import { amountInWords, figuresOf, missedBy } from './figures';
import { isMoney, labelOf, type Vocabulary } from './vocabulary';

/** The best news first. */
const ORDER: readonly VerdictCode[] = ['likely', 'needs-review', 'need-facts', 'unlikely'];

export const badgeTone: Readonly<Record<VerdictCode, PillTone>> = {
  likely: 'success',
  'needs-review': 'warn',
  'need-facts': 'soft',
  unlikely: 'muted',
};

const clauseTone: Readonly<Record<Outcome, ClauseLine['tone']>> = {
  yes: 'yes',
  no: 'no',
  missing: 'open',
  review: 'open',
};

export function inOrder(verdicts: readonly ProgrammeVerdict[]): readonly ProgrammeVerdict[] {
  return [...verdicts].sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
}

/** The headline: what there is to hope for, by count, and never 符合 without 可能. */
export function titleOf({ verdicts }: Assessment): string {
  const count = (code: VerdictCode) => verdicts.filter(({ verdict }) => verdict === code).length;
  if (count('likely') > 0) return result.title.likely(count('likely'));
  if (count('needs-review') > 0) return result.title.review(count('needs-review'));
  return count('need-facts') > 0 ? result.title.needFacts : result.title.none;
}

/** Why, in one line with figures. Where one side is decided and another only staff can know, both are said. */
export function whyOf(verdict: ProgrammeVerdict, vocabulary: Vocabulary): string {
  const clauses = verdict.clauses.filter(({ decides }) => decides === 'eligibility');
  switch (verdict.verdict) {
    case 'likely':
      return decidingFigures(clauses, vocabulary) ?? result.why.allYes;
    case 'unlikely':
      return notMatched(clauses, vocabulary);
    case 'need-facts':
      return result.why.missing(labels(verdict.missing, vocabulary));
    case 'needs-review':
      return bothHalves(verdict, clauses, vocabulary);
  }
}

function decidingFigures(clauses: readonly Clause[], vocabulary: Vocabulary): string | undefined {
  return clauses
    .filter(({ outcome }) => outcome === 'yes')
    .map((clause) => figuresOf(clause, vocabulary))
    .find((figures) => figures !== undefined);
}

function notMatched(clauses: readonly Clause[], vocabulary: Vocabulary): string {
  const [nearest] = clauses.filter(({ outcome }) => outcome === 'no');
  if (nearest === undefined) return result.badge.unlikely;
  const figures = [figuresOf(nearest, vocabulary), missedBy(nearest, vocabulary)].filter(Boolean).join('，');
  return `${result.why.notMatched(nearest.text)}${figures === '' ? '' : `（${figures}）`}`;
}

function bothHalves(verdict: ProgrammeVerdict, clauses: readonly Clause[], vocabulary: Vocabulary): string {
  const decided = clauses.find(({ outcome, fact }) => outcome === 'yes' && isMoney(fact, vocabulary));
  const figures = decided && figuresOf(decided, vocabulary);
  const open = labels(verdict.review, vocabulary);
  return [
    ...(decided ? [`${result.why.matches(labelOf(decided.fact, vocabulary))}${figures ? `（${figures}）` : ''}`] : []),
    result.why.byStreet(open.join('、')),
  ].join('；');
}

function labels(names: readonly string[], vocabulary: Vocabulary): readonly string[] {
  return [...new Set(names.map((name) => labelOf(name, vocabulary)))];
}

/** What would be paid if granted; `undefined` for a programme that pays nothing by its rule. */
export function amountOf({ verdict, amount }: ProgrammeVerdict): string | undefined {
  if (verdict === 'unlikely' || amount === undefined) return undefined;
  const figure = amountInWords(amount);
  return figure === undefined ? result.amountUnknown : result.amount(amount.text, figure);
}

export function clauseLines(clauses: readonly Clause[], vocabulary: Vocabulary): readonly ClauseLine[] {
  return clauses.map((clause) => ({
    id: clause.id,
    text: clause.text,
    outcome: result.outcome[clause.outcome],
    tone: clauseTone[clause.outcome],
    figures: figuresOf(clause, vocabulary),
    source: sourceInWords(clause.source),
  }));
}

/** `津民规〔2025〕6号 第九条（2025-09-01 起施行）`, as far as each part is known. */
export function sourceInWords({ document, article, effective }: Source): string {
  return `${document}${article === undefined ? '' : ` ${article}`}${effective === undefined ? '' : `（${effective} 起施行）`}`;
}
