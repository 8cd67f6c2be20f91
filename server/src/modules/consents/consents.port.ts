import { type ConsentPurpose, consentText } from '@jinmen/shared/residents/consent-texts';
import { Problem } from '../../platform/http/problem';

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

  /** Those of these accounts whose yes stands, in one read that nobody waits for. */
  abstract haveGiven(accountIds: readonly string[], purpose: ConsentPurpose): Promise<ReadonlySet<string>>;
}

/** What somebody whose yes does not stand is told; the phone asks for it there and then. */
export function consentRequired(purpose: ConsentPurpose): Problem {
  const { title } = consentText(purpose);
  return new Problem(
    403,
    'consent.required',
    `办这件事，先要您点头：${title}。在“我的”里点“我同意的事”，看了再定。`,
    [],
    { more: { purpose } },
  );
}
