import type { QueryRunner } from 'typeorm';

type Value = string | number | Buffer;
export type MadeRow = Readonly<Record<string, Value>>;

interface ColumnType {
  readonly name: string;
  /** `varchar(36)`, `datetime(3)`, `longblob` */
  readonly type: string;
}

/**
 * Rows of any table, each of which says something else in every column than the others do. They heed no CHECK and no
 * FOREIGN KEY: what refuses one is the primary key or a UNIQUE.
 */
export class MadeRows {
  private made = 0;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly table: string,
    private readonly columns: readonly ColumnType[],
  ) {}

  /** The table is empty then. From now on this connection heeds no CHECK and no FOREIGN KEY. */
  static async of(table: string, runner: QueryRunner): Promise<MadeRows> {
    const isMysql = runner.dataSource.options.type === 'mysql';
    const unheeded = isMysql
      ? ['SET SESSION foreign_key_checks = 0, check_constraint_checks = 0']
      : ['PRAGMA foreign_keys = OFF', 'PRAGMA ignore_check_constraints = ON'];
    for (const sql of [...unheeded, `DELETE FROM ${table}`]) await runner.query(sql);
    const columns: readonly ColumnType[] = isMysql
      ? await runner.query(
          `SELECT column_name AS name, column_type AS type FROM information_schema.columns
           WHERE table_schema = DATABASE() AND table_name = ?`,
          [table],
        )
      : await runner.query(`SELECT name, type FROM pragma_table_info('${table}')`);
    return new MadeRows(runner, table, columns);
  }

  next(): MadeRow {
    this.made += 1;
    return Object.fromEntries(this.columns.map(({ name, type }) => [name, madeValue(type, this.made)]));
  }

  async insert(row: MadeRow): Promise<void> {
    const names = Object.keys(row);
    const places = names.map(() => '?').join(', ');
    const columns = names.map((name) => `\`${name}\``).join(', ');
    await this.runner.query(`INSERT INTO ${this.table} (${columns}) VALUES (${places})`, Object.values(row));
  }
}

/** @throws Error on a type no table of ours has. */
function madeValue(type: string, nth: number): Value {
  const [, kind = '', size = '64'] = /^(\w+)(?:\((\d+)\))?/.exec(type.toLowerCase()) ?? [];
  const short = String(nth).padStart(Math.min(Number(size), 4), '0');
  if (/^(int|integer)$/.test(kind)) return nth;
  if (kind === 'varchar') return short;
  if (kind === 'datetime') return `2026-01-01 00:00:${short.slice(-2)}.000`;
  if (/text$/.test(kind)) return JSON.stringify(short);
  if (/^(long)?blob$|^varbinary$/.test(kind)) return Buffer.from(short);
  throw new Error(`no value was thought of for a column of ${type}`);
}
