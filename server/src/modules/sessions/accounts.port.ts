/** What other features may ask about an account. */
export abstract class Accounts {
  /** Its openid, to send it a WeChat message; none when there is no such account. */
  abstract findOpenid(accountId: string): Promise<string | undefined>;

  /**
   * Whose tries a limit counts: the account's own, or of all who signed in on one lent phone that day together, which
   * is a digest and says nothing of its owner. At most 64 characters.
   */
  abstract countedAs(accountId: string): Promise<string>;
}
