import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { Injectable } from '@nestjs/common';
import { Between, type FindOptionsWhere } from 'typeorm';
import { instantOf } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { SlotInventory, type SlotWindow, unitsLeft } from '../../slot-inventory/slot-inventory.port';
import { SeaVoyage } from './voyage.entity';
import type { NewVoyage } from './voyages-desk.port';

/** A voyage as it is written, with its two windows. */
export interface OpenedVoyage {
  readonly row: Readonly<SeaVoyage>;
  readonly urns: SlotWindow;
  readonly seats: SlotWindow;
}

/** All SQL about voyages. What is counted of them stands in the inventory. */
@Injectable()
export class VoyagesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly inventory: SlotInventory,
  ) {}

  async find(id: string): Promise<OpenedVoyage | undefined> {
    const row = await this.transactions.manager.findOneBy(SeaVoyage, { id });
    return row ? this.opened(row) : undefined;
  }

  /** Its row is nobody else's to change: the first lock of whoever changes a voyage; its windows come next. */
  async lock(id: string): Promise<Readonly<SeaVoyage> | undefined> {
    const { manager } = this.transactions;
    return (await manager.findOne(SeaVoyage, { where: { id }, ...forUpdate(manager) })) ?? undefined;
  }

  async between(from: CivilDate, to: CivilDate): Promise<readonly OpenedVoyage[]> {
    const where: FindOptionsWhere<SeaVoyage> = { day: Between(from, to) };
    const rows = await this.transactions.manager.find(SeaVoyage, { where, order: { day: 'ASC', id: 'ASC' } });
    const windows = await this.inventory.windows({ service: seaScattering.code, from, to });
    const byId = new Map(windows.map((window) => [window.id, window]));
    const voyages = rows.flatMap((row) => {
      const [urns, seats] = [byId.get(row.id), byId.get(row.seatsWindowId)];
      return urns && seats ? [{ row, urns, seats }] : [];
    });
    return voyages.toSorted((one, other) => one.urns.startsAt.getTime() - other.urns.startsAt.getTime());
  }

  /** `false` when it is there already. */
  async add(id: string, seatsWindowId: string, day: CivilDate, voyage: NewVoyage): Promise<boolean> {
    const { manager } = this.transactions;
    if (await manager.existsBy(SeaVoyage, { id })) return false;
    const { vessel, meeting, sample } = voyage;
    const row: SeaVoyage = {
      ...{ id, seatsWindowId, vessel, day, meetingPlace: meeting.place, meetingAt: meeting.at },
      ...{ timetable: timetableText(voyage.timetable), state: 'open', why: null, sample: sample ? 1 : 0 },
    };
    await manager.insert(SeaVoyage, row);
    return true;
  }

  async change(id: string, change: Partial<SeaVoyage>): Promise<void> {
    await this.transactions.manager.update(SeaVoyage, { id }, change);
  }

  private async opened(row: SeaVoyage): Promise<OpenedVoyage> {
    const [urns, seats] = [await this.inventory.findWindow(row.id), await this.inventory.findWindow(row.seatsWindowId)];
    if (!urns || !seats) throw new Error(`voyage ${row.id} has lost a window`);
    return { row, urns, seats };
  }
}

export function timetableText(timetable: NewVoyage['timetable']): SeaVoyage['timetable'] {
  return timetable.map(({ step, at }) => ({ step, at: at.toISOString() }));
}

export function timetableOf({ timetable }: Readonly<SeaVoyage>): NewVoyage['timetable'] {
  return timetable.map(({ step, at }) => ({ step, at: instantOf(Date.parse(at)) }));
}

/** What anybody may still have. */
export function leftOf({ row, urns, seats }: OpenedVoyage) {
  if (row.state !== 'open') return { urns: 0, seats: 0 };
  return { urns: unitsLeft(urns), seats: unitsLeft(seats) };
}
