import type { BookingDayView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { marriage } from '../../../copy/marriage';
import { dayAndWeekday, shanghaiTime } from '../../../platform/clock';

const { month: words } = marriage;

/** How a day looks in the month: the ground, what is printed on it, and what a reader hears. */
export interface DayCell {
  readonly day: CivilDate;
  readonly date: string;
  /** 1 plenty … 4 nearly none; `none`: nothing can be booked; `bare`: nobody said anything of it. */
  readonly ground: 1 | 2 | 3 | 4 | 'none' | 'bare';
  /** The number left, always printed; or why there is none. */
  readonly figure: string;
  /** 初八, at the beginning of a month 腊月; of a hot day its name. */
  readonly below: string;
  readonly hot: boolean;
  readonly label: string;
  /** Opened, it has something to say. */
  readonly opens: boolean;
}

export function dayCell(day: CivilDate, view: BookingDayView | undefined, today: CivilDate): DayCell {
  const date = String(Number(day.slice(8)));
  const label = words.day([dayAndWeekday(day), ...heard(view, day < today)]);
  const below = view?.hot ?? lunarShort(view?.lunar);
  const common = { day, date, below, label, hot: view?.hot !== undefined };
  if (view === undefined || day < today) return { ...common, ground: 'bare', figure: '', opens: false };
  switch (view.state) {
    case 'open':
      return { ...common, ground: stepOf(view), figure: String(view.left ?? ''), opens: true };
    case 'sold-out':
      return { ...common, ground: 'none', figure: words.full, opens: true };
    case 'closed':
      return { ...common, ground: 'none', figure: words.closed, opens: true };
    case 'not-yet-open':
      return { ...common, ground: 'bare', figure: words.notYet, opens: true };
    case 'no-service':
      return { ...common, ground: 'bare', figure: words.rest, opens: false };
    case 'over':
      return { ...common, ground: 'bare', figure: '', opens: false };
  }
}

/** The fewer are left of what there is, the darker. */
export function stepOf({ left = 0, capacity = 0 }: Pick<BookingDayView, 'left' | 'capacity'>): 1 | 2 | 3 | 4 {
  const share = capacity > 0 ? left / capacity : 0;
  if (share > 0.6) return 1;
  if (share > 0.35) return 2;
  return share > 0.15 ? 3 : 4;
}

/** 十月十七 → 十七; 腊月初一 → 腊月: the day of the month takes the last two characters. */
export function lunarShort(lunar: string | undefined): string {
  if (lunar === undefined) return '';
  return lunar.endsWith(words.firstLunarDay) ? lunar.slice(0, -2) : lunar.slice(-2);
}

function heard(view: BookingDayView | undefined, past: boolean): readonly string[] {
  if (view === undefined) return [];
  const { hot, lunar } = view;
  return [
    past ? words.label.over : stateHeard(view),
    ...(hot === undefined ? [] : [hot]),
    ...(lunar === undefined ? [] : [words.lunar(lunar)]),
  ];
}

function stateHeard({ state, left = 0, opensAt }: BookingDayView): string {
  switch (state) {
    case 'open':
      return words.label.open(left);
    case 'sold-out':
      return words.label.full;
    case 'closed':
      return words.label.closed;
    case 'not-yet-open':
      return opensAt === undefined ? words.notYet : words.label.notYet(shanghaiTime(Date.parse(opensAt)));
    case 'over':
      return words.label.over;
    case 'no-service':
      return words.label.rest;
  }
}
