import type { FactValues } from '../facts/fact';
import type { AmountRange, Clause, Interval, ProgrammeVerdict } from './assessment';
import type { AssessOptions, Engine } from './engine';
import { factsUnder } from './facts-under';
import { firstBetween } from './first-between';
import type { Programme } from './programme';
import { versionOn } from './programme-of-day';
import type { Vocabulary } from './vocabulary';

/** 先算后挣: what earning more a month would change, asked of the same engine before anybody earns it. */
export interface EarningMore {
  /** The most that can be asked about. */
  readonly mostFen: number;
  /** What each programme's answer becomes, in catalogue order. With 0 it is the assessment itself. */
  effects(extraFen: number): readonly Effect[];
  /**
   * Where an answer turns, up to so much more, in order: found by trying the engine, to the fen. Between two of the
   * amounts tried (60 to the whole way) a turn that is undone again is not found.
   */
  turns(upToFen: number): readonly Turn[];
}

export interface Effect {
  readonly programme: string;
  readonly before: ProgrammeVerdict;
  readonly after: ProgrammeVerdict;
  readonly change: Change;
}

/**
 * `less` and `more` only where they are certain, whatever the open sizes are; what cannot be told is `unknown`, never a
 * loss. `begins`: it may fit now. `follows`: by itself it stays, but nothing it waits for is sure to. `because` is what
 * would settle it: an answer not given yet, one that was 不清楚, or a size nobody has published.
 */
export type Change =
  | { readonly kind: 'stays' | 'ends' | 'begins' }
  | { readonly kind: 'less' | 'more'; readonly by: Interval }
  | { readonly kind: 'follows'; readonly of: readonly string[] }
  | { readonly kind: 'unknown'; readonly because: 'not-asked' | 'unclear' | 'unpublished' };

export interface Turn {
  readonly programme: string;
  /** The least more that brings it: with one fen less the answer is still the one before. */
  readonly extraFen: number;
  readonly before: ProgrammeVerdict;
  readonly after: ProgrammeVerdict;
  /** The clauses that turned, as they are after it. */
  readonly clauses: readonly Clause[];
}

export interface WhatIf {
  readonly engine: Engine;
  readonly vocabulary: Vocabulary;
  readonly programmes: readonly Programme[];
  readonly facts: FactValues;
  readonly options: AssessOptions;
}

/** `undefined` while nothing says what is earned now: not asked, 不清楚, or no such fact in the vocabulary. */
export function earningMore(question: WhatIf): EarningMore | undefined {
  const { earnings } = question.vocabulary;
  const definition = earnings === undefined ? undefined : question.vocabulary.facts[earnings];
  const now = earnings === undefined ? undefined : question.facts[earnings];
  if (earnings === undefined || definition?.type !== 'money' || typeof now !== 'number') return undefined;
  return new Earning(question, earnings, now, definition.max - now);
}

/** How many amounts are tried on the way to the largest, before each turn between two of them is looked for. */
const TRIED = 60;

class Earning implements EarningMore {
  private readonly known = new Map<number, readonly ProgrammeVerdict[]>();

  constructor(
    private readonly question: WhatIf,
    private readonly earnings: string,
    private readonly nowFen: number,
    readonly mostFen: number,
  ) {}

  effects(extraFen: number): readonly Effect[] {
    const before = this.verdicts(0);
    const effects = this.verdicts(extraFen).map((after, index): Effect => {
      const was = before[index] ?? after;
      return { programme: after.programme, before: was, after, change: this.change(was, after) };
    });
    return effects.map((effect) => (effect.change.kind === 'stays' ? this.following(effect, effects) : effect));
  }

  /** A programme that waits for others goes where they go. */
  private following(effect: Effect, effects: readonly Effect[]): Effect {
    const waits = (this.programme(effect.programme)?.relations ?? []).flatMap((relation) =>
      relation.kind === 'waits-for' ? [relation.anyOf] : [],
    );
    for (const anyOf of waits) {
      const possible = effects.filter(
        ({ programme, before }) => anyOf.includes(programme) && before.verdict !== 'unlikely',
      );
      const lost = possible.filter(({ change: { kind } }) => kind === 'ends' || kind === 'unknown');
      const begun = effects.some(({ programme, change }) => anyOf.includes(programme) && change.kind === 'begins');
      if (possible.length > 0 && lost.length === possible.length && !begun)
        return { ...effect, change: { kind: 'follows', of: lost.map(({ programme }) => programme) } };
    }
    return effect;
  }

  turns(upToFen: number): readonly Turn[] {
    const most = Math.min(upToFen, this.mostFen);
    const tried = [...new Set(Array.from({ length: TRIED + 1 }, (_, at) => Math.floor((most * at) / TRIED)))];
    return this.verdicts(0)
      .flatMap((_, index) => tried.slice(1).flatMap((to, at) => this.turnsOf(index, tried[at] ?? 0, to)))
      .sort((one, other) => one.extraFen - other.extraFen);
  }

  private turnsOf(index: number, from: number, to: number): readonly Turn[] {
    const at = (extraFen: number) => this.verdicts(extraFen)[index];
    const [start, end] = [at(from), at(to)];
    if (!start || !end || answerOf(start) === answerOf(end)) return [];
    const turned = firstBetween(from, to, (extraFen) => answerOf(at(extraFen) ?? end) !== answerOf(start));
    const [before = start, after = end] = [at(turned - 1), at(turned)];
    const clauses = after.clauses.filter(({ outcome }, each) => outcome !== before.clauses[each]?.outcome);
    const turn = { programme: start.programme, extraFen: turned, before, after, clauses };
    return [turn, ...this.turnsOf(index, turned, to)];
  }

  private verdicts(extraFen: number): readonly ProgrammeVerdict[] {
    const known = this.known.get(extraFen);
    if (known) return known;
    const { engine, facts, options } = this.question;
    const verdicts = engine.verdicts({ ...facts, [this.earnings]: this.nowFen + extraFen }, options);
    this.known.set(extraFen, verdicts);
    return verdicts;
  }

  private change(before: ProgrammeVerdict, after: ProgrammeVerdict): Change {
    if (before === after) return { kind: 'stays' };
    if (after.verdict === 'unlikely') return { kind: before.verdict === 'unlikely' ? 'stays' : 'ends' };
    if (before.verdict === 'unlikely') return { kind: 'begins' };
    const resting = this.restingOn(after.programme);
    if (!resting.whole.has(this.earnings)) return { kind: 'stays' };
    const open = [before, after].some(({ clauses }) =>
      clauses.some(({ fact, outcome }) => isOpen(outcome) && this.under(fact).has(this.earnings)),
    );
    if (open) return this.unknown(before, after, resting.whole);
    if (after.verdict === 'likely' && before.verdict !== 'likely') return { kind: 'begins' };
    if (!resting.amount.has(this.earnings)) return { kind: 'stays' };
    return amountChange(before.amount, after.amount) ?? this.unknown(before, after, resting.amount);
  }

  private unknown(before: ProgrammeVerdict, after: ProgrammeVerdict, inputs: ReadonlySet<string>): Change {
    const among = (names: readonly string[]) => names.filter((name) => inputs.has(name));
    if (among([...before.missing, ...after.missing]).length > 0) return { kind: 'unknown', because: 'not-asked' };
    const unclear = among([...before.review, ...after.review]).some((name) => this.question.facts[name] === null);
    return { kind: 'unknown', because: unclear ? 'unclear' : 'unpublished' };
  }

  private restingOn(code: string): { readonly whole: ReadonlySet<string>; readonly amount: ReadonlySet<string> } {
    const { options, vocabulary } = this.question;
    const programme = this.programme(code);
    const version = programme && versionOn(programme, options.asOf);
    return { whole: factsUnder(version, vocabulary), amount: factsUnder(version?.amount, vocabulary) };
  }

  private programme(code: string): Programme | undefined {
    return this.question.programmes.find((each) => each.code === code);
  }

  private under(fact: string): ReadonlySet<string> {
    return factsUnder({ fact }, this.question.vocabulary);
  }
}

/** What a resident would call another answer; sums that shift by the fen are no turn. */
function answerOf({ verdict, clauses }: ProgrammeVerdict): string {
  return [verdict, ...clauses.map(({ outcome }) => outcome)].join();
}

function isOpen(outcome: Clause['outcome']): boolean {
  return outcome === 'missing' || outcome === 'review';
}

/** Undefined where the open sizes could make it either. */
function amountChange(before: AmountRange | undefined, after: AmountRange | undefined): Change | undefined {
  if (!before || !after) return undefined;
  const [was, is] = [ends(before), ends(after)];
  if (is.min === is.max && was.min === was.max && is.min === was.min) return { kind: 'stays' };
  if (is.max < was.min) return { kind: 'less', by: interval(was.min - is.max, was.max - is.min) };
  if (is.min > was.max) return { kind: 'more', by: interval(is.min - was.max, is.max - was.min) };
  return undefined;
}

function ends({ min = 0, max = Number.POSITIVE_INFINITY }: AmountRange): {
  readonly min: number;
  readonly max: number;
} {
  return { min, max };
}

function interval(min: number, max: number): Interval {
  return Number.isFinite(max) ? { min, max } : { min };
}
