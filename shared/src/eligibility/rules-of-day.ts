import type { CivilDate } from '../kernel/civil-date';
import { contentHash } from '../kernel/content-hash';
import { standardsInForce } from '../standards/in-force';
import type { StandardRow } from '../standards/standard';
import { Answers } from './answers';
import type { ProgrammeVerdict } from './assessment';
import { Compiler } from './compile';
import { standardsOfDay } from './limit';
import type { Programme } from './programme';
import { offTheRecord, ProgrammeOfDay, versionOn } from './programme-of-day';
import type { Vocabulary } from './vocabulary';

/** A phone asks for one day, the server for today and now and then another. */
const MOST_DAYS_KEPT = 32;

/** The rules of one day over one table of standards, and the cells the household under judgement is loaded into. */
export interface RulesOfDay {
  readonly rulesVersion: string;
  readonly answers: Answers;
  /** In catalogue order; a programme without rules that day has one answer for everybody. */
  readonly judges: readonly (ProgrammeOfDay | ProgrammeVerdict)[];
  readonly onRecord: readonly ProgrammeOfDay[];
}

/** Compiles the rules of a day once for each table, and keeps the days asked for last. */
export class RuleBook {
  private readonly compiled = new WeakMap<readonly StandardRow[], Map<CivilDate, RulesOfDay>>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly programmes: readonly Programme[],
    private readonly release: string,
  ) {}

  rulesOf(standards: readonly StandardRow[], asOf: CivilDate): RulesOfDay {
    const days = this.compiled.get(standards) ?? new Map<CivilDate, RulesOfDay>();
    this.compiled.set(standards, days);
    // Stryker disable next-line LogicalOperator: compiled again the rules are the same
    const rules = days.get(asOf) ?? this.compile(standards, asOf);
    // Put last again: a caller who goes through many days must not push out the one everybody asks for.
    days.delete(asOf);
    days.set(asOf, rules);
    const [oldest] = days.keys();
    // Stryker disable next-line all: how many days are kept is memory, and no answer
    if (days.size > MOST_DAYS_KEPT && oldest) days.delete(oldest);
    return rules;
  }

  /** Names the rules and figures of a day without compiling them. */
  versionOf(standards: readonly StandardRow[], asOf: CivilDate): string {
    const inForce = standardsInForce(standards, asOf);
    return `${this.release}+${contentHash(inForce.map(({ key, value, unit, from }) => [key, value, unit, from]))}`;
  }

  private compile(standards: readonly StandardRow[], asOf: CivilDate): RulesOfDay {
    const answers = new Answers(this.vocabulary.facts, asOf);
    const compiler = new Compiler(this.vocabulary, standardsOfDay(standards, asOf), answers);
    const judges = this.programmes.map((programme) => {
      const version = versionOn(programme, asOf);
      return version ? new ProgrammeOfDay(programme, version, compiler, answers) : offTheRecord(programme, asOf);
    });
    return { rulesVersion: this.versionOf(standards, asOf), answers, judges, onRecord: judges.filter(isOnRecord) };
  }
}

function isOnRecord(judge: ProgrammeOfDay | ProgrammeVerdict): judge is ProgrammeOfDay {
  return judge instanceof ProgrammeOfDay;
}
