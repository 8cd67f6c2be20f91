import type { ConsentPurpose } from '@jinmen/shared/residents/consent-texts';

/** What other features may ask about consent. */
export abstract class Consents {
  /**
   * Passes only when the resident said yes to the text in force and has not withdrawn it. Ask inside the transaction
   * that uses the data: a withdrawal that comes between is then either before it, and refuses it, or waits.
   * @throws Problem 403 `consent.required` with member `purpose`.
   */
  abstract require(accountId: string, purpose: ConsentPurpose): Promise<void>;

  /** The same as a question. */
  abstract has(accountId: string, purpose: ConsentPurpose): Promise<boolean>;
}
