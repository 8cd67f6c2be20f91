import type { QueryRunner } from 'typeorm';

/**
 * Column types that mean the same on both databases. Keys and codes compare byte by byte: MySQL's default collation
 * would take 'a' and 'A' for duplicates.
 * - `instant`: UTC with milliseconds; `day`: `YYYY-MM-DD`; `json`: text the database checks to be JSON.
 * - `bytes`: as many as there are, for what is sealed; an entity calls it `blob`.
 */
export type ColumnType =
  | 'int'
  | 'instant'
  | 'day'
  | 'text'
  | 'json'
  | 'bytes'
  | `string(${number})`
  | `binary(${number})`;

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
  const dialect = isMysql(queryRunner) ? mysql : sqlite;
  const { quote } = dialect;
  const parts = [...columnsOf(table, dialect), ...constraintsOf(table, dialect)].map((part) => `  ${part}`).join(',\n');
  // no line break before the last bracket: TypeORM would not find the last CHECK when it reads the table back
  await queryRunner.query(`CREATE TABLE ${quote(table.name)} (\n${parts})${dialect.tableOptions}`);
  for (const [name, columns] of Object.entries(table.indexes ?? {})) {
    await queryRunner.query(`CREATE INDEX ${quote(name)} ON ${quote(table.name)} (${list(columns, dialect)})`);
  }
}

/** Whether the runner speaks to MySQL (or MariaDB); else it is the embedded database. */
export function isMysql(queryRunner: QueryRunner): boolean {
  return queryRunner.dataSource.options.type === 'mysql';
}

interface Dialect {
  readonly tableOptions: string;
  readonly types: Readonly<Record<string, (size: string) => string>>;
  quote(name: string): string;
}

const mysql: Dialect = {
  tableOptions: ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
  types: {
    int: () => 'int',
    instant: () => 'datetime(3)',
    day: () => 'varchar(10)',
    text: () => 'longtext',
    json: () => 'longtext',
    bytes: () => 'longblob',
    string: (size) => `varchar(${size})`,
    binary: (size) => `varbinary(${size})`,
  },
  quote: (name) => `\`${name}\``,
};

/** Double quotes, because TypeORM reads constraint names back from the table's text by them. */
const sqlite: Dialect = {
  tableOptions: '',
  types: {
    int: () => 'integer',
    instant: () => 'datetime(3)',
    day: () => 'varchar(10)',
    text: () => 'text',
    json: () => 'text',
    bytes: () => 'blob',
    string: (size) => `varchar(${size})`,
    binary: () => 'blob',
  },
  quote: (name) => `"${name}"`,
};

function columnsOf(table: TableDefinition, dialect: Dialect): string[] {
  return Object.entries(table.columns).map(([name, given]) => {
    const column: Column = typeof given === 'string' ? { type: given } : given;
    const [, kind = '', size = ''] = /^(\w+)(?:\((\d+)\))?$/.exec(column.type) ?? [];
    const type = dialect.types[kind];
    if (type === undefined) throw new TypeError(`${table.name}.${name}: unknown column type ${column.type}`);
    return `${dialect.quote(name)} ${type(size)} ${column.nullable ? 'NULL' : 'NOT NULL'}`;
  });
}

function constraintsOf(table: TableDefinition, dialect: Dialect): string[] {
  const { quote } = dialect;
  const json = Object.entries(table.columns)
    .filter(([, column]) => (typeof column === 'string' ? column : column.type) === 'json')
    .map(([name]) => [`ck_${table.name}_${name}_json`, `json_valid(${quote(name)})`] as const);
  const checks = [...Object.entries(table.checks ?? {}), ...json];
  return [
    `CONSTRAINT ${quote(`pk_${table.name}`)} PRIMARY KEY (${list(table.primaryKey, dialect)})`,
    ...Object.entries(table.uniques ?? {}).map(
      ([name, columns]) => `CONSTRAINT ${quote(name)} UNIQUE (${list(columns, dialect)})`,
    ),
    ...Object.entries(table.foreignKeys ?? {}).map(
      ([name, key]) =>
        `CONSTRAINT ${quote(name)} FOREIGN KEY (${list(key.columns, dialect)}) ` +
        `REFERENCES ${quote(key.table)} (${list(key.references, dialect)})`,
    ),
    ...checks.map(([name, sql]) => `CONSTRAINT ${quote(name)} CHECK (${sql})`),
  ];
}

function list(columns: readonly string[], dialect: Dialect): string {
  return columns.map(dialect.quote).join(', ');
}
