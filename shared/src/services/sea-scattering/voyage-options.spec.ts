import type { SeaWishes } from './views';
import { optionsOf } from './voyage-options';

const none: SeaWishes = { impossible: [], proxy: 'never' };
const days = { today: '2027-04-01', from: '2027-04-03' } as const;
const voyages = [
  { slot: 'told', day: '2027-04-01' },
  { slot: 'sunday', day: '2027-04-04' },
  { slot: 'thursday', day: '2027-04-08' },
  { slot: 'saturday', day: '2027-04-17' },
] as const;

const slots = (wishes: Partial<SeaWishes>) => optionsOf({ ...none, ...wishes }, days, voyages).map(({ slot }) => slot);
const against = (wishes: Partial<SeaWishes>) =>
  optionsOf({ ...none, ...wishes }, days, voyages).flatMap(({ slot, worse }) => (worse ? [slot] : []));

describe('the voyages a family could be placed on', () => {
  it('leave out today, every day they said is impossible, and what is too soon for somebody who travels here', () => {
    expect(slots({})).toEqual(['sunday', 'thursday', 'saturday']);
    expect(slots({ impossible: ['2027-04-04', '2027-04-17'] })).toEqual(['thursday']);
    expect(slots({ fromAnotherCity: true })).toEqual(['thursday', 'saturday']);
  });

  it('count as worse off when they are against a wish, and stay possible', () => {
    expect(against({})).toEqual([]);
    expect(against({ earliest: '2027-04-08' })).toEqual(['sunday']);
    expect(against({ latest: '2027-04-08' })).toEqual(['saturday']);
    expect(against({ weekendsOnly: true })).toEqual(['thursday']);
  });

  it('cost more the further they are from the day that was lost', () => {
    expect(optionsOf(none, days, voyages).map(({ cost }) => cost)).toEqual([1, 5, 14]);
  });
});
