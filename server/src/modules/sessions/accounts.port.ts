/** What other features may ask about an account. */
export abstract class Accounts {
  /** Its openid, to send it a WeChat message; none when there is no such account. */
  abstract findOpenid(accountId: string): Promise<string | undefined>;
}
