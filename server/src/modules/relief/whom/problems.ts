import type { GuardianshipWait } from '@jinmen/shared/residents/guardianship';
import { Problem, problems } from '../../../platform/http/problem';
import { whomWords as words } from './words';

/** Why something cannot be done for somebody else, with what to do instead. */
export const whomProblems = {
  oneOfThem: () => problems.invalid([{ field: 'for', code: 'for.one', message: words.oneOfThem }]),
  guardianRequired: () => new Problem(422, 'guardianship.required', words.guardianRequired),
  notProven(wait: GuardianshipWait | 'gone') {
    if (wait === 'consent') {
      return new Problem(403, 'consent.required', words.consent, [], { more: { purpose: 'child-under-14' } });
    }
    const code = wait === 'grown-up' ? 'guardianship.grown-up' : 'guardianship.not-proven';
    return new Problem(422, code, words.waits[wait]);
  },
  waiting: () => new Problem(422, 'mandate.waiting', words.waiting),
  otherMatter: () => new Problem(422, 'mandate.other-matter', words.otherMatter),
  used: () => new Problem(409, 'mandate.used', words.used),
  notYours: () => new Problem(403, 'authorisation.not-yours', words.notYours),
} as const;
