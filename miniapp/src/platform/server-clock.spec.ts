import { nowMs } from './clock';
import { learnServerTime, serverNowMs } from './server-clock';

const said = (aheadMs: number) => new Date(nowMs() + aheadMs).toUTCString();
const ahead = () => Math.round((serverNowMs() - nowMs()) / 1000);

describe('the clock of the server', () => {
  it('is that of the answers, however wrong the phone is', () => {
    learnServerTime(said(600_000));
    expect(ahead()).toBeCloseTo(600, -1);
    learnServerTime(said(-600_000));
    expect(ahead()).toBeCloseTo(-600, -1);
  });

  it('does not jump to and fro by the fraction of a second an answer cannot say', () => {
    learnServerTime(said(60_000));
    const before = serverNowMs() - nowMs();
    learnServerTime(said(60_900));
    expect(Math.abs(serverNowMs() - nowMs() - before)).toBeLessThan(100);
  });

  it.each([undefined, '', 'yesterday'])('is left alone by the date %s', (date) => {
    learnServerTime(said(60_000));
    learnServerTime(date);
    expect(ahead()).toBeCloseTo(60, -1);
  });
});
