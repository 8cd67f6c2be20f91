import fc from 'fast-check';
import { programmes } from '../catalogue';
import type { FactValues } from '../facts/fact';
import { excludes, excludesForOneGuest, treat, waitsFor } from '../planner/fixtures/tea-house-programmes';
import type { CaseItem } from './case-file';
import { isSettled } from './case-machine';
import { filingsOf, releaseOf } from './filing';

const TREATS = [
  treat('cake', waitsFor('tea', 'coffee')),
  treat('tea', excludes('coffee', 'this')),
  treat('coffee'),
  treat('scone', excludes('cake', 'higher')),
  treat('jam', excludesForOneGuest('scone', 'other', 'one.guest')),
];

const heldOf = (chosen: readonly string[], facts = {}) =>
  filingsOf(TREATS, chosen, facts).map(({ programme, held }) => [
    programme,
    held.map(({ waitsFor: of, until }) => `${until}: ${of}`),
  ]);
const item = (programme: string, state: CaseItem['state']): CaseItem => ({ programme, state });

describe('how chosen programmes are handed in', () => {
  it('holds back what waits for the result of another', () => {
    expect(heldOf(['tea', 'cake'])).toEqual([
      ['cake', ['approved: tea']],
      ['tea', []],
    ]);
  });

  it('hands in at once what waits for something nobody chose, or the household has already', () => {
    expect(heldOf(['cake'])).toEqual([['cake', []]]);
    expect(heldOf(['tea', 'cake'], { 'has.coffee': true })).toEqual([
      ['cake', []],
      ['tea', []],
    ]);
  });

  it('holds back what may not be had beside one that goes first', () => {
    expect(heldOf(['tea', 'coffee'])).toEqual([
      ['tea', []],
      ['coffee', ['not-approved: tea']],
    ]);
  });

  it('leaves it to the office where the sums say which is better, or one person is not known to be meant', () => {
    expect(heldOf(['scone', 'cake'])).toEqual([
      ['cake', []],
      ['scone', []],
    ]);
    for (const facts of [{}, { 'one.guest': false }, { 'one.guest': null }])
      expect(heldOf(['scone', 'jam'], facts)).toEqual([
        ['scone', []],
        ['jam', []],
      ]);
    expect(heldOf(['scone', 'jam'], { 'one.guest': true })).toContainEqual(['jam', ['not-approved: scone']]);
  });
});

describe('what is held back', () => {
  const afterTea = [{ waitsFor: ['tea'], until: 'approved' as const }];
  const insteadOfTea = [{ waitsFor: ['tea'], until: 'not-approved' as const }];

  it.each([
    ['in-hand', 'wait', 'wait'],
    ['held-back', 'wait', 'wait'],
    ['approved', 'file', 'do-not-file'],
    ['refused', 'do-not-file', 'file'],
    ['withdrawn', 'do-not-file', 'file'],
    ['not-filed', 'do-not-file', 'file'],
  ] as const)('for one that is %s: after it %s, instead of it %s', (state, after, instead) => {
    const items = [item('tea', state)];
    expect([releaseOf(afterTea, items), releaseOf(insteadOfTea, items)]).toEqual([after, instead]);
  });

  it('goes as soon as one of several is approved', () => {
    const either = [{ waitsFor: ['tea', 'coffee'], until: 'approved' as const }];
    expect(releaseOf(either, [item('tea', 'refused'), item('coffee', 'in-hand')])).toBe('wait');
    expect(releaseOf(either, [item('tea', 'in-hand'), item('coffee', 'approved')])).toBe('file');
  });

  it('for two reasons goes when both let it go, and never when one forbids it', () => {
    const both = [...insteadOfTea, { waitsFor: ['coffee'], until: 'approved' as const }];
    expect(releaseOf(both, [item('tea', 'refused'), item('coffee', 'in-hand')])).toBe('wait');
    expect(releaseOf(both, [item('tea', 'refused'), item('coffee', 'approved')])).toBe('file');
    expect(releaseOf(both, [item('tea', 'approved'), item('coffee', 'in-hand')])).toBe('do-not-file');
  });
});

/** What goes to one person each, by pairs of which one person may have the first alone. */
const FOR_PERSONS = [
  ['special-hardship-support', 'minimum-living-allowance'],
  ['special-hardship-support', 'disability-living-subsidy'],
  ['special-hardship-support', 'disability-care-subsidy'],
  ['orphan-living-allowance', 'disability-living-subsidy'],
  ['orphan-living-allowance', 'de-facto-unattended-child-allowance'],
] as const;

describe.each(FOR_PERSONS)('%s and %s', (first, second) => {
  const heldBack = (facts: FactValues) =>
    filingsOf(programmes, [first, second], facts).flatMap(({ held }) => held.flatMap(({ waitsFor: of }) => of));

  it('are both handed in at once of a family, as they may be for two: nobody loses money to another of the family', () => {
    for (const facts of [{}, { 'household.memberCount': 4 }, { 'household.memberCount': null }])
      expect(heldBack(facts)).toEqual([]);
  });

  it('are handed in one after the other of whoever lives alone', () => {
    expect(heldBack({ 'household.memberCount': 1 })).toEqual([first]);
  });
});

describe('whatever is chosen of the catalogue', () => {
  const codes = programmes.map(({ code }) => code);

  it('comes to an end, whatever the offices decide: nothing waits for ever', () => {
    fc.assert(
      fc.property(
        fc.subarray(codes),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        fc.constantFrom(1, 3),
        (chosen, answers, members) => {
          const filings = filingsOf(programmes, chosen, { 'household.memberCount': members });
          expect(filings.map(({ programme }) => programme).sort()).toEqual([...chosen].sort());
          const states = new Map(
            filings.map(({ programme, held }) => [programme, held.length > 0 ? 'held-back' : 'in-hand']),
          );
          const items = () => [...states].map(([programme, state]) => item(programme, state as CaseItem['state']));
          for (const approved of answers) {
            for (const { programme, held } of filings) {
              if (states.get(programme) !== 'held-back') continue;
              const release = releaseOf(held, items());
              if (release !== 'wait') states.set(programme, release === 'file' ? 'in-hand' : 'not-filed');
            }
            const next = items().find(({ state }) => state === 'in-hand');
            if (next) states.set(next.programme, approved ? 'approved' : 'refused');
          }
          expect(items().filter((each) => !isSettled(each))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
