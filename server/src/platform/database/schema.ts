import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

/**
 * What the features bring to the database. Each feature owns its tables and migrations; they run in the order of the
 * timestamp in their class name.
 */
export interface Schema {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

export type EntityClass = EntityTarget<ObjectLiteral> & (new () => object);
export type MigrationClass = new () => MigrationInterface;
