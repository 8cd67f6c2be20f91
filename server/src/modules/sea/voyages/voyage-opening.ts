import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { SEA_POOLS, vesselSite } from '@jinmen/shared/services/sea-scattering/vessels';
import { Injectable } from '@nestjs/common';
import { type NewWindow, SlotDesk } from '../../slot-inventory/slot-inventory.port';
import { voyageProblems } from './voyage-problems';
import { VoyagesRepository } from './voyages.repository';
import type { NewVoyage } from './voyages-desk.port';

/** Opens the two windows of a voyage, and the voyage with them. Inside the caller's transaction. */
@Injectable()
export class VoyageOpening {
  constructor(
    private readonly desk: SlotDesk,
    private readonly voyages: VoyagesRepository,
  ) {}

  /** Its id; none when it is there already. @throws Problem 400 `voyage.times` */
  async open(voyage: NewVoyage): Promise<string | undefined> {
    if (!timesAgree(voyage)) throw voyageProblems.times();
    const [urns, seats] = await this.desk.apply(
      Object.values(SEA_POOLS).map((kind) => ({ act: 'open', window: windowOf(voyage, kind) })),
    );
    if (urns?.windowId === undefined || seats?.windowId === undefined) throw new Error('a voyage has two windows');
    const day = dayInShanghai(voyage.startsAt.getTime());
    return (await this.voyages.add(urns.windowId, seats.windowId, day, voyage)) ? urns.windowId : undefined;
  }
}

function timesAgree({ startsAt, endsAt, opensAt, closesAt, meeting, timetable }: NewVoyage): boolean {
  const inOrder = timetable.every(({ at }, index) => index === 0 || at >= (timetable[index - 1]?.at ?? at));
  const sameDay = dayInShanghai(meeting.at.getTime()) === dayInShanghai(startsAt.getTime());
  return (
    inOrder && sameDay && meeting.at <= startsAt && startsAt < endsAt && opensAt < closesAt && closesAt <= startsAt
  );
}

function windowOf(voyage: NewVoyage, kind: keyof NewVoyage['capacity']): NewWindow {
  const { vessel, startsAt, endsAt, opensAt, closesAt, capacity, sample } = voyage;
  return {
    pool: { service: seaScattering.code, site: vesselSite(vessel), kind },
    ...{ day: dayInShanghai(startsAt.getTime()), startsAt, endsAt, opensAt, closesAt },
    ...{ capacity: capacity[kind], heldBack: 0 },
    marks: sample ? { sample } : {},
  };
}
