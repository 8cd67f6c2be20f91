import fc from 'fast-check';
import { hasTooFewSeats, type VoyageFacts, voyageState } from './voyage-state';

const at = (text: string) => new Date(`${text}:00.000Z`);
const voyage = (given: Partial<VoyageFacts> = {}): VoyageFacts => ({
  state: 'open',
  opensAt: at('2026-12-01T00:00'),
  closesAt: at('2026-12-16T08:00'),
  startsAt: at('2026-12-19T00:30'),
  capacity: { urns: 70, seats: 125 },
  left: { urns: 70, seats: 125 },
  ...given,
});
const NOW = at('2026-12-10T00:00');
const wordOf = (given: Partial<VoyageFacts>, now = NOW) => voyageState(voyage(given), now, 20);

describe('where a voyage stands', () => {
  it.each([
    ['open', {}, NOW],
    ['planned', {}, at('2026-11-30T23:59')],
    ['over', {}, at('2026-12-16T08:00')],
    ['nearly-full', { left: { urns: 14, seats: 125 } }, NOW],
    ['nearly-full', { left: { urns: 70, seats: 25 } }, NOW],
    ['full', { left: { urns: 0, seats: 60 } }, NOW],
    ['full', { left: { urns: 60, seats: 0 } }, NOW],
    ['suspended', { state: 'suspended' }, at('2026-12-18T00:00')],
    ['sailed', { state: 'sailed' }, NOW],
  ] as const)('is %s', (word, given, now) => {
    expect(wordOf(given, now)).toBe(word);
  });

  it('for a family nobody of whom comes aboard rests on urns alone', () => {
    const alone = (left: VoyageFacts['left']) => voyageState(voyage({ left }), NOW, 20, 0);
    expect([alone({ urns: 60, seats: 0 }), alone({ urns: 14, seats: 125 }), alone({ urns: 0, seats: 125 })]).toEqual([
      'open',
      'nearly-full',
      'full',
    ]);
  });

  it('has too few seats for a family only while it has some', () => {
    const short = (seats: number, aboard: number) => hasTooFewSeats({ left: { urns: 9, seats } }, aboard);
    expect([short(2, 3), short(3, 3), short(0, 3), short(0, 0)]).toEqual([true, false, false, false]);
  });

  it('never says that there is room when either is used up, and gets no better while places are taken', () => {
    const order = ['open', 'nearly-full', 'full'];
    const units = fc.record({ urns: fc.integer({ min: 0, max: 70 }), seats: fc.integer({ min: 0, max: 125 }) });
    fc.assert(
      fc.property(units, units, (one, other) => {
        const less = { urns: Math.min(one.urns, other.urns), seats: Math.min(one.seats, other.seats) };
        const [before, after] = [wordOf({ left: one }), wordOf({ left: less })];
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
        if (less.urns === 0 || less.seats === 0) expect(after).toBe('full');
      }),
    );
  });
});
