import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import type { NewWindow } from './slot-inventory.port';
import { SlotPool, SlotWindowRow } from './slot-window.entity';
import type { ChangedWindow } from './window-changes.port';

/** Rows a statement; SQLite takes at most 32766 parameters. */
const ROWS_AT_ONCE = 500;

/** Which windows stand where the asked ones would. */
export interface Standing {
  idOf(window: NewWindow): string | undefined;
}

/** Makes windows, and pools with their first one. */
@Injectable()
export class WindowOpening {
  constructor(private readonly transactions: Transactions) {}

  async standing(windows: readonly NewWindow[]): Promise<Standing> {
    const pools = await this.pools(windows);
    const days = [...new Set(windows.map(({ day }) => day))];
    const poolIds = [...new Set(windows.map(({ pool }) => pools.get(poolKey(pool)) ?? ''))];
    const rows = await this.transactions.manager.find(SlotWindowRow, {
      select: { id: true, poolId: true, startsAt: true },
      where: { day: In(days), poolId: In(poolIds) },
    });
    const ids = new Map(rows.map(({ id, poolId, startsAt }) => [startKey(poolId, startsAt), id]));
    return { idOf: ({ pool, startsAt }) => ids.get(startKey(pools.get(poolKey(pool)) ?? '', startsAt)) };
  }

  /**
   * Inserts what is not there; whoever opens the same at the same moment loses nothing. Returns all that stand now, and
   * those this call made.
   * @throws Error when one is not there afterwards: it breaks a rule of the table.
   */
  async open(windows: readonly NewWindow[]): Promise<Standing & { readonly made: readonly ChangedWindow[] }> {
    const pools = await this.openPools(windows);
    const before = await this.standing(windows);
    const missing = new Map(
      windows
        .filter((window) => !before.idOf(window))
        .map((window) => newRow(pools.get(poolKey(window.pool)) ?? '', window))
        .map((row) => [startKey(row.poolId, row.startsAt), row]),
    );
    await this.insertAbsent(SlotWindowRow, [...missing.values()]);
    const after = await this.standing(windows);
    if (!windows.every(after.idOf)) throw new Error('a window could not be opened: its times or units contradict');
    const there = new Set(windows.map(after.idOf));
    return { idOf: after.idOf, made: [...missing.values()].filter(({ id }) => there.has(id)) };
  }

  private async openPools(windows: readonly NewWindow[]): Promise<ReadonlyMap<string, string>> {
    const known = await this.pools(windows);
    const absent = new Map(
      windows.flatMap(({ pool }) => (known.has(poolKey(pool)) ? [] : [[poolKey(pool), pool] as const])),
    );
    if (absent.size === 0) return known;
    await this.insertAbsent(
      SlotPool,
      [...absent.values()].map((pool) => ({ id: randomUUID(), ...pool })),
    );
    return this.pools(windows);
  }

  /** The ids of the pools these windows name, by their words. */
  private async pools(windows: readonly NewWindow[]) {
    const services = [...new Set(windows.map(({ pool }) => pool.service))];
    const rows = await this.transactions.manager.find(SlotPool, { where: { service: In(services) } });
    return new Map(rows.map((row) => [poolKey(row), row.id]));
  }

  private async insertAbsent(entity: typeof SlotPool | typeof SlotWindowRow, rows: readonly object[]): Promise<void> {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const values = rows.slice(at, at + ROWS_AT_ONCE);
      await this.transactions.manager.createQueryBuilder().insert().into(entity).values(values).orIgnore().execute();
    }
  }
}

function poolKey({ service, site, kind }: NewWindow['pool']): string {
  return JSON.stringify([service, site, kind]);
}

function startKey(poolId: string, startsAt: Date): string {
  return `${poolId} ${startsAt.getTime()}`;
}

function newRow(poolId: string, { pool: _, ...window }: NewWindow): SlotWindowRow {
  const fresh = { taken: 0, staffTaken: 0, closed: 0, why: null, version: 1 };
  return { id: randomUUID(), poolId, ...window, ...fresh };
}
