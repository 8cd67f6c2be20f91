/** What a resident reads or wrote, drawn as a paper in a thread of its own. */
export abstract class StatementPapers {
  /**
   * For an account; the first line is its title.
   * @throws Problem 429 `paper.one-after-another` while three of the account's are not drawn yet, 503 when too many are.
   */
  abstract drawStatement(accountId: string, statement: string): Promise<Buffer>;
}
