import type { BookingView, WindowView } from '@jinmen/shared/bookings/views';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { passWords as words } from '../../copy/marriage-pass';
import { dayAndWeekday, timeInWords } from '../../platform/clock';
import type { PillTone } from '../../ui/pill';
import { kindOf, themeOf } from './kind';

/** `9:30 到 10:00`. */
export function hoursOf({ startsAt, endsAt }: Pick<WindowView, 'startsAt' | 'endsAt'>): string {
  return words.hours(timeInWords(startsAt), timeInWords(endsAt));
}

/** `12 月 5 日 周六 9:30`. */
export function whenOf({ day, startsAt }: Pick<WindowView, 'day' | 'startsAt'>): string {
  return `${dayAndWeekday(day)} ${timeInWords(startsAt)}`;
}

/** What is booked, in words; the list holds those of other services too. The code itself, should a newer server know one more. */
export function kindTitle({ kind }: Pick<BookingView, 'kind'>): string {
  return kindOf(kind)?.title ?? seaScattering.kinds.find(({ code }) => code === kind)?.title ?? kind;
}

/** A sad or bare matter is drawn plain; one this release does not know as well. */
export function isPlain({ kind }: Pick<BookingView, 'kind'>): boolean {
  return themeOf(kind) === 'base';
}

/** Two must come, and say yes. */
export function isForTwo({ kind, parties }: Pick<BookingView, 'kind' | 'parties'>): boolean {
  return parties.length > 1 || (kindOf(kind)?.parties.least ?? 1) > 1;
}

/** Why an office called it off or closed its time, where that is how it stands now; none of what one of the two cancelled. */
export function whyEnded({ state, steps }: Pick<BookingView, 'state' | 'steps'>): string | undefined {
  if (state === 'cancelled') return steps[steps.length - 1]?.why;
  return state === 'displaced' ? [...steps].reverse().find(({ why }) => why)?.why : undefined;
}

/** It is no more, and none of the two wanted it so: nothing of it is drawn with cheer, and no other time is offered. */
export function isCalledOff(booking: Pick<BookingView, 'state' | 'steps'>): boolean {
  return booking.state === 'cancelled' && whyEnded(booking) !== undefined;
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
