import type { StandardRow } from '@jinmen/shared/standards/standard';
import { Injectable } from '@nestjs/common';
import { DataVersions } from '../../platform/database/data-versions';
import { Transactions } from '../../platform/database/transactions';
import { StandardRecords } from './standard-records';
import { StandardRowEntity } from './standard-row.entity';
import { toEntity, toStandardRow } from './standard-row.mapper';

const DATA = 'standards';

export interface StoredRow {
  readonly id: string;
  readonly origin: StandardRowEntity['origin'];
  readonly row: StandardRow;
}

/** One row's way from `before` to `after`; an absent side means it was not there. */
export interface RowChange {
  readonly before?: StoredRow;
  readonly after?: StandardRow;
  readonly origin: StandardRowEntity['origin'];
}

/** All SQL about standards. */
@Injectable()
export class StandardsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: DataVersions,
    private readonly records: StandardRecords,
  ) {}

  version(): Promise<number> {
    return this.versions.current(DATA);
  }

  ensureVersion(): Promise<void> {
    return this.versions.ensure(DATA);
  }

  /** Ordered by key, then first day. */
  async list(): Promise<StoredRow[]> {
    const order = { key: 'ASC', fromDay: 'ASC' } as const;
    const entities = await this.transactions.manager.find(StandardRowEntity, { order });
    return entities.map((entity) => ({ id: entity.id, origin: entity.origin, row: toStandardRow(entity) }));
  }

  /** As `list`, and nobody else changes the table until the open transaction ends. */
  async listForChange(): Promise<StoredRow[]> {
    await this.versions.lock(DATA);
    return this.list();
  }

  /** Writes the changes and the record of each; every process shows them from its next request on. */
  async write(changes: readonly RowChange[], by: string, why: string): Promise<number> {
    const { manager } = this.transactions;
    for (const change of changes) {
      const { before, after, origin } = change;
      if (after) await manager.save(StandardRowEntity, toEntity(after, origin, before?.id));
      else if (before) await manager.delete(StandardRowEntity, { id: before.id });
    }
    const recorded = changes.filter(({ before, origin }) => before !== undefined || origin === 'operator');
    await this.records.add(
      recorded.map(({ before, after, origin }) => ({ before: before?.row, after, origin })),
      by,
      why,
    );
    return this.versions.bump(DATA);
  }
}
