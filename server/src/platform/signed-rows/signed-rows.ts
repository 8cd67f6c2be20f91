import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { IntegrityChecks, type Looked } from '../integrity/integrity-checks';
import { UnsignedTime } from './unsigned-time';

/** Longer than two versions serve beside each other. */
const OPEN_AT_MOST_MS = 7 * 24 * 3_600_000;
/** Enough to see what happened. */
const MAX_PROBLEMS = 100;

/** A row as it stands, and what its feature says of it. */
export interface SignedRow {
  readonly id: string;
  /** What its own story says against it, whoever signed: such a row is never signed. */
  readonly broken: string | undefined;
  /** Why its signature is worth nothing; absent when it holds. */
  readonly unsigned: string | undefined;
  /** When it last changed, by what it says itself. */
  readonly changedAt: Date;
}

/** Rows of one feature that carry a signature. */
export interface SignedTable<Row extends SignedRow = SignedRow> {
  /** As the audit names such a thing: `booking`. */
  readonly name: string;
  /**
   * Some with ids above `after`, in the order of their ids; none at the end. Inside a transaction: where `lock`, nobody
   * changes them until it ends, else all of it is of one moment.
   */
  page(after: string, lock: boolean): Promise<readonly Row[]>;
  /** Signs the row as it stands, holding it. */
  sign(row: Row): Promise<void>;
}

export interface SignedNow {
  readonly name: string;
  readonly signed: number;
  /** What was not signed, because it contradicts itself. */
  readonly left: readonly string[];
}

/**
 * Finds what was changed in the database past the server. Rows of before there were signatures, and those a version
 * wrote that knows none, have none: they are let pass until somebody says that this is over (`signAll`).
 */
@Injectable()
export class SignedRows {
  private readonly tables: SignedTable[] = [];

  constructor(
    private readonly checks: IntegrityChecks,
    private readonly transactions: Transactions,
    private readonly time: UnsignedTime,
    private readonly clock: Clock,
  ) {}

  /** Call while the application is made; it is a check of `npm run integrity` from then on. */
  add<Row extends SignedRow>(table: SignedTable<Row>): void {
    this.tables.push({
      name: table.name,
      page: (after, lock) => table.page(after, lock),
      sign: (row) => table.sign(row as Row), // it is one of its own `page`
    });
    this.checks.add(`signed ${table.name}`, () => this.look(table));
  }

  /** Signs all that stands without a signature and does not contradict itself, table by table; serve on meanwhile. */
  async signAll(): Promise<readonly SignedNow[]> {
    const done: SignedNow[] = [];
    for (const table of this.tables) done.push(await this.signTable(table));
    return done;
  }

  private async look(table: SignedTable): Promise<Looked> {
    const over = await this.time.isOver(table.name);
    let rows = 0;
    let unsigned = 0;
    let oldestMs = Number.POSITIVE_INFINITY;
    const wrong: string[] = [];
    for await (const row of this.every(table)) {
      rows += 1;
      if (row.unsigned !== undefined) unsigned += 1;
      else oldestMs = Math.min(oldestMs, row.changedAt.getTime());
      const problem = row.broken ?? (over ? row.unsigned : undefined);
      if (problem !== undefined && wrong.length < MAX_PROBLEMS) wrong.push(`${table.name} ${row.id} ${problem}`);
    }
    if (!over && oldestMs < this.clock.now().getTime() - OPEN_AT_MOST_MS)
      wrong.push('rows without a signature are still let pass: npm run integrity -- --signed "who" "why"');
    const rest = over ? '' : `, and ${unsigned} without a signature let pass until --signed`;
    return { seen: `${rows - unsigned} of ${rows} signed${rest}`, wrong };
  }

  private async *every(table: SignedTable): AsyncGenerator<SignedRow> {
    let after = '';
    for (;;) {
      // or a row that just moved would seem to miss the step it was signed with
      const from = after;
      const rows = await this.transactions.atOneMoment(() => table.page(from, false));
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  private async signTable(table: SignedTable): Promise<SignedNow> {
    let signed = 0;
    const left: string[] = [];
    let after = '';
    for (;;) {
      const from = after;
      const rows = await this.transactions.run(() => this.signPage(table, from));
      const last = rows.at(-1);
      if (!last) return { name: table.name, signed, left };
      after = last.id;
      for (const { id, broken, unsigned } of rows) {
        if (broken !== undefined) left.push(`${table.name} ${id} ${broken}`);
        else if (unsigned !== undefined) signed += 1;
      }
    }
  }

  private async signPage(table: SignedTable, after: string): Promise<readonly SignedRow[]> {
    const rows = await table.page(after, true);
    for (const row of rows) if (row.unsigned !== undefined && row.broken === undefined) await table.sign(row);
    return rows;
  }
}
