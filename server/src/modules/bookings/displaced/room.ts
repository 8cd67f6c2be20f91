import type { PlacingSlot } from '@jinmen/shared/replacing/placing';
import { type SlotWindow, unitsLeft } from '../../slot-inventory/slot-inventory.port';

/** What is left of windows as they were read, less what was planned since. */
export class Room {
  private readonly planned = new Map<string, number>();

  left(window: SlotWindow): number {
    return unitsLeft(window) - (this.planned.get(window.id) ?? 0);
  }

  take({ id }: SlotWindow, units: number): void {
    this.planned.set(id, (this.planned.get(id) ?? 0) + units);
  }

  slotOf(window: SlotWindow): PlacingSlot {
    return { id: window.id, left: { units: this.left(window) } };
  }
}
