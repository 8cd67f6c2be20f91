import { standingOf, WAY } from '@jinmen/shared/applications/case-machine';
import type { CaseItemView, LateView } from '@jinmen/shared/applications/views';
import type { Calendar } from '@jinmen/shared/calendar/working-days';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CheckNeed } from '../adults/adults.service';
import type { KeptEvent, OpenedCase } from '../cases/cases.repository';
import { openTroubles, type Trouble } from '../cases/troubles';
import type { ClockFacts } from '../clocks/on-the-clock';

/** A case with what was said about it, for the timeline. */
export interface CaseStory {
  readonly opened: OpenedCase;
  readonly holder: string;
  readonly items: readonly CaseItemView[];
  /** All that was said, notes too, oldest first. */
  readonly events: readonly KeptEvent[];
  /** What keeps the look into income and property from being asked for, if anything does. */
  readonly checkNeeds?: CheckNeed;
  /** The district left the decision to its streets. */
  readonly delegated: boolean;
  /** Where the hukou is of whom it is about; unknown when nobody said. */
  readonly hukou?: ClockFacts['hukou'];
  /** The holiday notices in our hands. */
  readonly calendar?: Calendar;
  /** What was done about steps that are late: by `<case>:<step>`. */
  readonly late?: ReadonlyMap<string, LateView>;
}

/** The first event of a kind that had its effect, or the note of that kind. */
export function eventOf({ events }: CaseStory, kind: string): KeptEvent | undefined {
  return events.find((event) => event.kind === kind && event.whyNot === undefined);
}

/** What only a person can put right, as long as it is so. */
export function troubleOf({ events }: CaseStory, kinds: readonly Trouble[]): KeptEvent | undefined {
  return openTroubles(events).find(({ kind }) => kinds.includes(kind));
}

/** The day the office took it: as it said, else when it said so. */
export function acceptedOn(story: CaseStory): CivilDate | undefined {
  return eventOf(story, 'accepted')?.detail.on as CivilDate | undefined;
}

/** Whether the case stands at the step or behind it. */
export function hasReached({ opened: { file } }: CaseStory, state: (typeof WAY)[number]): boolean {
  return file.state === 'withdrawn' || WAY.indexOf(standingOf(file)) >= WAY.indexOf(state);
}

export function isOver({ opened }: CaseStory): boolean {
  return opened.file.state === 'closed' || opened.file.state === 'withdrawn';
}
