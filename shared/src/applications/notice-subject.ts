import type { CivilDate } from '../kernel/civil-date';
import { isMinor } from '../residents/guardianship';
import { areMembers } from './check-field';
import type { FieldValues } from './field';
import type { NoticeSubject } from './public-notice';

interface NoticedPerson {
  readonly name: string;
  readonly birth: CivilDate;
  /** Their guardian lives there too, and is counted without being listed. */
  readonly withGuardian?: boolean;
}

/** Of a person and what was filled in, the four things a notice may be made from; whatever else there is stays here. */
export function noticeSubject(
  { name, birth, withGuardian = false }: NoticedPerson,
  values: FieldValues,
  today: CivilDate,
): NoticeSubject {
  const { 'applicant.street': street, 'household.members': members } = values;
  return {
    name,
    minor: isMinor(birth, today),
    street: typeof street === 'string' ? street : '',
    ...(areMembers(members) && { members: members.length + (withGuardian ? 2 : 1) }),
  };
}
