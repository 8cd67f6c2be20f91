/** What a resident reads or wrote, drawn as a paper in a thread of its own. */
export abstract class StatementPapers {
  /** The first line is its title. @throws Problem 503 when too many are being drawn. */
  abstract drawStatement(statement: string): Promise<Buffer>;
}
