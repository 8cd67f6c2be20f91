import type { Assessment, Clause, Outcome, ProgrammeVerdict, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import type { Programme, RuleVersion } from '@jinmen/shared/eligibility/programme';
import { versionOn } from '@jinmen/shared/eligibility/programme-of-day';
import { relevantClauses } from '@jinmen/shared/eligibility/relevant-clauses';
import type { FactValues } from '@jinmen/shared/facts/fact';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Source } from '@jinmen/shared/kernel/source';
import { result } from '../../copy/result';
import { sources } from '../../copy/sources';
import { dayInWords } from '../../platform/clock';
import type { ClauseLine } from '../../ui/clause-list';
import type { PillTone } from '../../ui/pill';
import { amountInWords, figuresOf, missedBy } from './figures';
import { labelOf, measureOf, type Vocabulary } from './vocabulary';

/** The best news first. */
const ORDER: readonly VerdictCode[] = ['likely', 'needs-review', 'need-facts', 'unlikely'];
const MOST_NAMED = 3;

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

/** One programme's answer, ready to be shown. */
export interface VerdictView {
  readonly verdict: VerdictCode;
  readonly badge: string;
  readonly tone: PillTone;
  readonly why: string;
  readonly amount: string | undefined;
  readonly clauses: readonly ClauseLine[];
}

export function inOrder<Judged extends { readonly verdict: VerdictCode }>(
  verdicts: readonly Judged[],
): readonly Judged[] {
  return [...verdicts].sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
}

/** The headline: what there is to hope for, by count, and never 符合 without 可能. */
export function titleOf({ verdicts }: Assessment): string {
  const count = (code: VerdictCode) => verdicts.filter(({ verdict }) => verdict === code).length;
  if (count('likely') > 0 && count('needs-review') > 0)
    return result.title.both(count('likely'), count('needs-review'));
  if (count('likely') > 0) return result.title.likely(count('likely'));
  if (count('needs-review') > 0) return result.title.review(count('needs-review'));
  return count('need-facts') > 0 || verdicts.length === 0 ? result.title.needFacts : result.title.none;
}

/** Stopped in the middle: how many are settled, and how many are not. */
export function settledWords({ verdicts }: Assessment): string {
  const open = verdicts.filter(({ verdict }) => verdict === 'need-facts').length;
  return result.settled(verdicts.length - open, open);
}

/** What an answer is read against. */
export interface Setting {
  readonly programme: Programme | undefined;
  readonly asOf: CivilDate;
  /** What the resident answered: `null` is 不清楚. */
  readonly answers: FactValues;
  readonly vocabulary: Vocabulary;
}

/** `programme` gives the rule of that day, from which follows which clauses the answer rests on. */
export function verdictView(verdict: ProgrammeVerdict, { programme, asOf, answers, vocabulary }: Setting): VerdictView {
  const version = programme && versionOn(programme, asOf);
  const relevant = relevantIn(verdict, version);
  return {
    verdict: verdict.verdict,
    badge: result.badge[verdict.verdict],
    tone: badgeTone[verdict.verdict],
    why: whyOf(verdict, relevant, answers, vocabulary),
    amount: amountOf(verdict, version),
    clauses: verdict.clauses.map((clause) => clauseLine(clause, relevant.has(clause.id), vocabulary)),
  };
}

function relevantIn({ verdict, clauses }: ProgrammeVerdict, version: RuleVersion | undefined): ReadonlySet<string> {
  if (version === undefined) return new Set(clauses.map(({ id }) => id));
  const outcomes = new Map(clauses.map(({ id, outcome }) => [id, outcome]));
  const when = verdict === 'unlikely' ? undefined : version.amount?.when;
  return new Set([...relevantClauses(version.rule, outcomes), ...(when ? relevantClauses(when, outcomes) : [])]);
}

/** Why, in one line with figures. Where one side is decided and another only staff can know, both are said. */
function whyOf(
  verdict: ProgrammeVerdict,
  relevant: ReadonlySet<string>,
  answers: FactValues,
  vocabulary: Vocabulary,
): string {
  const clauses = verdict.clauses.filter(({ id, decides }) => decides === 'eligibility' && relevant.has(id));
  switch (verdict.verdict) {
    case 'likely':
      return decidingFigures(clauses, vocabulary) ?? result.why.allYes;
    case 'unlikely':
      return notMatched(clauses, vocabulary);
    case 'need-facts':
      return stillMissing(verdict.missing, vocabulary);
    case 'needs-review':
      return bothHalves(
        clauses,
        verdict.review.filter((name) => answers[name] === null),
        vocabulary,
      );
  }
}

function decidingFigures(clauses: readonly Clause[], vocabulary: Vocabulary): string | undefined {
  return clauses
    .filter(({ outcome }) => outcome === 'yes')
    .map((clause) => figuresOf(clause, vocabulary))
    .find((figures) => figures !== undefined);
}

/** The nearest clause that did not match; one that a number decided says most. */
function notMatched(clauses: readonly Clause[], vocabulary: Vocabulary): string {
  const against = clauses.filter(({ outcome }) => outcome === 'no');
  const numbered = against.find((clause) => figuresOf(clause, vocabulary) !== undefined);
  const nearest = numbered ? nearestOf(against.filter(({ fact }) => fact === numbered.fact)) : against[0];
  if (nearest === undefined) return result.badge.unlikely;
  const figures = [figuresOf(nearest, vocabulary), missedBy(nearest, vocabulary)].filter(Boolean).join('，');
  return `${result.why.notMatched(nearest.text)}${figures === '' ? '' : `（${figures}）`}`;
}

/** Of several lines one number misses, the one it misses by least: at 59 that is 60, not 100. */
function nearestOf(clauses: readonly Clause[]): Clause | undefined {
  const [nearest] = [...clauses].sort((one, other) => distance(one) - distance(other));
  return nearest;
}

function distance({ value, threshold }: Clause): number {
  if (typeof threshold !== 'number') return Number.POSITIVE_INFINITY;
  return typeof value === 'number' ? Math.abs(value - threshold) : 0;
}

function stillMissing(missing: readonly string[], vocabulary: Vocabulary): string {
  const named = labels(missing, vocabulary);
  return result.why.missing(named.slice(0, MOST_NAMED), named.length);
}

function bothHalves(clauses: readonly Clause[], unclear: readonly string[], vocabulary: Vocabulary): string {
  const decided = decidingFigures(
    clauses.filter(({ fact }) => isSum(fact, vocabulary)),
    vocabulary,
  );
  const byStreet = clauses
    .filter((clause) => isForStreet(clause, vocabulary) && !unclear.includes(clause.fact))
    // A number that is open because of what the resident left unclear is explained by that already.
    .filter(({ fact }) => unclear.length === 0 || !(fact in vocabulary.derived))
    .map((clause) =>
      isSettledByName(clause, vocabulary)
        ? labelOf(clause.fact, vocabulary)
        : result.why.clause(clause.text, figuresOf(clause, vocabulary)),
    );
  return [
    ...(decided === undefined ? [] : [result.why.matches(decided)]),
    ...(unclear.length > 0 ? [result.why.unclear(labels(unclear, vocabulary).slice(0, MOST_NAMED))] : []),
    ...(byStreet.length > 0 ? [result.why.byStreet([...new Set(byStreet)])] : []),
  ].join('；');
}

/** A sum that no further answer could decide is the street's too, though a part of it was never asked. */
function isForStreet({ outcome, fact }: Clause, vocabulary: Vocabulary): boolean {
  return outcome === 'review' || (outcome === 'missing' && fact in vocabulary.derived && isSum(fact, vocabulary));
}

function isSum(fact: string, vocabulary: Vocabulary): boolean {
  return ['money', 'share'].includes(measureOf(fact, vocabulary));
}

/** The office settles a fact only it knows; of one the resident answered it settles the clause: not 岁数, but 够不够岁数. */
function isSettledByName({ fact, threshold }: Clause, { facts, derived }: Vocabulary): boolean {
  return facts[fact]?.type === 'staff' || (fact in derived && threshold === undefined);
}

function labels(names: readonly string[], vocabulary: Vocabulary): readonly string[] {
  return [...new Set(names.map((name) => labelOf(name, vocabulary)))];
}

/** What would be paid if granted; `undefined` for a programme that pays nothing by its rule. */
function amountOf({ verdict, amount }: ProgrammeVerdict, version: RuleVersion | undefined): string | undefined {
  if (verdict === 'unlikely') return undefined;
  // It pays something, and no figure for it is in force.
  if (amount === undefined) return version?.amount && !version.amount.when ? result.amountUnknown : undefined;
  const figure = amountInWords(amount);
  return figure === undefined ? result.amountUnknown : result.amount(amount.text, figure);
}

function clauseLine(clause: Clause, relevant: boolean, vocabulary: Vocabulary): ClauseLine {
  const matters = relevant || clause.outcome === 'yes';
  return {
    id: clause.id,
    text: clause.text,
    outcome: result.outcome[clause.outcome],
    tone: matters ? clauseTone[clause.outcome] : 'no',
    figures: matters ? figuresOf(clause, vocabulary) : result.idle,
    source: sourceInWords(clause.source),
  };
}

/** `津民规〔2025〕6号 第九条（2025 年 9 月 1 日起施行）`, as far as each part is known. */
export function sourceInWords({ document, article, effective }: Source): string {
  return `${document}${article === undefined ? '' : ` ${article}`}${effective === undefined ? '' : sources.inForceSince(dayInWords(effective))}`;
}
