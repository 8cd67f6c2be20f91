import { standardProblems } from '@jinmen/shared/standards/standard-problems';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { type ChangeFile, ChangeRefusedError, placeOf, readChangeFile } from './change-file';
import { nameOf, sameRow } from './standard-row.mapper';
import { type RowChange, StandardsRepository, type StoredRow } from './standards.repository';

export interface AppliedChange {
  /** One readable line a row: what it was, what it is. */
  readonly lines: readonly string[];
  readonly version: number;
}

/** An operator's change of figures, without a release. */
@Injectable()
export class StandardChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: StandardsRepository,
  ) {}

  /**
   * Applies all rows of the file or none. A row with the same key and first day is replaced, another is added; an open
   * earlier row ends where the new one begins. Who, when, why, before and after are recorded for each.
   * @throws ChangeRefusedError with a readable line for each reason.
   */
  async apply(text: string, fileName: string): Promise<AppliedChange> {
    const file = readChangeFile(text, fileName);
    await this.repository.ensureVersion();
    return this.transactions.run(() => this.applyRows(file, fileName));
  }

  private async applyRows(file: ChangeFile, fileName: string): Promise<AppliedChange> {
    const stored = await this.repository.listForChange();
    const twice = repeated(file, fileName);
    if (twice.length > 0) throw new ChangeRefusedError(twice);
    const replaced = new Set(file.rows.map(nameOf));
    const kept = stored.filter(({ row }) => !replaced.has(nameOf(row))).map(({ row }) => row);
    const problems = standardProblems([...kept, ...file.rows]);
    if (problems.length > 0) {
      throw new ChangeRefusedError(
        problems.map((problem) => `${whereIs(problem, file, fileName)}: ${problem.message}`),
      );
    }
    const changes = changesOf(file, stored);
    const version = await this.repository.write(changes, file.by, file.why);
    return { lines: changes.map(describe), version };
  }
}

function changesOf(file: ChangeFile, stored: readonly StoredRow[]): RowChange[] {
  const byName = new Map(stored.map((entry) => [nameOf(entry.row), entry]));
  return file.rows.map((after) => {
    const before = byName.get(nameOf(after));
    return { ...(before ? { before } : {}), after, origin: 'operator' };
  });
}

function repeated(file: ChangeFile, fileName: string): string[] {
  const names = file.rows.map(nameOf);
  return file.rows.flatMap((row, index) =>
    names.indexOf(nameOf(row)) < index
      ? [`${placeOf(fileName, index, row)}: the file already has a row from ${row.from}`]
      : [],
  );
}

/** A problem of the merged table belongs to the file's rows of that key; all of them are named when it is not clear which. */
function whereIs(problem: { key: string; at: string }, file: ChangeFile, fileName: string): string {
  const ofKey = file.rows.flatMap((row, index) => (row.key === problem.key ? [{ row, index }] : []));
  const exact = ofKey.filter(({ row }) => problem.at.includes(row.from));
  const named = exact.length > 0 ? exact : ofKey;
  const [only] = named;
  if (only === undefined) return `${fileName}, standard ${problem.key} (${problem.at})`;
  if (named.length === 1) return placeOf(fileName, only.index, only.row);
  return `${fileName}, rows ${named.map(({ index }) => index + 1).join(' and ')} (${problem.key})`;
}

function describe({ before, after }: RowChange): string {
  if (!after) return '';
  const now = `${after.value} ${after.unit}${after.to ? ` to ${after.to}` : ''}`;
  if (!before) return `added ${nameOf(after)}: ${now}`;
  if (sameRow(before.row, after)) return `confirmed ${nameOf(after)}: ${now}`;
  return `replaced ${nameOf(after)}: ${before.row.value} ${before.row.unit} became ${now}`;
}
