import {
  areMembers,
  idNumberProblem,
  isMaskedIdNumber,
  tidyField,
  wrongIdNumber,
} from '@jinmen/shared/applications/check-field';
import type { FieldValue, FieldValues, HouseholdMember } from '@jinmen/shared/applications/field';
import { vocabulary } from '@jinmen/shared/catalogue';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import type { FieldProblem } from '../../../platform/http/problem';
import { maskedIdNumber } from '../../../platform/masking';
import { reliefWords } from '../words';

/** What was typed so far, and when each field was last changed (ISO-8601 UTC). */
export interface Draft {
  readonly values: FieldValues;
  readonly changedAt: Readonly<Record<string, string>>;
  /** Of what began with an earlier application: by field, the office whose figure stands there unchanged. */
  readonly found?: Readonly<Record<string, string>>;
}

export const EMPTY_DRAFT: Draft = { values: {}, changedAt: {} };

/** A draft takes what people are still typing; only what nobody types is too long. */
const LONGEST_TEXT = 4000;
const MOST_MEMBERS = 30;
const MEMBERS = 'household.members';
const TEXTS: readonly string[] = [
  'applicant.phone',
  'applicant.street',
  'applicant.address',
  'applicant.hukouStreet',
  'deceased.hukouStreet',
  'statement',
];
const FACT = 'fact:';

/**
 * What cannot be kept even in a draft: fields nobody knows, values of another kind, facts only an office can settle,
 * a number still hidden behind stars. A half-typed phone is kept; it is asked about when the application is handed in.
 */
export function unkeepable(given: FieldValues, draft: Draft, today: CivilDate): readonly FieldProblem[] {
  return Object.entries(given).flatMap(([name, value]) =>
    wrongWith(name, value, draft, today).map((problem) => ({ ...problem, field: `fields.${problem.field}` })),
  );
}

/** The draft with what was given laid over it. `null` empties a field that is no fact. Masked numbers stay what they were. */
export function laidOver(draft: Draft, given: FieldValues, at: string): Draft {
  const values: Record<string, FieldValue | undefined> = { ...draft.values };
  const changedAt: Record<string, string> = { ...draft.changedAt };
  const found: Record<string, string> = { ...draft.found };
  for (const [name, value] of Object.entries(given)) {
    const kept =
      value === undefined || (value === null && !name.startsWith(FACT)) ? undefined : keptValue(name, value, draft);
    if (sameValue(kept, values[name])) continue;
    changedAt[name] = at;
    delete found[name];
    if (kept === undefined) delete values[name];
    else values[name] = kept;
  }
  return { values, changedAt, ...(Object.keys(found).length > 0 && { found }) };
}

/** Whether laying it over would change nothing: a change that arrives a second time. */
export function isThereAlready(draft: Draft, given: FieldValues): boolean {
  return sameValue(laidOver(draft, given, '').values, draft.values);
}

/** The values as they leave the server: numbers that are complete only show their ends. */
export function shownValues({ values }: Draft, today: CivilDate): FieldValues {
  const members = values[MEMBERS];
  if (!areMembers(members)) return values;
  const shown = members.map((member) =>
    idNumberProblem(member.idNumber, today) ? member : { ...member, idNumber: maskedIdNumber(member.idNumber) },
  );
  return { ...values, [MEMBERS]: shown };
}

export function membersOf(values: FieldValues): readonly HouseholdMember[] {
  const members = values[MEMBERS];
  return areMembers(members) ? members : [];
}

function wrongWith(name: string, value: unknown, draft: Draft, today: CivilDate): readonly FieldProblem[] {
  const { problems } = reliefWords;
  const unreadable = [{ field: name, code: 'field.unreadable', message: problems.unreadable }];
  if (name.startsWith(FACT)) {
    const fact = name.slice(FACT.length);
    return factProblems(vocabulary.facts, { [fact]: value }, today).map(({ code, message }) => ({
      field: name,
      code,
      message,
    }));
  }
  if (name === MEMBERS) {
    if (value === null) return [];
    if (!areMembers(value) || value.length > MOST_MEMBERS) return unreadable;
    return value.flatMap((member, index) => stillMasked(member, index, draft));
  }
  if (!TEXTS.includes(name)) return [{ field: name, code: 'field.unknown', message: problems.unknownField }];
  const isText = typeof value === 'string' && value.length <= LONGEST_TEXT;
  return isText || value === null ? [] : unreadable;
}

function stillMasked(member: HouseholdMember, index: number, draft: Draft): readonly FieldProblem[] {
  if (!isMaskedIdNumber(idDigits(member.idNumber)) || numberBehind(member, draft)) return [];
  return [{ field: `${MEMBERS}.${index}.idNumber`, ...wrongIdNumber('masked') }];
}

/** The number the masked one stands for: of the same person in the draft. */
function numberBehind({ id, idNumber }: HouseholdMember, draft: Draft): string | undefined {
  const known = membersOf(draft.values).find((member) => member.id === id)?.idNumber;
  return known !== undefined && maskedIdNumber(known) === idDigits(idNumber) ? known : undefined;
}

function keptValue(name: string, value: FieldValue, draft: Draft): FieldValue {
  const tidy = tidyField(name, value);
  if (!areMembers(tidy)) return tidy;
  return tidy.map((member) => ({ ...member, idNumber: numberBehind(member, draft) ?? member.idNumber }));
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
