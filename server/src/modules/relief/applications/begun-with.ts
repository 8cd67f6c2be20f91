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
  // where the records had nothing, what was told still stands
  const usable = found.filter(
    ({ fact, value }) => value !== null && factProblems(vocabulary.facts, { [fact]: value }, today).length === 0,
  );
  const facts = Object.fromEntries(usable.map(({ fact, value }) => [`${FACT}${fact}`, value] as const));
  const known: FieldValues = seenFrom({ ...draft.values, ...facts }, applicant);
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

type Relation = HouseholdMember['relation'];

/** By what the new applicant is to the earlier one: what the earlier one's relatives are to the new one, where that is sure. */
const TURNED: Readonly<Partial<Record<Relation, Readonly<Partial<Record<Relation, Relation>>>>>> = {
  child: { spouse: 'parent', child: 'sibling', parent: 'grandparent' },
  grandchild: { spouse: 'grandparent' },
  sibling: { parent: 'parent', grandparent: 'grandparent', sibling: 'sibling' },
};

/** The others of the household as whoever applies now calls them: a father's wife is no wife of his child. */
function seenFrom(values: FieldValues, idNumber: string | undefined): FieldValues {
  const listed = values['household.members'];
  if (idNumber === undefined || !Array.isArray(listed)) return values;
  const members = listed as readonly HouseholdMember[];
  const applicant = members.find((member) => member.idNumber === idNumber);
  if (applicant === undefined) return values;
  const turned = TURNED[applicant.relation];
  const others = members
    .filter((member) => member !== applicant)
    .map((member): HouseholdMember => ({ ...member, relation: turned?.[member.relation] ?? 'other' }));
  return { ...values, 'household.members': others };
}
