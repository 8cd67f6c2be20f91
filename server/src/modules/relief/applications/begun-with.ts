import type { FieldValue, FieldValues, HouseholdMember } from '@jinmen/shared/applications/field';
import { fieldsOf, formOf } from '@jinmen/shared/applications/form';
import type { FoundFact } from '@jinmen/shared/applications/views';
import { vocabulary } from '@jinmen/shared/catalogue';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Draft } from './draft-fields';

export interface Earlier {
  readonly draft: Draft;
  readonly found: readonly FoundFact[];
  readonly programmes: readonly string[];
  /** The number of whom it is about now: whoever applies is not listed among the others of the household. */
  readonly applicant?: string;
  readonly today: CivilDate;
  readonly now: string;
}

const FACT = 'fact:';

/**
 * The draft of an application that begins with an earlier one: only what the new form asks, what was found in place of what
 * was told and marked as such. What was written in one's own words is not taken along: it was about the other matter.
 */
export function begunWith({ draft, found, programmes, applicant, today, now }: Earlier): Draft {
  const usable = found.filter(
    ({ fact, value }) => factProblems(vocabulary.facts, { [fact]: value }, today).length === 0,
  );
  const facts = Object.fromEntries(usable.map(({ fact, value }) => [`${FACT}${fact}`, value] as const));
  const known: FieldValues = withoutMember({ ...draft.values, ...facts }, applicant);
  const asked = fieldsOf(formOf(programmes, known, today)).map(({ name }) => name);
  const values: Record<string, FieldValue> = {};
  for (const name of asked) {
    const value = known[name];
    if (value !== undefined && name !== 'statement') values[name] = value;
  }
  const offices = usable
    .map(({ fact, from }) => [`${FACT}${fact}`, from] as const)
    .filter(([name]) => values[name] !== undefined);
  return {
    values,
    changedAt: Object.fromEntries(Object.keys(values).map((name) => [name, now])),
    ...(offices.length > 0 && { found: Object.fromEntries(offices) }),
  };
}

function withoutMember(values: FieldValues, idNumber: string | undefined): FieldValues {
  const listed = values['household.members'];
  if (idNumber === undefined || !Array.isArray(listed)) return values;
  const others = (listed as readonly HouseholdMember[]).filter((member) => member.idNumber !== idNumber);
  return { ...values, 'household.members': others };
}
