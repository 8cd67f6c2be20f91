import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { SealedColumn } from '../sealing/sealed-column';

/**
 * What the features bring to the database. Each feature owns its tables and migrations; they run in the order of the
 * timestamp in their class name.
 */
export interface Schema {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
  /** Every column of `bytes` that holds sealed values. */
  readonly sealed?: readonly SealedColumn[];
}

export type EntityClass = EntityTarget<ObjectLiteral> & (new () => object);
export type MigrationClass = new () => MigrationInterface;
