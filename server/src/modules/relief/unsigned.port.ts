/** A grown-up for whose signature, or whose word that it is theirs, a case has waited longer than `UNSIGNED_AFTER_DAYS`. */
export interface UnsignedAdult {
  readonly caseId: string;
  readonly receiptNumber: string;
  /** Who holds the case, by name. */
  readonly holder: string;
  /** Masked, as the applicant is. */
  readonly name: string;
  readonly applicant: string;
  readonly state: 'not-signed' | 'unasked' | 'at-desk-wished' | 'unreachable' | 'will-not-sign' | 'withdrawn';
  /** Why, in the applicant's words. */
  readonly reason?: string;
  /** Said on a phone of their own: not to be told to those they live with. */
  readonly inConfidence: boolean;
  /**
   * Whoever applied reads 已签 of them, because they took it back on a phone of their own (ADR 0017): that staff look at
   * this line is not told to them. A no shows them the same as silence, and so does a look at it.
   */
  readonly signedToApplicant: boolean;
  readonly since: string;
}

/** A look at them. */
export interface UnsignedList {
  readonly items: readonly UnsignedAdult[];
  /** Not every case was looked through: there may be others, of cases that came later. */
  readonly more: boolean;
}

/** Whom the people at `/staff` have to look for, or decide about (policy-facts J4). */
export abstract class UnsignedAdults {
  /** Who waits longest first, of these offices (street codes) or of all; nobody a clerk went on without. */
  abstract list(offices: readonly string[] | 'all'): Promise<UnsignedList>;
}
