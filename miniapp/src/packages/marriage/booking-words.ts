import type { BookingView, WindowView } from '@jinmen/shared/bookings/views';
import { type CivilDate, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { passWords as words } from '../../copy/marriage-pass';
import { timeOfDay } from '../../platform/clock';
import type { PillTone } from '../../ui/pill';
import { kindOf, themeOf } from './kind';

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** `周六`. */
export function weekdayOf(day: CivilDate): string {
  return words.weekdays[(((dayNumber(day) + FIRST_WEEKDAY) % 7) + 7) % 7] ?? '';
}

/** `12 月 5 日`. */
export function dayWords(day: CivilDate): string {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  return words.day(month, date);
}

/** `2026 年 12 月 5 日`. */
export function longDayWords(day: CivilDate): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return words.dayOfYear(year, month, date);
}

/** `9:30`, in Tianjin, as people say it. */
export function startOf({ startsAt }: Pick<WindowView, 'startsAt'>): string {
  return shortTime(startsAt);
}

/** `9:30 到 10:00`. */
export function hoursOf({ startsAt, endsAt }: Pick<WindowView, 'startsAt' | 'endsAt'>): string {
  return words.hours(shortTime(startsAt), shortTime(endsAt));
}

/** `12 月 5 日 周六 9:30`. */
export function whenOf(window: Pick<WindowView, 'day' | 'startsAt'>): string {
  return words.when(dayWords(window.day), weekdayOf(window.day), startOf(window));
}

function shortTime(instant: string): string {
  return timeOfDay(Date.parse(instant)).replace(/^0/, '');
}

/** What is booked, in words; the code itself, should a newer server know one more. */
export function kindTitle({ kind }: Pick<BookingView, 'kind'>): string {
  return kindOf(kind)?.title ?? kind;
}

/** A sad or bare matter is drawn plain; one this release does not know as well. */
export function isPlain({ kind }: Pick<BookingView, 'kind'>): boolean {
  return themeOf(kind) === 'base';
}

/** Two must come, and say yes. */
export function isForTwo({ kind, parties }: Pick<BookingView, 'kind' | 'parties'>): boolean {
  return parties.length > 1 || (kindOf(kind)?.parties.least ?? 1) > 1;
}

const tones: Readonly<Record<BookingView['state'], PillTone>> = {
  held: 'warn',
  'pending-partner': 'warn',
  'pending-bureau': 'soft',
  confirmed: 'success',
  'checked-in': 'muted',
  'no-show': 'muted',
  cancelled: 'muted',
  expired: 'muted',
  rejected: 'muted',
  displaced: 'warn',
};

export function stateMark({ state }: Pick<BookingView, 'state'>): { readonly text: string; readonly tone: PillTone } {
  return { text: words.states[state], tone: tones[state] };
}
