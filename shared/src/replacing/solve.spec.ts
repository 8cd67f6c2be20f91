import fc from 'fast-check';
import type { Chooser, ProgramInParts } from './chooser';
import { crowdOf } from './fixtures/families';
import { highsChooser } from './highs-chooser';
import type { PlacingOption, PlacingParty, PlacingPin, PlacingProblem, Plan } from './placing';
import { byPrecedence } from './placing-groups';
import { solve } from './solve';

let chooser: Chooser;
beforeAll(async () => {
  chooser = await highsChooser();
});

const SLOTS = ['ash', 'birch', 'cedar'];

const someOptions = fc
  .subarray(SLOTS)
  .chain((slots) =>
    fc.tuple(
      ...slots.map((slot) => fc.record({ slot: fc.constant(slot), cost: fc.nat({ max: 6 }), worse: fc.boolean() })),
    ),
  );

/** At most five parties and three slots of two resources, with pairs and pins: few enough to try every plan there is. */
const smallProblem: fc.Arbitrary<PlacingProblem> = fc
  .array(
    fc.record({
      seats: fc.nat({ max: 4 }),
      hardships: fc.nat({ max: 2 }),
      displaced: fc.nat({ max: 2 }),
      since: fc.nat({ max: 3 }),
      pair: fc.constantFrom(undefined, undefined, undefined, 'pair'),
      options: someOptions,
      pin: fc.constantFrom(undefined, undefined, undefined, undefined, null, ...SLOTS),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((rows) =>
    fc.array(fc.record({ urns: fc.nat({ max: 3 }), seats: fc.nat({ max: 6 }) }), { minLength: 3, maxLength: 3 }).map(
      (rooms): PlacingProblem => ({
        parties: rows.map(({ seats, hardships, displaced, since, pair, options }, at) => ({
          ...{ id: `party-${at}`, needs: { urns: 1, seats }, hardships, displaced, since },
          ...(pair && { together: pair }),
          options,
        })),
        slots: SLOTS.map((id, at) => ({ id, left: rooms[at] ?? {} })),
        pins: rows.flatMap(({ pin }, at): PlacingPin[] =>
          pin === undefined ? [] : [{ party: `party-${at}`, ...(pin !== null && { slot: pin }) }],
        ),
      }),
    ),
  );

type Assignment = ReadonlyMap<string, PlacingOption>;

function assignmentOf({ parties }: PlacingProblem, { placed }: Plan): Assignment {
  const optionOf = (party: string, slot: string) =>
    parties
      .find(({ id }) => id === party)
      ?.options.filter((option) => option.slot === slot)
      .toSorted((one, other) => Number(one.worse) - Number(other.worse))[0];
  return new Map(
    placed.map(({ party, slot }) => {
      const option = optionOf(party, slot);
      if (!option) throw new Error(`${party} was placed where it may not be`);
      return [party, option];
    }),
  );
}

/** Whole, together, within every room; nobody whose pin is bad has a place, and a good pin is where it says. */
function isAllowed({ parties, slots, pins }: PlacingProblem, plan: Assignment, bad: ReadonlySet<string>): boolean {
  const slotOf = (party: string) => plan.get(party)?.slot;
  const whole = parties.every(({ id, together }) =>
    parties.every((other) => together === undefined || other.together !== together || slotOf(other.id) === slotOf(id)),
  );
  const room = slots.every(({ id, left }) =>
    ['urns', 'seats'].every((unit) => {
      const there = parties.filter((party) => slotOf(party.id) === id);
      return there.reduce((sum, { needs }) => sum + (needs[unit] ?? 0), 0) <= (left[unit] ?? 0);
    }),
  );
  const pinned = pins.every(({ party, slot }) => slotOf(party) === (bad.has(party) ? undefined : slot));
  return whole && room && pinned;
}

/** What a plan is judged by, the smaller the better from the first number on. */
function judged({ parties }: PlacingProblem, plan: Assignment): readonly number[] {
  const isGood = ({ id }: PlacingParty) => plan.get(id)?.worse === false;
  const bad = (measure: 'hardships' | 'displaced') =>
    [4, 3, 2, 1, 0].map((level) => parties.filter((party) => party[measure] === level && !isGood(party)).length);
  const inOrder = parties.toSorted(byPrecedence);
  const cost = [...plan.values()].reduce((sum, option) => sum + option.cost, 0);
  return [
    ...bad('hardships'),
    ...bad('displaced'),
    parties.length - plan.size,
    ...inOrder.map((party) => Number(!isGood(party))),
    ...inOrder.map(({ id }) => Number(!plan.has(id))),
    cost,
  ];
}

function* everyPlan({ parties }: PlacingProblem, from = 0): Generator<Map<string, PlacingOption>> {
  const party = parties[from];
  if (!party) return yield new Map();
  for (const rest of everyPlan({ parties, slots: [], pins: [] }, from + 1)) {
    yield rest;
    for (const option of party.options) yield new Map(rest).set(party.id, option);
  }
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

describe('a plan for a few families', () => {
  it('is allowed, and none of all allowed plans is fairer or cheaper', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const plan = solve(problem, chooser);
        const bad = new Set(plan.badPins.map(({ party }) => party));
        const found = assignmentOf(problem, plan);
        expect(plan).toMatchObject({ proven: true, fairest: true });
        expect(isAllowed(problem, found, bad)).toBe(true);
        // those who go with a bad pin wait with it
        const waits = ({ id, together }: PlacingParty) =>
          bad.has(id) ||
          problem.parties.some((each) => together !== undefined && each.together === together && bad.has(each.id));
        const ours = judged(problem, found);
        for (const other of everyPlan(problem)) {
          if (problem.parties.some((party) => waits(party) && other.has(party.id))) continue;
          if (isAllowed(problem, other, bad)) expect(compared(ours, judged(problem, other))).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('names every party once, in the order it was asked for, and offers only what has room beside the plan', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const plan = solve(problem, chooser);
        const order = problem.parties.map(({ id }) => id);
        const inOrder = (list: readonly { party: string }[]) => list.map(({ party }) => party);
        expect([...inOrder(plan.placed), ...inOrder(plan.unplaced)].toSorted()).toEqual(order.toSorted());
        expect(inOrder(plan.placed)).toEqual(order.filter((id) => inOrder(plan.placed).includes(id)));
        for (const { party, slot, others } of plan.placed) {
          expect(others).not.toContain(slot);
          for (const other of others)
            expect(
              assignmentOf(problem, { ...plan, placed: [{ party, slot: other, worse: false, others: [] }] }).size,
            ).toBe(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('tells a pin that cannot be, and plans nothing around it', () => {
    const party = (id: string, seats: number): PlacingParty => ({
      ...{ id, needs: { urns: 1, seats }, hardships: 0, displaced: 1, since: 0 },
      options: [{ slot: 'ash', cost: 0, worse: false }],
    });
    const plan = solve(
      {
        parties: [
          party('anna', 2),
          party('berta', 3),
          { ...party('clara', 1), together: 'c' },
          { ...party('dora', 1), together: 'c' },
        ],
        slots: [
          { id: 'ash', left: { urns: 9, seats: 4 } },
          { id: 'birch', left: { urns: 9, seats: 9 } },
        ],
        pins: [
          { party: 'anna', slot: 'birch' },
          { party: 'berta', slot: 'ash' },
          { party: 'clara', slot: 'ash' },
          { party: 'dora' },
        ],
      },
      chooser,
    );
    expect(plan.badPins).toEqual([
      { party: 'anna', why: 'not-an-option' },
      { party: 'clara', why: 'split' },
      { party: 'dora', why: 'split' },
    ]);
    expect(plan.placed).toMatchObject([{ party: 'berta', slot: 'ash' }]);
    expect(plan.unplaced.map(({ why }) => why)).toEqual(['pinned', 'pinned', 'pinned']);
  });

  it('says why somebody has no place: nowhere at all, no room, or somebody they go with', () => {
    const at = (...slots: string[]): PlacingOption[] => slots.map((slot) => ({ slot, cost: 0, worse: false }));
    const one = (id: string, seats: number, options: PlacingOption[], together?: string): PlacingParty => ({
      ...{ id, needs: { seats }, hardships: 0, displaced: 1, since: 0, options },
      ...(together !== undefined && { together }),
    });
    const parties = [
      one('anna', 1, []),
      one('berta', 9, at('ash')),
      one('clara', 1, at('ash'), 'c'),
      one('dora', 9, at('ash'), 'c'),
    ];
    const { unplaced } = solve({ parties, slots: [{ id: 'ash', left: { seats: 2 } }], pins: [] }, chooser);
    expect(unplaced.map(({ why }) => why)).toEqual(['no-option', 'no-room', 'together', 'no-room']);
  });
});

describe('a plan for many families', () => {
  const crowd = fc.record({
    families: fc.integer({ min: 30, max: 40 }),
    slots: fc.integer({ min: 4, max: 8 }),
    placesForHundred: fc.integer({ min: 60, max: 140 }),
    seed: fc.nat({ max: 10_000 }),
  });

  it('breaks no room, splits nobody, and is the same in whatever order it is asked for', () => {
    fc.assert(
      fc.property(crowd, fc.nat(), (wish, turn) => {
        const problem = crowdOf(wish);
        const plan = solve(problem, chooser);
        expect(isAllowed(problem, assignmentOf(problem, plan), new Set())).toBe(true);
        const turned = <Item>(items: readonly Item[]) => {
          const by = turn % items.length;
          return [...items.slice(by), ...items.slice(0, by)].toReversed();
        };
        const parties = turned(problem.parties).map((each) => ({ ...each, options: turned(each.options) }));
        const again = solve({ ...problem, parties, slots: turned(problem.slots) }, chooser);
        expect(slotsOf(again)).toEqual(slotsOf(plan));
      }),
      { numRuns: 2 },
    );
  });

  it('is the same again with all or some of it pinned, and nobody moves who was shown a place', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 1, max: 5 }), (wish, every) => {
        const problem = crowdOf(wish);
        const plan = solve(problem, chooser);
        const before = plan.placed.map(({ party, slot }): PlacingPin => ({ party, slot }));
        const some = before.filter((_pin, at) => at % every === 0);
        expect(slotsOf(solve({ ...problem, pins: before }, chooser))).toEqual(slotsOf(plan));
        expect(slotsOf(solve({ ...problem, pins: some, before }, chooser))).toEqual(slotsOf(plan));
      }),
      { numRuns: 2 },
    );
  });

  it('keeps every promise but the last when the search gives up, and ends after so many steps', () => {
    let asked = 0;
    const count = <Answer>(size: number, answer: Answer): Answer => {
      asked += size;
      return answer;
    };
    const givesUp: Chooser = {
      inParts: () => unknown,
      choose: ({ gains, start }) => count(gains.length, { chosen: start ?? gains.map(() => false), proven: false }),
    };
    const breaksRoom: Chooser = {
      inParts: () => unknown,
      choose: ({ gains }) => count(gains.length, { chosen: gains.map(() => true), proven: true }),
    };
    const problem = crowdOf({ families: 150, slots: 10, placesForHundred: 80, seed: 3 });
    for (const chosen of [givesUp, breaksRoom]) {
      asked = 0;
      const plan = solve(problem, chosen);
      expect(plan).toMatchObject({ proven: false, fairest: false });
      expect(plan.placed.length).toBeGreaterThan(75);
      expect(isAllowed(problem, assignmentOf(problem, plan), new Set())).toBe(true);
      expect(asked).toBeLessThanOrEqual(40_000);
    }
  });

  it('says apart that it is the fairest when only the days are not proven', () => {
    const unsureOfDays: Chooser = {
      inParts: (size, limits) => {
        const known = chooser.inParts(size, limits);
        const best = (gains: readonly number[]) => (gains.some((gain) => gain < 0) ? undefined : known.best(gains));
        return {
          limit: (limit) => known.limit(limit),
          raise: (limit, least) => known.raise(limit, least),
          close: (choices) => known.close(choices),
          best,
          dispose: () => known.dispose(),
        };
      },
      choose: (program) => {
        const answer = chooser.choose(program);
        return program.gains.some((gain) => gain < 0) ? { ...answer, proven: false } : answer;
      },
    };
    const problem = crowdOf({ families: 30, slots: 5, placesForHundred: 120, seed: 1 });
    expect(solve(problem, unsureOfDays)).toMatchObject({ proven: false, fairest: true });
    expect(solve(problem, chooser)).toMatchObject({ proven: true, fairest: true });
  });

  it('plans those who share no slot, not even by way of others, as if the others were not there', () => {
    fc.assert(
      fc.property(smallProblem, smallProblem, (one, other) => {
        const beside = asOthers(other);
        const parties = [...one.parties, ...beside.parties];
        const both = solve(
          { parties, slots: [...one.slots, ...beside.slots], pins: [...one.pins, ...beside.pins] },
          chooser,
        );
        const alone = [solve(one, chooser), solve(beside, chooser)];
        expect(slotsOf(both)).toEqual(Object.assign({}, ...alone.map(slotsOf)));
      }),
      { numRuns: 30 },
    );
  });

  it('places six hundred at once: no room broken, nobody split, proven, and the same again in another order', () => {
    const problem = crowdOf({ families: 600, slots: 40, placesForHundred: 120, seed: 2 });
    const plan = solve(problem, chooser);
    expect(plan.proven).toBe(true);
    expect(isAllowed(problem, assignmentOf(problem, plan), new Set())).toBe(true);
    const spared = new Set(plan.placed.filter(({ worse }) => !worse).map(({ party }) => party));
    const hard = problem.parties.filter(({ hardships }) => hardships > 0);
    expect(hard.filter(({ id }) => !spared.has(id))).toEqual([]);
    const before = plan.placed.map(({ party, slot }): PlacingPin => ({ party, slot }));
    const again = { parties: problem.parties.toReversed(), slots: problem.slots.toReversed(), pins: [], before };
    expect(slotsOf(solve(again, chooser))).toEqual(slotsOf(plan));
  });

  it('leaves nobody worse off twice while there is a plan in which they are not', () => {
    fc.assert(
      fc.property(crowd, (wish) => {
        const problem = crowdOf(wish);
        const bad = new Set(problem.parties.filter(({ hardships }) => hardships > 0).map(({ id }) => id));
        const isSpared = (plan: Plan) => plan.placed.filter(({ party, worse }) => bad.has(party) && !worse).length;
        const plan = solve(problem, chooser);
        // nobody else in the way: what can be had for them at best
        const alone = solve(
          {
            ...problem,
            parties: problem.parties.filter(({ id, together }) => bad.has(id) || isWith(problem, bad, together)),
          },
          chooser,
        );
        expect(isSpared(plan)).toBe(isSpared(alone));
      }),
      { numRuns: 2 },
    );
  });
});

/** Knows nothing of what there could be at most. */
const unknown: ProgramInParts = {
  limit: () => undefined,
  raise: () => undefined,
  close: () => undefined,
  best: () => undefined,
  dispose: () => undefined,
};

/** The same problem, with names nobody else has. */
function asOthers({ parties, slots, pins }: PlacingProblem): PlacingProblem {
  const named = (name: string) => `other ${name}`;
  return {
    parties: parties.map(({ id, together, options, ...rest }) => ({
      ...rest,
      id: named(id),
      ...(together !== undefined && { together: named(together) }),
      options: options.map((option) => ({ ...option, slot: named(option.slot) })),
    })),
    slots: slots.map(({ id, left }) => ({ id: named(id), left })),
    pins: pins.map(({ party, slot }) => ({ party: named(party), ...(slot !== undefined && { slot: named(slot) }) })),
  };
}

function isWith({ parties }: PlacingProblem, ids: ReadonlySet<string>, together: string | undefined): boolean {
  return together !== undefined && parties.some((each) => each.together === together && ids.has(each.id));
}

function slotsOf({ placed }: Plan): Readonly<Record<string, string>> {
  return Object.fromEntries(placed.map(({ party, slot }) => [party, slot] as const).toSorted());
}
