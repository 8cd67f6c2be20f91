/** What other features may ask about an account. */
export abstract class Accounts {
  /** Its openid, to send it a WeChat message; none when there is no such account. */
  abstract findOpenid(accountId: string): Promise<string | undefined>;

  /**
   * Whose tries a limit counts today: of one WeChat user, also when they deleted their account and came back, or of all
   * who signed in on one lent phone that day together. A digest that is another one every day; at most 64 characters.
   */
  abstract countedAs(accountId: string): Promise<string>;

  /** Those of them made for a session on a lent phone: nobody comes back to one once that session is over. */
  abstract lentOf(accountIds: readonly string[]): Promise<ReadonlySet<string>>;

  /**
   * Whoever else counts what this account has waits until the open transaction ends. Before it is counted: two who count
   * at once would each find room for one more.
   */
  abstract inTurn(accountId: string): Promise<void>;
}
