import type { ApplicationView } from '@jinmen/shared/applications/views';
import { type FieldProblem, Problem, problems } from '../../platform/http/problem';
import { reliefWords } from './words';

const { problems: words } = reliefWords;

/** What keeps an application from being changed or handed in. `current`: what stands on the server. */
export const reliefProblems = {
  unkeepable: (errors: readonly FieldProblem[]) => problems.invalid(errors),
  unknownProgrammes: () =>
    problems.invalid([{ field: 'programmes', code: 'programme.unknown', message: words.unknownProgramme }]),
  stale: (current: ApplicationView) => new Problem(409, 'application.stale', words.stale, [], { more: { current } }),
  alreadySubmitted: (current: ApplicationView) =>
    new Problem(409, 'application.already-submitted', words.submitted, [], { more: { current } }),
  tooManyDrafts: () => new Problem(409, 'application.too-many-drafts', words.tooManyDrafts),
  notSubmitted: () => new Problem(409, 'application.not-submitted', words.notSubmitted),
  draftOnly: () => new Problem(409, 'application.draft-only', words.draftOnly),
  kept: () => new Problem(409, 'application.kept', words.kept),
  incomplete: (errors: readonly FieldProblem[]) => new Problem(422, 'application.incomplete', words.incomplete, errors),
  atTheStreet: () => new Problem(422, 'application.at-the-street', words.atTheStreet),
  notFoundOut: () => new Problem(422, 'dispute.not-found-out', words.notFoundOut),
  nobodyToAsk: () => new Problem(409, 'dispute.nobody-to-ask', words.nobodyToAsk),
  notRefused: () => new Problem(409, 'appeal.not-refused', words.notRefused),
  nothingToWithdraw: () => new Problem(409, 'application.nothing-to-withdraw', words.nothingToWithdraw),
} as const;
