import type { FieldValues } from '@jinmen/shared/applications/field';
import { factsIn, fieldsOf, formOf } from '@jinmen/shared/applications/form';
import { papersOf } from '@jinmen/shared/applications/papers';
import { vocabulary } from '@jinmen/shared/catalogue';
import type { FactName } from '@jinmen/shared/facts/facts';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { FactLine, FiledCase, FiledItem } from '../../../bureaus/relief-bureau.port';
import { membersOf } from '../applications/draft-fields';
import type { Subject } from '../applications/subjects.service';
import type { Office } from '../cases/routes.service';

export interface CaseToFile {
  readonly caseNo: string;
  readonly office: Office;
  readonly subject: Pick<Subject, 'person' | 'filer' | 'livesWithFiler' | 'relation'>;
  readonly values: FieldValues;
  readonly programmes: readonly string[];
  readonly meansAuthorised: boolean;
  readonly today: CivilDate;
}

/** What one bureau gets to read: only what one of its own programmes asks for. */
export function filedCase({
  caseNo,
  office,
  subject,
  values,
  programmes,
  meansAuthorised,
  today,
}: CaseToFile): FiledCase {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const asksForPeople = fieldsOf(formOf(programmes, values, today)).some(({ kind }) => kind === 'members');
  const { person } = subject;
  const members = asksForPeople ? [...guardianIn(subject), ...membersOf(values)] : [];
  const statement = text('statement');
  return {
    caseNo,
    office,
    applicant: {
      name: person.name,
      idNumber: person.idNumber,
      phone: text('applicant.phone'),
      address: text('applicant.address'),
    },
    members: members.map(({ name, idNumber, relation }) => ({ name, idNumber, relation })),
    items: programmes.map((programme) => filedItem(programme, values, today)),
    ...(statement !== '' && { statement }),
    papers: papersOf(programmes, values).map(({ name, note }) => (note === undefined ? name : `${name}（${note}）`)),
    meansAuthorised,
  };
}

/** A guardian who lives there too belongs to the household; nobody lists themselves. */
function guardianIn({ filer, livesWithFiler, relation }: Pick<Subject, 'filer' | 'livesWithFiler' | 'relation'>) {
  if (!livesWithFiler) return [];
  const { name, idNumber } = filer;
  return [{ name, idNumber, relation: relation === 'child' ? ('parent' as const) : ('other' as const) }];
}

/** One programme with the answers its own rule reads, in the order they were asked. */
export function filedItem(programme: string, values: FieldValues, today: CivilDate): FiledItem {
  const facts = factsIn(values);
  const asked = fieldsOf(formOf([programme], values, today)).filter(
    ({ kind, neededBy }) => kind === 'fact' && neededBy.includes(programme),
  );
  return {
    programme,
    declared: asked.flatMap(({ name }) => {
      const fact = name.slice('fact:'.length);
      const value = facts[fact];
      return value === undefined ? [] : [factLine(fact, value)];
    }),
  };
}

export function factLine(fact: string, value: FactLine['value']): FactLine {
  return { fact: fact as FactName, label: vocabulary.facts[fact]?.label ?? fact, value };
}
