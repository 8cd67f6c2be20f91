import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Whole rows without the detour over a query builder, which costs more than the statement once there are hundreds of
 * values. What a column makes of a value is still the entity’s to say.
 */

/** All of them in one statement; nothing when there are none. The rows have every column of the entity. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { driver } = manager.dataSource;
  const { columns, tablePath } = manager.dataSource.getMetadata(entity);
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.flatMap((row) =>
    columns.map((column) => driver.preparePersistentValue(row[column.propertyName], column) as unknown),
  );
  await manager.query(
    `INSERT INTO ${driver.escape(tablePath)} (${names}) VALUES ${rows.map(() => marks).join(', ')}`,
    values,
  );
}

/** @param rest what follows `SELECT * FROM table`, e.g. `WHERE id = ?`. */
export async function selectRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rest: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { driver } = manager.dataSource;
  const { columns, tablePath } = manager.dataSource.getMetadata(entity);
  const all = `SELECT * FROM ${driver.escape(tablePath)} ${rest}`;
  const found: Record<string, unknown>[] = await manager.query(all, [...values]);
  return found.map((raw) => {
    const row = columns.map((column) => [
      column.propertyName,
      driver.prepareHydratedValue(raw[column.databaseName], column) as unknown,
    ]);
    return Object.fromEntries(row) as Row; // it has every column of the entity
  });
}
