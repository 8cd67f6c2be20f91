import { Clock } from '../../../platform/clock';
import { Problem } from '../../../platform/http/problem';
import { type ChangedWindow, WindowChanges, type WindowListener } from '../../slot-inventory/window-changes.port';
import { nameOf, SoldOutMemory } from './sold-out-memory';

const NOW_MS = Date.parse('2026-11-30T04:00:00Z');

class Changes extends WindowChanges {
  private readonly listeners: WindowListener[] = [];

  subscribe(listener: WindowListener): void {
    this.listeners.push(listener);
  }

  changed(windows: readonly ChangedWindow[]): void {
    for (const listener of this.listeners) listener(windows);
  }

  to(version: number, ...ids: readonly string[]): void {
    this.changed(ids.map((id) => ({ id, version, poolId: 'p', day: '2026-12-01' })));
  }
}

const full = { kind: 'full', windowId: 'w' } as const;
const said = new Problem(409, 'booking.window-full', '满了。');
const problems = new Map([[nameOf('library-seat', 'quiet'), said]]);

function memory() {
  const changes = new Changes();
  const of = new SoldOutMemory(changes, new Clock(NOW_MS));
  return { changes, of, found: (id = 'w') => of.find(id, 'library-seat', 'quiet') };
}

describe('what was seen under the lock of a window', () => {
  it('is told in the same words to the next who asks for the same, and to nobody who asks for something else', () => {
    const { of, found } = memory();
    expect(found()).toBeUndefined();
    of.remember('w', 3, full, problems);
    expect(found()).toBe(said);
    expect(found('x')).toBeUndefined();
    expect(of.find('w', 'library-seat', 'loud')).toBeUndefined();
    expect(of.find('w', 'marriage', 'quiet')).toBeUndefined();
  });

  it('is over with a change to that window, and with none to another', () => {
    const { of, changes, found } = memory();
    of.remember('w', 3, full, problems);
    changes.to(9, 'x');
    expect(found()).toBe(said);
    changes.to(4, 'x', 'w');
    expect(found()).toBeUndefined();
  });

  it('is not remembered when it is older than a change that was committed meanwhile, and is when it is of that one', () => {
    const { of, changes, found } = memory();
    changes.to(4, 'w');
    of.remember('w', 3, full, problems);
    expect(found()).toBeUndefined();
    of.remember('w', 4, full, problems);
    expect(found()).toBe(said);
  });

  it('knows of the last change, however many there were to others', () => {
    const { of, changes, found } = memory();
    changes.to(4, 'w');
    for (let other = 0; other < 1999; other += 1) changes.to(1, `x${other}`);
    of.remember('w', 3, full, problems);
    expect(found()).toBeUndefined();
    changes.to(4, 'w');
    for (let other = 0; other < 1999; other += 1) changes.to(2, `x${other}`);
    of.remember('w', 3, full, problems);
    expect(found()).toBeUndefined();
  });

  it('is not kept of more than two thousand windows, however many are asked for', () => {
    const { of, found } = memory();
    for (let other = 0; other < 2000; other += 1) of.remember(`x${other}`, 1, full, problems);
    expect([found('x0'), found('x1999')]).toEqual([said, said]);
    of.remember('w', 1, full, problems);
    expect([found('x0'), found('x1999'), found()]).toEqual([undefined, undefined, said]);
  });

  it.each([
    ['has opened', 0, undefined],
    ['is still to open', 1, said],
  ])('of a window that %s is what holds now', (_what, afterMs, answer) => {
    const { of, found } = memory();
    of.remember('w', 1, { kind: 'not-yet-open', windowId: 'w', opensAt: new Date(NOW_MS + afterMs) }, problems);
    expect(found()).toBe(answer);
  });
});
