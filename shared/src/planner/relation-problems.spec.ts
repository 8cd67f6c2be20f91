import type { Programme, Relation } from '../eligibility/programme';
import { MOST_TIED } from './best-set';
import { excludes, HOUSE_RULES, says, treat, waitsFor } from './fixtures/tea-house-programmes';
import { relationProblems } from './relation-problems';

const cake = treat('cake');

function of(...relations: readonly Relation[]): readonly string[] {
  return relationProblems([treat('pot', ...relations), cake]);
}

describe('what is wrong with how programmes stand to each other', () => {
  it('is nothing where each is said once, sourced, and leads somewhere', () => {
    expect(of(excludes('cake', 'higher'), says('falls-back-to', 'cake'))).toEqual([]);
    expect(of(waitsFor('cake'), says('stacks-with', 'cake'))).toEqual([]);
  });

  it('names a programme nobody has', () => {
    expect(of(waitsFor('cake', 'cookie'))).toEqual(['programmes/pot waits-for: no programme is called cookie']);
    expect(of(excludes('cookie', 'this'))).toEqual(['programmes/pot excludes: no programme is called cookie']);
  });

  it('names a relation to itself', () => {
    expect(of(says('falls-back-to', 'pot'))).toEqual(['programmes/pot falls-back-to: is about itself']);
    expect(of(waitsFor('pot'))).toEqual(['programmes/pot waits-for: is about itself']);
  });

  it('names one that waits for nothing, one without a reason and one without a source', () => {
    expect(of(waitsFor())).toEqual(['programmes/pot waits-for: names nothing to wait for']);
    expect(of(excludes('cake', 'this', ' '))).toEqual(['programmes/pot excludes: does not say why']);
    const unsourced: Relation = { ...excludes('cake', 'this'), source: { ...HOUSE_RULES, document: '', row: ' ' } };
    expect(of(unsourced)).toEqual([
      'programmes/pot excludes: names no source document',
      'programmes/pot excludes: names no row of docs/policy-facts.md',
    ]);
  });

  it.each<[string, Programme[]]>([
    ['by both', [treat('cake', excludes('pot', 'this')), treat('pot', excludes('cake', 'higher'))]],
    ['by one', [treat('cake', excludes('pot', 'this'), says('stacks-with', 'pot')), treat('pot')]],
    ['apart', [treat('cake', excludes('pot', 'this')), treat('pot', says('unsettled-with', 'cake'))]],
  ])('names a pair of which it is said twice whether both may be had, %s', (_, programmes) => {
    expect(relationProblems(programmes)).toEqual(['cake and pot: whether both may be had is said twice']);
  });

  it('names what is said twice in one direction', () => {
    expect(of(waitsFor('cake', 'cake'))).toEqual(['pot waits-for cake: is said twice']);
    expect(of(says('falls-back-to', 'cake'), says('falls-back-to', 'cake'))).toEqual([
      'pot falls-back-to cake: is said twice',
    ]);
  });

  it('names one that waits for what it may not be had beside', () => {
    expect(of(waitsFor('cake'), excludes('cake', 'higher'))).toEqual([
      'programmes/pot waits-for: cake may not be had beside it',
    ]);
    const through = [
      treat('pot', waitsFor('cup')),
      treat('cup', waitsFor('lid')),
      treat('lid', excludes('pot', 'this')),
    ];
    expect(relationProblems(through)).toEqual(['programmes/pot waits-for: lid may not be had beside it']);
  });

  it('names programmes that wait for each other', () => {
    const round = [treat('pot', waitsFor('cup')), treat('cup', waitsFor('lid')), treat('lid', waitsFor('pot'))];
    expect(relationProblems(round)).toEqual([circle('cup', 'pot', 'lid', 'cup')]);
  });

  it('names an order in which each goes before the next', () => {
    const two = [treat('pot', excludes('cup', 'this')), treat('cup', excludes('lid', 'this'))];
    expect(relationProblems([...two, treat('lid', excludes('pot', 'this'))])).toEqual([
      circle('pot', 'cup', 'lid', 'pot'),
    ]);
    expect(relationProblems([...two, treat('lid', excludes('pot', 'higher'))])).toEqual([]);
  });

  it('names an order that waiting runs against', () => {
    const mixed = [
      treat('pot', waitsFor('cup')),
      treat('cup', excludes('lid', 'other')),
      treat('lid', waitsFor('fan')),
      treat('fan', excludes('pot', 'other')),
    ];
    expect(relationProblems(mixed)).toEqual([circle('cup', 'pot', 'fan', 'lid', 'cup')]);
  });

  it('names a group too large to search', () => {
    const crowd = (size: number) =>
      Array.from({ length: size }, (_, at) => treat(`guest-${at}`, ...(at > 0 ? [excludes('guest-0', 'higher')] : [])));
    expect(relationProblems(crowd(MOST_TIED))).toEqual([]);
    expect(relationProblems(crowd(MOST_TIED + 1))).toEqual([
      `${MOST_TIED + 1} programmes are tied together; the search is made for ${MOST_TIED} at most`,
    ]);
  });
});

function circle(...codes: readonly string[]): string {
  return `${codes.join(' comes before ')}: this runs in a circle`;
}
