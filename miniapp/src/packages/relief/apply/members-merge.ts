import type { FieldValue, HouseholdMember } from '@jinmen/shared/applications/field';

type Members = readonly HouseholdMember[];

export function isMembers(value: FieldValue | undefined): value is Members {
  return Array.isArray(value);
}

/**
 * Two phones changed the list of the same people: whoever was added, changed or taken out on one side alone is so in the
 * result. `undefined` when the same person was changed differently on both: only the resident can say.
 */
export function mergeMembers(over: FieldValue | undefined, mine: Members, theirs: Members): Members | undefined {
  const before = isMembers(over) ? over : [];
  const ids = [...new Set([...theirs, ...mine].map(({ id }) => id))];
  const merged: HouseholdMember[] = [];
  for (const id of ids) {
    const [was, here, there] = [before, mine, theirs].map((list) => list.find((each) => each.id === id));
    if (equal(here, was)) {
      if (there) merged.push(there);
    } else if (equal(there, was) || equal(here, there)) {
      if (here) merged.push(here);
    } else return undefined;
  }
  return merged;
}

function equal(one: HouseholdMember | undefined, other: HouseholdMember | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.name === other.name && one.idNumber === other.idNumber && one.relation === other.relation;
}
