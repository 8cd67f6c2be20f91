import { Clock } from './clock';

describe('the clock', () => {
  it('stands still where it was stopped', () => {
    const clock = new Clock(Date.UTC(2026, 1, 28, 15, 59));
    expect(clock.now().toISOString()).toBe('2026-02-28T15:59:00.000Z');
    expect(clock.now()).toEqual(clock.now());
  });

  it('changes the day at midnight in Tianjin, not in UTC', () => {
    expect(new Clock(Date.UTC(2026, 1, 28, 15, 59)).today()).toBe('2026-02-28');
    expect(new Clock(Date.UTC(2026, 1, 28, 16, 0)).today()).toBe('2026-03-01');
  });

  it.each([
    [Date.UTC(2026, 1, 28, 15, 59, 59, 999), '2026-02-28T16:00:00.000Z'],
    [Date.UTC(2026, 1, 28, 16, 0), '2026-03-01T16:00:00.000Z'],
  ])('knows when the day ends there', (nowMs, midnight) => {
    expect(new Clock(nowMs).midnight().toISOString()).toBe(midnight);
  });

  it('runs when it was not stopped', () => {
    const before = Date.now();
    expect(new Clock().now().getTime()).toBeGreaterThanOrEqual(before);
  });

  it('goes by everybody else’s time once it is told how far the machine is from it, and stands still all the same', () => {
    const clock = new Clock();
    clock.correct(600_000);
    expect(clock.machineMs() - clock.now().getTime()).toBeGreaterThanOrEqual(599_000);
    const stopped = new Clock(Date.UTC(2026, 1, 28));
    stopped.correct(600_000);
    expect(stopped.now()).toEqual(new Date(Date.UTC(2026, 1, 28)));
  });
});
