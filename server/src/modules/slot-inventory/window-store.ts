import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { insertRows, selectRows } from '../../platform/database/rows';
import type { Transactions } from '../../platform/database/transactions';
import { type Decision, decideHolds, type WindowCount } from './decide-holds';
import { SlotHold, SlotHoldLine } from './slot-hold.entity';
import type { HoldLine, HoldOutcome, HoldRequest } from './slot-inventory.port';
import { SlotWindowRow } from './slot-window.entity';
import type { WindowChanges } from './window-changes.port';

/** What was decided, and the windows as they are now. */
export interface Decided {
  readonly outcomes: readonly HoldOutcome[];
  readonly locked: ReadonlyMap<string, SlotWindowRow>;
}

/**
 * The one place where units of a window change hands. Everything that takes or gives back locks its windows here first,
 * ascending, so that no two callers wait for each other. Each database has a body of its own for the lock alone.
 */
export abstract class WindowStore {
  /** By the transaction’s own manager; gone with it. */
  private readonly locked = new WeakMap<object, Map<string, SlotWindowRow>>();

  constructor(
    protected readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly changes: WindowChanges,
  ) {}

  /** The windows as they are now, nobody else's to change until the open transaction ends. Ids unknown are absent. */
  async lock(ids: readonly string[]): Promise<ReadonlyMap<string, SlotWindowRow>> {
    if (!this.transactions.isOpen) throw new Error('windows are locked inside a transaction');
    const ours = this.lockedHere();
    const sorted = [...new Set(ids)].sort();
    for (const row of await this.lockAscending(sorted.filter((id) => !ours.has(id)))) ours.set(row.id, row);
    return new Map(sorted.flatMap((id) => entryOf(ours, id)));
  }

  /** What this transaction has locked is nobody else’s to change, so it is not read again. */
  private lockedHere(): Map<string, SlotWindowRow> {
    const { manager } = this.transactions;
    const rows = this.locked.get(manager) ?? new Map<string, SlotWindowRow>();
    this.locked.set(manager, rows);
    return rows;
  }

  protected abstract lockAscending(ids: readonly string[]): Promise<readonly SlotWindowRow[]>;

  /**
   * Decides an ordered batch inside the open transaction, each request after those before it, and writes what was
   * granted. The answer may be told once the transaction has committed.
   */
  async decide(requests: readonly HoldRequest[]): Promise<Decided> {
    const locked = await this.lock(requests.flatMap(({ lines }) => lines.map(({ windowId }) => windowId)));
    const resting = requests.some(({ fromResting }) => fromResting) ? await this.restingIn([...locked.keys()]) : [];
    const counts = new Map([...locked.values()].map((row) => [row.id, countOf(row, resting)]));
    const decision = decideHolds(counts, requests, this.clock.now(), randomUUID);
    await this.writeHolds(decision);
    for (const row of locked.values()) await this.writeCount(row, counts.get(row.id));
    await this.useUpRests(decision, resting);
    return { outcomes: decision.outcomes, locked };
  }

  /** Gives units back to windows that are locked; `rests` become holds of nobody instead and stay taken. */
  async giveBack(
    locked: ReadonlyMap<string, SlotWindowRow>,
    lines: readonly Pick<SlotHoldLine, 'windowId' | 'units'>[],
    { byStaff }: { readonly byStaff: boolean },
  ): Promise<void> {
    for (const { windowId, units } of lines) {
      const row = locked.get(windowId);
      if (!row) throw new Error('a line of a hold names a window that was not locked');
      await this.writeCount(row, {
        taken: row.taken - units,
        staffTaken: row.staffTaken - (byStaff ? units : 0),
      });
    }
  }

  /** Each line becomes a hold of nobody, so that it can be used or end by itself. */
  async rest(lines: readonly Pick<SlotHoldLine, 'windowId' | 'units'>[], until: Date): Promise<void> {
    const { manager } = this.transactions;
    const rests = lines.map(({ windowId, units }) => ({ holdId: randomUUID(), windowId, units }));
    await manager.insert(
      SlotHold,
      rests.map(({ holdId }) => ({ id: holdId, holder: null, lapsesAt: until, byStaff: 0 })),
    );
    await manager.insert(SlotHoldLine, rests);
  }

  /** The same hold with other lines, whose units are counted already; under a new id, so that nobody reads its old lines. */
  async rewrite({ id: before, ...hold }: SlotHold, lines: readonly HoldLine[]): Promise<string> {
    const id = randomUUID();
    await this.forget(before);
    await this.transactions.manager.insert(SlotHold, { id, ...hold });
    await this.transactions.manager.insert(
      SlotHoldLine,
      lines.map(({ windowId, units }) => ({ holdId: id, windowId, units })),
    );
    return id;
  }

  /** Ends a hold and its lines. */
  async forget(holdId: string): Promise<void> {
    await this.transactions.manager.delete(SlotHoldLine, { holdId });
    await this.transactions.manager.delete(SlotHold, { id: holdId });
  }

  private async writeHolds({ grants }: Decision): Promise<void> {
    if (grants.length === 0) return;
    const { manager } = this.transactions;
    const holds = grants.map(({ holdId, request: { holder, until, byStaff } }) => ({
      id: holdId,
      holder,
      lapsesAt: until ?? null,
      byStaff: byStaff ? 1 : 0,
    }));
    await insertRows(manager, SlotHold, holds);
    const lines = grants.flatMap(({ holdId, request }) => request.lines.map((line) => ({ holdId, ...line })));
    await insertRows(manager, SlotHoldLine, lines);
  }

  /** @throws Error when the row is not as it was locked: somebody wrote past this store. */
  private async writeCount(
    row: SlotWindowRow,
    count: Pick<SlotWindowRow, 'taken' | 'staffTaken'> | undefined,
  ): Promise<void> {
    if (!count || (count.taken === row.taken && count.staffTaken === row.staffTaken)) return;
    const { taken, staffTaken } = count;
    const change = { taken, staffTaken, version: row.version + 1 };
    const as = { id: row.id, version: row.version };
    const { affected } = await this.transactions.manager.update(SlotWindowRow, as, change);
    if (affected !== 1) throw new Error('a window changed although it was locked');
    Object.assign(row, change);
    this.changes.changed([row]);
  }

  /** What rests in these windows, what lapses first first. The windows are locked. */
  private restingIn(windowIds: readonly string[]): Promise<SlotHoldLine[]> {
    const { manager } = this.transactions;
    const { lock } = forUpdate(manager);
    const query = manager
      .createQueryBuilder(SlotHoldLine, 'line')
      .innerJoinAndSelect('line.hold', 'hold')
      .where('line.windowId IN (:...windowIds) AND hold.holder IS NULL', { windowIds })
      .orderBy('hold.lapsesAt')
      .addOrderBy('hold.id');
    return (lock ? query.setLock('pessimistic_write') : query).getMany();
  }

  private async useUpRests({ grants }: Decision, resting: readonly SlotHoldLine[]): Promise<void> {
    const wanted = new Map<string, number>();
    for (const [windowId, units] of grants.flatMap(({ fromResting }) => [...fromResting])) {
      wanted.set(windowId, (wanted.get(windowId) ?? 0) + units);
    }
    for (const { holdId, windowId, units } of resting) {
      const used = Math.min(units, wanted.get(windowId) ?? 0);
      if (used === 0) continue;
      wanted.set(windowId, (wanted.get(windowId) ?? 0) - used);
      if (used === units) await this.forget(holdId);
      else await this.transactions.manager.update(SlotHoldLine, { holdId, windowId }, { units: units - used });
    }
  }
}

function entryOf<Value>(map: ReadonlyMap<string, Value>, id: string): readonly (readonly [string, Value])[] {
  const value = map.get(id);
  return value === undefined ? [] : [[id, value]];
}

function countOf(row: SlotWindowRow, resting: readonly SlotHoldLine[]): WindowCount {
  const { id, capacity, heldBack, taken, staffTaken, opensAt, closesAt } = row;
  const rests = resting.filter(({ windowId }) => windowId === id).reduce((sum, { units }) => sum + units, 0);
  return { id, capacity, heldBack, taken, staffTaken, resting: rests, opensAt, closesAt, closed: row.closed === 1 };
}

/** Row locks, one window after the other: a list in one statement would be locked in whatever order it is scanned. */
export class MysqlWindowStore extends WindowStore {
  protected override async lockAscending(ids: readonly string[]): Promise<readonly SlotWindowRow[]> {
    const { manager } = this.transactions;
    const rows: SlotWindowRow[] = [];
    for (const id of ids) {
      rows.push(...(await selectRows(manager, SlotWindowRow, 'WHERE id = ? FOR UPDATE', [id])));
    }
    return rows;
  }
}

/** The embedded database has one writer at a time: since BEGIN IMMEDIATE everything is locked already. */
export class EmbeddedWindowStore extends WindowStore {
  protected override async lockAscending(ids: readonly string[]): Promise<readonly SlotWindowRow[]> {
    const rows: SlotWindowRow[] = [];
    for (const id of ids) {
      rows.push(...(await selectRows(this.transactions.manager, SlotWindowRow, 'WHERE id = ?', [id])));
    }
    return rows;
  }
}
