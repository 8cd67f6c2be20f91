import type { FactValues } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import { contentHash } from '../kernel/content-hash';
import { standardsInForce } from '../standards/in-force';
import type { StandardRow } from '../standards/standard';
import type { Assessment, ProgrammeVerdict } from './assessment';
import { Compiler } from './compile';
import type { Household } from './compiled';
import { householdOf } from './household';
import { offTheRecord, ProgrammeOfDay, versionOn } from './judge-programme';
import { chooseQuestion } from './next-question';
import type { Programme } from './programme';
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

/** The rules of one day over one table of standards. */
interface RulesOfDay {
  readonly asOf: CivilDate;
  readonly rulesVersion: string;
  readonly programmes: readonly { readonly programme: Programme; readonly today: ProgrammeOfDay | undefined }[];
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
    const compiler = new Compiler(vocabulary, new Map(inForce.map((row) => [row.key, row])));
    return {
      asOf,
      rulesVersion: `${release}+${contentHash(inForce.map(({ key, value, unit, from }) => [key, value, unit, from]))}`,
      programmes: programmes.map((programme) => {
        const version = versionOn(programme, asOf);
        return { programme, today: version && new ProgrammeOfDay(programme, version, vocabulary, compiler) };
      }),
    };
  }

  function verdictsOf(rules: RulesOfDay, household: Household): readonly ProgrammeVerdict[] {
    return rules.programmes.map(({ programme, today }) =>
      today ? today.verdict(household) : offTheRecord(programme, rules.asOf),
    );
  }

  return {
    verdicts: (facts, options) => verdictsOf(rulesOf(options), householdOf(facts)),
    rulesVersion: (standards, asOf) => rulesOf({ standards, asOf }).rulesVersion,
    assess(facts, options) {
      const rules = rulesOf(options);
      const household = householdOf(facts);
      const goals = rules.programmes.flatMap(({ today }) => today?.goals() ?? []);
      const { next, notAsked } = chooseQuestion(vocabulary, goals, household, options.doors ?? ['general']);
      return {
        rulesVersion: rules.rulesVersion,
        asOf: options.asOf,
        verdicts: verdictsOf(rules, household),
        ...(next && { nextQuestion: next }),
        notAsked,
      };
    },
  };
}

const MOST_DAYS_KEPT = 32;
