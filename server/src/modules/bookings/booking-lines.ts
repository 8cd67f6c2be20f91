import { Injectable } from '@nestjs/common';
import { type HoldLine, SlotInventory } from '../slot-inventory/slot-inventory.port';
import type { Booking } from './bookable-service.port';
import { PolicyRegistry } from './policy-registry';

/** What a booking takes of which windows, and the locks that go with it. */
@Injectable()
export class BookingLines {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
  ) {}

  of(
    { service, kind, details }: Pick<Booking, 'service' | 'kind' | 'details'>,
    windowId: string,
  ): Promise<readonly HoldLine[]> {
    return this.policies.get(service).linesOf({ kind, windowId, details });
  }

  /** Every window of what it has and of what it wants, ascending, before any of them is touched. */
  async lock(holds: readonly (string | null)[], wanted: readonly HoldLine[] = []): Promise<void> {
    const windowIds = new Set(wanted.map(({ windowId }) => windowId));
    for (const holdId of holds) {
      if (holdId === null) continue;
      for (const { windowId } of await this.inventory.linesOf(holdId)) windowIds.add(windowId);
    }
    await this.inventory.lock([...windowIds]);
  }
}
