import type { DataSource } from 'typeorm';

/**
 * The constraints a database really has, read back from it: `table.name` for every CHECK, UNIQUE and FOREIGN KEY, and
 * `table.column: null?` for every column. Primary keys are left out: MySQL calls all of them PRIMARY.
 */
export async function readSchema(dataSource: DataSource): Promise<string[]> {
  const lines = dataSource.options.type === 'mysql' ? await fromMysql(dataSource) : await fromSqlite(dataSource);
  return lines.filter((line) => !line.startsWith('migrations.')).sort();
}

async function fromMysql(dataSource: DataSource): Promise<string[]> {
  const constraints: { t: string; n: string }[] = await dataSource.query(
    `SELECT table_name AS t, constraint_name AS n FROM information_schema.table_constraints
     WHERE constraint_schema = DATABASE() AND constraint_type <> 'PRIMARY KEY'`,
  );
  const checks: { t: string; n: string }[] = await dataSource.query(
    'SELECT table_name AS t, constraint_name AS n FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()',
  );
  const columns: { t: string; c: string; n: string }[] = await dataSource.query(
    'SELECT table_name AS t, column_name AS c, is_nullable AS n FROM information_schema.columns WHERE table_schema = DATABASE()',
  );
  return [
    ...new Set([...constraints, ...checks].map(({ t, n }) => `${t}.${n}`)),
    ...columns.map(({ t, c, n }) => `${t}.${c}: ${n === 'YES' ? 'null' : 'not null'}`),
  ];
}

async function fromSqlite(dataSource: DataSource): Promise<string[]> {
  const tables: { name: string; sql: string }[] = await dataSource.query(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const lines: string[] = [];
  for (const { name, sql } of tables) {
    const named = [...sql.matchAll(/CONSTRAINT [`"](\w+)[`"] (CHECK|UNIQUE|FOREIGN)/g)];
    lines.push(...named.map((match) => `${name}.${match[1]}`));
    const columns: { name: string; notnull: number }[] = await dataSource.query(`PRAGMA table_info(${name})`);
    lines.push(...columns.map((column) => `${name}.${column.name}: ${column.notnull ? 'not null' : 'null'}`));
  }
  return lines;
}
