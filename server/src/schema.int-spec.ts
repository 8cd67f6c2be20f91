import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSchema } from '../test/constraint-names';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { type OpenDatabase, openDatabase } from './platform/database/open-database';
import type { SealedColumn } from './platform/sealing/sealed-column';
import { schema } from './schema';

let database: TestDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
  opened = await openDatabase(database.config, schema);
});

afterAll(async () => {
  await opened.close();
  await database.remove();
});

/** The embedded schema, made beside whichever database this run is about. */
async function embeddedSchema(): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jinmen-schema-'));
  const embedded = await openDatabase({ dataDir }, schema);
  const names = await readSchema(embedded.dataSource);
  await embedded.close();
  rmSync(dataDir, { recursive: true, force: true });
  return names;
}

describe('the schema', () => {
  it('has the same columns and the same CHECK, UNIQUE and FOREIGN KEY names on both databases', async () => {
    const names = await readSchema(opened.dataSource);
    expect(names).toEqual(await embeddedSchema());
    expect(names).toEqual(
      expect.arrayContaining([
        'data_version.ck_data_version_not_negative',
        'standard_row.ck_standard_row_days_in_order',
        'standard_row.ck_standard_row_source_json',
        'standard_row.uq_standard_row_key_from',
        'street.fk_street_district',
      ]),
    );
  });

  it('has every UNIQUE, CHECK and FOREIGN KEY the entities promise', async () => {
    const names = await readSchema(opened.dataSource);
    const promised = opened.dataSource.entityMetadatas.flatMap((entity) => [
      ...entity.uniques.map(({ name }) => `${entity.tableName}.${name}`),
      ...entity.checks.map(({ name }) => `${entity.tableName}.${name}`),
      ...entity.foreignKeys.map(({ name }) => `${entity.tableName}.${name}`),
    ]);
    expect(promised.length).toBeGreaterThan(8);
    expect(names).toEqual(expect.arrayContaining(promised));
  });

  it('gives every table a primary key, without which a cluster of several nodes cannot tell its rows apart', async () => {
    const keyless =
      database.dialect === 'mysql'
        ? `SELECT t.table_name AS name FROM information_schema.tables t LEFT JOIN information_schema.table_constraints c
           ON c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'
           WHERE t.table_schema = DATABASE() AND c.constraint_name IS NULL`
        : `SELECT m.name AS name FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
           AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE pk > 0)`;
    expect(await opened.dataSource.query(keyless)).toEqual([]);
  });

  it('lists every column of bytes among the sealed ones, or its key could never be retired', async () => {
    const listed = (schema.sealed ?? []).map(({ table, column }) => `${table}.${column}`).sort();
    const asColumns = async ({ table, column, id = 'id', index }: SealedColumn) => {
      const columns = [column, id, ...(index ? [index.keyId, index.digest] : [])].join(', ');
      await opened.dataSource.query(`SELECT ${columns} FROM ${table} WHERE 1 = 0`);
    };
    for (const column of schema.sealed ?? []) await asColumns(column);
    if (database.dialect === 'embedded') return; // has one type for all bytes, digests too
    const columns: { name: string }[] = await opened.dataSource.query(
      `SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND data_type = 'longblob'`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual(listed);
  });

  it('leaves nothing for the ORM to change: entities and migrations agree', async () => {
    if (database.dialect === 'mysql') {
      // TypeORM's MySQL mode always finds something to alter on a MariaDB; columns are compared by name and type there
      for (const entity of opened.dataSource.entityMetadatas) {
        const columns: { COLUMN_NAME: string }[] = await opened.dataSource.query(
          'SELECT column_name AS COLUMN_NAME FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
          [entity.tableName],
        );
        const inDatabase = columns.map((column) => column.COLUMN_NAME).sort();
        expect(inDatabase).toEqual(entity.columns.map(({ databaseName }) => databaseName).sort());
      }
      return;
    }
    const { upQueries } = await opened.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is not touched by migrating again', async () => {
    expect(await opened.dataSource.runMigrations()).toEqual([]);
  });

  it('can be taken down and built up again to the same', async () => {
    const before = await readSchema(opened.dataSource);
    for (const _migration of schema.migrations) await opened.dataSource.undoLastMigration();
    expect(await readSchema(opened.dataSource)).toEqual([]);
    await opened.dataSource.runMigrations();
    expect(await readSchema(opened.dataSource)).toEqual(before);
  });

  it.each([
    ["INSERT INTO data_version (name, version) VALUES ('x', -1)", 'ck_data_version_not_negative'],
    [rowSql({ value: -1 }), 'ck_standard_row_value_not_negative'],
    [rowSql({ to: "'2025-12-31'" }), 'ck_standard_row_days_in_order'],
    [rowSql({ source: "'not json'" }), 'ck_standard_row_source_json'],
    [rowSql({ origin: "'nobody'" }), 'ck_standard_row_origin'],
    [
      "INSERT INTO standard_change_record (id, changed_at, changed_by, reason, standard_key, from_day) VALUES ('i', '2026-01-01 00:00:00.000', 'b', 'w', 'k', '2026-01-01')",
      'ck_standard_change_record_not_empty',
    ],
    ["INSERT INTO street (code, district_code, name, kind) VALUES ('120101001', '120102', 'x', 'town')", ''],
  ])('enforces its checks: %s', async (sql, name) => {
    await expect(opened.dataSource.query(sql)).rejects.toThrow(name);
  });
});

function rowSql({ value = 1, to = 'NULL', source = "'{}'", origin = "'release'" }): string {
  return `INSERT INTO standard_row (id, standard_key, from_day, to_day, value, unit, source, origin)
    VALUES ('${randomUUID()}', 'k', '2026-01-01', ${to}, ${value}, 'flag', ${source}, ${origin})`;
}
