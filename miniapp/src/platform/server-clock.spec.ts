import fc from 'fast-check';
import { nowMs } from './clock';
import { learnServerTime, serverAheadMs, serverNowMs } from './server-clock';

const said = (aheadMs: number) => new Date(nowMs() + aheadMs).toUTCString();
const ahead = () => Math.round((serverNowMs() - nowMs()) / 1000);

describe('the clock of the server', () => {
  it('is that of the answers, however wrong the phone is', () => {
    learnServerTime(said(600_000));
    expect(ahead()).toBeCloseTo(600, -1);
    learnServerTime(said(-600_000));
    expect(ahead()).toBeCloseTo(-600, -1);
  });

  it('is known better with every answer, whatever part of a second each was written in and however long it took', () => {
    jest.useFakeTimers();
    const way = fc.integer({ min: 5, max: 400 });
    const answers = fc.array(fc.tuple(way, way, fc.nat(3_000)), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -900_000, max: 900_000 }), answers, (trueAheadMs, several) => {
        learnServerTime(said(trueAheadMs + 7_200_000));
        let worstMs = Number.POSITIVE_INFINITY;
        for (const [thereMs, backMs, pauseMs] of several) {
          jest.setSystemTime(Date.now() + pauseMs);
          const askedAtMs = Date.now();
          jest.setSystemTime(askedAtMs + thereMs);
          const date = said(trueAheadMs);
          jest.setSystemTime(Date.now() + backMs);
          learnServerTime(date, askedAtMs);
          const offMs = Math.abs(serverAheadMs() - trueAheadMs);
          expect(offMs).toBeLessThanOrEqual(500 + (thereMs + backMs) / 2);
          worstMs = Math.min(worstMs, offMs);
        }
        expect(worstMs).toBeLessThanOrEqual(500);
      }),
    );
    jest.useRealTimers();
  });

  it.each([undefined, '', 'yesterday'])('is left alone by the date %s', (date) => {
    learnServerTime(said(60_000));
    learnServerTime(date);
    expect(ahead()).toBeCloseTo(60, -1);
  });
});
