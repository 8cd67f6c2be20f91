import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { Bookings } from '../../bookings/bookings.port';
import type { SeaVoyage } from './voyage.entity';
import { VoyageOpening } from './voyage-opening';
import { voyageProblems } from './voyage-problems';
import { VoyageWindows } from './voyage-windows';
import type { Voyage } from './voyages.port';
import { timetableText, VoyagesRepository } from './voyages.repository';
import { voyageOf } from './voyages.service';
import {
  type NewVoyage,
  type StaffVoyage,
  type VoyageActor,
  type VoyageChange,
  VoyagesDesk,
  type VoyageTouched,
} from './voyages-desk.port';

type Act = 'opened' | 'changed' | 'suspended' | 'resumed' | 'sailed';

@Injectable()
export class VoyagesDeskService extends VoyagesDesk {
  constructor(
    private readonly voyages: VoyagesRepository,
    private readonly windows: VoyageWindows,
    private readonly opening: VoyageOpening,
    private readonly bookings: Bookings,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  async list(from: CivilDate, to: CivilDate): Promise<readonly StaffVoyage[]> {
    const shown: StaffVoyage[] = [];
    for (const opened of await this.voyages.between(from, to)) {
      const { families, urns, seats } = await this.windows.touched(opened.row);
      shown.push({ ...voyageOf(opened), taken: { urns, seats }, families });
    }
    return shown;
  }

  open(voyage: NewVoyage, by: VoyageActor, reason: string): Promise<Voyage> {
    return this.transactions.run(async () => {
      const id = await this.opening.open(voyage);
      if (id === undefined) throw voyageProblems.already();
      await this.record('opened', id, by, reason, { day: dayInShanghai(voyage.startsAt.getTime()) });
      return this.get(id);
    });
  }

  change(id: string, change: VoyageChange, by: VoyageActor, reason: string): Promise<Voyage> {
    return this.transactions.run(async () => {
      const row = await this.locked(id);
      if (row.state !== 'open') throw voyageProblems.notNow();
      const { capacity, meeting, timetable } = change;
      await this.windows.lock(row);
      await this.windows.setCapacity(row, capacity ?? {});
      if (meeting ?? timetable) {
        if ((await this.windows.touched(row)).families > 0) throw voyageProblems.hasFamilies();
        await this.voyages.change(id, {
          ...(meeting && { meetingPlace: meeting.place, meetingAt: meeting.at }),
          ...(timetable && { timetable: timetableText(timetable) }),
        });
      }
      await this.record('changed', id, by, reason, { capacity: capacity !== undefined });
      return this.get(id);
    });
  }

  async touched(id: string): Promise<VoyageTouched> {
    const opened = await this.voyages.find(id);
    if (!opened) throw problems.notFound();
    return this.windows.touched(opened.row);
  }

  suspend(id: string, why: string, by: VoyageActor, reason: string): Promise<number> {
    return this.transactions.run(async () => {
      const row = await this.locked(id);
      if (row.state === 'sailed') throw voyageProblems.notNow();
      if (row.state === 'suspended') return 0;
      await this.windows.close(row, why);
      await this.voyages.change(id, { state: 'suspended', why });
      const families = await this.bookings.displace([row.id, row.seatsWindowId], why);
      await this.record('suspended', id, by, reason, { families });
      return families;
    });
  }

  resume(id: string, by: VoyageActor, reason: string): Promise<Voyage> {
    return this.transactions.run(async () => {
      const row = await this.locked(id);
      if (row.state !== 'suspended') throw voyageProblems.notNow();
      await this.windows.reopen(row);
      await this.voyages.change(id, { state: 'open', why: null });
      await this.record('resumed', id, by, reason, {});
      return this.get(id);
    });
  }

  sailed(id: string, by: VoyageActor, reason: string): Promise<Voyage> {
    return this.transactions.run(async () => {
      const row = await this.locked(id);
      if (row.state !== 'open') throw voyageProblems.notNow();
      await this.voyages.change(id, { state: 'sailed' });
      await this.record('sailed', id, by, reason, {});
      return this.get(id);
    });
  }

  private async locked(id: string): Promise<Readonly<SeaVoyage>> {
    const row = await this.voyages.lock(id);
    if (!row) throw problems.notFound();
    return row;
  }

  private async get(id: string): Promise<Voyage> {
    const opened = await this.voyages.find(id);
    if (!opened) throw problems.notFound();
    return voyageOf(opened);
  }

  private async record(
    act: Act,
    id: string,
    actor: VoyageActor,
    reason: string,
    facts: Readonly<Record<string, string | number | boolean>>,
  ): Promise<void> {
    await this.audit.record({ action: `voyage.${act}`, actor, object: `voyage:${id}`, reason, facts });
  }
}
