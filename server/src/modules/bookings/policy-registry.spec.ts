import { policyProblems } from './policy-registry';

describe('the policies of bookable services', () => {
  it('are complete when each service of the catalogue has one', () => {
    expect(policyProblems(['reading-room', 'boat-trip'], ['boat-trip', 'reading-room'])).toEqual([]);
  });

  it.each([
    ['forgotten', ['reading-room', 'boat-trip'], ['boat-trip'], 'the service reading-room has no policy'],
    ['there twice', ['boat-trip'], ['boat-trip', 'boat-trip'], 'the service boat-trip has two policies'],
    ['of no service', [], ['boat-trip'], 'a policy says it is for boat-trip, which the catalogue does not know'],
    ['without a code', [], [undefined], 'a BookableService has no @Books'],
  ])('are refused when one is %s', (_what, catalogue, found, problem) => {
    expect(policyProblems(catalogue, found)).toEqual([problem]);
  });
});
