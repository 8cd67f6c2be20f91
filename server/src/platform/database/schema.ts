import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { SealedColumn } from '../sealing/sealed-column';
import type { AppendOnly } from './accounts/append-only';

/**
 * What the features bring to the database. Each feature owns its tables and migrations; they run in the order of the
 * timestamp in their class name.
 */
export interface Schema {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** Every column of `bytes` that holds sealed values. */
  readonly sealed?: readonly SealedColumn[];
  /** Every table whose rows are only ever added. */
  readonly appendOnly?: readonly AppendOnly[];
}

export type EntityClass = EntityTarget<ObjectLiteral> & (new () => object);
export type MigrationClass = new () => MigrationInterface;
