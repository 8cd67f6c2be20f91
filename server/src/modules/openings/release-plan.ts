import type { Calendar } from '@jinmen/shared/calendar/working-days';
import { addDays, type CivilDate, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { instantOf } from '../../platform/clock';
import type { NewWindow } from '../slot-inventory/slot-inventory.port';
import type { OpeningException, OpeningPlan, OpeningSettings, WindowTemplate, WindowTime } from './opening-plans.port';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** China keeps one offset all year. */
const SHANGHAI_OFFSET_MINUTES = 8 * 60;

export interface ReleasePlan {
  readonly service: string;
  readonly plan: OpeningPlan;
  readonly calendar: Calendar;
  /** How many times the usual capacity a day has, in percent. */
  readonly capacityPercent: (day: CivilDate) => number;
}

/** The days of which windows are there: those already released, and those that can be seen before they are. */
export function shownDays({ horizonDays, shownDays: ahead }: OpeningSettings, today: CivilDate): readonly CivilDate[] {
  return Array.from({ length: horizonDays + ahead + 1 }, (_, index) => addDays(today, index));
}

/**
 * What a service opens on a day by itself: the usual templates on working days (also on a weekend that is worked), never
 * on a holiday, and in a year whose holidays nobody has published only what an exception opens.
 */
export function plannedWindows(given: ReleasePlan, day: CivilDate): readonly NewWindow[] {
  const { plan, calendar } = given;
  const usual = calendar.isPublished(day) && calendar.isWorkingDay(day);
  return plan.templates.flatMap((template) => {
    const sites = template.sites.filter((site) => {
      const exception = exceptionOf(plan.exceptions, site, day);
      if (!exception) return usual && template.usual;
      const { what } = exception;
      return what.open && (what.template === undefined ? template.usual : what.template === template.code);
    });
    return windowsBy(given, template, sites, day);
  });
}

/** The windows of a template on a day, whatever the calendar says of it. */
export function windowsBy(
  { service, plan, calendar, capacityPercent }: ReleasePlan,
  template: WindowTemplate,
  sites: readonly string[],
  day: CivilDate,
): readonly NewWindow[] {
  const { settings } = plan;
  const percent = capacityPercent(day);
  const marks = {
    ...(template.sample && { sample: true }),
    ...(!calendar.isPublished(day) && { expected: true }),
  };
  return sites.flatMap((site) =>
    template.times.map((time) => {
      const startsAt = instantIn(day, time.from);
      return {
        pool: { service, site, kind: template.pool },
        day,
        startsAt,
        endsAt: instantIn(day, time.to),
        capacity: Math.floor((time.capacity * percent) / 100),
        heldBack: Math.floor((time.heldBack * percent) / 100),
        opensAt: instantIn(addDays(day, -settings.horizonDays), settings.releaseAt),
        closesAt: instantOf(startsAt.getTime() - settings.cutOffMinutes * MINUTE_MS),
        marks,
      };
    }),
  );
}

/** The one for the site before the one for all. */
function exceptionOf(exceptions: readonly OpeningException[], site: string, day: CivilDate) {
  const ofDay = exceptions.filter((each) => each.day === day);
  return ofDay.find((each) => each.site === site) ?? ofDay.find((each) => each.site === undefined);
}

/** `08:30` of a day in Tianjin. */
function instantIn(day: CivilDate, time: string): Date {
  return instantOf((dayNumber(day) * DAY_MINUTES + minutesOf(time) - SHANGHAI_OFFSET_MINUTES) * MINUTE_MS);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Why a template cannot open windows, in words staff read; nothing when it can. */
export function templateProblems({ sites, times }: Pick<WindowTemplate, 'sites' | 'times'>): readonly string[] {
  const problems = times.flatMap((time, at) => timeProblems(time, at + 1));
  const starts = new Set(times.map(({ from }) => from));
  return [
    ...(sites.length === 0 ? ['至少选一个地点'] : []),
    ...(times.length === 0 ? ['至少要有一个时段'] : []),
    ...(starts.size < times.length ? ['有两个时段从同一个时间开始'] : []),
    ...problems,
  ];
}

function timeProblems({ from, to, capacity, heldBack }: WindowTime, at: number): readonly string[] {
  if (!TIME.test(from) || !TIME.test(to)) return [`第 ${at} 个时段：时间写成 08:30 这样`];
  const name = `${from}–${to}`;
  const wholeNumbers = [capacity, heldBack].every(Number.isSafeInteger);
  return [
    ...(to > from ? [] : [`${name}：结束要晚于开始`]),
    ...(wholeNumbers && capacity >= 1 && capacity <= 500 ? [] : [`${name}：号数是 1 到 500`]),
    ...(wholeNumbers && heldBack >= 0 && heldBack <= capacity ? [] : [`${name}：现场留号不多于总号数`]),
  ];
}
