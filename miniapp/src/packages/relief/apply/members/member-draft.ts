import { idNumberProblem, isMaskedIdNumber, nameProblem, tidyField } from '@jinmen/shared/applications/check-field';
import type { HouseholdMember } from '@jinmen/shared/applications/field';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import { memberWords } from '../../../../copy/apply';
import type { Draft } from '../../interview';

export const MEMBERS = 'household.members';

export type Part = 'name' | 'idNumber' | 'relation';
const PARTS: readonly Part[] = ['name', 'idNumber', 'relation'];

/** One person half written, as typed. */
export type Parts = Readonly<Record<Part, string>>;

/** Under which name a part that is half typed is kept. */
export function controlOf(member: string, part: Part): string {
  return `member:${member}:${part}`;
}

export function controlsOf(member: string): readonly string[] {
  return PARTS.map((part) => controlOf(member, part));
}

/** Who was being written when the page was left, or the app killed. */
export function halfWritten(typed: Readonly<Record<string, Draft>>): string | undefined {
  const [, member] =
    Object.keys(typed)
      .find((control) => control.startsWith('member:'))
      ?.split(':') ?? [];
  return member;
}

export function partsOf(
  member: string,
  members: readonly HouseholdMember[],
  typed: Readonly<Record<string, Draft>>,
): Parts {
  const before = members.find(({ id }) => id === member);
  const part = (name: Part) => typed[controlOf(member, name)]?.text ?? before?.[name] ?? '';
  return { name: part('name'), idNumber: part('idNumber'), relation: part('relation') };
}

/** What is wrong with each part; a number is wrong, too, when somebody else of the list has it. */
export function partProblems(
  { name, idNumber, relation }: Parts,
  others: readonly HouseholdMember[],
  today: CivilDate,
): Readonly<Partial<Record<Part, string>>> {
  const digits = idDigits(idNumber);
  const twice = !isMaskedIdNumber(digits) && others.some((other) => idDigits(other.idNumber) === digits);
  const wrong = {
    name: nameProblem(name)?.message,
    idNumber: idNumberProblem(idNumber, today)?.message ?? (twice ? memberWords.twice : undefined),
    relation: relation === '' ? memberWords.relationMissing : undefined,
  };
  return Object.fromEntries(Object.entries(wrong).filter(([, message]) => message !== undefined));
}

/** The list with this person in it, in their old place or at its end. */
export function withMember(members: readonly HouseholdMember[], id: string, parts: Parts): readonly HouseholdMember[] {
  const member: HouseholdMember = { ...parts, id, relation: parts.relation as HouseholdMember['relation'] };
  const list = members.some((each) => each.id === id)
    ? members.map((each) => (each.id === id ? member : each))
    : [...members, member];
  return tidyField(MEMBERS, list) as readonly HouseholdMember[];
}
