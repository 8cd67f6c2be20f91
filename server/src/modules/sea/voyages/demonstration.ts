import { addDays, type CivilDate, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { USUAL_VESSEL } from '@jinmen/shared/services/sea-scattering/vessels';
import { instantOf } from '../../../platform/clock';
import type { NewVoyage } from './voyages-desk.port';

const WEEKS_AHEAD = 6;
const DAYS_OPEN_BEFORE = 28;
/** Families were phoned three or four days before (policy-facts D.1, T52). */
const DAYS_CLOSED_BEFORE = 3;

/**
 * Voyages to try the service with, one on each day of the weekends ahead. What was published is the place and time to
 * meet, the port and the hour of the rite, last in 2021 (policy-facts D.1, T46); urns and seats are derived from two
 * voyages; when it casts off and comes back, the season and whether there are two a day are 待核定. So all of it is 示例.
 */
export function demonstrationVoyages(today: CivilDate): readonly NewVoyage[] {
  const days = Array.from({ length: WEEKS_AHEAD * 7 }, (_each, index) => addDays(today, index + 1));
  return days.filter(isWeekend).map(voyageOn);
}

function voyageOn(day: CivilDate): NewVoyage {
  const [gather, rite] = [at(day, '06:30'), at(day, '08:30')];
  return {
    vessel: USUAL_VESSEL.name,
    // nobody published when it casts off: the rite aboard is the first hour that is known
    ...{ startsAt: rite, endsAt: at(day, '11:30') },
    ...{
      opensAt: at(addDays(day, -DAYS_OPEN_BEFORE), '08:30'),
      closesAt: at(addDays(day, -DAYS_CLOSED_BEFORE), '16:00'),
    },
    meeting: { place: '天津市殡仪服务总站（坐车去天津国际邮轮母港）', at: gather },
    timetable: [
      { step: 'gather', at: gather },
      { step: 'rite', at: rite },
    ],
    capacity: { urns: 70, seats: 125 },
    sample: true,
  };
}

function isWeekend(day: CivilDate): boolean {
  // day 0 was a Thursday
  return dayNumber(day) % 7 === 2 || dayNumber(day) % 7 === 3;
}

function at(day: CivilDate, time: string): Date {
  return instantOf(Date.parse(`${day}T${time}:00+08:00`));
}
