import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { monthWords } from '@jinmen/shared/kernel/day-words';
import type { VoyageState, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { voyageWords as words } from '../../copy/funeral';
import { dayAndWeekday, timeInWords } from '../../platform/clock';
import type { PillTone } from '../../ui/pill';

/** `8:40`: a family reads hours in one way on every page, also where a day stands before them. */
export function hourOf(instant: string): string {
  return timeInWords(instant);
}

const NOON = 12;

/** `4 月 11 日 周六 上午`: what a family calls a voyage by. */
export function titleOf({ day, startsAt }: VoyageView): string {
  return words.title(
    dayAndWeekday(day),
    Number.parseInt(hourOf(startsAt), 10) < NOON ? words.morning : words.afternoon,
  );
}

/** `8:00 在东疆港集合，8:40 开船`: the two things nobody should have to look for. */
export function meetingOf({ meeting, startsAt }: VoyageView): string {
  return `${words.meet(hourOf(meeting.at), meeting.place)}，${words.sails(hourOf(startsAt))}`;
}

/** `8:40 开船`: all of it that is theirs to know, of whom nobody comes along. */
export function sailingOf({ startsAt }: VoyageView): string {
  return words.sails(hourOf(startsAt));
}

/** Colour is the second cue, and says no more than the word: nothing here is red, gold or green. */
export function toneOf(state: VoyageState): PillTone {
  return state === 'open' || state === 'nearly-full' ? 'soft' : 'muted';
}

export function canBeChosen({ state }: VoyageView): boolean {
  return state === 'open' || state === 'nearly-full';
}

/** Chosen as it is, without leaving anybody ashore. */
export function seatsAll(voyage: VoyageView): boolean {
  return canBeChosen(voyage) && voyage.tooFewSeats !== true;
}

export interface VoyageMonth {
  readonly key: string;
  readonly title: string;
  readonly voyages: readonly VoyageView[];
}

/** In the order they sail. What is over or has sailed is nobody's choice any more and is left out. */
export function byMonth(voyages: readonly VoyageView[]): readonly VoyageMonth[] {
  const ahead = voyages
    .filter(({ state }) => state !== 'over' && state !== 'sailed')
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const keys = [...new Set(ahead.map(({ day }) => monthOf(day)))];
  return keys.map((key) => ({
    key,
    title: monthWords(key),
    voyages: ahead.filter(({ day }) => monthOf(day) === key),
  }));
}

const monthOf = (day: CivilDate): string => day.slice(0, 7);

const MOST_NEAR = 3;

/** Others that have places, the nearest in time first. */
export function nearestOf(voyages: readonly VoyageView[], from: VoyageView): readonly VoyageView[] {
  const away = ({ startsAt }: VoyageView) => Math.abs(Date.parse(startsAt) - Date.parse(from.startsAt));
  return voyages
    .filter((voyage) => voyage.id !== from.id && seatsAll(voyage))
    .sort((one, other) => away(one) - away(other))
    .slice(0, MOST_NEAR);
}
