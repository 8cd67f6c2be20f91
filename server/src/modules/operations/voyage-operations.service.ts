import type { ChangeVoyageDto, OpenVoyageDto, VoyageStepDto, VoyagesQueryDto } from '@jinmen/shared/dto/voyages.dto';
import { addDays, type CivilDate, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { Staff } from '../../platform/auth/current';
import { Clock, instantOf } from '../../platform/clock';
import { Problem, problems } from '../../platform/http/problem';
import type { Voyage, VoyageStep } from '../sea/voyages/voyages.port';
import { Voyages } from '../sea/voyages/voyages.port';
import { type StaffVoyage, VoyagesDesk, type VoyageTouched } from '../sea/voyages/voyages-desk.port';

const USUAL_DAYS = 90;
const MOST_DAYS = 190;
/** When the counter opens, and when it closes. */
const [MORNING, AFTERNOON] = ['08:30', '16:00'];

export type StaffVoyageView = Omit<
  StaffVoyage,
  'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'meeting' | 'timetable' | 'urnsWindowId' | 'seatsWindowId' | 'left'
> & {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly meeting: { readonly place: string; readonly at: string };
  readonly timetable: readonly { readonly step: VoyageStep['step']; readonly at: string }[];
};

/** Voyages for the people who look after them at `/staff`: times are given as a clock in Tianjin shows them. */
@Injectable()
export class VoyageOperations {
  constructor(
    private readonly desk: VoyagesDesk,
    private readonly voyages: Voyages,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for days the wrong way round or too many */
  async list({ from = this.clock.today(), to = addDays(from, USUAL_DAYS - 1) }: VoyagesQueryDto) {
    const days = dayNumber(to) - dayNumber(from) + 1;
    if (days < 1 || days > MOST_DAYS) throw new Problem(400, 'voyages.too-many-days', `一次最多看 ${MOST_DAYS} 天。`);
    return (await this.desk.list(from, to)).map(viewOf);
  }

  async open({ staffId }: Staff, { reason, ...wish }: OpenVoyageDto): Promise<{ readonly id: string }> {
    const { day, vessel, meetingPlace, timetable = [] } = wish;
    const { id } = await this.desk.open(
      {
        vessel: vessel.trim(),
        ...{ startsAt: at(day, wish.startsAt), endsAt: at(day, wish.endsAt) },
        ...{ opensAt: at(wish.opensOn, MORNING), closesAt: at(wish.closesOn, AFTERNOON) },
        meeting: { place: meetingPlace.trim(), at: at(day, wish.meetingAt) },
        timetable: stepsOn(day, timetable),
        capacity: { urns: wish.urns, seats: wish.seats },
      },
      actorOf(staffId),
      reason.trim(),
    );
    return { id };
  }

  async change({ staffId }: Staff, id: string, { reason, ...wish }: ChangeVoyageDto): Promise<void> {
    const voyage = await this.find(id);
    const { urns, seats, timetable } = wish;
    const [place, time] = [wish.meetingPlace?.trim(), wish.meetingAt];
    const change = {
      ...((urns ?? seats) !== undefined && { capacity: capacityOf(urns, seats) }),
      ...((place ?? time) !== undefined && {
        meeting: {
          place: place ?? voyage.meeting.place,
          at: time === undefined ? voyage.meeting.at : at(voyage.day, time),
        },
      }),
      ...(timetable && { timetable: stepsOn(voyage.day, timetable) }),
    };
    await this.desk.change(id, change, actorOf(staffId), reason.trim());
  }

  touched(id: string): Promise<VoyageTouched> {
    return this.desk.touched(id);
  }

  async suspend({ staffId }: Staff, id: string, why: string, reason: string): Promise<{ readonly families: number }> {
    return { families: await this.desk.suspend(id, why.trim(), actorOf(staffId), reason.trim()) };
  }

  async resume({ staffId }: Staff, id: string, reason: string): Promise<void> {
    await this.desk.resume(id, actorOf(staffId), reason.trim());
  }

  async sailed({ staffId }: Staff, id: string, reason: string): Promise<void> {
    await this.desk.sailed(id, actorOf(staffId), reason.trim());
  }

  private async find(id: string): Promise<Voyage> {
    const voyage = await this.voyages.find(id);
    if (!voyage) throw problems.notFound();
    return voyage;
  }
}

function actorOf(staffId: string) {
  return { kind: 'staff', id: staffId } as const;
}

function capacityOf(urns: number | undefined, seats: number | undefined) {
  return { ...(urns !== undefined && { urns }), ...(seats !== undefined && { seats }) };
}

function at(day: CivilDate, time: string): Date {
  return instantOf(Date.parse(`${day}T${time}:00+08:00`));
}

function stepsOn(day: CivilDate, steps: readonly VoyageStepDto[]): readonly VoyageStep[] {
  return steps.map(({ step, at: time }) => ({ step, at: at(day, time) }));
}

function viewOf(voyage: StaffVoyage): StaffVoyageView {
  const { urnsWindowId: _, seatsWindowId: __, left: ___, meeting, timetable, ...rest } = voyage;
  return {
    ...rest,
    startsAt: voyage.startsAt.toISOString(),
    endsAt: voyage.endsAt.toISOString(),
    opensAt: voyage.opensAt.toISOString(),
    closesAt: voyage.closesAt.toISOString(),
    meeting: { place: meeting.place, at: meeting.at.toISOString() },
    timetable: timetable.map(({ step, at: time }) => ({ step, at: time.toISOString() })),
  };
}
