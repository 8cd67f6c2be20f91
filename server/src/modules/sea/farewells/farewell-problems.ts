import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Problem } from '../../../platform/http/problem';
import { farewellWords as words } from './farewell-words';

const retryAfter = (seconds: number) => ({ headers: { 'retry-after': String(seconds) } });

/** What keeps something about a farewell from being done. `current`: what stands on the server. */
export const farewellProblems = {
  realNameRequired: () => new Problem(403, 'identity.required', words.realName),
  stale: (current: FarewellView) => new Problem(409, 'farewell.stale', words.stale, [], { more: { current } }),
  notNow: () => new Problem(409, 'farewell.not-now', words.notNow),
  applicantOnly: () => new Problem(409, 'farewell.applicant-only', words.applicantOnly),
  kinOnly: () => new Problem(409, 'farewell.kin-only', words.kinOnly),
} as const;

export const tooMany = (seconds: number, said: string) =>
  new Problem(429, 'farewell.too-many', said, [], retryAfter(seconds));
