import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { dayWords } from '@jinmen/shared/kernel/day-words';

/** What a resident reads of where a case went. */
export const routingWords = {
  moved: (office: string) => `转到了${office}`,
  why: (why: string) => `为什么转：${why}`,
  clocksGoOn: '该办完的日子照算，您不用再递。',
  handOver: {
    ahead: '转到户口那边的街道',
    line: '这一项由户口所在的地方定，材料由这边替您转过去。',
  },
} as const;

/** What a resident reads of times. */
export const clockWords = {
  none: '要多少天，没有公布。想问可以打 12345。',
  check: (days: string, last: CivilDate) => `送去以后，${days}里开始查，最晚 ${dayWords(last)}开始。查多久，没有写明。`,
  refusalTold: (last: CivilDate, clock: string) => `书面的通知，最晚 ${dayWords(last)}送到（${clock}）。`,
  ask: (holder: string) => `想问，打${holder}的电话，或打 12345，说回执号就行。`,
} as const;
