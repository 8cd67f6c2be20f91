import { Problem } from '../../platform/http/problem';
import { identityWords } from './identity-words';

/** The same for the limit of an account and for that of the person asked about. */
export function tooManyChecks(now: Date): Problem {
  const headers = { 'retry-after': String(secondsToMidnight(now)) };
  return new Problem(429, 'identity.too-many', identityWords.tooMany, [], { headers });
}

/** To the end of the day in Tianjin, which is eight hours ahead and never changes its clocks. */
function secondsToMidnight(now: Date): number {
  const day = 24 * 3600;
  return day - ((Math.floor(now.getTime() / 1000) + 8 * 3600) % day);
}
