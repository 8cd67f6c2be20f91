import { isMaskedIdNumber } from '@jinmen/shared/applications/check-field';
import type { FieldValues } from '@jinmen/shared/applications/field';
import { type ApplicationForm, formOf, formProblems } from '@jinmen/shared/applications/form';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { FieldProblem } from '../../../platform/http/problem';
import { membersOf } from '../applications/draft-fields';
import type { Subject, SubjectPerson } from '../applications/subjects.service';
import { reliefWords } from '../words';

/** Those of the household nobody lists: whom it is about, and a guardian who lives there too. */
type WhoIsKnown = Pick<Subject, 'livesWithFiler'> & {
  readonly person: Pick<SubjectPerson, 'idNumber'>;
  readonly filer: Pick<SubjectPerson, 'idNumber'>;
};

/** Everything that keeps these programmes from being handed in with these values, all at once, at the fields. */
export function notReady(
  programmes: readonly string[],
  values: FieldValues,
  subject: WhoIsKnown,
  today: CivilDate,
): readonly FieldProblem[] {
  const found = [...formProblems(formOf(programmes, values, today), values), ...yourself(values, subject)];
  return found.map((problem) => ({ ...problem, field: `fields.${problem.field}` }));
}

/** Whether the form asks about health, disability or money: everything under 家里的情况 does (PIPL 28). */
export function asksForSensitive({ sections }: ApplicationForm): boolean {
  return sections.some(({ code }) => code === 'circumstances');
}

/** People write themselves into the list of those they live with; then one person would be two. */
function yourself(values: FieldValues, { person, filer, livesWithFiler }: WhoIsKnown): readonly FieldProblem[] {
  const known = [person.idNumber, ...(livesWithFiler ? [filer.idNumber] : [])];
  return membersOf(values).flatMap((member, index) => {
    if (isMaskedIdNumber(member.idNumber) || !known.includes(member.idNumber)) return [];
    const field = `household.members.${index}.idNumber`;
    return [{ field, code: 'members.yourself', message: reliefWords.problems.yourself }];
  });
}
