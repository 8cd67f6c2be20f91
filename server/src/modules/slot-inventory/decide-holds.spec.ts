import { decideHolds, type WindowCount } from './decide-holds';
import type { HoldRequest } from './slot-inventory.port';

const NOW = new Date('2026-11-30T04:00:00Z');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const window = (given: Partial<WindowCount> = {}): WindowCount => ({
  ...{ id: 'w', capacity: 3, heldBack: 0, taken: 0, staffTaken: 0, resting: 0, closed: false },
  ...{ opensAt: at(0), closesAt: at(1) },
  ...given,
});
const wants = (units = 1, more: Partial<HoldRequest> = {}): HoldRequest => ({
  holder: 'h',
  lines: [{ windowId: 'w', units }],
  ...more,
});

let names = 0;
function decide(windows: readonly WindowCount[], ...requests: readonly HoldRequest[]) {
  const counts = new Map(windows.map((each) => [each.id, each]));
  return decideHolds(counts, requests, NOW, () => {
    names += 1;
    return `hold-${names}`;
  });
}
const kinds = (windows: readonly WindowCount[], ...requests: readonly HoldRequest[]) =>
  decide(windows, ...requests).outcomes.map(({ kind }) => kind);

describe('who asks for units of a window', () => {
  it('gets what those before left, in their order, and its own hold', () => {
    const one = window({ taken: 1, staffTaken: 1 });
    const { outcomes, grants } = decide([one], wants(1), wants(2), wants(1));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['held', 'full', 'held']);
    expect(outcomes[1]).toEqual({ kind: 'full', windowId: 'w' });
    expect(new Set(grants.map(({ holdId }) => holdId)).size).toBe(2);
    expect([one.taken, one.staffTaken]).toEqual([3, 1]);
  });

  it.each([
    ['a second before it opens', window({ opensAt: at(1) }), { kind: 'not-yet-open', windowId: 'w', opensAt: at(1) }],
    ['at its cut-off', window({ opensAt: at(-9), closesAt: at(0) }), { kind: 'over', windowId: 'w' }],
    ['when it is closed', window({ closed: true }), { kind: 'closed', windowId: 'w' }],
  ])('is refused %s', (_when, one, outcome) => {
    expect(decide([one], wants()).outcomes).toEqual([outcome]);
    expect(one.taken).toBe(0);
  });

  it('is let in at the very second it opens', () => {
    expect(kinds([window()], wants())).toEqual(['held']);
  });

  it('is told of a window nobody opened', () => {
    expect(decide([], wants()).outcomes).toEqual([{ kind: 'unknown-window', windowId: 'w' }]);
  });

  it('leaves what is held back to the desk', () => {
    const one = window({ capacity: 3, heldBack: 2 });
    expect(kinds([one], wants(), wants(), wants(1, { byStaff: true }), wants(2, { byStaff: true }))).toEqual([
      'held',
      'full',
      'held',
      'full',
    ]);
    expect([one.taken, one.staffTaken]).toEqual([2, 1]);
  });
});

describe('the desk', () => {
  it('needs no opening hour, gives out no more than there is, and nothing of a closed window', () => {
    const early = window({ opensAt: at(60), closesAt: at(90) });
    expect(kinds([early], wants(3, { byStaff: true }), wants(1, { byStaff: true }))).toEqual(['held', 'full']);
    expect(decide([window({ closed: true })], wants(1, { byStaff: true })).outcomes).toEqual([
      { kind: 'closed', windowId: 'w' },
    ]);
  });
});

describe('who waits in line', () => {
  const fromResting = { fromResting: true } as const;

  it('gets units that rest only where nothing else is free, and no more than rest', () => {
    const one = window({ capacity: 3, taken: 2, resting: 2 });
    const { outcomes, grants } = decide([one], wants(2, fromResting), wants(1, fromResting), wants(1, fromResting));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['held', 'held', 'full']);
    expect(grants.map((grant) => grant.fromResting.get('w'))).toEqual([1, 1]);
    expect([one.taken, one.resting]).toEqual([3, 0]);
  });

  it('finds a closed, an early and a late window as everybody does', () => {
    const rests = { capacity: 1, taken: 1, resting: 1 };
    expect(kinds([window({ ...rests, closed: true })], wants(1, fromResting))).toEqual(['closed']);
    expect(kinds([window({ ...rests, opensAt: at(1) })], wants(1, fromResting))).toEqual(['not-yet-open']);
    expect(kinds([window({ ...rests, closesAt: at(0) })], wants(1, fromResting))).toEqual(['over']);
  });

  it('takes nothing for somebody who does not wait', () => {
    expect(kinds([window({ capacity: 1, taken: 1, resting: 1 })], wants())).toEqual(['full']);
  });
});

describe('several windows', () => {
  const both: HoldRequest = { holder: 'h', lines: ['w', 'x'].map((windowId) => ({ windowId, units: 1 })) };

  it('are had all or none', () => {
    const [one, full] = [window(), window({ id: 'x', capacity: 1, taken: 1 })];
    expect(decide([one, full], both).outcomes).toEqual([{ kind: 'full', windowId: 'x' }]);
    expect(one.taken).toBe(0);
    const free = window({ id: 'x' });
    expect(kinds([one, free], both)).toEqual(['held']);
    expect([one.taken, free.taken]).toEqual([1, 1]);
  });
});

it.each<[string, HoldRequest['lines']]>([
  ['nothing', []],
  ['half a unit', [{ windowId: 'w', units: 0.5 }]],
  ['a whole one and half a one', [0.5, 1].map((units) => ({ windowId: `w${units}`, units }))],
  ['no unit', [{ windowId: 'w', units: 0 }]],
  ['less than none', [{ windowId: 'w', units: -1 }]],
  ['more than can be counted', [{ windowId: 'w', units: 2 ** 60 }]],
  ['one window twice', [1, 2].map((units) => ({ windowId: 'w', units }))],
])('a wish for %s is a mistake of whoever asked', (_what, lines) => {
  expect(() => decide([window()], { holder: 'h', lines })).toThrow(RangeError);
});
