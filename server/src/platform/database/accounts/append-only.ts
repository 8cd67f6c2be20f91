/**
 * A table whose rows are only ever added. Listed in the feature's part of the schema: the account that serves may read
 * and add there, and neither change nor remove a row (docs/adr/0050).
 */
export interface AppendOnly {
  readonly table: string;
  /** The version before this one writes over rows there, and may serve beside it: it goes with the release after. */
  readonly changedBefore?: true;
}
