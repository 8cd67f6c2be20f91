import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import { windowView } from './window-views';

const at = (text: string) => new Date(`2026-12-01T${text}:00.000Z`);

const window = (given: Partial<SlotWindow> = {}): SlotWindow => ({
  id: 'w1',
  pool: { id: 'p1', service: 'library-seat', site: 'north-hall', kind: 'quiet' },
  day: '2026-12-01',
  startsAt: at('02:00'),
  endsAt: at('02:30'),
  capacity: 4,
  heldBack: 1,
  taken: 1,
  staffTaken: 0,
  opensAt: at('00:30'),
  closesAt: at('01:00'),
  closed: false,
  version: 1,
  marks: {},
  ...given,
});

const NOW = at('00:45');

const seats = { code: 'seat', title: '座位', line: '坐下看书', parties: { least: 1, most: 1 }, plain: true } as const;
const poolOf = () => 'quiet';
const library = { kinds: [seats], poolOf };

describe('a window as residents see it', () => {
  it('counts neither what is held back nor what is taken', () => {
    expect(windowView(library, window(), NOW)).toMatchObject({ state: 'open', left: 2 });
  });

  it.each([
    ['sold-out', { taken: 3 }, NOW],
    ['closed', { closed: true, why: '当天停办' }, NOW],
    ['not-yet-open', {}, at('00:29')],
    ['over', {}, at('01:00')],
    ['over', { closed: true, why: '当天停办' }, at('01:00')],
  ] as const)('is %s without any left', (state, given, now) => {
    expect(windowView(library, window(given), now)).toMatchObject({ state, left: 0 });
  });

  it('says no number in bereavement, of whatever pool: neither of what is booked nor of what goes with it', () => {
    const farewells = { kinds: [{ ...seats, grief: true as const }], poolOf };
    const beside = window({ pool: { ...window().pool, kind: 'chairs' } });
    for (const each of [window(), beside]) {
      const view = windowView(farewells, each, NOW);
      expect(view).toMatchObject({ state: 'open' });
      expect(Object.keys(view)).not.toContain('left');
    }
  });

  it('says what is a demonstration figure and what waits for the holiday notice, and nothing else of its marks', () => {
    const view = windowView(library, window({ marks: { sample: true, expected: true, byHand: true } }), NOW);
    expect(view).toMatchObject({ sample: true, expected: true });
    expect(Object.keys(view)).not.toContain('marks');
  });
});
