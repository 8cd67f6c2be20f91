import type { PlacingParty } from '@jinmen/shared/replacing/placing';
import { placedInTurns } from './in-turns';

const party = (id: string, turn: Partial<PlacingParty>, ...slots: readonly string[]): PlacingParty => ({
  ...{ id, needs: { units: 1 }, hardships: 0, displaced: 1, since: 0 },
  ...turn,
  options: slots.map((slot, cost) => ({ slot, cost, worse: slot.startsWith('far') })),
});
const slots = (room: Readonly<Record<string, number>>) =>
  Object.entries(room).map(([id, units]) => ({ id, left: { units } }));

describe('people who are placed in turns', () => {
  it('come by hardship, then by how often they lost a time, then by how long they wait', () => {
    const parties = [
      party('d', { since: 2 }, 'one'),
      party('c', { since: 1 }, 'one'),
      party('b', { since: 3, displaced: 2 }, 'one'),
      party('a', { since: 4, hardships: 1 }, 'one'),
    ];
    const order = [1, 2, 3, 4].map(
      (units) => placedInTurns({ parties, slots: slots({ one: units }), pins: [] }).at(-1)?.party,
    );
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  it('have the best there is room for, and never more than there is', () => {
    const wide = { ...party('a', {}, 'near', 'wide'), needs: { units: 2 } };
    const parties = [wide, party('b', {}, 'far', 'near'), party('c', {}, 'near', 'far'), party('e', {}, 'near')];
    expect(placedInTurns({ parties, slots: slots({ near: 1, far: 1, wide: 3 }), pins: [] })).toEqual([
      { party: 'a', slot: 'wide' },
      { party: 'b', slot: 'near' },
      { party: 'c', slot: 'far' },
    ]);
  });
});
