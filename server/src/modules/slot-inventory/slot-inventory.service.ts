import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { SlotHold, SlotHoldLine } from './slot-hold.entity';
import {
  type HeldAll,
  type HoldLine,
  type HoldOutcome,
  type HoldRequest,
  type Release,
  SlotInventory,
  type SlotWindow,
  type WindowQuery,
  type WindowTally,
} from './slot-inventory.port';
import { slotWindowOf } from './slot-window';
import { SlotWindowRow } from './slot-window.entity';
import { WindowPools } from './window-pools';
import { WindowStore } from './window-store';
import { WindowTallies } from './window-tallies';

/** Most that is woken in one transaction. */
const WAKE_AT_ONCE = 200;

/** A hold whose windows are locked. */
interface LockedHold {
  readonly hold: SlotHold;
  readonly lines: readonly SlotHoldLine[];
  readonly windows: ReadonlyMap<string, SlotWindowRow>;
}

@Injectable()
export class SlotInventoryService extends SlotInventory {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: WindowStore,
    private readonly pools: WindowPools,
    private readonly counts: WindowTallies,
    private readonly clock: Clock,
  ) {
    super();
  }

  async hold(request: HoldRequest): Promise<HoldOutcome> {
    const { outcomes } = await this.store.decide([request]);
    const [outcome] = outcomes;
    if (!outcome) throw new Error('a batch of one was answered with none');
    return outcome;
  }

  async holdAll(requests: readonly HoldRequest[]): Promise<HeldAll> {
    const { outcomes, locked } = await this.store.decide(requests);
    return { outcomes, windows: await this.pools.withTheirs(locked) };
  }

  async lock(windowIds: readonly string[]): Promise<ReadonlyMap<string, SlotWindow>> {
    return this.pools.withTheirs(await this.store.lock(windowIds));
  }

  async confirm(holdId: string): Promise<boolean> {
    const found = await this.lockRunning(holdId);
    if (!found || [...found.windows.values()].some(({ closed }) => closed === 1)) return false;
    await this.transactions.manager.update(SlotHold, { id: holdId }, { lapsesAt: null });
    return true;
  }

  async extend(holdId: string, until: Date): Promise<boolean> {
    const found = await this.lockRunning(holdId);
    if (!found) return false;
    await this.transactions.manager.update(SlotHold, { id: holdId }, { lapsesAt: until });
    return true;
  }

  async linesOf(holdId: string): Promise<readonly HoldLine[]> {
    const lines = await this.linesIn(holdId);
    return lines.map(({ windowId, units }) => ({ windowId, units }));
  }

  async exchange(holdId: string, lines: readonly HoldLine[]): Promise<HoldOutcome> {
    const before = await this.linesOf(holdId);
    await this.store.lock([...before, ...lines].map(({ windowId }) => windowId));
    const found = await this.lockRunning(holdId);
    if (!found) return { kind: 'over', windowId: lines[0]?.windowId ?? '' };
    const { holder, lapsesAt, byStaff } = found.hold;
    const request = {
      ...{ holder: holder ?? '', lines: beyond(lines, before) },
      ...(lapsesAt && { until: lapsesAt }),
      ...(byStaff === 1 && { byStaff: true as const }),
    };
    if (request.lines.length > 0) {
      const outcome = await this.hold(request);
      if (outcome.kind !== 'held') return outcome;
      await this.store.forget(outcome.holdId);
    }
    const id = await this.store.rewrite(found.hold, lines);
    await this.store.giveBack(found.windows, beyond(before, lines), { byStaff: byStaff === 1 });
    return { kind: 'held', holdId: id };
  }

  async release(holdId: string, { restUntil }: Release = {}): Promise<boolean> {
    const found = await this.lockHold(holdId);
    if (!found?.hold.holder) return false;
    const { hold, lines, windows } = found;
    const byStaff = hold.byStaff === 1;
    await this.store.forget(holdId);
    // what staff gave out was never open to everybody, so there is nothing to guess
    if (restUntil && !byStaff && restUntil > this.clock.now()) await this.store.rest(lines, restUntil);
    else await this.store.giveBack(windows, lines, { byStaff });
    return true;
  }

  async findWindow(id: string): Promise<SlotWindow | undefined> {
    // not findOne, which asks twice where there are relations
    const [row] = await this.transactions.manager.find(SlotWindowRow, { where: { id }, relations: { pool: true } });
    return row ? slotWindowOf(row) : undefined;
  }

  async windows({ service, kind, sites, from, to }: WindowQuery): Promise<readonly SlotWindow[]> {
    const rows = await this.transactions.manager.find(SlotWindowRow, {
      where: {
        day: Between(from, to),
        pool: { service, ...(kind !== undefined && { kind }), ...(sites && { site: In([...sites]) }) },
      },
      relations: { pool: true },
      order: { pool: { site: 'ASC', kind: 'ASC' }, startsAt: 'ASC' },
    });
    return rows.map(slotWindowOf);
  }

  tallies(query: WindowQuery): Promise<readonly WindowTally[]> {
    return this.counts.of(query);
  }

  async resting(service: string): Promise<readonly { readonly window: SlotWindow; readonly units: number }[]> {
    const lines = await this.transactions.manager.find(SlotHoldLine, {
      where: { hold: { holder: IsNull() }, window: { pool: { service } } },
      relations: { window: { pool: true } },
      order: { window: { startsAt: 'ASC', id: 'ASC' } },
    });
    const found = new Map<string, { window: SlotWindow; units: number }>();
    for (const { window, units } of lines) {
      if (!window) continue;
      const before = found.get(window.id);
      found.set(window.id, { window: slotWindowOf(window), units: units + (before?.units ?? 0) });
    }
    return [...found.values()];
  }

  async wakeRested(): Promise<readonly string[]> {
    const { manager } = this.transactions;
    const due = await manager.find(SlotHoldLine, {
      where: { hold: { holder: IsNull(), lapsesAt: LessThanOrEqual(this.clock.now()) } },
      take: WAKE_AT_ONCE,
    });
    if (due.length === 0) return [];
    const windows = await this.store.lock(due.map(({ windowId }) => windowId));
    const woken = new Set<string>();
    for (const { holdId, windowId } of due) {
      // it may have been used up before the window was ours
      const line = await manager.findOne(SlotHoldLine, { where: { holdId, windowId }, ...forUpdate(manager) });
      if (!line) continue;
      await this.store.forget(holdId);
      await this.store.giveBack(windows, [line], { byStaff: false });
      woken.add(windowId);
    }
    return [...woken];
  }

  private async lockRunning(holdId: string): Promise<LockedHold | undefined> {
    const found = await this.lockHold(holdId);
    if (!found?.hold.holder) return undefined;
    const { lapsesAt } = found.hold;
    return lapsesAt && lapsesAt <= this.clock.now() ? undefined : found;
  }

  /** Windows first, then the hold: the order of everybody. */
  private async lockHold(holdId: string): Promise<LockedHold | undefined> {
    const { manager } = this.transactions;
    const lines = await this.linesIn(holdId);
    const windows = await this.store.lock(lines.map(({ windowId }) => windowId));
    const hold =
      lines.length > 0 && (await manager.findOne(SlotHold, { where: { id: holdId }, ...forUpdate(manager) }));
    return hold ? { hold, lines, windows } : undefined;
  }

  /** They never change, so they need no lock. */
  private linesIn(holdId: string): Promise<SlotHoldLine[]> {
    return this.transactions.manager.findBy(SlotHoldLine, { holdId });
  }
}

/** What `wanted` has of each window that `had` has not. */
function beyond(wanted: readonly HoldLine[], had: readonly HoldLine[]): readonly HoldLine[] {
  return wanted
    .map(({ windowId, units }) => {
      const before = had.find((line) => line.windowId === windowId)?.units ?? 0;
      return { windowId, units: units - before };
    })
    .filter(({ units }) => units > 0);
}
