import type { SlotWindow } from './slot-inventory.port';
import type { SlotWindowRow } from './slot-window.entity';

/** A row that was read with its pool, as others know it. */
export function slotWindowOf(row: SlotWindowRow): SlotWindow {
  const { pool, poolId, closed, why, ...rest } = row;
  if (!pool) throw new Error(`the pool ${poolId} was not read with its window`);
  return { ...rest, pool: { ...pool }, closed: closed === 1, ...(why !== null && { why }) };
}
