import type { FactValues } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import { Answers } from './answers';
import { Compiler } from './compile';
import type { Condition } from './condition';
import { standardsOfDay } from './limit';
import { YES } from './truth';
import type { Vocabulary } from './vocabulary';

/**
 * Answers that hardly go together. A doubt is asked about, kindly and once; it never refuses an answer and no verdict
 * reads it. It is raised only when it is certain, whatever the open answers turn out to be.
 */
export interface Doubt {
  readonly id: string;
  /** Holds when the answers contradict each other. Rests on facts alone: its bounds are numbers, not standards. */
  readonly when: Condition;
  /** The answers count at all only while this holds; what it rests on is not asked about. */
  readonly given?: Condition;
  /** What the resident is asked. */
  readonly text: string;
}

export interface RaisedDoubt {
  readonly id: string;
  readonly text: string;
  /** The facts it is about, those not asked yet among them. */
  readonly facts: readonly string[];
}

/** No doubt rests on a standard, so the day is any. */
// Stryker disable next-line StringLiteral: any day does, a day that is none too
const ANY_DAY: CivilDate = '2026-01-01';

/** What to ask about in these answers, in the order of the list. Facts must have passed `factProblems`. */
export function createDoubter(
  vocabulary: Vocabulary,
  doubts: readonly Doubt[],
): (facts: FactValues) => readonly RaisedDoubt[] {
  const answers = new Answers(vocabulary.facts, ANY_DAY);
  const compiler = new Compiler(vocabulary, standardsOfDay([], ANY_DAY), answers);
  const compiled = doubts.map(({ id, when, given, text }) => {
    const { condition } = compiler.rule(when);
    const conditions = [condition, ...(given ? [compiler.rule(given).condition] : [])];
    return { conditions, raised: { id, text, facts: condition.cells.map(({ name }) => name) } };
  });
  return (facts) => {
    answers.load(facts);
    return compiled
      .filter(({ conditions }) => conditions.every((each) => each.evaluate() === YES))
      .map(({ raised }) => raised);
  };
}
