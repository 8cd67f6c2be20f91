import { phoneProblem, tidyPhone } from '@jinmen/shared/applications/check-field';
import { partnerProblems } from './partner-problems';

/** A number somebody left, tidied; none when they left none. @throws Problem 400 at `phone`. */
export function readPhone(typed: string | undefined): string | undefined {
  if (typed === undefined || typed.trim() === '') return undefined;
  const wrong = phoneProblem(typed);
  if (wrong) throw partnerProblems.phone(wrong.message);
  return tidyPhone(typed);
}
