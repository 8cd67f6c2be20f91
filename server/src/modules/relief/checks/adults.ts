import type { HouseholdMember } from '@jinmen/shared/applications/field';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { ageOn, readIdNumber } from '@jinmen/shared/kernel/id-number';

/** Each of them signs 核对授权 for themselves (policy-facts A.9). */
const ADULT = 18;

/** How many of the household are grown up; a number nobody can read counts as one, so that nobody is left out. */
export function adultsIn(
  applicant: { readonly birth: CivilDate },
  members: readonly HouseholdMember[],
  today: CivilDate,
): number {
  const grownUp = members.filter(({ idNumber }) => {
    const read = readIdNumber(idNumber, today);
    return 'problem' in read || ageOn(today, read.birth) >= ADULT;
  });
  return grownUp.length + (ageOn(today, applicant.birth) >= ADULT ? 1 : 0);
}
