import type { FamilyFound, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Problem } from '../../../platform/http/problem';
import { farewellWords as words } from './farewell-words';

/** What keeps something about a farewell from being done. `current`: what stands on the server. */
export const farewellProblems = {
  stale: (current: FarewellView) => new Problem(409, 'farewell.stale', words.stale, [], { more: { current } }),
  tooManyDrafts: () => new Problem(409, 'farewell.too-many-drafts', words.tooManyDrafts),
  draftOnly: () => new Problem(409, 'farewell.draft-only', words.draftOnly),
  kept: () => new Problem(409, 'farewell.kept', words.kept),
  notNow: () => new Problem(409, 'farewell.not-now', words.notNow),
  applicantOnly: () => new Problem(409, 'farewell.applicant-only', words.applicantOnly),
  kinOnly: () => new Problem(409, 'farewell.kin-only', words.kinOnly),
  familyAlready: (family: FamilyFound) =>
    new Problem(409, 'farewell.family-already', words.familyAlready, [], { more: { family } }),
  yoursAlready: (farewell: string) =>
    new Problem(409, 'farewell.yours-already', words.yoursAlready, [], { more: { farewell } }),
  hasPlace: () => new Problem(409, 'farewell.has-place', words.hasPlace),
  tooLongAgo: () => new Problem(409, 'farewell.too-long-ago', words.tooLongAgo),
  askGone: () => new Problem(409, 'farewell.ask-gone', words.askGone),
  kinAnswered: () => new Problem(409, 'farewell.kin-answered', words.kinAnswered),
  handNotNow: () => new Problem(409, 'farewell-hand-over.not-now', words.handNotNow),
  handSame: () => new Problem(403, 'farewell-hand-over.same-colleague', words.handSame),
  handFirst: () => new Problem(409, 'farewell-hand-over.not-proposed', words.handFirst),
  linkUsed: () => new Problem(409, 'farewell-invitation.used', words.linkUsed),
  linkExpired: () => new Problem(409, 'farewell-invitation.expired', words.linkExpired),
  linkYours: () => new Problem(409, 'farewell-invitation.yourself', words.linkYours),
  tooManyLinks: () => new Problem(429, 'farewell-invitation.too-many', words.tooManyLinks),
  full: () => new Problem(409, 'farewell.voyage-full', words.full),
  cannotResize: () => new Problem(409, 'farewell.cannot-resize', words.cannotResize),
  tomorrow: () => new Problem(429, 'farewell.too-many', words.namedToday),
  tooMany: (seconds: number, said: string) =>
    new Problem(429, 'farewell.too-many', said, [], { headers: { 'retry-after': String(seconds) } }),
} as const;
