import { type AdultView, APPLICANT } from '@jinmen/shared/applications/adults';

/**
 * Whose signature whoever holds this phone gives: their own. Before it is known who lives there it is the applicant's;
 * somebody who helps and lives elsewhere has none to give.
 */
export function signerOf(adults: readonly AdultView[] | undefined): string | undefined {
  return adults === undefined ? APPLICANT : adults.find(({ you }) => you)?.member;
}
