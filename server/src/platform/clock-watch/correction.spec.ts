import fc from 'fast-check';
import { correctionMs } from './correction';

const TEN_MINUTES_MS = 600_000;

describe('the time of a machine', () => {
  it.each([
    ['that is right is left as it is', 0, 300, 20, 0],
    ['that is off by less than a second is left as it is', 0, -990, 20, 0],
    ['that is off by more is set right by the whole of it', 0, 1200, 20, 1200],
    ['that is plainly wrong is set right by a slow answer too', 0, TEN_MINUTES_MS, 2000, TEN_MINUTES_MS],
    ['that a slow answer makes look wrong is left as it is', 0, 1900, 2000, 0],
    ['that was wrong stays corrected while it is about a second off', 1100, 900, 20, 900],
    ['that was wrong and agrees well again is left as it is', 1100, 40, 20, 0],
    ['that was wrong stays as corrected when a slow answer tells little', 1100, 300, 900, 1100],
    ['that was set right meanwhile is noticed by a slow answer too', TEN_MINUTES_MS, 900, 2000, 900],
  ])('%s', (_what, nowMs, aheadMs, tookMs, corrected) => {
    expect(correctionMs(nowMs, { aheadMs, tookMs })).toBe(corrected);
  });

  it('is never further from the true one, by a look, than the second that is left and what the answer took', () => {
    const times = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(
        times,
        times,
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...given) => {
          const [nowMs, trulyAheadMs, tookMs, part] = given;
          // the database told its time somewhere between the question and the answer
          const aheadMs = trulyAheadMs + tookMs * (part - 0.5);
          const left = Math.abs(trulyAheadMs - correctionMs(nowMs, { aheadMs, tookMs }));
          expect(left).toBeLessThanOrEqual(1000 + tookMs);
        },
      ),
    );
  });
});
