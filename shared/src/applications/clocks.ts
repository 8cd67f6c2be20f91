import { type Clock, type ClockLeg, endOf } from '../calendar/clock';
import { type Calendar, releasedCalendar } from '../calendar/working-days';
import type { DecisionClock, Programme } from '../eligibility/programme';
import type { CivilDate } from '../kernel/civil-date';
import type { HukouPlace } from './hukou';
import type { CaseItemView, DueView } from './views';
import { clockNotes, clockWords } from './words';

/** What any clock is read with. */
export interface ClockReading {
  readonly today: CivilDate;
  /** The holiday notices in our hands; those of the release when absent. */
  readonly calendar?: Calendar;
}

/** What the time of a decision depends on. */
export interface DecisionReading extends ClockReading {
  /** The district left the decision to its streets (nobody has published which do). */
  readonly delegated?: boolean;
  readonly hukou?: HukouPlace;
}

/** A case as far as its clocks read it: the days on which something happened, as the bureau gave them. */
export interface CaseOnTheClock {
  readonly items: readonly {
    readonly programme: string;
    readonly state: CaseItemView['state'];
    readonly decidedOn?: CivilDate;
  }[];
  readonly acceptedOn?: CivilDate;
  readonly checkRequestedOn?: CivilDate;
  readonly publicisedUntil?: CivilDate;
  /** It came to the district, which confirms what the street found. */
  readonly atDistrictOn?: CivilDate;
  readonly atHukouPlaceOn?: CivilDate;
  readonly delegated: boolean;
  readonly hukou: HukouPlace;
}

type Clocked = Pick<Programme, 'code' | 'decidedWithin' | 'stepClocks' | 'publicNotice'>;

/** The steps a clock can stand on; `item:` and `told:` go by programme. */
export type ClockedStep = 'visited' | 'check' | 'publicised' | 'handed-over' | `item:${string}` | `told:${string}`;

/** By when each step of a case is done, as far as a source gives a time and its first day is known. */
export type StepDues = ReadonlyMap<ClockedStep, DueView>;

/** The clocks of a case at once: the timeline shows them, and what is overdue is counted by the same. */
export function stepDues(file: CaseOnTheClock, programmes: readonly Clocked[], reading: ClockReading): StepDues {
  const inHand = file.items
    .filter(({ state }) => state === 'in-hand')
    .flatMap(({ programme }) => of(programmes, programme));
  const first = (clock: (programme: Clocked) => Clock | undefined, from: CivilDate | undefined) =>
    from && earliest(inHand.flatMap((programme) => dueFrom(clock(programme), from, reading)));
  const steps: (readonly [ClockedStep, DueView | undefined])[] = [
    ['visited', first(({ stepClocks }) => stepClocks?.lookInto, file.acceptedOn)],
    ['check', first(({ stepClocks }) => stepClocks?.check, file.checkRequestedOn)],
    [
      'handed-over',
      file.hukou === 'elsewhere' ? first(({ stepClocks }) => stepClocks?.handOver, file.acceptedOn) : undefined,
    ],
    ['publicised', file.publicisedUntil && publicNoticeDue(file.publicisedUntil, inHand, reading.today)],
    ...inHand.map((programme) => [`item:${programme.code}`, decided(programme, file, reading)] as const),
    ...file.items.map((item) => [`told:${item.programme}`, told(item, programmes, reading)] as const),
  ];
  return new Map(steps.flatMap(([step, due]) => (due ? [[step, due]] : [])));
}

/** By when a programme is decided that an office took on `acceptedOn`; none where no source gives a time. */
export function decisionDue(
  { decidedWithin: clock }: Pick<Programme, 'decidedWithin'>,
  acceptedOn: CivilDate,
  reading: DecisionReading,
): DueView | undefined {
  if (!clock) return undefined;
  const [legs, note] = legsOf(clock, reading);
  return dueOf({ legs, source: clock.source }, acceptedOn, reading, note);
}

/** A clock as a resident is shown it. In a year without a holiday notice the day is expected, never blank (J23). */
export function dueOf(
  clock: Clock,
  from: CivilDate,
  { today, calendar = releasedCalendar }: ClockReading,
  note = '',
): DueView {
  const { on, expected } = endOf(clock, from, calendar);
  return { on, clock: `${clockWords(clock.legs)}${note}`, source: clock.source, expected, overdue: today > on };
}

function decided(programme: Clocked, file: CaseOnTheClock, reading: ClockReading): DueView | undefined {
  const { acceptedOn, atDistrictOn, atHukouPlaceOn, delegated, hukou } = file;
  if (!acceptedOn) return undefined;
  const { confirm, decidedAfterHandOver } = programme.stepClocks ?? {};
  const there = atHukouPlaceOn && decidedAfterHandOver;
  if (there) return dueOf(there, atHukouPlaceOn, reading, clockNotes.fromHukouPlace);
  return earliest([
    ...[decisionDue(programme, acceptedOn, { ...reading, delegated, hukou })].filter((due) => due !== undefined),
    ...(atDistrictOn ? dueFrom(confirm, atDistrictOn, reading, clockNotes.fromDistrict) : []),
  ]);
}

function legsOf(clock: DecisionClock, { delegated, hukou }: DecisionReading): readonly [readonly ClockLeg[], string] {
  if (hukou === 'elsewhere' && clock.handedOver) return [clock.handedOver, clockNotes.handedOver];
  if (hukou === 'elsewhere' && clock.apart) return [clock.apart, clockNotes.apart];
  return [delegated && clock.delegated ? clock.delegated : clock.legs, ''];
}

/** A refusal is told in writing, and some programmes' every decision is: by when, from the day it was decided. */
function told(
  { programme, state, decidedOn }: CaseOnTheClock['items'][number],
  programmes: readonly Clocked[],
  reading: ClockReading,
): DueView | undefined {
  const clocks = of(programmes, programme)[0]?.stepClocks;
  const clock =
    state === 'refused' ? (clocks?.refusalTold ?? clocks?.told) : state === 'approved' ? clocks?.told : undefined;
  return clock && decidedOn && dueOf(clock, decidedOn, reading);
}

/** The public notice as the bureau set it: its last day is a fact, never expected. None where no source says how long. */
function publicNoticeDue(until: CivilDate, programmes: readonly Clocked[], today: CivilDate): DueView | undefined {
  const rules = programmes.flatMap(({ publicNotice }) => (publicNotice?.kind === 'posted' ? [publicNotice] : []));
  const hangs = rules.find((rule) => rule.hangs)?.hangs;
  if (!hangs) return undefined;
  return { on: until, clock: clockWords(hangs.legs), source: hangs.source, expected: false, overdue: today > until };
}

function dueFrom(clock: Clock | undefined, from: CivilDate, reading: ClockReading, note = ''): readonly DueView[] {
  return clock ? [dueOf(clock, from, reading, note)] : [];
}

function earliest(dues: readonly DueView[]): DueView | undefined {
  return dues.reduce<DueView | undefined>(
    (first, due) => (first === undefined || due.on < first.on ? due : first),
    undefined,
  );
}

function of(programmes: readonly Clocked[], code: string): readonly Clocked[] {
  return programmes.filter((each) => each.code === code);
}
