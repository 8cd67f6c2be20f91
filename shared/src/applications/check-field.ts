import { type CivilDate } from '../kernel/civil-date';
import { idDigits, readIdNumber } from '../kernel/id-number';
import { districts } from '../places/places';
import { RESERVED_MEMBERS } from './adults';
import type { FieldValue, HouseholdMember } from './field';
import { formWords } from './words';

/** One thing wrong with a field, in words for the one who filled it in. */
export interface FieldProblem {
  /** The field, or the part of it: `household.members.1.idNumber`. */
  readonly field: string;
  /** Stable, e.g. `phone.shape`. */
  readonly code: string;
  readonly message: string;
}

export type Wrong = Pick<FieldProblem, 'code' | 'message'>;

export const RELATIONS = ['spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'other'] as const;

const { problems } = formWords;
/** A household has at most twenty, and the one who applies is one of them. */
const MOST_MEMBERS = 19;
const LONGEST_NAME = 50;
const LONGEST_ADDRESS = 120;
const LONGEST_STATEMENT = 1000;
/** Shorter than this no door can be found. */
const SHORTEST_ADDRESS = 3;
/** Letters of any script, so also characters outside the first 65,536; the dot of minority names; marks of foreign ones. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}· .'-]*$/u;
/** What the server sends instead of a number it keeps: `1****************X`. */
const MASKED = /^[1-9]\*{16}[\dX]$/;
const streets: ReadonlySet<string> = new Set(districts.flatMap(({ units }) => units.map(({ code }) => code)));

/** Whether the text stands for a number the server has already: sent back like that it means unchanged. */
export function isMaskedIdNumber(text: string): boolean {
  return MASKED.test(text);
}

/** A name as it is kept: one kind of dot in it, no blanks around it or between Chinese characters. */
export function tidyName(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\s*[·•‧∙⋅・．･]\s*/g, '·')
      .replace(/[\s\u3000]+/g, ' ')
      // Not by looking behind: iPhones before iOS 16.4 would refuse every file this stands in.
      .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
      .trim()
  );
}

export function nameProblem(text: string): Wrong | undefined {
  const name = tidyName(text);
  if (name === '') return { code: 'name.empty', message: problems.nameEmpty };
  const { length } = [...name];
  if (length > LONGEST_NAME) return tooLong('name', LONGEST_NAME);
  if (!NAME.test(name)) return { code: 'name.letters', message: problems.nameLetters };
  return length < 2 ? { code: 'name.short', message: problems.nameShort } : undefined;
}

/** A phone as it is kept: digits alone, without the code of the country; a line of Tianjin with its 022. */
export function tidyPhone(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86/, '');
  return /^[2-9]\d{7}$/.test(digits) ? `022${digits}` : digits;
}

/** A mobile number or a line of Tianjin (policy-facts F). */
export function phoneProblem(text: string): Wrong | undefined {
  if (text.trim() === '') return EMPTY;
  const right = /^(1[3-9]\d{9}|022[2-9]\d{7})$/.test(tidyPhone(text));
  return right ? undefined : { code: 'phone.shape', message: problems.phone };
}

/** Today's eighteen digits; a number of fifteen or a foreigner's paper is told apart, because it is not a slip. */
export function idNumberProblem(text: string, today: CivilDate): Wrong | undefined {
  const digits = idDigits(text);
  if (digits === '') return { code: 'id-number.empty', message: problems.idNumberEmpty };
  if (isMaskedIdNumber(digits)) return undefined;
  const read = readIdNumber(digits, today);
  if ('problem' in read) return wrongIdNumber(isForeignPaper(digits) ? 'permit' : read.problem);
  return digits.length === 18 ? undefined : wrongIdNumber('old');
}

export function wrongIdNumber(why: keyof typeof problems.idNumber): Wrong {
  return { code: `id-number.${why}`, message: problems.idNumber[why] };
}

export function streetProblem(code: string): Wrong | undefined {
  if (code === '') return EMPTY;
  return streets.has(code) ? undefined : { code: 'street.unknown', message: problems.street };
}

export function addressProblem(text: string): Wrong | undefined {
  const { length } = [...text.trim()];
  if (length === 0) return EMPTY;
  if (length > LONGEST_ADDRESS) return tooLong('address', LONGEST_ADDRESS);
  return length < SHORTEST_ADDRESS ? { code: 'address.short', message: problems.addressShort } : undefined;
}

export function statementProblem(text: string): Wrong | undefined {
  return [...text].length > LONGEST_STATEMENT ? tooLong('statement', LONGEST_STATEMENT) : undefined;
}

/** Everything wrong with the people of a household, each at its line. An empty list is right: 只有我一个人. */
export function membersProblems(field: string, members: readonly HouseholdMember[], today: CivilDate): FieldProblem[] {
  const found = members.flatMap((member, index) => {
    const at = (part: string, wrong: Wrong | undefined): FieldProblem[] =>
      wrong ? [{ field: `${field}.${index}.${part}`, ...wrong }] : [];
    const before = members.slice(0, index);
    return [
      ...at('name', nameProblem(member.name)),
      ...at('idNumber', idNumberProblem(member.idNumber, today) ?? sameNumber(member, before)),
      ...at('relation', relationProblem(member.relation)),
      ...at('id', before.some(({ id }) => id === member.id) ? memberTwice() : undefined),
    ];
  });
  if (members.length <= MOST_MEMBERS) return found;
  return [{ field, code: 'members.too-many', message: problems.tooManyMembers(MOST_MEMBERS) }, ...found];
}

/** Whether the value is shaped like a list of people, each with an id of their own, whatever else is written in it. */
export function areMembers(value: unknown): value is readonly HouseholdMember[] {
  if (!Array.isArray(value) || !value.every(isMember)) return false;
  return new Set(value.map(({ id }) => id)).size === value.length;
}

/** The value as it is kept: names, numbers and phones tidied, nothing else touched. */
export function tidyField(name: string, value: FieldValue): FieldValue {
  if (areMembers(value)) return value.map(tidyMember);
  if (typeof value !== 'string') return value;
  if (name === 'applicant.phone') return tidyPhone(value);
  return name.startsWith('fact:') ? value : value.trim();
}

export const EMPTY: Wrong = { code: 'field.empty', message: problems.empty };
export const UNREADABLE: Wrong = { code: 'field.unreadable', message: problems.unreadable };

function tidyMember({ id, name, idNumber, relation }: HouseholdMember): HouseholdMember {
  return { id, name: tidyName(name), idNumber: idDigits(idNumber), relation };
}

const MEMBER_PARTS = ['id', 'name', 'idNumber', 'relation'];

function isMember(value: unknown): value is HouseholdMember {
  if (typeof value !== 'object' || value === null) return false;
  const parts = Object.entries(value);
  if (parts.length !== MEMBER_PARTS.length) return false;
  const known = parts.every(
    ([key, part]) => MEMBER_PARTS.includes(key) && typeof part === 'string' && part.length <= 200,
  );
  const { id } = value as HouseholdMember;
  return known && /^[\w-]{1,64}$/.test(id) && !RESERVED_MEMBERS.includes(id);
}

function relationProblem(relation: string): Wrong | undefined {
  return RELATIONS.some((each) => each === relation)
    ? undefined
    : { code: 'relation.unknown', message: problems.relation };
}

function sameNumber({ idNumber }: HouseholdMember, before: readonly HouseholdMember[]): Wrong | undefined {
  const digits = idDigits(idNumber);
  // two masked numbers may look alike and be two people's
  if (isMaskedIdNumber(digits)) return undefined;
  return before.some((other) => idDigits(other.idNumber) === digits) ? wrongIdNumber('twice') : undefined;
}

function memberTwice(): Wrong {
  return { code: 'members.twice', message: problems.memberTwice };
}

function isForeignPaper(digits: string): boolean {
  return /^[A-Z]{1,3}\d{6,12}$/.test(digits);
}

function tooLong(of: string, most: number): Wrong {
  return { code: `${of}.too-long`, message: problems.tooLong(most) };
}
