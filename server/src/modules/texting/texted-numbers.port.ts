/**
 * How many text messages go to a number in a day. Counted apart from what they are about, so that whoever throws that away,
 * or their whole account, is counted on; under digests that are others every day (security.md T6, ADR 0054).
 */
export abstract class TextedNumbers {
  /**
   * Counts one that a resident has sent to a number they typed; false when the account, or the number by all accounts
   * together, had its day's share. Inside the transaction that sends it.
   */
  abstract take(accountId: string, phone: string): Promise<boolean>;

  /**
   * Counts one that says there is something to look at, to the number left with it; false when that number had its
   * day's share. Counted apart from the others: a flood of those keeps nobody from hearing of their own matters.
   */
  abstract takeNotice(phone: string): Promise<boolean>;
}
