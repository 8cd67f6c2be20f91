import assert from 'node:assert/strict';
import { engine, programmes } from '@jinmen/shared/catalogue';
import type { Clause, Interval, ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import type { Condition, Leaf } from '@jinmen/shared/eligibility/condition';
import { facts as definitions } from '@jinmen/shared/facts/facts';
import { standardRows } from '@jinmen/shared/standards/standards';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { AS_OF } from './day';
import { randomFrom, randomHousehold } from './households';
import { ratioOfRounds } from './rounds.mjs';

const ROUNDS = 9;
const HOUSEHOLDS = 60;

/** The value a clause rests on, worked out beforehand: json-rules-engine is spared the arithmetic. */
type Values = Record<string, unknown>;

/**
 * The same rules in json-rules-engine, a rules engine people would reach for. It has no four outcomes, so it only says
 * whether a programme is surely met; the derived numbers are handed to it. Even so it must agree on every household.
 */
export async function rulesEngineBenchmarks() {
  const random = randomFrom(20_260_601);
  const households = Array.from({ length: HOUSEHOLDS }, () =>
    randomHousehold(definitions, random, { answered: 1, unclear: 0.02 }),
  );
  const options = { asOf: AS_OF, standards: standardRows };
  const judged = households.map((facts) => engine.verdicts(facts, options));
  const values = judged.map(valuesOf);
  const other = otherEngine();
  for (const [index, verdicts] of judged.entries()) {
    const likely = verdicts.filter(({ verdict }) => verdict === 'likely').map(({ programme }) => programme);
    assert.deepEqual(await metBy(other, values[index] ?? {}), likely, `household ${index} is judged differently`);
  }
  const theirs = async () => {
    const began = performance.now();
    for (const each of values) await metBy(other, each);
    return performance.now() - began;
  };
  const ours = async () => {
    const began = performance.now();
    // One pass of ours is too short for the clock.
    for (let pass = 0; pass < 50; pass += 1) for (const facts of households) engine.verdicts(facts, options);
    return (performance.now() - began) / 50;
  };
  await ours();
  await theirs();
  const { ratio } = await ratioOfRounds(ROUNDS, theirs, ours);
  return [{ name: 'engine-vs-json-rules-engine', ratio, unit: 'times faster', aim: 50, rounds: ROUNDS }];
}

async function metBy(other: Engine, values: Values): Promise<string[]> {
  const { events } = await other.run(values);
  const met = new Set(events.map(({ type }) => type));
  return programmes.map(({ code }) => code).filter((code) => met.has(code));
}

/** Every leaf gets the value our engine showed for it; `undefined` is not a value to json-rules-engine. */
function valuesOf(verdicts: readonly ProgrammeVerdict[]): Values {
  const clauses = verdicts.flatMap(({ programme, clauses: all }) =>
    all.map((clause) => [`${programme}.${clause.id}`, clause] as const),
  );
  return Object.fromEntries(
    clauses.map(([key, clause]) => [key, { value: clause.value ?? null, threshold: clause.threshold ?? null }]),
  );
}

function otherEngine(): Engine {
  const other = new Engine([], { allowUndefinedFacts: false });
  for (const op of ['below', 'atMost', 'above', 'atLeast'] as const) {
    other.addOperator<Pick<Clause, 'value' | 'threshold'>, null>(op, ({ value, threshold }) =>
      surely(op, value, threshold),
    );
  }
  other.addOperator<Pick<Clause, 'value'>, unknown[]>('oneOf', ({ value }, values) => values.includes(value));
  other.addOperator<Pick<Clause, 'value'>, unknown[]>(
    'noneOf',
    ({ value }, values) => value !== null && value !== undefined && !values.includes(value),
  );
  for (const { code, versions } of programmes) {
    const today = versions.find(({ from, to }) => from <= AS_OF && (to === undefined || AS_OF <= to));
    if (today) other.addRule({ conditions: topLevel(nested(today.rule, code, true)), event: { type: code } });
  }
  return other;
}

type Comparison = 'below' | 'atMost' | 'above' | 'atLeast';

function surely(op: Comparison, value: Clause['value'], threshold: Clause['threshold']): boolean {
  const range = rangeOf(value);
  if (!range || typeof threshold !== 'number') return false;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  if (op === 'below') return max < threshold;
  if (op === 'atMost') return max <= threshold;
  return op === 'above' ? min > threshold : min >= threshold;
}

function rangeOf(value: Clause['value']): Interval | undefined {
  if (typeof value === 'number') return { min: value, max: value };
  return typeof value === 'object' && value !== null ? value : undefined;
}

const OPPOSITE = { below: 'atLeast', atMost: 'above', above: 'atMost', atLeast: 'below', oneOf: 'noneOf' } as const;

/** Negations are pushed down to the leaves, where "surely not" differs from "not surely". */
function nested(condition: Condition, code: string, positive: boolean): NestedCondition {
  if (condition.kind === 'not') return nested(condition.of, code, !positive);
  if (condition.kind === 'leaf') return leafCondition(condition, code, positive);
  const parts = condition.of.map((part) => nested(part, code, positive));
  return (condition.kind === 'all') === positive ? { all: parts } : { any: parts };
}

function leafCondition({ id, test }: Leaf, code: string, positive: boolean): NestedCondition {
  const operator = positive ? test.op : OPPOSITE[test.op];
  return { fact: `${code}.${id}`, operator, value: test.op === 'oneOf' ? test.values : null };
}

function topLevel(condition: NestedCondition): TopLevelCondition {
  return 'all' in condition || 'any' in condition ? condition : { all: [condition] };
}
