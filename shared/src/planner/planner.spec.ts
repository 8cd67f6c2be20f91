import type { ProgrammeVerdict } from '../eligibility/assessment';
import type { Programme } from '../eligibility/programme';
import {
  excludes,
  excludesForOneGuest,
  fen,
  HOUSE_RULES,
  says,
  treat,
  verdict,
  waitsFor,
} from './fixtures/tea-house-programmes';
import type { Plan } from './plan';
import { planOf } from './planner';

function plan(programmes: readonly Programme[], verdicts: readonly ProgrammeVerdict[], ...held: string[]): Plan {
  const facts = Object.fromEntries(held.map((code) => [`has.${code}`, true]));
  return planOf({ programmes, verdicts, facts });
}

function proposed({ apply }: Plan): readonly string[] {
  return apply.map(({ programme }) => programme);
}

const cake = treat('cake');
const pot = treat('pot');

describe('what may be had together', () => {
  it('is proposed whole, in catalogue order, and nothing stands against any of it', () => {
    const found = plan([cake, pot], [verdict('cake', 'needs-review'), verdict('pot', 'likely')]);
    expect(proposed(found)).toEqual(['cake', 'pot']);
    expect(found.apply.map(({ standing, over, after }) => [standing, over, after])).toEqual([
      ['needs-review', [], []],
      ['likely', [], []],
    ]);
    expect([found.open, found.instead, found.later, found.next, found.ask, found.held]).toEqual([
      false,
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('never has what is unlikely, nor what was not judged', () => {
    expect(proposed(plan([cake, pot], [verdict('cake', 'unlikely')]))).toEqual([]);
  });

  it('is open while something of it needs answers, and that comes last', () => {
    const found = plan([cake, pot], [verdict('cake', 'need-facts'), verdict('pot', 'needs-review')]);
    expect([found.open, proposed(found)]).toEqual([true, ['pot', 'cake']]);
  });

  it('begins with what cannot wait, unless that waits itself', () => {
    const song = { ...treat('song'), urgent: true as const };
    expect(proposed(plan([cake, pot, song], bothLikely('cake', 'pot', 'song')))).toEqual(['song', 'cake', 'pot']);
    const after = { ...treat('song', waitsFor('pot')), urgent: true as const };
    expect(proposed(plan([cake, pot, after], bothLikely('cake', 'pot', 'song')))).toEqual(['cake', 'pot', 'song']);
    expect(proposed(plan([cake, song], [verdict('cake', 'likely'), verdict('song', 'need-facts')]))).toEqual([
      'cake',
      'song',
    ]);
  });

  it('has nothing that needs answers behind a door nobody opened', () => {
    const input = { programmes: [cake], verdicts: [verdict('cake', 'need-facts')], facts: {} };
    expect(planOf({ ...input, doors: ['stage'] })).toMatchObject({ open: false, apply: [] });
    expect(proposed(planOf({ ...input, doors: [cake.door] }))).toEqual(['cake']);
  });

  it('says of two that one would doubt that both may be had, once, at the later one', () => {
    const found = plan([cake, treat('pot', says('stacks-with', 'cake'))], bothLikely('cake', 'pot'));
    expect(found.apply.map(({ beside }) => beside)).toEqual([
      [],
      [{ other: 'cake', why: 'stacks-with cake', source: HOUSE_RULES }],
    ]);
  });

  it('says whom to ask where nobody has published whether both may be had, and proposes both', () => {
    const found = plan([cake, treat('pot', says('unsettled-with', 'cake'))], bothLikely('cake', 'pot'));
    expect(proposed(found)).toEqual(['cake', 'pot']);
    expect(found.ask).toEqual([
      { pair: ['pot', 'cake'], phone: '12345', why: 'unsettled-with cake', source: HOUSE_RULES },
    ]);
    expect(plan([cake, treat('pot', says('unsettled-with', 'cake'))], [verdict('cake', 'likely')]).ask).toEqual([]);
  });
});

function bothLikely(...codes: readonly string[]): readonly ProgrammeVerdict[] {
  return codes.map((code) => verdict(code, 'likely'));
}

describe('one of two by the rules’ own order', () => {
  const rule = [treat('cake', excludes('pot', 'this')), pot];

  it('is the preferred one, whatever the other pays', () => {
    const found = plan(rule, [verdict('cake', 'likely', fen(1)), verdict('pot', 'likely', fen(900))]);
    expect(proposed(found)).toEqual(['cake']);
    expect(found.apply[0]?.over).toEqual(['pot']);
    expect(found.instead).toEqual([
      {
        programme: 'pot',
        standing: 'likely',
        because: [{ other: 'cake', by: 'rule', why: 'not beside pot', source: HOUSE_RULES }],
        ifNotGranted: false,
      },
    ]);
  });

  it('is so by the rules also where the other still needs answers', () => {
    const found = plan(rule, [verdict('cake', 'needs-review'), verdict('pot', 'need-facts')]);
    expect(found.instead[0]?.because[0]?.by).toBe('rule');
  });

  it('may be said from the other side', () => {
    const other = [cake, treat('pot', excludes('cake', 'other'))];
    expect(proposed(plan(other, bothLikely('cake', 'pot')))).toEqual(['cake']);
  });

  it('is the preferred one also where only staff can settle it, with the likely one to take if it is not granted', () => {
    const found = plan(rule, [verdict('cake', 'needs-review'), verdict('pot', 'likely')]);
    expect(proposed(found)).toEqual(['cake']);
    expect(found.instead.map(({ programme, ifNotGranted }) => [programme, ifNotGranted])).toEqual([['pot', true]]);
  });

  it('is not the preferred one while that still needs answers and the other does not', () => {
    const found = plan(rule, [verdict('cake', 'need-facts', fen(900)), verdict('pot', 'needs-review')]);
    expect([found.open, proposed(found)]).toEqual([true, ['pot']]);
    expect(found.instead[0]?.because[0]?.by).toBe('unanswered');
  });

  it('is the other one when something else sets the preferred one aside', () => {
    const chain = [treat('song', excludes('cake', 'this')), ...rule];
    expect(proposed(plan(chain, bothLikely('song', 'cake', 'pot')))).toEqual(['song', 'pot']);
  });
});

describe('two that may not both go to one person', () => {
  const programmes = [treat('cake', excludesForOneGuest('pot', 'this', 'guest.isOne')), pot];
  const asked = (isOne: boolean | null | undefined) =>
    planOf({ programmes, verdicts: bothLikely('cake', 'pot'), facts: { 'guest.isOne': isOne } });
  const told = (isOne: boolean | null | undefined) =>
    asked(isOne).apply.flatMap(({ beside }) => beside.map(({ why }) => why));

  it('are both proposed unless the answers say that one person is meant', () => {
    expect(proposed(asked(true))).toEqual(['cake']);
    for (const two of [false, null, undefined]) expect(proposed(asked(two))).toEqual(['cake', 'pot']);
  });

  it('are said to be for one or for two while nobody knows', () => {
    for (const open of [null, undefined]) expect(told(open)).toEqual(['not beside pot']);
    for (const known of [true, false]) expect(told(known)).toEqual([]);
  });

  it('leave alone what the household has, until one person is known to be meant', () => {
    const held = (isOne: boolean | null) =>
      planOf({ programmes, verdicts: bothLikely('cake'), facts: { 'has.pot': true, 'guest.isOne': isOne } });
    expect(held(null).apply).toMatchObject([{ programme: 'cake', replaces: [] }]);
    expect(held(true).apply).toMatchObject([{ programme: 'cake', replaces: [{ other: 'pot' }] }]);
  });
});

describe('one of two by what it pays', () => {
  const higher = [treat('cake', excludes('pot', 'higher')), pot];
  const choice = (one: ProgrammeVerdict, other: ProgrammeVerdict) => {
    const found = plan(higher, [one, other]);
    return [...proposed(found), found.instead[0]?.because[0]?.by];
  };

  it('is the one whose least is not below the other’s most', () => {
    expect(choice(verdict('cake', 'likely', fen(200)), verdict('pot', 'likely', fen(201)))).toEqual([
      'pot',
      'pays-more',
    ]);
    expect(choice(verdict('cake', 'likely', fen(201)), verdict('pot', 'likely', { max: 201 }))).toEqual([
      'cake',
      'pays-more',
    ]);
  });

  it('is the one with the higher least, then the higher most, and an office says while the sizes overlap', () => {
    const pot = verdict('pot', 'likely', { min: 100, max: 900 });
    expect(choice(verdict('cake', 'likely', { min: 101, max: 200 }), pot)).toEqual(['cake', 'open-amount']);
    expect(choice(verdict('cake', 'likely', { min: 100, max: 800 }), pot)).toEqual(['pot', 'open-amount']);
  });

  it('is never one of which nobody can say over one that is known', () => {
    expect(choice(verdict('cake', 'likely'), verdict('pot', 'likely', fen(1)))).toEqual(['pot', 'open-amount']);
    expect(choice(verdict('cake', 'likely', { min: 1 }), verdict('pot', 'likely', fen(2)))).toEqual([
      'pot',
      'open-amount',
    ]);
  });

  it('compares by the year: twelve months against a sum paid once', () => {
    const once = verdict('pot', 'likely', { ...fen(1_201), per: 'once' });
    expect(choice(verdict('cake', 'likely', fen(100)), once)).toEqual(['pot', 'pays-more']);
    expect(choice(verdict('cake', 'likely', fen(101)), once)).toEqual(['cake', 'pays-more']);
  });

  it('gives way to two others where nobody can say what any of them pays', () => {
    const three = [treat('cake', excludes('pot', 'higher'), excludes('song', 'higher')), pot, treat('song')];
    const review = three.map(({ code }) => verdict(code, 'needs-review'));
    expect(proposed(plan(three, review))).toEqual(['pot', 'song']);
  });

  it('gives way where two others together pay more', () => {
    const three = [treat('cake', excludes('pot', 'higher')), pot, treat('song', excludes('pot', 'higher'))];
    const found = plan(three, [
      verdict('cake', 'likely', fen(300)),
      verdict('pot', 'likely', fen(500)),
      verdict('song', 'likely', fen(300)),
    ]);
    expect(proposed(found)).toEqual(['cake', 'song']);
    expect(found.instead[0]?.because.map(({ other, by }) => [other, by])).toEqual([
      ['cake', 'pays-more-together'],
      ['song', 'pays-more-together'],
    ]);
  });
});

describe('what waits for another', () => {
  const programmes = [treat('refill', waitsFor('cake', 'pot')), cake, pot];

  it('comes after it, and is told as waiting, not refused', () => {
    const found = plan(programmes, [verdict('refill', 'needs-review'), ...bothLikely('cake')]);
    expect(proposed(found)).toEqual(['cake', 'refill']);
    expect(found.apply[1]?.after).toEqual(['cake']);
    expect(found.later).toEqual([
      {
        programme: 'refill',
        standing: 'needs-review',
        for: ['cake'],
        outlook: 'waiting',
        why: 'after cake or pot',
        source: HOUSE_RULES,
      },
    ]);
  });

  it('waits for nothing once one of them is had', () => {
    const found = plan(programmes, [verdict('refill', 'likely'), verdict('cake', 'unlikely')], 'pot');
    expect([proposed(found), found.later, found.held]).toEqual([['refill'], [], ['pot']]);
  });

  it('is said to have little hope when all of them are unlikely', () => {
    const found = plan(programmes, [
      verdict('refill', 'needs-review'),
      verdict('cake', 'unlikely'),
      verdict('pot', 'unlikely'),
    ]);
    expect(proposed(found)).toEqual([]);
    expect(found.later.map(({ programme, for: of, outlook }) => [programme, of, outlook])).toEqual([
      ['refill', ['cake', 'pot'], 'unlikely'],
    ]);
  });

  it('counts for what it waits for when that is weighed against another', () => {
    const three = [cake, treat('pot', excludes('cake', 'higher')), treat('refill', waitsFor('pot'))];
    const found = plan(three, [
      verdict('cake', 'likely', fen(200)),
      verdict('pot', 'likely', fen(100)),
      verdict('refill', 'likely', fen(101)),
    ]);
    expect(proposed(found)).toEqual(['pot', 'refill']);
    expect(found.instead[0]?.because[0]?.by).toBe('pays-more-together');
  });

  it('is told as not in the plan when what it waits for gave way', () => {
    const three = [treat('cake', excludes('pot', 'this')), pot, treat('refill', waitsFor('pot'))];
    const found = plan(three, bothLikely('cake', 'pot', 'refill'));
    expect(proposed(found)).toEqual(['cake']);
    expect(found.later.map(({ programme, outlook }) => [programme, outlook])).toEqual([['refill', 'not-in-plan']]);
  });
});

it('proposes something also where what needs answers turns the order into a circle', () => {
  const round = [
    treat('cake', waitsFor('fan')),
    treat('lid', excludes('stool', 'other')),
    treat('stool', excludes('cake', 'other')),
    treat('fan', excludes('lid', 'this')),
  ];
  const found = plan(round, [...bothLikely('cake', 'lid', 'stool'), verdict('fan', 'need-facts')]);
  expect(proposed(found)).toEqual(['fan', 'cake']);
  expect(found.instead.map(({ programme }) => programme)).toEqual(['lid', 'stool']);
});

describe('what the household has', () => {
  it('is listed and not proposed again, whatever the rules now say', () => {
    const found = plan([cake, pot], [verdict('cake', 'unlikely'), verdict('pot', 'likely')], 'cake');
    expect([found.held, proposed(found)]).toEqual([['cake'], ['pot']]);
  });

  it('stands against what may not be had beside it', () => {
    const found = plan([cake, treat('pot', excludes('cake', 'other'))], bothLikely('pot'), 'cake');
    expect(proposed(found)).toEqual([]);
    expect(found.instead[0]?.because[0]).toMatchObject({ other: 'cake', by: 'rule' });
  });

  it('gives way to what the rules put first, and only once that is granted', () => {
    const found = plan([cake, treat('pot', excludes('cake', 'this'))], [verdict('pot', 'needs-review')], 'cake');
    expect(found.apply.map(({ programme, replaces }) => [programme, replaces.map(({ other }) => other)])).toEqual([
      ['pot', ['cake']],
    ]);
  });

  it('stays as it is where two that may not both be had are had', () => {
    const found = plan([cake, treat('pot', excludes('cake', 'this'))], bothLikely('cake', 'pot'), 'cake', 'pot');
    expect([found.held, found.apply, found.instead]).toEqual([['cake', 'pot'], [], []]);
  });

  it('is not given up for what pays more, unless that is certain', () => {
    const programmes = [cake, treat('pot', excludes('cake', 'higher'))];
    const of = (pays: ProgrammeVerdict[]) => proposed(plan(programmes, pays, 'cake'));
    expect(of([verdict('pot', 'likely', fen(900))])).toEqual([]);
    expect(of([verdict('cake', 'likely', { min: 1, max: 900 }), verdict('pot', 'likely', fen(900))])).toEqual([]);
    expect(of([verdict('cake', 'likely', { min: 1, max: 899 }), verdict('pot', 'likely', fen(900))])).toEqual(['pot']);
  });
});

describe('what to look at next', () => {
  const programmes = [treat('cake', says('falls-back-to', 'pot')), pot];

  it('is named where something is unlikely, towards what is in the plan', () => {
    const found = plan(programmes, [verdict('cake', 'unlikely'), verdict('pot', 'needs-review')]);
    expect(found.next).toEqual([{ from: 'cake', to: 'pot', why: 'falls-back-to pot', source: HOUSE_RULES }]);
  });

  it.each([
    ['what is unlikely itself', [verdict('cake', 'unlikely'), verdict('pot', 'unlikely')], []],
    ['another while the first may fit', [verdict('cake', 'likely'), verdict('pot', 'likely')], []],
    ['what is had already', [verdict('cake', 'unlikely'), verdict('pot', 'likely')], ['pot']],
    ['another for what is had already', [verdict('cake', 'unlikely'), verdict('pot', 'likely')], ['cake']],
  ])('is never %s', (_, verdicts, held) => {
    expect(plan(programmes, verdicts, ...held).next).toEqual([]);
  });
});
