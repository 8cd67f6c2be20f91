import { programmes, vocabulary } from '@jinmen/shared/catalogue';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardProblems } from '@jinmen/shared/standards/standard-problems';
import { standardRows } from '@jinmen/shared/standards/standards';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { type ChangeFile, ChangeRefusedError, placeOf, readChangeFile } from './change-file';
import { NamedStandards } from './named-standards';
import { nameOf, sameRow } from './standard-row.mapper';
import { type RowChange, StandardsRepository, type StoredRow } from './standards.repository';

export interface AppliedChange {
  /** One readable line a row: what it was, what it is. */
  readonly lines: readonly string[];
  readonly version: number;
}

const named = new NamedStandards(programmes, vocabulary);
const shipped = new Set(standardRows.map(({ key }) => key));

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
    const useless = [...repeated(file, fileName), ...unread(file, fileName)];
    if (useless.length > 0) throw new ChangeRefusedError(useless);
    const replaced = new Set(file.rows.map(nameOf));
    const kept = stored.filter(({ row }) => !replaced.has(nameOf(row))).map(({ row }) => row);
    const merged = [...kept, ...file.rows];
    const problems = standardProblems(merged);
    if (problems.length > 0) {
      const places = merged.map((row, index) => placeIn(fileName, row, index - kept.length));
      throw new ChangeRefusedError(problems.map((problem) => lineOf(problem, places)));
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

/** A mistyped key would be kept and never read; a wrong unit would be read as another sum. */
function unread(file: ChangeFile, fileName: string): string[] {
  return file.rows.flatMap((row, index) => {
    const known = named.has(row.key) || shipped.has(row.key);
    const why = known
      ? named.unitProblems(row)
      : ['"key" is no standard that a rule or a figure of this release names'];
    return why.map((reason) => `${placeOf(fileName, index, row)}: ${reason}`);
  });
}

/** Of the merged table the file's rows are known by their place, those that stand already by what they are. */
function placeIn(fileName: string, row: StandardRow, indexInFile: number): string {
  return indexInFile < 0 ? `the standing row ${nameOf(row)}` : placeOf(fileName, indexInFile, row);
}

/** `rows[12].to` says where in the merged table, which nobody but us has ever seen. */
function lineOf({ at, message }: { at: string; message: string }, places: readonly string[]): string {
  const named = (text: string) => text.replace(/rows\[(\d+)\]/g, (all, index: string) => places[Number(index)] ?? all);
  const field = /\.([\w.]+)$/.exec(at)?.[1];
  return `${named(at.replace(/\.[\w.]+$/, ''))}: ${field ? `"${field}" ` : ''}${named(message)}`;
}

function describe({ before, after }: RowChange): string {
  if (!after) return '';
  const now = `${after.value} ${after.unit}${after.to ? ` to ${after.to}` : ''}`;
  if (!before) return `added ${nameOf(after)}: ${now}`;
  if (sameRow(before.row, after)) return `confirmed ${nameOf(after)}: ${now}`;
  return `replaced ${nameOf(after)}: ${before.row.value} ${before.row.unit} became ${now}`;
}
