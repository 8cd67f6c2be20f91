import assert from 'node:assert/strict';
import { programmes, RULES_RELEASE, vocabulary, engine as whole } from '@jinmen/shared/catalogue';
import type { ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import { createEngine } from '@jinmen/shared/eligibility/engine';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { facts as definitions } from '@jinmen/shared/facts/facts';
import { standardRows } from '@jinmen/shared/standards/standards';
import { AS_OF } from './day';
import { randomFrom, randomHousehold } from './households';
import { type PlainVerdict, plainVerdicts } from './plain-rules';
import { microsecondsPerCall, ratioOfRounds } from './rounds.mjs';

const ROUNDS = 15;
const TIMED_HOUSEHOLDS = 400;
const COMPARED_HOUSEHOLDS = 5_000;
const PASSES = 20;

/** The programmes that are written by hand beside the engine. */
const BY_HAND = ['minimum-living-allowance', 'low-income-margin', 'disability-care-subsidy'];
const engine = createEngine(
  vocabulary,
  programmes.filter(({ code }) => BY_HAND.includes(code)),
  RULES_RELEASE,
);

const EVERY_DOOR = vocabulary.doors.map(({ code }) => code);
const options = { asOf: AS_OF, standards: standardRows };

/**
 * The engine against the same rules written by hand. Before anything is timed both must say the same of thousands of
 * households: verdict, clause outcomes and missing facts. The engine also explains, sources and works out amounts.
 */
export async function engineBenchmarks() {
  const overAsked = made(1, COMPARED_HOUSEHOLDS).filter((facts) => !agree(facts)).length;
  const households = made(2, TIMED_HOUSEHOLDS);
  const oneOf = (count: number): FactValues => households[count % TIMED_HOUSEHOLDS] ?? {};
  const calls = TIMED_HOUSEHOLDS * PASSES;
  const ours = () => microsecondsPerCall(calls, (count: number) => engine.verdicts(oneOf(count), options));
  const plain = () => microsecondsPerCall(calls, (count: number) => plainVerdicts(oneOf(count)));
  ours();
  plain();
  const { ratio, one } = await ratioOfRounds(
    ROUNDS,
    async () => ours(),
    async () => plain(),
  );
  return [
    { name: 'engine-vs-closures', ratio, unit: 'time a household, engine / hand-written', aim: 2, rounds: ROUNDS },
    { name: 'engine-household', value: one, unit: 'µs a household', aim: null, rounds: ROUNDS },
    {
      name: 'engine-over-asked',
      value: overAsked,
      unit: `of ${COMPARED_HOUSEHOLDS} households asked on in vain`,
      aim: 0,
      rounds: 1,
    },
    {
      name: 'engine-next-question',
      value: nextQuestionCost(households),
      unit: 'µs a household, with the next question, every programme and door',
      aim: null,
      rounds: 1,
    },
  ];
}

function nextQuestionCost(households: readonly FactValues[]): number {
  return microsecondsPerCall(TIMED_HOUSEHOLDS, (count: number) =>
    whole.assess(households[count] ?? {}, { ...options, doors: EVERY_DOOR }),
  );
}

/**
 * True when both say the same. The engine may give up its search for a deciding answer and ask on in vain, which it
 * documents as asking too much rather than too little; that is counted, and any other difference stops the bench.
 */
function agree(facts: FactValues): boolean {
  const plain = plainVerdicts(facts).map(sorted);
  const ours = engine.verdicts(facts, options).map(comparable);
  const excused = ours.map((verdict, index) =>
    verdict.verdict === 'need-facts' && plain[index]?.verdict === 'needs-review'
      ? { ...verdict, verdict: 'needs-review' }
      : verdict,
  );
  assert.deepEqual(excused, plain, JSON.stringify(facts));
  return ours.every((verdict, index) => verdict.verdict === plain[index]?.verdict);
}

/** From the first question to the last: some know everything, some nearly nothing, some are not sure. */
function made(seed: number, count: number): readonly FactValues[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () =>
    randomHousehold(definitions, random, {
      answered: random() < 0.4 ? 1 : random(),
      unclear: random() < 0.7 ? 0 : 0.15,
    }),
  );
}

function comparable({ programme, verdict, clauses, missing }: ProgrammeVerdict): PlainVerdict {
  const outcomes = Object.fromEntries(clauses.map(({ id, outcome }) => [id, outcome]));
  return sorted({ programme, verdict, outcomes, missing });
}

function sorted({ missing, ...rest }: PlainVerdict): PlainVerdict {
  return { ...rest, missing: [...missing].sort() };
}
