import type { FactDefinition, FactValue } from '../facts/fact';
import { candidatesOf, numbersAround } from './candidates';
import type { CompiledCondition, CompiledExpression, CompiledLeaf, Household } from './compiled';
import { collectOpen, truthOf } from './judge';
import { reachOf } from './reach';
import type { Vocabulary } from './vocabulary';

/** More steps than any real rule needs; past it the rule counts as decidable, which asks too much, never too little. */
const MOST_STEPS = 4_000;

/**
 * Whether some answer to what was not asked would decide an open condition, with everything unclear or UNKNOWN left
 * as it is. Answers are given to facts, not to clauses: two clauses on one fact get the same answer.
 */
export class Decidability {
  private readonly candidates = new Map<string, readonly FactValue[]>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly condition: CompiledCondition,
  ) {}

  canBeDecided(household: Household): boolean {
    return this.search(household, { left: MOST_STEPS });
  }

  private search(household: Household, steps: { left: number }): boolean {
    if (truthOf(this.condition, household) !== 'open') return true;
    const reach = reachOf(this.condition, household);
    if (!reach.yes && !reach.no) return false;
    if (steps.left-- <= 0) return true;
    const open = { missing: new Set<string>(), review: new Set<string>() };
    collectOpen(this.condition, household, open);
    const [fact] = open.missing;
    if (fact === undefined) return false;
    return this.answersTo(fact, household, open.missing.size === 1).some((value) =>
      this.search(household.with(fact, value), steps),
    );
  }

  private answersTo(fact: string, household: Household, last: boolean): readonly FactValue[] {
    const definition = this.vocabulary.facts[fact];
    if (!definition) return [];
    const plain = this.plainCandidates(fact, definition);
    if (definition.type !== 'count' && definition.type !== 'money') return plain;
    return [...new Set([...plain, ...(last ? this.turningPoints(fact, definition, household) : [])])];
  }

  private plainCandidates(fact: string, definition: FactDefinition): readonly FactValue[] {
    const known = this.candidates.get(fact);
    if (known) return known;
    const leaves: CompiledLeaf[] = [];
    leavesOn(fact, this.condition, leaves);
    const numeric = definition.type === 'count' || definition.type === 'money';
    const ends = numeric ? numbersAround([], definition.type === 'count' ? definition.min : 0, definition.max) : [];
    const found = [
      ...new Set([
        ...ends.slice().reverse(),
        ...leaves.flatMap((leaf) => candidatesOf(leaf.leaf.test, leaf.limit, definition)),
      ]),
    ];
    const values = found.length > 0 ? found : candidatesWithoutLeaf(definition);
    this.candidates.set(fact, values);
    return values;
  }

  /** Where a derived number crosses a threshold as the one fact still missing grows. */
  private turningPoints(
    fact: string,
    definition: Extract<FactDefinition, { type: 'count' | 'money' }>,
    household: Household,
  ): readonly number[] {
    const min = definition.type === 'count' ? definition.min : 0;
    const numbers: CompiledLeaf[] = [];
    derivedLeaves(this.condition, numbers);
    return numbers.flatMap(({ derived, side }) => {
      if (!derived || !side) return [];
      const lies = (value: number) => {
        const range = household.with(fact, value).measureOf(derived);
        return side(range.min, range.max);
      };
      return turns(lies, min, definition.max);
    });
  }
}

/** The values at which `lies` changes between the ends of a range over which it changes in one direction only. */
function turns(lies: (value: number) => string, min: number, max: number): readonly number[] {
  if (max - min <= 1 || lies(min) === lies(max)) return [];
  let low = min;
  let high = max;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lies(middle) === lies(min)) low = middle;
    else high = middle;
  }
  return [low, high, ...(high < max ? turns(lies, high, max) : [])];
}

function candidatesWithoutLeaf(definition: FactDefinition): readonly FactValue[] {
  if (definition.type === 'boolean') return [true, false];
  if (definition.type === 'choice') return definition.options.map((option) => option.value);
  return [];
}

function derivedLeaves(condition: CompiledCondition, into: CompiledLeaf[]): void {
  if (condition.kind === 'leaf') {
    if (condition.derived) into.push(condition);
  } else if (condition.kind === 'not') derivedLeaves(condition.of, into);
  else for (const part of condition.of) derivedLeaves(part, into);
}

function leavesOn(fact: string, condition: CompiledCondition, into: CompiledLeaf[]): void {
  if (condition.kind === 'not') leavesOn(fact, condition.of, into);
  else if (condition.kind !== 'leaf') for (const part of condition.of) leavesOn(fact, part, into);
  else if (condition.derived) leavesWithin(fact, condition.derived.expression, into);
  else if (condition.leaf.fact === fact) into.push(condition);
}

function leavesWithin(fact: string, expression: CompiledExpression, into: CompiledLeaf[]): void {
  switch (expression.kind) {
    case 'known':
    case 'open':
    case 'fact':
      return;
    case 'sum':
      for (const part of expression.of) leavesWithin(fact, part, into);
      return;
    case 'minus':
      leavesWithin(fact, expression.from, into);
      leavesWithin(fact, expression.take, into);
      return;
    case 'times':
    case 'per':
      leavesWithin(fact, expression.of, into);
      leavesWithin(fact, expression.by, into);
      return;
    case 'notBelowZero':
      leavesWithin(fact, expression.of, into);
      return;
    case 'cases':
      for (const { when, is } of expression.of) {
        leavesOn(fact, when, into);
        leavesWithin(fact, is, into);
      }
      leavesWithin(fact, expression.otherwise, into);
      return;
    case 'unknown':
      leavesWithin(fact, expression.from, into);
      if (expression.to) leavesWithin(fact, expression.to, into);
  }
}
