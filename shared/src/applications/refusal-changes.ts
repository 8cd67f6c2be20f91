import type { ProgrammeVerdict } from '../eligibility/assessment';
import { type AssessOptions, createEngine, type Engine } from '../eligibility/engine';
import { factsUnder } from '../eligibility/facts-under';
import { firstBetween } from '../eligibility/first-between';
import type { Programme } from '../eligibility/programme';
import { versionOn } from '../eligibility/programme-of-day';
import type { Vocabulary } from '../eligibility/vocabulary';
import type { FactValue, FactValues } from '../facts/fact';
import { ADVICE, type Advice, type Towards } from './advice';
import type { ChangeView } from './refusal-views';

export interface ChangeQuestion {
  readonly programme: Programme;
  readonly vocabulary: Vocabulary;
  readonly facts: FactValues;
  readonly options: AssessOptions;
}

/** More than this nobody reads. */
const MOST_CHANGES = 3;

type Change = ChangeView['facts'][number];

/**
 * The smallest changes that would alter what the rules say of a household they hold something against, out of what may be
 * advised (`ADVICE`) and nothing else; each by itself, then, where none is enough, in pairs. None where the rules hold
 * nothing against it.
 */
export function changesThatCount(question: ChangeQuestion): readonly ChangeView[] {
  const judged = new Judged(question);
  if (judged.verdict({}).verdict !== 'unlikely') return [];
  const read = factsUnder(versionOn(question.programme, question.options.asOf), question.vocabulary);
  const possible = ADVICE.filter(
    ({ facts, when }) => Object.keys(facts).some((name) => read.has(name)) && (when?.(question.facts) ?? true),
  );
  const alone = possible.flatMap((advice) => judged.changeBy([advice]) ?? []);
  const found = alone.length > 0 ? alone : pairsOf(possible).flatMap((pair) => judged.changeBy(pair) ?? []);
  return found
    .sort((one, other) => rankOf(one) - rankOf(other) || one.facts.length - other.facts.length)
    .slice(0, MOST_CHANGES);
}

class Judged {
  private readonly engine: Engine;

  constructor(private readonly question: ChangeQuestion) {
    this.engine = engineOf(question);
  }

  verdict(changed: FactValues): ProgrammeVerdict {
    const { facts, options, programme } = this.question;
    const [verdict] = this.engine.verdicts({ ...facts, ...changed }, options);
    if (!verdict) throw new Error(`${programme.code} was not judged`);
    return verdict;
  }

  /** The least of each that is enough together; `undefined` when all of it is not. */
  changeBy(advices: readonly Advice[]): ChangeView | undefined {
    const { facts } = this.question;
    const towards = Object.assign({}, ...advices.map((advice) => advice.facts)) as Readonly<Record<string, Towards>>;
    let changed: Record<string, FactValue> = {};
    for (const [name, to] of Object.entries(towards)) {
      if (to === 'more') changed[name] = this.mostOf(name);
      else if (!to.some((value) => value === facts[name])) changed[name] = to.at(-1) ?? true;
    }
    if (Object.keys(changed).length === 0 || !this.alters(changed)) return undefined;
    for (const [name, to] of Object.entries(towards)) changed = this.leastOf(name, to, changed);
    const [advice] = advices;
    if (!advice || !advices.every((each) => mentions(each, changed))) return undefined;
    return {
      how: advice.how,
      text: advices.map(({ text }) => text).join(''),
      facts: Object.entries(changed).map(([fact, to]): Change => ({ fact, to })),
      ...(advice.programme !== undefined && { programme: advice.programme }),
      makes: this.verdict(changed).verdict,
    };
  }

  private alters(changed: FactValues): boolean {
    return this.verdict(changed).verdict !== 'unlikely';
  }

  private leastOf(name: string, to: Towards, changed: Record<string, FactValue>): Record<string, FactValue> {
    if (changed[name] === undefined) return changed;
    const { [name]: value, ...without } = changed;
    if (this.alters(without) && Object.keys(without).length > 0) return without;
    if (to !== 'more') {
      const nearest = to.find((each) => this.alters({ ...changed, [name]: each }));
      return nearest === undefined ? changed : { ...changed, [name]: nearest };
    }
    const enough = (number: number) => this.alters({ ...changed, [name]: number });
    return { ...changed, [name]: firstBetween(this.nowOf(name), Number(value), enough) };
  }

  private nowOf(name: string): number {
    const now = this.question.facts[name];
    return typeof now === 'number' ? now : 0;
  }

  private mostOf(name: string): number {
    const definition = this.question.vocabulary.facts[name];
    return definition?.type === 'count' || definition?.type === 'money' ? definition.max : 0;
  }
}

const engines = new WeakMap<Programme, Engine>();

/** Of the one programme alone: the others are not asked again and again. */
function engineOf({ programme, vocabulary }: ChangeQuestion): Engine {
  const engine = engines.get(programme) ?? createEngine(vocabulary, [programme], 'what-if');
  engines.set(programme, engine);
  return engine;
}

function mentions({ facts }: Advice, changed: FactValues): boolean {
  return Object.keys(facts).some((name) => changed[name] !== undefined);
}

function pairsOf(advices: readonly Advice[]): readonly (readonly Advice[])[] {
  return advices.flatMap((one, at) => advices.slice(at + 1).map((other) => [one, other]));
}

/** What would settle it before what would only make it a question for the street. */
function rankOf({ makes }: ChangeView): number {
  return ['likely', 'needs-review', 'need-facts', 'unlikely'].indexOf(makes);
}
