import { Injectable } from '@nestjs/common';
import { SlotDesk, SlotInventory, type WindowChange } from '../../slot-inventory/slot-inventory.port';
import type { SeaVoyage } from './voyage.entity';
import { voyageProblems } from './voyage-problems';
import type { VoyageUnits } from './voyages.port';
import type { VoyageTouched } from './voyages-desk.port';

type Ids = Readonly<Pick<SeaVoyage, 'id' | 'seatsWindowId'>>;

/** The two windows of a voyage are changed together. Whoever writes holds the voyage's row. */
@Injectable()
export class VoyageWindows {
  constructor(
    private readonly desk: SlotDesk,
    private readonly inventory: SlotInventory,
  ) {}

  /** Families with a unit of it, or for whom one is kept. */
  async touched({ id, seatsWindowId }: Ids): Promise<VoyageTouched> {
    const why = '?';
    const [urns, seats] = await this.desk.preview([
      { act: 'close', windowId: id, why },
      { act: 'close', windowId: seatsWindowId, why },
    ]);
    const families = new Set([...(urns?.holders ?? []), ...(seats?.holders ?? [])]).size;
    const taken = async (windowId: string) => (await this.inventory.findWindow(windowId))?.taken ?? 0;
    return { families, urns: await taken(id), seats: await taken(seatsWindowId) };
  }

  /** Whoever is given a unit of either at this moment is waited for, and `touched` then. Inside a transaction. */
  async lock(voyage: Ids): Promise<void> {
    await this.inventory.lock(both(voyage));
  }

  async close(voyage: Ids, why: string): Promise<void> {
    await this.desk.apply(both(voyage).map((windowId) => ({ act: 'close', windowId, why })));
  }

  async reopen(voyage: Ids): Promise<void> {
    await this.desk.apply(both(voyage).map((windowId) => ({ act: 'reopen', windowId })));
  }

  /** @throws Problem 409 `voyage.below-taken`: whatever was written is to be undone then. */
  async setCapacity({ id, seatsWindowId }: Ids, { urns, seats }: Partial<VoyageUnits>): Promise<void> {
    const changes: WindowChange[] = [
      ...(urns === undefined ? [] : [{ act: 'change' as const, windowId: id, capacity: urns }]),
      ...(seats === undefined ? [] : [{ act: 'change' as const, windowId: seatsWindowId, capacity: seats }]),
    ];
    if (changes.length === 0) return;
    const effects = await this.desk.apply(changes);
    if (effects.some(({ outcome }) => outcome === 'below-taken')) throw voyageProblems.belowTaken();
  }
}

function both({ id, seatsWindowId }: Ids): readonly string[] {
  return [id, seatsWindowId];
}
