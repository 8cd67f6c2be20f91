import fc from 'fast-check';
import type { FactValues } from '../facts/fact';
import { all, any, type Condition } from './condition';
import { createEngine } from './engine';
import type { Expression } from './expression';
import { amount as amountIn, holds, type World } from './fixtures/brute-force';
import { TEA_SOURCE, tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import type { Programme } from './programme';
import type { Vocabulary } from './vocabulary';
import { type EarningMore, earningMore } from './what-if';

const options = { asOf: '2024-05-01' as const, standards: teaStandards };
const spend: Expression = { kind: 'fact', fact: 'guest.spend' };
const amountOf = (of: number): Expression => ({ kind: 'amount', of });

/** Guests who earn by singing; what of it counts as spending money nobody has published. */
const vocabulary: Vocabulary = {
  ...teaVocabulary,
  facts: {
    ...teaVocabulary.facts,
    'guest.spend': { type: 'money', label: 'earns', max: 1_000 },
    'guest.tips': { type: 'money', label: 'tips', max: 1_000 },
  },
  derived: {
    'guest.counted': { label: 'counted', unit: 'fen', is: { kind: 'unknown', to: spend, source: TEA_SOURCE } },
    'guest.whole': {
      label: 'whole',
      unit: 'fen',
      is: { kind: 'sum', of: [spend, { kind: 'fact', fact: 'guest.tips' }] },
    },
  },
  earnings: 'guest.spend',
};

function treat(code: string, rule: Condition, pays?: Expression): Programme {
  const amount = pays && { text: 'a month', per: 'household-month' as const, is: pays };
  return { ...teaProgramme(rule, code), versions: [{ from: '2020-01-01', rule, ...(amount && { amount }) }] };
}

function upTo(line: number, fact: string): Expression {
  const take: Expression = { kind: 'fact', fact };
  return { kind: 'notBelowZero', of: { kind: 'minus', from: amountOf(line), take } };
}

const regular = tea('C1', 'guest.regular', { op: 'oneOf', values: [true] });
const below = (limit: number, fact = 'guest.spend') => tea('C2', fact, { op: 'below', limit });

function ask(facts: FactValues, ...programmes: readonly Programme[]): EarningMore {
  const engine = createEngine(vocabulary, programmes, 'test');
  const asked = earningMore({ engine, vocabulary, programmes, facts, options });
  if (!asked) throw new Error('nothing is earned');
  return asked;
}

function changeOf(programme: Programme, facts: FactValues, extraFen: number) {
  return ask(facts, programme).effects(extraFen)[0]?.change;
}

describe('earning more', () => {
  const topUp = treat('top-up', all(regular, below(600)), upTo(600, 'guest.spend'));
  const earns100: FactValues = { 'guest.regular': true, 'guest.spend': 100 };

  it('takes as much off a top-up, to the fen', () => {
    expect(changeOf(topUp, earns100, 1)).toEqual({ kind: 'less', by: { min: 1, max: 1 } });
    expect(changeOf(topUp, earns100, 499)).toEqual({ kind: 'less', by: { min: 499, max: 499 } });
  });

  it('ends it at the line, and one fen before does not', () => {
    expect(changeOf(topUp, earns100, 500)).toEqual({ kind: 'ends' });
    const [turn, ...others] = ask(earns100, topUp).turns(900);
    expect(others).toEqual([]);
    expect([turn?.extraFen, turn?.before.verdict, turn?.after.verdict]).toEqual([500, 'likely', 'unlikely']);
    expect(turn?.clauses.map(({ id, outcome }) => [id, outcome])).toEqual([['C2', 'no']]);
  });

  it('lets begin what is for those above a line', () => {
    const above = treat('above', tea('C2', 'guest.spend', { op: 'above', limit: 600 }), amountOf(50));
    expect(changeOf(above, earns100, 500)).toEqual({ kind: 'stays' });
    expect(changeOf(above, earns100, 501)).toEqual({ kind: 'begins' });
    expect(ask(earns100, above).turns(900)[0]?.extraFen).toBe(501);
  });

  it('changes nothing where nothing rests on it, nor where the same is paid below the line', () => {
    expect(changeOf(treat('song', regular, amountOf(50)), earns100, 900)).toEqual({ kind: 'stays' });
    expect(changeOf(treat('flat', below(600), amountOf(50)), earns100, 400)).toEqual({ kind: 'stays' });
  });

  it('can bring more', () => {
    expect(changeOf(treat('match', regular, spend), earns100, 30)).toEqual({ kind: 'more', by: { min: 30, max: 30 } });
  });

  it('finds both turns around a limit of which nobody says whether it passes itself', () => {
    const unsaid = treat('unsaid', tea('C2', 'guest.spend', { op: 'atMost', limit: 600, equality: 'rain-line' }));
    const turns = ask(earns100, unsaid).turns(900);
    expect(turns.map(({ extraFen, after }) => [extraFen, after.verdict])).toEqual([
      [500, 'needs-review'],
      [501, 'unlikely'],
    ]);
  });

  it('cannot be asked while nothing says what is earned now, and never beyond what can be earned', () => {
    const engine = createEngine(vocabulary, [topUp], 'test');
    const asked = (facts: FactValues, words = vocabulary) =>
      earningMore({ engine, vocabulary: words, programmes: [topUp], facts, options });
    expect(asked({})).toBeUndefined();
    expect(asked({ 'guest.spend': null })).toBeUndefined();
    expect(asked(earns100, teaVocabulary)).toBeUndefined();
    expect(asked(earns100)?.mostFen).toBe(900);
    expect(asked(earns100)?.turns(1_000_000).length).toBe(1);
  });
});

describe('earning more, among several programmes and ways', () => {
  const earns100: FactValues = { 'guest.regular': true, 'guest.spend': 100 };
  const moody = tea('C3', 'house.mood', { op: 'oneOf', values: [true] });
  const above600 = tea('C2', 'guest.spend', { op: 'above', limit: 600 });

  it('turns in the order of how much more it takes, whichever programme comes first', () => {
    const turns = ask(earns100, treat('later', below(700)), treat('sooner', below(600))).turns(900);
    expect(turns.map(({ programme, extraFen }) => [programme, extraFen])).toEqual([
      ['sooner', 500],
      ['later', 600],
    ]);
  });

  it('lets begin for certain what so far only the office could grant', () => {
    const either = treat('either', any(moody, above600), amountOf(50));
    expect(changeOf(either, earns100, 500)).toEqual({ kind: 'stays' });
    expect(changeOf(either, earns100, 501)).toEqual({ kind: 'begins' });
    expect(changeOf(either, { ...earns100, 'guest.spend': 700 }, 50)).toEqual({ kind: 'stays' });
  });

  it('brings or takes so much at least where no source says how much at most', () => {
    const least = (from: number): Expression => ({ kind: 'unknown', from: amountOf(from), source: TEA_SOURCE });
    const either = (when: Condition, is: Expression): Expression => ({
      kind: 'cases',
      of: [{ when, is }],
      otherwise: amountOf(50),
    });
    expect(changeOf(treat('less', regular, either(below(600), least(500))), earns100, 500)).toEqual({
      kind: 'less',
      by: { min: 450 },
    });
    expect(changeOf(treat('more', regular, either(above600, least(500))), earns100, 501)).toEqual({
      kind: 'more',
      by: { min: 450 },
    });
  });

  it('is unknown where a size nobody knows appears or goes', () => {
    const anything: Expression = { kind: 'unknown', source: TEA_SOURCE };
    const some: Expression = { kind: 'cases', of: [{ when: above600, is: anything }], otherwise: amountOf(50) };
    expect(changeOf(treat('some', regular, some), earns100, 501)).toEqual({ kind: 'unknown', because: 'unpublished' });
    expect(changeOf(treat('some', regular, some), { ...earns100, 'guest.spend': 700 }, 1)).toEqual({
      kind: 'unknown',
      because: 'unpublished',
    });
  });

  it('looks at the rules of the day asked about', () => {
    const [now] = treat('then', below(600), upTo(600, 'guest.spend')).versions;
    const flat = {
      from: '2025-01-01',
      rule: regular,
      amount: { text: 'a month', per: 'once', is: amountOf(50) },
    } as const;
    if (!now) throw new Error('a version');
    const changing: Programme = { ...treat('then', regular), versions: [{ ...now, to: '2024-12-31' }, flat] };
    expect(changeOf(changing, earns100, 1)).toEqual({ kind: 'less', by: { min: 1, max: 1 } });
  });
});

describe('what nobody has published', () => {
  const counted = treat('top-up', all(regular, below(600, 'guest.counted')), upTo(600, 'guest.counted'));

  it('is told as unknown and never as a loss, however much is earned', () => {
    const asked = ask({ 'guest.regular': true, 'guest.spend': 100 }, counted);
    for (const extraFen of [1, 200, 499, 500, 501, 900])
      expect(asked.effects(extraFen)[0]?.change).toEqual({ kind: 'unknown', because: 'unpublished' });
  });

  it('still turns where the answer stops being certain, to the fen', () => {
    const [turn] = ask({ 'guest.regular': true, 'guest.spend': 100 }, counted).turns(900);
    expect([turn?.extraFen, turn?.after.verdict]).toEqual([500, 'needs-review']);
    expect(turn?.clauses.map(({ id, outcome }) => [id, outcome])).toEqual([['C2', 'review']]);
  });

  it('is told apart from what was not asked, and from 不清楚', () => {
    const whole = treat('top-up', all(regular, below(600, 'guest.whole')), upTo(600, 'guest.whole'));
    const earns: FactValues = { 'guest.regular': true, 'guest.spend': 100 };
    expect(changeOf(whole, earns, 50)).toEqual({ kind: 'unknown', because: 'not-asked' });
    expect(changeOf(whole, { ...earns, 'guest.tips': null }, 50)).toEqual({ kind: 'unknown', because: 'unclear' });
    expect(changeOf(whole, { ...earns, 'guest.tips': 7 }, 50)).toEqual({ kind: 'less', by: { min: 50, max: 50 } });
  });

  it('says less only where the ranges do not meet', () => {
    const about: Expression = { kind: 'unknown', to: amountOf(100), source: TEA_SOURCE };
    const sum: Expression = { kind: 'minus', from: amountOf(800), take: { kind: 'sum', of: [spend, about] } };
    const vague = treat('vague', below(600), sum);
    const earns: FactValues = { 'guest.spend': 100 };
    expect(changeOf(vague, earns, 100)).toEqual({ kind: 'unknown', because: 'unpublished' });
    expect(changeOf(vague, earns, 101)).toEqual({ kind: 'less', by: { min: 1, max: 201 } });
  });
});

describe('what waits for another', () => {
  const refill: Programme = {
    ...treat('refill', regular, amountOf(5)),
    relations: [{ kind: 'waits-for', anyOf: ['top-up', 'above'], why: 'after it', source: TEA_SOURCE }],
  };
  const topUp = treat('top-up', below(600), upTo(600, 'guest.spend'));
  const above = treat('above', tea('C2', 'guest.spend', { op: 'above', limit: 700 }));
  const earns: FactValues = { 'guest.regular': true, 'guest.spend': 100 };
  const change = (extraFen: number) => ask(earns, refill, topUp, above).effects(extraFen)[0]?.change;

  it('stays while one of them stays or begins, and follows when none of them is sure to', () => {
    expect(change(400)).toEqual({ kind: 'stays' });
    expect(change(500)).toEqual({ kind: 'follows', of: ['top-up'] });
    expect(change(601)).toEqual({ kind: 'stays' });
  });

  it('stays where none of them was possible before either', () => {
    const late: FactValues = { ...earns, 'guest.spend': 650 };
    expect(ask(late, refill, topUp, above).effects(10)[0]?.change).toEqual({ kind: 'stays' });
  });

  it('follows one of which nobody can tell any more', () => {
    const vague = treat('top-up', below(600, 'guest.counted'), upTo(600, 'guest.counted'));
    expect(ask(earns, refill, vague, above).effects(50)[0]?.change).toEqual({ kind: 'follows', of: ['top-up'] });
  });

  it('goes nowhere with one it only stands beside', () => {
    const beside: Programme = {
      ...treat('refill', regular, amountOf(5)),
      relations: [{ kind: 'stacks-with', other: 'top-up', why: 'both', source: TEA_SOURCE }],
    };
    expect(
      ask(earns, beside, topUp)
        .effects(500)
        .map(({ change: { kind } }) => kind),
    ).toEqual(['stays', 'ends']);
  });
});

const rules: fc.Arbitrary<Condition> = fc
  .array(
    fc.tuple(
      fc.constantFrom('guest.spend', 'guest.whole', 'guest.counted'),
      fc.constantFrom('below' as const, 'atMost' as const),
      fc.integer({ min: 0, max: 1_000 }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((tests) =>
    fc
      .constantFrom(all, any)
      .map((group) => group(...tests.map(([fact, op, limit], at) => tea(`C${at}`, fact, { op, limit })))),
  );
const households: fc.Arbitrary<FactValues> = fc.record({
  'guest.spend': fc.integer({ min: 0, max: 400 }),
  'guest.tips': fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
});
const lines = fc.tuple(
  fc.integer({ min: 0, max: 900 }),
  fc.constantFrom('guest.spend', 'guest.whole', 'guest.counted'),
);
const SEVERITY = { stays: 0, begins: 0, more: 0, follows: 0, less: 1, unknown: 1, ends: 2 } as const;

describe('any rule that earning more can only take from', () => {
  it('answers with nothing more as it answers at all', () => {
    fc.assert(
      fc.property(rules, lines, households, (rule, line, facts) => {
        const programme = treat('grant', rule, upTo(...line));
        const engine = createEngine(vocabulary, [programme], 'test');
        const effects = ask(facts, programme).effects(0);
        expect(effects.map(({ after }) => after)).toEqual(engine.verdicts(facts, options));
        expect(effects.map(({ change }) => change)).toEqual([{ kind: 'stays' }]);
      }),
    );
  });

  it('is never told as taking less when more is earned', () => {
    fc.assert(
      fc.property(rules, lines, households, fc.array(fc.integer({ min: 1, max: 600 })), (rule, line, facts, steps) => {
        const asked = ask(facts, treat('grant', rule, upTo(...line)));
        let [severity, taken] = [0, 0];
        for (const extraFen of steps.sort((one, other) => one - other)) {
          const change = asked.effects(extraFen)[0]?.change ?? { kind: 'stays' };
          expect(SEVERITY[change.kind]).toBeGreaterThanOrEqual(severity);
          severity = SEVERITY[change.kind];
          if (change.kind !== 'less') continue;
          expect(change.by.max ?? 0).toBeGreaterThanOrEqual(taken);
          expect(change.by.max).toBeLessThanOrEqual(extraFen);
          taken = change.by.max ?? 0;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told only as what is so in every world there could be', () => {
    const worlds: readonly World[] = [0, 0.5, 1].map((unknownSize) => ({ standards: {}, unknownSize }));
    fc.assert(
      fc.property(rules, lines, households, fc.integer({ min: 1, max: 600 }), (rule, line, facts, extraFen) => {
        const change = changeOf(treat('grant', rule, upTo(...line)), facts, extraFen);
        const tips = facts['guest.tips'] === null ? [0, 1, 150, 400, 1_000] : [facts['guest.tips']];
        for (const world of worlds)
          for (const tip of tips) {
            const now = { ...facts, 'guest.tips': tip };
            const then = { ...now, 'guest.spend': Number(facts['guest.spend']) + extraFen };
            const [fits, stillFits] = [now, then].map((each) => holds(rule, each, world, vocabulary));
            const [was, is] = [now, then].map((each) => amountIn(upTo(...line), each, world, vocabulary));
            if (change?.kind === 'ends') expect(stillFits).toBe(false);
            if (change?.kind === 'stays') expect([stillFits, stillFits && is]).toEqual([fits, fits && was]);
            if (change?.kind !== 'less' || was === undefined || is === undefined) continue;
            expect(was - is).toBeGreaterThanOrEqual(change.by.min ?? 0);
            expect(was - is).toBeLessThanOrEqual(change.by.max ?? Infinity);
          }
      }),
      { numRuns: 400 },
    );
  });

  it('turns exactly where walking fen by fen finds another answer', () => {
    fc.assert(
      fc.property(rules, households, (rule, facts) => {
        const asked = ask(facts, treat('grant', rule));
        const answer = (extraFen: number) => {
          const after = asked.effects(extraFen)[0]?.after;
          return [after?.verdict, ...(after?.clauses ?? []).map(({ outcome }) => outcome)].join();
        };
        const walked = Array.from({ length: 600 }, (_, at) => at + 1).filter((at) => answer(at) !== answer(at - 1));
        expect(asked.turns(600).map(({ extraFen }) => extraFen)).toEqual(walked);
      }),
      { numRuns: 60 },
    );
  });
});
