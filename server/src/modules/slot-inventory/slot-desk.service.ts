import { Injectable } from '@nestjs/common';
import { type FindOneOptions, In } from 'typeorm';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { SlotHoldLine } from './slot-hold.entity';
import { SlotDesk, type WindowChange, type WindowChangeEffect } from './slot-inventory.port';
import { SlotWindowRow } from './slot-window.entity';
import { type StandingChange, windowAfter } from './window-after';
import { WindowChanges } from './window-changes.port';
import { type Standing, WindowOpening } from './window-opening';
import { WindowStore } from './window-store';

type OpenChange = Exclude<WindowChange, StandingChange>;
type Rows = ReadonlyMap<string, SlotWindowRow>;
type Holders = ReadonlyMap<string, readonly string[]>;

@Injectable()
export class SlotDeskService extends SlotDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: WindowStore,
    private readonly opening: WindowOpening,
    private readonly changes: WindowChanges,
  ) {
    super();
  }

  async preview(changes: readonly WindowChange[]): Promise<readonly WindowChangeEffect[]> {
    const ids = standing(changes).map(({ windowId }) => windowId);
    const rows = await this.transactions.manager.findBy(SlotWindowRow, { id: In(ids) });
    const there = await this.opening.standing(newOf(changes));
    const openEffect = (change: OpenChange) => openEffectOf(change, there, !there.idOf(change.window));
    return effectsOf(changes, new Map(rows.map((row) => [row.id, row])), await this.holdersIn(ids), openEffect);
  }

  async apply(changes: readonly WindowChange[]): Promise<readonly WindowChangeEffect[]> {
    const rows = await this.store.lock(standing(changes).map(({ windowId }) => windowId));
    const opened = await this.opening.open(newOf(changes));
    this.changes.changed(opened.made);
    const holders = await this.holdersIn([...rows.keys()], forUpdate(this.transactions.manager).lock);
    const made = new Set(opened.made.map(({ id }) => id));
    const effects = effectsOf(changes, rows, holders, (change) =>
      openEffectOf(change, opened, made.has(opened.idOf(change.window) ?? '')),
    );
    for (const change of standing(changes)) await this.write(rows.get(change.windowId), change);
    return effects;
  }

  private async write(row: SlotWindowRow | undefined, change: StandingChange): Promise<void> {
    if (!row) return;
    const { outcome, after } = windowAfter(row, change);
    if (outcome !== 'made') return;
    const next = { ...after, version: row.version + 1 };
    await this.transactions.manager.update(SlotWindowRow, { id: row.id }, next);
    Object.assign(row, next);
    this.changes.changed([row]);
  }

  /** Whoever has units in these windows; what rests has no holder. */
  private async holdersIn(windowIds: readonly string[], lock?: FindOneOptions['lock']): Promise<Holders> {
    const lines = await this.transactions.manager.find(SlotHoldLine, {
      where: { windowId: In([...windowIds]) },
      relations: { hold: true },
      order: { holdId: 'ASC' },
      ...(lock && { lock }),
    });
    const found = new Map<string, string[]>();
    for (const { windowId, hold } of lines) {
      if (hold?.holder) found.set(windowId, [...(found.get(windowId) ?? []), hold.holder]);
    }
    return found;
  }
}

function standing(changes: readonly WindowChange[]): StandingChange[] {
  return changes.filter((change) => change.act !== 'open');
}

function newOf(changes: readonly WindowChange[]) {
  return changes.flatMap((change) => (change.act === 'open' ? [change.window] : []));
}

function effectsOf(
  changes: readonly WindowChange[],
  rows: Rows,
  holders: Holders,
  openEffect: (change: OpenChange) => WindowChangeEffect,
): readonly WindowChangeEffect[] {
  return changes.map((change): WindowChangeEffect => {
    if (change.act === 'open') return openEffect(change);
    const { windowId } = change;
    const row = rows.get(windowId);
    if (!row) return { change, outcome: 'unknown-window', holders: [] };
    return { change, outcome: windowAfter(row, change).outcome, windowId, holders: holders.get(windowId) ?? [] };
  });
}

function openEffectOf(change: OpenChange, { idOf }: Standing, isNew: boolean): WindowChangeEffect {
  const windowId = idOf(change.window);
  return { change, outcome: isNew ? 'made' : 'unchanged', ...(windowId && { windowId }), holders: [] };
}
