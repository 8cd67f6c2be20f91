import type { CivilDate } from '../kernel/civil-date';
import { readIdNumber } from '../kernel/id-number';
import { EMPTY, type FieldProblem, UNREADABLE } from './check-field';
import type { HouseholdMember } from './field';
import { payeeProblems as words } from './payee-words';
import type { SubjectView } from './subject';

/**
 * Whose account the money goes to (J6: the household's). All are known by the application; of a guardian the server keeps the
 * name, and takes nobody's word for it.
 */
export type PayeeOwner =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'household-member'; readonly member: string }
  | { readonly kind: 'guardian'; readonly name?: string };

/** Whom an application is about: a child or ward, somebody helped, oneself. */
export type PayeeOf = SubjectView['kind'];

/** Whose account it may be: a guardian's only where somebody is guardian. Whoever helps is never among them. */
export function payeeOwnersOf(whom: PayeeOf): readonly PayeeOwner['kind'][] {
  return whom === 'ward' ? ['applicant', 'household-member', 'guardian'] : ['applicant', 'household-member'];
}

export type PayeeCard = 'social-security-card' | 'bank-card';

/** What a resident says about where the money goes: an account, or that the street must help to get one. */
export type PayeeChoice =
  | { readonly way: 'account'; readonly owner: PayeeOwner; readonly card: PayeeCard; readonly number: string }
  | { readonly way: 'street'; readonly trouble: 'no-card' | 'card-frozen' };

/**
 * What the bureau found when it looked the account up. `none`: nobody was asked yet (a draft, or the street helps);
 * `unknown`: it cannot be looked up, which stops nothing. Who really owns an account is told to nobody.
 */
export type PayeeCheck = 'none' | 'asked' | 'match' | 'mismatch' | 'frozen' | 'unknown';

/** As it leaves the server: of an account only its last four digits. */
export type PayeeView = { readonly id: string; readonly at: string; readonly check: PayeeCheck } & (
  | {
      readonly way: 'account';
      readonly owner: PayeeOwner['kind'];
      /** Masked. */
      readonly ownerName: string;
      /** Of `household-member`: as in `household.members`. */
      readonly member?: string;
      readonly card: PayeeCard;
      readonly end: string;
    }
  | { readonly way: 'street'; readonly trouble: 'no-card' | 'card-frozen' }
);

/** `GET …/payee`, and part of the application. */
export interface PayeeReply {
  /** The programmes it is asked for, those paid in money; none = nothing is asked. */
  readonly for: readonly string[];
  /**
   * How it may be changed: `free` until the first payment, then `reported` as a change of circumstances; `over` once
   * nothing is paid any more.
   */
  readonly change: 'free' | 'reported' | 'over';
  readonly payee?: PayeeView;
}

const SHORTEST = 8;
const LONGEST = 32;
/** Of anything typed here; the words about it come from its own check. */
const LONGEST_TYPED = 80;
const EARLIEST_BIRTH: CivilDate = '1900-01-01';
/** UnionPay’s cards: 62…, sixteen to nineteen digits, the last a check digit (ISO/IEC 7812); a passbook need not have one. */
const UNION_PAY = /^62\d{14,17}$/;

/** What was sent, as a choice; none when it has another shape. */
export function payeeChoiceFrom(value: unknown): PayeeChoice | undefined {
  const { way, trouble, owner, card, number } = record(value);
  if (way === 'street') return trouble === 'no-card' || trouble === 'card-frozen' ? { way, trouble } : undefined;
  const whose = ownerFrom(owner);
  if (way !== 'account' || !whose || typeof number !== 'string' || number.length > LONGEST_TYPED) return undefined;
  return card === 'social-security-card' || card === 'bank-card'
    ? { way, owner: whose, card, number: tidyAccount(number) }
    : undefined;
}

function ownerFrom(value: unknown): PayeeOwner | undefined {
  const { kind, member, name, ...unknown } = record(value);
  if (Object.keys(unknown).length > 0) return undefined;
  if (kind === 'applicant') return { kind };
  if (kind === 'household-member' && typeof member === 'string' && member.length <= LONGEST_TYPED)
    return { kind, member };
  // phones of before typed a name
  const isName = name === undefined || (typeof name === 'string' && name.length <= LONGEST_TYPED);
  return kind === 'guardian' && isName ? { kind } : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** An account number as it is kept: without blanks and lines between its digits, half-width. */
export function tidyAccount(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

/** What must be put right before it can be kept. */
export function payeeProblemsOf(
  choice: PayeeChoice,
  members: readonly HouseholdMember[],
  whom: PayeeOf,
): readonly FieldProblem[] {
  if (choice.way === 'street') return [];
  return [...ownerProblems(choice.owner, members, whom), ...numberProblems(choice.number)];
}

/**
 * What is probably a slip but may be right: said once, and kept when the resident says it is so. A number nobody can be
 * sure about is never refused.
 */
export function payeeDoubtOf(choice: PayeeChoice, today: CivilDate): FieldProblem | undefined {
  if (choice.way === 'street') return undefined;
  const number = tidyAccount(choice.number);
  const doubt = (code: keyof typeof words.doubts): FieldProblem => ({
    field: 'number',
    code: `payee.${code}`,
    message: words.doubts[code],
  });
  if (looksLikeIdNumber(number, today)) return doubt('id-number');
  if (/^1[3-9]\d{9}$/.test(number)) return doubt('phone');
  if (UNION_PAY.test(number) && !hasLuhnDigit(number)) return doubt('check-digit');
  return number.length < 12 || number.length > 24 || /\D/.test(number) ? doubt('length') : undefined;
}

/** The check digit of ISO/IEC 7812 (Luhn). */
export function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, sign, index) => {
    const digit = Number(sign) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/** All that is ever shown of an account. */
export function accountEnd(number: string): string {
  return number.slice(-4);
}

function numberProblems(text: string): readonly FieldProblem[] {
  const number = tidyAccount(text);
  if (number === '') return [{ field: 'number', ...EMPTY }];
  const right = number.length >= SHORTEST && number.length <= LONGEST && /^[0-9A-Za-z]+$/.test(number);
  return right && /\d{6}/.test(number) ? [] : [{ field: 'number', code: 'payee.shape', message: words.shape }];
}

function ownerProblems(owner: PayeeOwner, members: readonly HouseholdMember[], whom: PayeeOf): readonly FieldProblem[] {
  if (!payeeOwnersOf(whom).includes(owner.kind)) {
    return [{ field: 'owner.kind', code: 'payee.not-guardian', message: words.notGuardian }];
  }
  if (owner.kind !== 'household-member' || members.some(({ id }) => id === owner.member)) return [];
  return [{ field: 'owner.member', code: UNREADABLE.code, message: words.member }];
}

/** Of somebody who may be alive: a card of eighteen digits can read as the number of a person born in the year 100. */
function looksLikeIdNumber(number: string, today: CivilDate): boolean {
  if (number.length !== 18) return false;
  const read = readIdNumber(number, today);
  return !('problem' in read) && read.birth >= EARLIEST_BIRTH;
}

/** Whose name the account must be in, whole. */
export function ownerName(owner: PayeeOwner, applicant: string, members: readonly HouseholdMember[]): string {
  if (owner.kind === 'guardian') return owner.name ?? '';
  if (owner.kind === 'applicant') return applicant;
  return members.find(({ id }) => id === owner.member)?.name ?? '';
}
