import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { hasTooFewSeats, voyageState } from '@jinmen/shared/services/sea-scattering/voyage-state';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { type Voyage, Voyages } from './voyages.port';
import { leftOf, type OpenedVoyage, timetableOf, VoyagesRepository } from './voyages.repository';

@Injectable()
export class VoyagesService extends Voyages {
  constructor(
    private readonly voyages: VoyagesRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(id: string): Promise<Voyage | undefined> {
    const opened = await this.voyages.find(id);
    return opened && voyageOf(opened);
  }

  async between(from: CivilDate, to: CivilDate): Promise<readonly Voyage[]> {
    return (await this.voyages.between(from, to)).map(voyageOf);
  }

  async view(voyage: Voyage, aboard = 1): Promise<VoyageView> {
    const { id, day, vessel, meeting, why, sample } = voyage;
    return {
      id,
      day,
      startsAt: voyage.startsAt.toISOString(),
      endsAt: voyage.endsAt.toISOString(),
      state: voyageState(voyage, this.clock.now(), this.config.voyageNearlyFullPercent, aboard),
      ...(hasTooFewSeats(voyage, aboard) && { tooFewSeats: true }),
      opensAt: voyage.opensAt.toISOString(),
      closesAt: voyage.closesAt.toISOString(),
      vessel,
      meeting: { place: meeting.place, at: meeting.at.toISOString() },
      timetable: voyage.timetable.map(({ step, at }) => ({ step, at: at.toISOString() })),
      ...(why !== undefined && { why }),
      ...(sample && { sample: true }),
    };
  }
}

export function voyageOf(opened: OpenedVoyage): Voyage {
  const { row, urns, seats } = opened;
  return {
    ...{ id: row.id, urnsWindowId: row.id, seatsWindowId: row.seatsWindowId },
    ...{ vessel: row.vessel, day: row.day, startsAt: urns.startsAt, endsAt: urns.endsAt },
    ...{ opensAt: urns.opensAt, closesAt: urns.closesAt },
    meeting: { place: row.meetingPlace, at: row.meetingAt },
    timetable: timetableOf(row),
    state: row.state,
    ...(row.why !== null && { why: row.why }),
    sample: row.sample === 1,
    capacity: { urns: urns.capacity, seats: seats.capacity },
    left: leftOf(opened),
  };
}
