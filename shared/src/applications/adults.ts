import type { CivilDate } from '../kernel/civil-date';
import { ageOn, idDigits, readIdNumber } from '../kernel/id-number';
import type { HouseholdMember } from './field';

/** From this age on everybody signs 核对授权 for themselves (policy-facts A.9). */
export const ADULT_AGE = 18;

/** Whom it is about, and a guardian of theirs who lives there too; everybody else goes by a member's id. */
export const APPLICANT = 'applicant';
export const FILER = 'filer';
/** No member's id: a signature of theirs would be taken for whoever applies. */
export const RESERVED_MEMBERS: readonly string[] = [APPLICANT, FILER];

/** Somebody of the household who has to sign for themselves. Holds the number whole: never leaves the server so. */
export interface Adult {
  /** `applicant`, `filer`, or the id of a member. */
  readonly member: string;
  readonly name: string;
  readonly idNumber: string;
}

/** Those who live together, as an application names them. */
export interface Household {
  readonly applicant: Omit<Adult, 'member'>;
  /** Whoever acts for the applicant, where they live there too. */
  readonly filer?: Omit<Adult, 'member'>;
  readonly members: readonly Pick<HouseholdMember, 'id' | 'name' | 'idNumber'>[];
}

/**
 * Every grown-up of a household, each once: whoever is the filer is not asked again as a member. A number nobody can
 * read counts as a grown-up's, so that nobody is left out.
 */
export function adultsOf({ applicant, filer, members }: Household, today: CivilDate): readonly Adult[] {
  const people: readonly Adult[] = [
    { member: APPLICANT, name: applicant.name, idNumber: applicant.idNumber },
    ...(filer ? [{ member: FILER, name: filer.name, idNumber: filer.idNumber }] : []),
    ...members.map(({ id, name, idNumber }) => ({ member: id, name, idNumber })),
  ];
  return people.filter(
    (person, index) =>
      isGrownUp(person.idNumber, today) &&
      !people.slice(0, index).some(({ idNumber }) => isSameNumber(idNumber, person.idNumber)),
  );
}

export function isGrownUp(idNumber: string, today: CivilDate): boolean {
  const read = readIdNumber(idNumber, today);
  return 'problem' in read || ageOn(today, read.birth) >= ADULT_AGE;
}

/** As people type them: spaces, full-width digits and a small x make no other number. */
export function isSameNumber(one: string, other: string): boolean {
  return idDigits(one) === idDigits(other);
}

/** How many signs of the end of a number are enough to show that one knows one's own. */
export const LAST_SIGNS = 4;

/** Whether somebody typed this number, whole or its last four signs. */
export function isOwnNumber(typed: string, idNumber: string): boolean {
  const digits = idDigits(typed);
  const whole = idDigits(idNumber);
  return digits.length >= LAST_SIGNS && (digits === whole || digits === whole.slice(-LAST_SIGNS));
}

export const SIGNING_WAYS = ['own-phone', 'this-phone', 'desk'] as const;
export type SigningWay = (typeof SIGNING_WAYS)[number];

/** How the street asked somebody whether a signature on another's phone is theirs. */
export const ASKED_WAYS = ['in-person', 'by-phone'] as const;
export type AskedWay = (typeof ASKED_WAYS)[number];

/** What the applicant may do about another grown-up who has not signed, besides handing them the phone. */
export const ABSENCES = ['at-desk', 'unreachable', 'will-not-sign'] as const;
export type Absence = (typeof ABSENCES)[number];

/**
 * One grown-up as whoever filed sees them. What somebody said on their own phone, a no or taking back, never shows here
 * but for their own line (docs/adr): nobody can be pressed for it.
 */
export interface AdultView {
  /** `applicant`, `filer`, or the id of a member. */
  readonly member: string;
  /** Masked, as the number is. */
  readonly name: string;
  readonly idNumber: string;
  /** Whoever holds this phone. */
  readonly you: boolean;
  readonly state: 'not-asked' | 'link-sent' | 'signed' | 'at-desk' | 'unreachable' | 'will-not-sign' | 'withdrawn';
  readonly way?: SigningWay;
  /** Signed on this phone by somebody else than whoever holds it: nothing rests on it before the street has asked them. */
  readonly unasked?: true;
  /** When it came to stand so, where there is such a moment. */
  readonly at?: string;
  readonly link?: {
    readonly sentAt: string;
    readonly expiresAt: string;
    readonly state: 'open' | 'used' | 'expired' | 'revoked';
  };
}

/** The answer to `POST /relief/applications/:id/authorisations` beside the application. */
export interface SigningAnswer {
  /** Said once: only a hash of it is kept. */
  readonly invitation?: { readonly token: string; readonly expiresAt: string; readonly bySms: boolean };
  /** The number typed was another person's; how often it may be tried again today. */
  readonly wrongNumber?: { readonly left: number };
}

/** What whoever opens a link may see before they said who they are: who asks and for what kind of thing, no more. */
export interface InvitationView {
  readonly state: 'open' | 'used' | 'expired' | 'replaced' | 'revoked';
  /** Only the family name: `示*`. Absent for a link that is not open. */
  readonly from?: string;
  readonly expiresAt?: string;
}

/** `GET /relief/signatures`: what somebody let be looked up about themselves, for whose application. */
export interface SignatureView {
  readonly id: string;
  /** Only the family name of whoever applied. */
  readonly from: string;
  readonly yours: boolean;
  readonly way: SigningWay;
  readonly signedAt: string;
  readonly withdrawnAt?: string;
  /** Whether it was looked up already: what is done stays done. */
  readonly lookedUp: boolean;
}
