import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import LibsqlDatabase from 'libsql';

/**
 * libsql with the face of better-sqlite3, as far as TypeORM looks at it. It exists because libsql itself throws on a
 * statement whose only parameter is null and aborts the whole process when it is a Buffer; given an array it does
 * neither. Asked of a closed file whether a transaction is open it aborts the process too. It also returns BLOBs as Buffers and begins every transaction as a writer, so that two writers wait for
 * each other at BEGIN and not in the middle.
 */
export class LibsqlDriver {
  private readonly database: LibsqlDatabase.Database;

  constructor(path: string, options?: { readonly timeout?: number }) {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    this.database = new LibsqlDatabase(path, { timeout: options?.timeout ?? 5000 });
    this.exec('PRAGMA secure_delete = ON'); // else what was deleted stays readable in the file until it is written over
  }

  prepare(sql: string): LibsqlStatement {
    return new LibsqlStatement(this.database.prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql));
  }

  /** Whether a transaction is open, by SQLite's own account; none is in a closed file. */
  get inTransaction(): boolean {
    return this.database.open && this.database.inTransaction;
  }

  exec(sql: string): this {
    this.database.exec(sql);
    return this;
  }

  pragma(sql: string, options?: { readonly simple?: boolean }): unknown {
    const statement = this.prepare(`PRAGMA ${sql}`);
    if (!statement.reader) {
      statement.run();
      return [];
    }
    const rows = statement.all();
    const first = rows[0];
    if (!options?.simple) return rows;
    return first && Object.values(first)[0];
  }

  close(): void {
    this.database.close();
  }
}

type Row = Record<string, unknown>;

export class LibsqlStatement {
  constructor(private readonly statement: LibsqlDatabase.Statement) {}

  /** Whether it returns rows. */
  get reader(): boolean {
    return this.statement.reader;
  }

  all(...parameters: readonly unknown[]): Row[] {
    return this.statement.all(bindable(parameters)).map((row) => buffersIn(row as Row));
  }

  get(...parameters: readonly unknown[]): Row | undefined {
    return this.all(...parameters)[0]; // libsql's own get() adds a column of its own to the row
  }

  run(...parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint } {
    return this.statement.run(bindable(parameters));
  }

  *iterate(...parameters: readonly unknown[]): Generator<Row> {
    for (const row of this.statement.iterate(bindable(parameters))) yield buffersIn(row as Row);
  }
}

/** SQLite has no booleans, no undefined and no instants; instants are stored as TypeORM writes them on SQLite. */
function bindable(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => {
    if (value === undefined) return null;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', '');
    return value;
  });
}

function buffersIn(row: Row): Row {
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof ArrayBuffer) row[column] = Buffer.from(value);
  }
  return row;
}
