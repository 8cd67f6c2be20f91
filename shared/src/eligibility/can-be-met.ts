import type { FactDefinition, FactValue } from '../facts/fact';
import { dayNumber } from '../kernel/civil-date';
import type { Condition, Leaf } from './condition';
import { limitOn, type StandardsOfDay } from './limit';
import { rangeOf } from './range-of';
import type { Vocabulary } from './vocabulary';

/** A condition that must hold, or must not. */
export interface Wanted {
  readonly condition: Condition;
  readonly holds: boolean;
}

/** What one fact may still be: one of `among` (when given), and between the ends. */
interface Allowed {
  readonly among?: readonly FactValue[];
  readonly min: number;
  readonly max: number;
  /** The end itself is excluded. */
  readonly above: boolean;
  readonly below: boolean;
}

type Store = ReadonlyMap<string, Allowed>;

/** More branches than any real rule has; past it the conditions count as possible. */
const MOST_STEPS = 20_000;

/**
 * Whether some household meets all that is wanted, on a day with these standards. A staff fact may be settled either
 * way and an UNKNOWN threshold may be anything; a derived number is held to its range, not to the facts behind it. So
 * `false` is certain, `true` may be hopeful.
 */
export function canBeMet(wanted: readonly Wanted[], vocabulary: Vocabulary, standards: StandardsOfDay): boolean {
  return new Search(vocabulary, standards).possible(wanted, new Map());
}

class Search {
  private steps = 0;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly standards: StandardsOfDay,
  ) {}

  possible(wanted: readonly Wanted[], store: Store): boolean {
    if (this.steps++ > MOST_STEPS) return true;
    // Everything that must hold comes before the first choice, so that a dead end shows early.
    // Stryker disable next-line ArrowFunction,BooleanLiteral: in any order the same households are left
    const next = wanted.find(({ condition, holds }) => !branches(condition, holds)) ?? wanted[0];
    if (!next) return true;
    const rest = wanted.filter((each) => each !== next);
    const { condition, holds } = next;
    if (condition.kind === 'leaf') {
      const narrowed = this.narrow(store, condition, holds);
      return narrowed !== undefined && this.possible(rest, narrowed);
    }
    if (condition.kind === 'not') return this.possible([{ condition: condition.of, holds: !holds }, ...rest], store);
    const parts = condition.of.map((part) => ({ condition: part, holds }));
    if (!branches(condition, holds)) return this.possible([...parts, ...rest], store);
    return parts.some((part) => this.possible([part, ...rest], store));
  }

  private narrow(store: Store, leaf: Leaf, holds: boolean): Store | undefined {
    const before = store.get(leaf.fact) ?? this.everything(leaf.fact);
    if (!before) return store;
    const after =
      leaf.test.op === 'oneOf' ? amongThese(before, leaf.test.values, holds) : this.within(before, leaf, holds);
    return isEmpty(after) ? undefined : new Map(store).set(leaf.fact, after);
  }

  private everything(name: string): Allowed | undefined {
    const definition = this.vocabulary.facts[name];
    if (definition) return domainOf(definition);
    const derived = this.vocabulary.derived[name];
    return derived && { ...rangeOf(derived.is, this.vocabulary, this.standards), above: false, below: false };
  }

  private within(before: Allowed, { fact, test }: Leaf, holds: boolean): Allowed {
    if (test.op === 'oneOf') return before;
    const limit = limitOn(test.limit, this.standards);
    if (limit === undefined) return before;
    const flag = test.equality === undefined ? undefined : this.standards.get(test.equality)?.value;
    const strict = test.op === 'below' || test.op === 'above';
    const settledStrict = test.equality === undefined ? strict : flag === 0;
    const either = test.equality !== undefined && flag === undefined;
    const excluded = either ? false : settledStrict === holds;
    const upper = (test.op === 'below' || test.op === 'atMost') === holds;
    const whole = this.vocabulary.facts[fact] !== undefined;
    return upper ? notOver(before, limit, excluded, whole) : notUnder(before, limit, excluded, whole);
  }
}

function branches(condition: Condition, holds: boolean): boolean {
  return (condition.kind === 'any' && holds) || (condition.kind === 'all' && !holds);
}

function domainOf(definition: FactDefinition): Allowed {
  const open = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, above: false, below: false };
  switch (definition.type) {
    case 'boolean':
    case 'staff':
      return { ...open, among: [true, false] };
    case 'choice':
      return { ...open, among: definition.options.map(({ value }) => value) };
    case 'count':
      return { ...open, min: definition.min, max: definition.max };
    case 'money':
      return { ...open, min: 0, max: definition.max };
    case 'date':
      return { ...open, min: dayNumber(definition.earliest) };
  }
}

function amongThese(before: Allowed, values: readonly FactValue[], holds: boolean): Allowed {
  if (before.among) return { ...before, among: before.among.filter((value) => values.includes(value) === holds) };
  // A number that must not be one of a few still has all the others.
  return holds ? { ...before, among: values } : before;
}

function notOver(before: Allowed, limit: number, excluded: boolean, whole: boolean): Allowed {
  if (whole) return { ...before, max: Math.min(before.max, excluded ? Math.ceil(limit) - 1 : Math.floor(limit)) };
  if (limit > before.max) return before;
  return { ...before, max: limit, below: excluded || (limit === before.max && before.below) };
}

function notUnder(before: Allowed, limit: number, excluded: boolean, whole: boolean): Allowed {
  if (whole) return { ...before, min: Math.max(before.min, excluded ? Math.floor(limit) + 1 : Math.ceil(limit)) };
  if (limit < before.min) return before;
  return { ...before, min: limit, above: excluded || (limit === before.min && before.above) };
}

function isEmpty({ among, min, max, above, below }: Allowed): boolean {
  if (among) return !among.some((value) => typeof value !== 'number' || (value >= min && value <= max));
  return min > max || (min === max && (above || below));
}
