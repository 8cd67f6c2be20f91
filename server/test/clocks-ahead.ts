/**
 * Puts the clocks that a line and its breaker go by ahead of the real ones, so that no test waits for ten seconds to
 * pass, or hopes that they have not. `jest.restoreAllMocks()` ends it.
 */
export function clocksAhead(): (ms: number) => void {
  let aheadMs = 0;
  const [date, sinceStart] = [Date.now.bind(Date), performance.now.bind(performance)];
  jest.spyOn(Date, 'now').mockImplementation(() => date() + aheadMs);
  jest.spyOn(performance, 'now').mockImplementation(() => sinceStart() + aheadMs);
  return (ms) => {
    aheadMs += ms;
  };
}
