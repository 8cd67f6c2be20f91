import type { FactValues } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import { contentHash } from '../kernel/content-hash';
import { standardsInForce } from '../standards/in-force';
import type { StandardRow } from '../standards/standard';
import { Answers } from './answers';
import type { Assessment, ProgrammeVerdict } from './assessment';
import { Compiler } from './compile';
import { chooseQuestion } from './next-question';
import type { Programme } from './programme';
import { offTheRecord, ProgrammeOfDay, versionOn } from './programme-of-day';
import type { Vocabulary } from './vocabulary';

export interface AssessOptions {
  /** The day whose rules and standards apply. */
  readonly asOf: CivilDate;
  readonly standards: readonly StandardRow[];
  /** Doors the resident opened; questions behind others are listed, not asked. */
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

/** The rules of one day over one table of standards, and the cells the household under judgement is loaded into. */
interface RulesOfDay {
  readonly rulesVersion: string;
  readonly answers: Answers;
  /** In catalogue order; a programme without rules that day has one answer for everybody. */
  readonly judges: readonly (ProgrammeOfDay | ProgrammeVerdict)[];
  readonly onRecord: readonly ProgrammeOfDay[];
}

export function createEngine(vocabulary: Vocabulary, programmes: readonly Programme[], release: string): Engine {
  const compiled = new WeakMap<readonly StandardRow[], Map<CivilDate, RulesOfDay>>();

  function rulesOf({ standards, asOf }: AssessOptions): RulesOfDay {
    const ofTable = compiled.get(standards) ?? new Map<CivilDate, RulesOfDay>();
    compiled.set(standards, ofTable);
    const known = ofTable.get(asOf);
    if (known) return known;
    if (ofTable.size >= MOST_DAYS_KEPT) ofTable.clear();
    const rules = compileRules(standards, asOf);
    ofTable.set(asOf, rules);
    return rules;
  }

  function compileRules(standards: readonly StandardRow[], asOf: CivilDate): RulesOfDay {
    const inForce = standardsInForce(standards, asOf);
    const answers = new Answers(vocabulary.facts);
    const compiler = new Compiler(vocabulary, new Map(inForce.map((row) => [row.key, row])), answers);
    const judges = programmes.map((programme) => {
      const version = versionOn(programme, asOf);
      return version ? new ProgrammeOfDay(programme, version, compiler, answers) : offTheRecord(programme, asOf);
    });
    const hash = contentHash(inForce.map(({ key, value, unit, from }) => [key, value, unit, from]));
    return { rulesVersion: `${release}+${hash}`, answers, judges, onRecord: judges.filter(isOnRecord) };
  }

  function verdictsOf(rules: RulesOfDay, facts: FactValues): readonly ProgrammeVerdict[] {
    rules.answers.load(facts);
    return rules.judges.map((judge) => (judge instanceof ProgrammeOfDay ? judge.verdict() : judge));
  }

  return {
    verdicts: (facts, options) => verdictsOf(rulesOf(options), facts),
    rulesVersion: (standards, asOf) => rulesOf({ standards, asOf }).rulesVersion,
    assess(facts, options) {
      const { asOf, doors = ['general'] } = options;
      const rules = rulesOf(options);
      const verdicts = verdictsOf(rules, facts);
      const { next, notAsked } = chooseQuestion(vocabulary.questions, rules.onRecord, rules.answers, doors);
      const { rulesVersion } = rules;
      return next
        ? { rulesVersion, asOf, verdicts, nextQuestion: next, notAsked }
        : { rulesVersion, asOf, verdicts, notAsked };
    },
  };
}

function isOnRecord(judge: ProgrammeOfDay | ProgrammeVerdict): judge is ProgrammeOfDay {
  return judge instanceof ProgrammeOfDay;
}

const MOST_DAYS_KEPT = 32;
