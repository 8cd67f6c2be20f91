import type { FactValues } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import type { StandardRow } from '../standards/standard';
import type { Assessment, ProgrammeVerdict } from './assessment';
import { chooseQuestion } from './next-question';
import type { Programme } from './programme';
import { ProgrammeOfDay } from './programme-of-day';
import { RuleBook, type RulesOfDay } from './rules-of-day';
import type { Vocabulary } from './vocabulary';

export interface AssessOptions {
  /** The day whose rules and standards apply. */
  readonly asOf: CivilDate;
  readonly standards: readonly StandardRow[];
  /** Doors the resident opened: only programmes behind them are asked for, the other questions are listed. */
  readonly doors?: readonly string[];
}

/** Evaluates programmes on a household's facts. Pure: the same facts, day and rows give the same answer anywhere. */
export interface Engine {
  /** Verdicts, the next question worth asking, and what was not asked. Facts must have passed `factProblems`. */
  assess(facts: FactValues, options: AssessOptions): Assessment;
  /** The verdicts alone, one for every programme, in catalogue order. */
  verdicts(facts: FactValues, options: AssessOptions): readonly ProgrammeVerdict[];
  /** Release of the rules + hash of the standard rows in force that day. */
  rulesVersion(standards: readonly StandardRow[], asOf: CivilDate): string;
}

/** An engine for these programmes in these words; `release` names the rules and stands in every `rulesVersion`. */
export function createEngine(vocabulary: Vocabulary, programmes: readonly Programme[], release: string): Engine {
  const book = new RuleBook(vocabulary, programmes, release);
  return {
    rulesVersion: (standards, asOf) => book.versionOf(standards, asOf),
    verdicts: (facts, { standards, asOf }) => verdictsOf(book.rulesOf(standards, asOf), facts),
    assess(facts, { standards, asOf, doors = ['general'] }) {
      const rules = book.rulesOf(standards, asOf);
      const verdicts = verdictsOf(rules, facts);
      const { next, notAsked } = chooseQuestion(vocabulary, rules.onRecord, rules.answers, doors);
      const answer = { rulesVersion: rules.rulesVersion, asOf, verdicts, notAsked };
      return next ? { ...answer, nextQuestion: next } : answer;
    },
  };
}

function verdictsOf({ answers, judges }: RulesOfDay, facts: FactValues): readonly ProgrammeVerdict[] {
  answers.load(facts);
  return judges.map((judge) => (judge instanceof ProgrammeOfDay ? judge.verdict() : judge));
}
