import { RULES_RELEASE } from '@jinmen/shared/catalogue';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardProblems } from '@jinmen/shared/standards/standard-problems';
import { standardRows } from '@jinmen/shared/standards/standards';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { nameOf, sameRow } from './standard-row.mapper';
import { type RowChange, StandardsRepository, type StoredRow } from './standards.repository';

/**
 * Brings the figures that ship with the release into the table at every start. A row an operator set stays theirs;
 * all others follow the release, so that a corrected figure reaches a running city. Doing it twice changes nothing.
 */
@Injectable()
export class ReleaseStandards implements OnApplicationBootstrap {
  private readonly logger = new Logger('ReleaseStandards');

  constructor(
    private readonly transactions: Transactions,
    private readonly repository: StandardsRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.repository.ensureVersion();
    await this.transactions.run(() => this.follow(standardRows));
  }

  /**
   * A key whose release rows contradict an operator's stays as it stands: each contradiction is logged as a warning, and
   * a person must decide. Refusing to start would take the whole city down for one figure.
   */
  async follow(release: readonly StandardRow[]): Promise<void> {
    const stored = await this.repository.listForChange();
    const operators = stored.filter(({ origin }) => origin === 'operator').map(({ row }) => row);
    const wanted = changesToward(release, stored);
    const contradicted = new Set(
      [...new Set(wanted.map(keyOf))].filter((key) => this.contradicts(key, operators, release)),
    );
    const changes = wanted.filter((change) => !contradicted.has(keyOf(change)));
    if (changes.length === 0) return;
    await this.repository.write(changes, 'release', RULES_RELEASE);
    this.logger.log({ message: 'standards follow the release', changed: changes.length });
  }

  private contradicts(key: string, operators: readonly StandardRow[], release: readonly StandardRow[]): boolean {
    const taken = new Set(operators.map(nameOf));
    const rows = [...operators, ...release.filter((row) => !taken.has(nameOf(row)))].filter((row) => row.key === key);
    const problems = standardProblems(rows);
    for (const { at, message } of problems) this.logger.warn({ standard: key, at, message });
    return problems.length > 0;
  }
}

function keyOf({ before, after }: RowChange): string {
  return (after ?? before?.row)?.key ?? '';
}

/** What to write so that every row no operator holds equals the release's. */
export function changesToward(release: readonly StandardRow[], stored: readonly StoredRow[]): RowChange[] {
  const byName = new Map(stored.map((entry) => [nameOf(entry.row), entry]));
  const wanted = new Set(release.map(nameOf));
  const upserts = release.flatMap((row): RowChange[] => {
    const before = byName.get(nameOf(row));
    if (before === undefined) return [{ after: row, origin: 'release' }];
    if (before.origin === 'operator' || sameRow(before.row, row)) return [];
    return [{ before, after: row, origin: 'release' }];
  });
  const gone = stored.filter(({ origin, row }) => origin === 'release' && !wanted.has(nameOf(row)));
  return [...gone.map((before): RowChange => ({ before, origin: 'release' })), ...upserts];
}
