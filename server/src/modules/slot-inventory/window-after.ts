import type { WindowChange } from './slot-inventory.port';
import type { SlotWindowRow } from './slot-window.entity';

/** A change to a window that is there. */
export type StandingChange = Exclude<WindowChange, { readonly act: 'open' }>;

type Changeable = Pick<SlotWindowRow, 'capacity' | 'heldBack' | 'opensAt' | 'closesAt' | 'closed' | 'why' | 'marks'>;

interface WindowAfter {
  readonly outcome: 'made' | 'unchanged' | 'below-taken';
  /** Only what is different. */
  readonly after: Partial<Changeable>;
}

/** What a change makes of a window; `below-taken` when units somebody has would no longer fit. */
export function windowAfter(row: Changeable & Pick<SlotWindowRow, 'taken'>, change: StandingChange): WindowAfter {
  const after = Object.fromEntries(
    Object.entries(wanted(row, change)).filter(([name, value]) => !same(value, row[name as keyof Changeable])),
  ) as Partial<Changeable>;
  if (after.capacity !== undefined && after.capacity < Math.max(1, row.taken)) return { outcome: 'below-taken', after };
  return { outcome: Object.keys(after).length > 0 ? 'made' : 'unchanged', after };
}

function wanted(row: Changeable, change: StandingChange): Partial<Changeable> {
  if (change.act === 'close') return { closed: 1, why: change.why };
  if (change.act === 'reopen') return { closed: 0, why: null };
  const { act: _, windowId: __, ...values } = change;
  // a smaller window cannot keep more back than it has
  const heldBack = Math.min(values.heldBack ?? row.heldBack, values.capacity ?? row.capacity);
  return { ...values, heldBack };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
