import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.module';
import { isDenied, isDuplicate } from '../database/retryable';
import { Transactions } from '../database/transactions';
import { Jobs } from '../jobs/jobs';
import { DataKeys } from './data-keys';
import { SealBroken } from './envelope';
import { labelIn, type SealedColumn } from './sealed-column';
import { Sealing } from './sealing';

const EVERY_MS = 10 * 60_000;
/** Rows of one transaction: some hundredths of a second, so that nobody waits for it. */
const BATCH = 200;

export interface Resealed {
  readonly moved: number;
  /** Values no key in use opens; they stay as they are. */
  readonly broken: number;
  /** Values that stand filed under the current key already, in another row: somebody was recorded twice. They stay. */
  readonly twice: number;
  /** Columns of append-only tables with values to move, which this account may not: whoever owns the database can. */
  readonly owners: readonly string[];
}

type Moved = 'moved' | 'broken' | 'twice';
type Total = Record<Moved, number>;

interface SealedRow {
  readonly id: string;
  readonly sealed: Buffer;
}

/**
 * Moves what an older key sealed or filed to the current one, while the server works: a row that changes meanwhile is
 * left to whoever changed it, and was sealed under the current key by that. After it an old key may leave the file.
 */
@Injectable()
export class Resealer implements OnModuleInit {
  private readonly logger = new Logger('Resealer');

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly keys: DataKeys,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('reseal', EVERY_MS, () => this.whileRotating(), { alone: true });
  }

  /** Every sealed column of the schema, once. */
  async reseal(say: (line: string) => void = () => undefined): Promise<Resealed> {
    const total: Total = { moved: 0, broken: 0, twice: 0 };
    const owners: string[] = [];
    for (const column of this.database.sealedColumns) {
      const name = `${column.table}.${column.column}`;
      const done = await this.resealColumn(column, (rows) => say(`${rows} of ${name} are moved`));
      if (done === 'denied') {
        owners.push(name);
        continue;
      }
      const { moved, broken, twice } = done;
      total.moved += moved;
      total.broken += broken;
      total.twice += twice;
      if (broken + twice > 0) this.logger.error({ alarm: 'values that cannot be moved', sealed: name, broken, twice });
    }
    return { ...total, owners };
  }

  private async whileRotating(): Promise<void> {
    const rotating = [this.keys.ring('sealing'), this.keys.ring('index')].some(({ all }) => all.length > 1);
    if (rotating) this.logger.log({ reseal: 'done', ...(await this.reseal()) });
  }

  /** `denied` where the table is append-only and the account not its owner. */
  private async resealColumn(column: SealedColumn, say: (moved: number) => void): Promise<Total | 'denied'> {
    try {
      return await this.moveColumn(column, say);
    } catch (error) {
      if (this.database.isAppendOnly(column.table) && isDenied(error)) return 'denied';
      throw error;
    }
  }

  private async moveColumn(column: SealedColumn, say: (moved: number) => void): Promise<Total> {
    const total: Total = { moved: 0, broken: 0, twice: 0 };
    let after = '';
    for (;;) {
      const rows = await this.listDue(column, after);
      const last = rows.at(-1);
      if (!last) return total;
      after = last.id;
      // counted outside: a transaction that is tried again must not count twice
      for (const what of await this.transactions.run(() => this.moveAll(column, rows))) total[what] += 1;
      say(total.moved);
    }
  }

  /** By keyset, so that a row that cannot be moved is not met again. */
  private listDue({ table, column, id = 'id', index }: SealedColumn, after: string): Promise<SealedRow[]> {
    const sealingKey = Buffer.alloc(2);
    sealingKey.writeUInt16BE(this.keys.ring('sealing').current.id);
    const stale = index ? `(SUBSTR(${column}, 2, 2) <> ? OR ${index.keyId} <> ?)` : `SUBSTR(${column}, 2, 2) <> ?`;
    const indexKey = index ? [this.keys.ring('index').current.id] : [];
    return this.transactions.manager.query(
      `SELECT ${id} AS id, ${column} AS sealed FROM ${table}
       WHERE ${column} IS NOT NULL AND ${stale} AND ${id} > ? ORDER BY ${id} LIMIT ${BATCH}`,
      [sealingKey, ...indexKey, after],
    );
  }

  private async moveAll(column: SealedColumn, rows: readonly SealedRow[]): Promise<Moved[]> {
    const moved: Moved[] = [];
    for (const row of rows) moved.push(await this.move(column, row));
    return moved;
  }

  private async move(sealedColumn: SealedColumn, { id, sealed }: SealedRow): Promise<Moved> {
    const { table, column, id: idColumn = 'id', index } = sealedColumn;
    const label = labelIn(sealedColumn, id);
    const plain = this.openOrNot(() => this.sealing.open(label, sealed));
    if (plain === undefined) return 'broken';
    const filed = index ? this.sealing.index(index.purpose, plain) : undefined;
    const set = index ? `${column} = ?, ${index.keyId} = ?, ${index.digest} = ?` : `${column} = ?`;
    const values = [this.sealing.seal(label, plain), ...(filed ? [filed.keyId, filed.digest] : [])];
    try {
      await this.transactions.manager.query(`UPDATE ${table} SET ${set} WHERE ${idColumn} = ? AND ${column} = ?`, [
        ...values,
        id,
        sealed,
      ]);
      return 'moved';
    } catch (error) {
      if (isDuplicate(error)) return 'twice'; // the statement alone is undone, on both databases
      throw error;
    }
  }

  private openOrNot(open: () => string): string | undefined {
    try {
      return open();
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}
