import { addDays, type CivilDate, isCivilDate } from '../kernel/civil-date';
import type { StandardRow } from '../standards/standard';
import { canBeMet, type Wanted } from './can-be-met';
import { clauseProblems, type LeafInPlace, leavesIn } from './clause-problems';
import type { Condition } from './condition';
import type { Expression } from './expression';
import { expressionProblems } from './expression-problems';
import { standardsOfDay } from './limit';
import type { Programme, RuleVersion } from './programme';
import type { StandardKeys } from './standard-key-problems';
import type { Vocabulary } from './vocabulary';

/**
 * Everything wrong with a programme as data, one readable line each, e.g. `programmes/tea-house-grant C3: …`; empty
 * when it may be published. `emptyByDesign` lists standards that are UNKNOWN until an operator gives them.
 */
export function programmeProblems(
  programme: Programme,
  vocabulary: Vocabulary,
  standards: readonly StandardRow[],
  emptyByDesign: readonly string[] = [],
): readonly string[] {
  const units = new Map(standards.map(({ key, unit }) => [key, unit]));
  const check = new Check(programme, vocabulary, standards, { units, emptyByDesign: new Set(emptyByDesign) });
  return [...new Set(check.problems())];
}

class Check {
  private readonly place: string;

  constructor(
    private readonly programme: Programme,
    private readonly vocabulary: Vocabulary,
    private readonly standards: readonly StandardRow[],
    private readonly keys: StandardKeys,
  ) {
    this.place = `programmes/${programme.code}`;
  }

  problems(): string[] {
    const { versions } = this.programme;
    if (versions.length === 0) return [`${this.place}: has no rule version`];
    return [
      ...this.wordProblems(),
      ...versions.flatMap((version, index) => this.dayProblems(version, versions[index + 1])),
      ...versions.flatMap((version) => this.versionProblems(version)),
    ];
  }

  private wordProblems(): string[] {
    const { title, formalName, summary, bureau, door, words, guide } = this.programme;
    const { papers: _, ...guideWords } = guide;
    const empty = Object.entries({ title, formalName, summary, bureau, door, ...guideWords })
      .filter(([, text]) => text.trim() === '')
      .map(([name]) => `${this.place}: ${name} is empty`);
    return words.length > 0 ? empty : [...empty, `${this.place}: has no words to be found by`];
  }

  private dayProblems({ from, to }: RuleVersion, next: RuleVersion | undefined): string[] {
    const named = `${this.place} version from ${from}`;
    if (!isCivilDate(from)) return [`${named}: is not a day`];
    if (to !== undefined && !isCivilDate(to)) return [`${named}: ends on ${to}, which is not a day`];
    if (to !== undefined && to < from) return [`${named}: ends on ${to}, before it begins`];
    if (!next) return [];
    if (next.from <= from) return [`${named}: the version listed after it begins on ${next.from}, not later`];
    if (to === undefined || to >= next.from) return [`${named}: overlaps the version from ${next.from}`];
    return [];
  }

  private versionProblems(version: RuleVersion): string[] {
    const leaves = [...leavesIn(version.rule), ...(version.amount?.when ? leavesIn(version.amount.when) : [])];
    const lines = [
      ...this.repeatedIds(leaves),
      ...leaves.flatMap(({ leaf }) =>
        clauseProblems(leaf, this.vocabulary, this.keys).map((line) => `${this.place} ${leaf.id}: ${line}`),
      ),
      ...this.expressionProblems(version, leaves),
    ];
    // A rule over words nobody knows cannot be reasoned about.
    return lines.length > 0 ? lines : this.deadEnds(version);
  }

  private repeatedIds(leaves: readonly LeafInPlace[]): string[] {
    const seen = new Set<string>();
    return leaves.flatMap(({ leaf: { id } }) => {
      if (seen.has(id)) return [`${this.place} ${id}: two clauses have this number`];
      seen.add(id);
      return [];
    });
  }

  private expressionProblems({ amount }: RuleVersion, leaves: readonly LeafInPlace[]): string[] {
    const of = (is: Expression, ...within: string[]) => expressionProblems(is, this.vocabulary, this.keys, within);
    const ofAmount = amount ? of(amount.is).map((line) => `${this.place} amount: ${line}`) : [];
    const derived = leaves.flatMap(({ leaf: { id, fact } }) => {
      const definition = Object.hasOwn(this.vocabulary.derived, fact) ? this.vocabulary.derived[fact] : undefined;
      if (!definition) return [];
      return of(definition.is, fact).map((line) => `${this.place} ${id}: ${fact}: ${line}`);
    });
    return [...ofAmount, ...derived];
  }

  private deadEnds(version: RuleVersion): string[] {
    const days = this.daysWorthTrying(version).map((day) => standardsOfDay(this.standards, day));
    const possible = (...wanted: readonly Wanted[]) => days.some((day) => canBeMet(wanted, this.vocabulary, day));
    const rule = wanted(version.rule);
    const when = version.amount?.when;
    const inRule = leavesIn(version.rule).map((each) => ({ ...each, beside: [rule] }));
    const inAmount = when ? leavesIn(when).map((each) => ({ ...each, beside: [rule, wanted(when)] })) : [];
    const alone = [...inRule, ...inAmount].flatMap(({ leaf, holds }) =>
      possible({ condition: leaf, holds }) ? [] : [`${this.place} ${leaf.id}: no answer can ever meet this clause`],
    );
    if (!possible(rule)) return [...alone, `${this.place} rule from ${version.from}: no household can ever meet it`];
    if (when && !possible(rule, wanted(when)))
      return [...alone, `${this.place} amount from ${version.from}: no household that meets the rule can ever get it`];
    if (alone.length > 0) return alone;
    return [...inRule, ...inAmount].flatMap(({ leaf, holds, beside }) =>
      possible({ condition: leaf, holds }, ...beside)
        ? []
        : [`${this.place} ${leaf.id}: cannot be met by any household that meets the rest`],
    );
  }

  /** The first day, and each day within the version on which a figure changes or runs out. */
  private daysWorthTrying({ from, to }: RuleVersion): readonly CivilDate[] {
    const turns = this.standards.flatMap((row) => [row.from, ...(row.to ? [addDays(row.to, 1)] : [])]);
    return [...new Set([from, ...turns.filter((day) => day > from && (to === undefined || day <= to))])].sort();
  }
}

function wanted(condition: Condition): Wanted {
  return { condition, holds: true };
}
