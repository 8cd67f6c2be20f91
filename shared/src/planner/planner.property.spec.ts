import fc from 'fast-check';
import type { VerdictCode } from '../eligibility/assessment';
import type { Relation } from '../eligibility/programme';
import type { PlanInput } from './candidates';
import { compareWorth, EverySet, takenBy } from './fixtures/every-set';
import {
  excludes,
  excludesForOneGuest,
  type Pays,
  says,
  treat,
  verdict,
  waitsFor,
} from './fixtures/tea-house-programmes';
import { planOf } from './planner';
import { relationProblems } from './relation-problems';

const ONE_GUEST = 'guest.isOne';
const CODES = ['cake', 'pot', 'cup', 'lid', 'song', 'stool', 'fan'];

const code = fc.constantFrom(...CODES);
const relations: fc.Arbitrary<Relation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(code, fc.constantFrom('this', 'other', 'higher')).map(([of, by]) => excludes(of, by)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(code, fc.constantFrom('this', 'other', 'higher'))
      .map(([of, by]) => excludesForOneGuest(of, by, ONE_GUEST)),
  },
  { weight: 2, arbitrary: fc.subarray(CODES, { minLength: 1, maxLength: 2 }).map((of) => waitsFor(...of)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('falls-back-to', 'stacks-with', 'unsettled-with'), code)
      .map(([kind, of]) => says(kind, of)),
  },
);
const verdicts = fc.constantFrom<VerdictCode>('likely', 'needs-review', 'need-facts', 'unlikely');
const size = fc.integer({ min: 0, max: 6 });
const pays: fc.Arbitrary<Pays | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.tuple(size, size, fc.constantFrom('household-month', 'person-month', 'once')).map(([min, more, per]) => ({
    min: per === 'once' ? min * 12 : min,
    max: per === 'once' ? (min + more) * 12 : min + more,
    per,
  })),
  size.map((min) => ({ min })),
);

/** A house with its relations said wherever they make sense: one that would not is left out. */
const houses: fc.Arbitrary<PlanInput> = fc
  .record({
    said: fc.array(fc.tuple(code, relations), { maxLength: 12 }),
    answers: fc.tuple(...CODES.map(() => fc.tuple(verdicts, pays))),
    held: fc.subarray(CODES, { maxLength: 2 }),
    oneGuest: fc.constantFrom(true, false, null, undefined),
  })
  .map(({ said, answers, held, oneGuest }) => {
    let programmes = CODES.map((each) => treat(each));
    for (const [by, relation] of said) {
      const more = programmes.map((each) =>
        each.code === by ? { ...each, relations: [...(each.relations ?? []), relation] } : each,
      );
      if (relationProblems(more).length === 0) programmes = more;
    }
    return {
      programmes,
      verdicts: CODES.map((each, index) => verdict(each, ...(answers[index] ?? (['unlikely', undefined] as const)))),
      facts: { ...Object.fromEntries(held.map((each) => [`has.${each}`, true])), [ONE_GUEST]: oneGuest },
    };
  });

describe('a plan, held against every set there is', () => {
  it('never proposes what is no candidate, nor a pair that may not be had, nor what could not be decided', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const every = new EverySet(house);
        const plan = planOf(house);
        for (const { programme } of plan.apply) expect(every.candidates).toContain(programme);
        expect(every.isLawful(takenBy(plan))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has no better lawful set beside it', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const every = new EverySet(house);
        const worth = every.worth(takenBy(planOf(house)));
        for (const other of every.lawful()) expect(compareWorth(worth, every.worth(other))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('never slights the rules’ own order where all is answered', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const answered = house.verdicts.map((each) =>
          each.verdict === 'need-facts' ? { ...each, verdict: 'needs-review' as const } : each,
        );
        const plan = planOf({ ...house, verdicts: answered });
        const [slights = 0] = new EverySet({ ...house, verdicts: answered }).worth(takenBy(plan));
        expect(slights === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('puts what waits after what it waits for', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const { apply, later } = planOf(house);
        const order = apply.map(({ programme }) => programme);
        for (const { programme, for: of } of later.filter(({ outlook }) => outlook === 'waiting'))
          for (const each of of) expect(order.indexOf(each)).toBeLessThan(order.indexOf(programme));
      }),
      { numRuns: 300 },
    );
  });

  it('says of every candidate exactly once what became of it, and names only chosen ones against it', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const plan = planOf(house);
        const { apply, instead, later } = plan;
        const cannot = later.filter(({ outlook }) => outlook !== 'waiting').map(({ programme }) => programme);
        const told = [...apply, ...instead].map(({ programme }) => programme);
        expect([...told, ...new Set(cannot)].sort()).toEqual([...new EverySet(house).candidates].sort());
        const taken = takenBy(plan);
        for (const { because } of instead) for (const { other } of because) expect(taken.has(other)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('falls back only to what is proposed, from what is unlikely', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const { next, apply } = planOf(house);
        const unlikely = house.verdicts.filter((each) => each.verdict === 'unlikely').map(({ programme }) => programme);
        for (const { from, to } of next) {
          expect(unlikely).toContain(from);
          expect(apply.map(({ programme }) => programme)).toContain(to);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same every time, in whatever order the verdicts come', () => {
    fc.assert(
      fc.property(houses, (house) => {
        expect(planOf({ ...house, verdicts: [...house.verdicts].reverse() })).toEqual(planOf(house));
      }),
      { numRuns: 200 },
    );
  });
});
