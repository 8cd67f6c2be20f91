import { type Clock, endOf } from '../calendar/clock';
import type { Programme } from '../eligibility/programme';
import type { CivilDate } from '../kernel/civil-date';
import type { DueView } from './views';
import { clockWords } from './words';

/** What a programme's clock is read with. */
export interface ClockReading {
  readonly today: CivilDate;
  /** The district left the decision to its streets (configuration, empty: nobody published which do). */
  readonly delegated?: boolean;
}

/** 民发〔2021〕57号 第十五条: after taking an application, the street begins to look into it within three working days. */
const LOOK_INTO: Clock = {
  legs: [{ workingDays: 3 }],
  source: {
    document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
    article: '第十五条',
    effective: '2021-07-01',
    row: 'A.9',
    confidence: 'third-party-copy',
  },
};

/** 第十九条: the list of names hangs out for seven days. */
export const PUBLIC_NOTICE: Clock = {
  legs: [{ days: 7 }],
  source: { ...LOOK_INTO.source, article: '第十九条' },
};

/** By bureau: what must begin how soon after it took the application. A bureau without a published time has none. */
const FIRST_STEP: Readonly<Record<string, Clock | undefined>> = { 'social-assistance': LOOK_INTO };

/** By when a programme is decided that an office took on `acceptedOn`; none where no source gives a time. */
export function decisionDue(
  { decidedWithin: clock }: Pick<Programme, 'decidedWithin'>,
  acceptedOn: CivilDate,
  { today, delegated = false }: ClockReading,
): DueView | undefined {
  if (!clock) return undefined;
  const legs = delegated ? (clock.delegated ?? clock.legs) : clock.legs;
  return dueOf({ legs, source: clock.source }, acceptedOn, today);
}

/** By when the bureau begins to look into what it took on `acceptedOn`; none where no source gives a time. */
export function firstStepDue(bureau: string, acceptedOn: CivilDate, today: CivilDate): DueView | undefined {
  const clock = FIRST_STEP[bureau];
  return clock && dueOf(clock, acceptedOn, today);
}

/** The public notice as the bureau set it: its last day is a fact, never expected. */
export function publicNoticeDue(until: CivilDate, today: CivilDate): DueView {
  const { legs, source } = PUBLIC_NOTICE;
  return { on: until, clock: clockWords(legs), source, expected: false, overdue: today > until };
}

/** A clock as a resident is shown it. In a year without a holiday notice the day is expected, never blank (J23). */
export function dueOf(clock: Clock, from: CivilDate, today: CivilDate): DueView {
  const { on, expected } = endOf(clock, from);
  return { on, clock: clockWords(clock.legs), source: clock.source, expected, overdue: today > on };
}
