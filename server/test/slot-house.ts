import { randomUUID } from 'node:crypto';
import { CreateSlotInventory20261126100000 } from '../src/modules/slot-inventory/migrations/20261126100000-create-slot-inventory';
import { SlotHold, SlotHoldLine } from '../src/modules/slot-inventory/slot-hold.entity';
import { SlotInventoryModule } from '../src/modules/slot-inventory/slot-inventory.module';
import {
  type HoldOutcome,
  type HoldRequest,
  type NewWindow,
  SlotDesk,
  SlotInventory,
} from '../src/modules/slot-inventory/slot-inventory.port';
import { SlotPool, SlotWindowRow } from '../src/modules/slot-inventory/slot-window.entity';
import type { Schema } from '../src/platform/database/schema';
import type { Transactions } from '../src/platform/database/transactions';
import { openPlatform } from './platform-house';

const MINUTE_MS = 60_000;
export const NOON_MS = Date.UTC(2026, 10, 30, 4);

const slots: Schema = {
  entities: [SlotPool, SlotWindowRow, SlotHold, SlotHoldLine],
  migrations: [CreateSlotInventory20261126100000],
};

/** A window that begins in `inMinutes`, from when it can also no longer be held. */
function aWindow({ inMinutes = 600, ...given }: Partial<NewWindow> & { readonly inMinutes?: number } = {}): NewWindow {
  const startsAt = new Date(NOON_MS + inMinutes * MINUTE_MS);
  return {
    pool: { service: 'library-seat', site: 'north-hall', kind: 'quiet' },
    day: '2026-12-01',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 30 * MINUTE_MS),
    capacity: 10,
    heldBack: 0,
    opensAt: new Date(NOON_MS - MINUTE_MS),
    closesAt: startsAt,
    marks: {},
    ...given,
  };
}

/** Windows of a made-up library with seats to hold, and a clock the test sets. */
export async function openSlotHouse() {
  const time = { nowMs: NOON_MS };
  const started = await openPlatform({
    nowMs: () => time.nowMs,
    more: slots,
    parts: { imports: [SlotInventoryModule] },
  });
  const { transactions } = started;
  const inventory = started.module.get(SlotInventory);
  const desk = started.module.get(SlotDesk);

  return {
    ...started,
    time,
    inventory,
    desk,
    aWindow,
    after: (minutes: number) => new Date(time.nowMs + minutes * MINUTE_MS),
    async open(given: Parameters<typeof aWindow>[0] = {}): Promise<string> {
      const [effect] = await transactions.run(() => desk.apply([{ act: 'open', window: aWindow(given) }]));
      if (effect?.windowId === undefined) throw new Error('no window was opened');
      return effect.windowId;
    },
    hold(windowIds: readonly string[], more: Partial<HoldRequest> = {}, units = 1): Promise<HoldOutcome> {
      const lines = windowIds.map((windowId) => ({ windowId, units }));
      return transactions.run(() => inventory.hold({ holder: randomUUID(), lines, ...more }));
    },
    overfull: (windowIds: readonly string[]) => overfull(transactions, windowIds),
    async counts(windowId: string): Promise<{ taken: number; lines: number; capacity: number }> {
      const lines = await transactions.manager.findBy(SlotHoldLine, { windowId });
      const { taken, capacity } = await transactions.manager.findOneByOrFail(SlotWindowRow, { id: windowId });
      return { taken, capacity, lines: lines.reduce((sum, { units }) => sum + units, 0) };
    },
  };
}

/** Windows whose count is not the sum of their lines, or more than they have: there should be none. */
function overfull({ manager }: Transactions, windowIds: readonly string[]): Promise<unknown[]> {
  const marks = windowIds.map(() => '?').join(', ');
  const lines = 'SELECT COALESCE(SUM(units), 0) FROM slot_hold_line l WHERE l.window_id = w.id';
  const sql = `SELECT id FROM slot_window w WHERE id IN (${marks}) AND (taken <> (${lines}) OR taken > capacity)`;
  return manager.query(sql, [...windowIds]);
}

export type SlotHouse = Awaited<ReturnType<typeof openSlotHouse>>;
