import type { BookingView, PassView } from '@jinmen/shared/bookings/views';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { weekdayWords } from '@jinmen/shared/kernel/day-words';
import { passWords } from '../../../copy/marriage-pass';
import type { CalendarEntry } from '../../../platform/calendar-file';
import { isPlain } from '../booking-words';

const { pass: words } = passWords;

/** - `shown`: the code is drawn. - `past`: its day is over. - else the state that says why there is none. */
export type PassState = 'shown' | 'past' | BookingView['state'];

/**
 * What the pass is worth now, without asking anybody: the booking as it was last seen, and the phone's day. A day is not
 * over before midnight: somebody late is still let in, and a desk sees for itself.
 */
export function passState({ state, window }: BookingView, pass: PassView | undefined, today: CivilDate): PassState {
  if (state !== 'confirmed') return state;
  if (window.day < today) return 'past';
  return pass === undefined ? 'confirmed' : 'shown';
}

/** `周六见`; further away `到时候见`; for a plain matter no greeting. */
export function greetingOf(booking: BookingView, today: CivilDate): string {
  if (isPlain(booking)) return words.plain;
  const { day } = booking.window;
  if (day === today) return words.meet.today;
  if (day === addDays(today, 1)) return words.meet.tomorrow;
  return day > today && day <= addDays(today, 6) ? words.meet.weekday(weekdayWords(day)) : words.meet.later;
}

/** Nothing of who or, for a plain matter, of what: others see a phone's calendar too. */
export function calendarEntryOf(booking: BookingView): CalendarEntry {
  const { number, site, window } = booking;
  return {
    id: number,
    title: isPlain(booking) ? words.calendarTitle.plain : words.calendarTitle.marriage(site.name),
    place: site.address ?? site.name,
    note: words.calendarNote(number),
    startsAtMs: Date.parse(window.startsAt),
    endsAtMs: Date.parse(window.endsAt),
  };
}
