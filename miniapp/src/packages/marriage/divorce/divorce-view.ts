import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { weekdayWords } from '@jinmen/shared/kernel/day-words';
import type { DivorceView } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { divorceWords } from '../../../copy/divorce';
import { dayInWords } from '../../../platform/clock';
import type { TimelinePier } from '../../../ui/bridge-timeline';

const { piers: words } = divorceWords;

type PierState = TimelinePier['state'];

/** Where each of the three stands: taken by the registry, the thirty days, the certificate. */
const STANDS: Readonly<Record<DivorceView['state'], readonly [PierState, PierState, PierState]>> = {
  cooling: ['done', 'now', 'ahead'],
  ready: ['done', 'done', 'now'],
  withdrawn: ['done', 'stopped', 'ahead'],
  done: ['done', 'done', 'done'],
  lapsed: ['done', 'done', 'stopped'],
};

/** The two steps and what lies between them, with their days as people say them. */
export function piersOf({ state, receivedOn, days }: DivorceView): readonly TimelinePier[] {
  const [received, cooling, collect] = STANDS[state];
  return [
    pier('received', received, words.received.title, [words.received.line(dayInWords(receivedOn))]),
    pier('cooling', cooling, words.cooling.title, [words.cooling.line(lastDay(days.coolingUntil))]),
    pier('collect', collect, words.collect.title, [
      words.collect.line(dayInWords(days.from), lastDay(days.until)),
      ...(state === 'cooling' || state === 'ready' ? [words.collect.late] : []),
    ]),
  ];
}

/** With its weekday: a last day is planned for. The year stays, as the sixty days may reach into the next. */
function lastDay(day: CivilDate): string {
  return `${dayInWords(day)} ${weekdayWords(day)}`;
}

function pier(id: string, state: PierState, title: string, lines: readonly string[]): TimelinePier {
  return { id, state, stateWords: words[state], title, lines: lines.map((text) => ({ text, tone: 'quiet' })) };
}

/** Step 2 can be booked ahead, for a day within its thirty. */
export function maySecond({ state }: DivorceView): boolean {
  return state === 'cooling' || state === 'ready';
}

/** Nothing is on its way: the first step is where it begins. */
export function isOver({ state }: DivorceView): boolean {
  return state === 'withdrawn' || state === 'lapsed' || state === 'done';
}
