import type { StandardRow } from '@jinmen/shared/standards/standard';

/** The whole table as it stands. The same object as long as `version` stays, so that others may cache by it. */
export interface StandardsTable {
  readonly rows: readonly StandardRow[];
  /** Grows with every change. */
  readonly version: number;
}

/** What other features may ask about standards. */
export abstract class Standards {
  /** Every row, past and future, newest change included, whichever process made it. */
  abstract table(): Promise<StandardsTable>;
}
