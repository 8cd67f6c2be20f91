import type { QueryRunner } from 'typeorm';

/**
 * Column types that mean the same on both databases. Keys and codes compare byte by byte: MySQL's default collation
 * would take 'a' and 'A' for duplicates.
 * - `instant`: UTC with milliseconds; `day`: `YYYY-MM-DD`; `json`: text the database checks to be JSON.
 */
export type ColumnType = 'int' | 'instant' | 'day' | 'text' | 'json' | `string(${number})` | `binary(${number})`;

export interface Column {
  readonly type: ColumnType;
  readonly nullable?: true;
}

/** Every constraint is named by us: two schemas are compared by these names, and errors are read by them. */
export interface TableDefinition {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column | ColumnType>>;
  readonly primaryKey: readonly string[];
  readonly uniques?: Readonly<Record<string, readonly string[]>>;
  /** SQL that both databases understand. */
  readonly checks?: Readonly<Record<string, string>>;
  readonly foreignKeys?: Readonly<
    Record<
      string,
      { readonly columns: readonly string[]; readonly table: string; readonly references: readonly string[] }
    >
  >;
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Creates the table with all its constraints in one statement, because MySQL silently drops the checks TypeORM's own
 * table API is given and SQLite cannot add a check later.
 */
export async function createTable(queryRunner: QueryRunner, table: TableDefinition): Promise<void> {
  const mysql = isMysql(queryRunner);
  const options = mysql ? ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin' : '';
  const parts = [...columnsOf(table, mysql), ...constraintsOf(table)].map((part) => `  ${part}`).join(',\n');
  await queryRunner.query(`CREATE TABLE ${quote(table.name)} (\n${parts}\n)${options}`);
  for (const [name, columns] of Object.entries(table.indexes ?? {})) {
    await queryRunner.query(`CREATE INDEX ${quote(name)} ON ${quote(table.name)} (${list(columns)})`);
  }
}

/** Whether the runner speaks to MySQL (or MariaDB); else it is the embedded database. */
export function isMysql(queryRunner: QueryRunner): boolean {
  return queryRunner.dataSource.options.type === 'mysql';
}

function columnsOf(table: TableDefinition, mysql: boolean): string[] {
  return Object.entries(table.columns).map(([name, given]) => {
    const column: Column = typeof given === 'string' ? { type: given } : given;
    return `${quote(name)} ${sqlType(column.type, mysql)} ${column.nullable ? 'NULL' : 'NOT NULL'}`;
  });
}

function constraintsOf(table: TableDefinition): string[] {
  const json = Object.entries(table.columns)
    .filter(([, column]) => (typeof column === 'string' ? column : column.type) === 'json')
    .map(([name]) => [`ck_${table.name}_${name}_json`, `json_valid(${quote(name)})`] as const);
  const checks = [...Object.entries(table.checks ?? {}), ...json];
  return [
    `CONSTRAINT ${quote(`pk_${table.name}`)} PRIMARY KEY (${list(table.primaryKey)})`,
    ...Object.entries(table.uniques ?? {}).map(
      ([name, columns]) => `CONSTRAINT ${quote(name)} UNIQUE (${list(columns)})`,
    ),
    ...Object.entries(table.foreignKeys ?? {}).map(
      ([name, key]) =>
        `CONSTRAINT ${quote(name)} FOREIGN KEY (${list(key.columns)}) REFERENCES ${quote(key.table)} (${list(key.references)})`,
    ),
    ...checks.map(([name, sql]) => `CONSTRAINT ${quote(name)} CHECK (${sql})`),
  ];
}

function sqlType(type: ColumnType, mysql: boolean): string {
  const [, kind, size] = /^(\w+)(?:\((\d+)\))?$/.exec(type) ?? [];
  if (kind === 'string') return `varchar(${size})`;
  if (kind === 'binary') return mysql ? `varbinary(${size})` : 'blob';
  if (kind === 'day') return 'varchar(10)';
  if (kind === 'instant') return mysql ? 'datetime(3)' : 'datetime';
  if (kind === 'int') return mysql ? 'int' : 'integer';
  return mysql ? 'longtext' : 'text';
}

/** Backticks are understood by both. */
function quote(name: string): string {
  return `\`${name}\``;
}

function list(columns: readonly string[]): string {
  return columns.map(quote).join(', ');
}
