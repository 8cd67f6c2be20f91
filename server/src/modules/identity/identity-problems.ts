import { Problem } from '../../platform/http/problem';
import { identityWords } from './identity-words';

/** The same for the limit of an account and for that of the person asked about. */
export function tooManyChecks(now: Date): Problem {
  return tooMany('identity.too-many', identityWords.tooMany, now);
}

/** The same for the limit of a colleague and for that of the person asked about. */
export function tooManyAtDesk(now: Date): Problem {
  return tooMany('identity.desk-too-many', identityWords.tooManyAtDesk, now);
}

function tooMany(code: string, words: string, now: Date): Problem {
  return new Problem(429, code, words, [], { headers: { 'retry-after': String(secondsToMidnight(now)) } });
}

/** To the end of the day in Tianjin, which is eight hours ahead and never changes its clocks. */
function secondsToMidnight(now: Date): number {
  const day = 24 * 3600;
  return day - ((Math.floor(now.getTime() / 1000) + 8 * 3600) % day);
}
