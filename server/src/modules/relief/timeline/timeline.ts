import type { TimelineStep } from '@jinmen/shared/applications/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { timelineWords } from '../words';
import { caseSteps } from './case-steps';
import type { CaseStory } from './case-story';

export interface HandedIn {
  readonly id: string;
  readonly submittedAt: Date;
  readonly receiptNumber: string;
  /** In words, when somebody else handed it in. */
  readonly by?: string;
}

/**
 * One line of time in front of all cases: what was done in the order it was, then what is going on, then what comes.
 * Within each of the three a case keeps its own order.
 * @param more what belongs to no single case.
 */
export function timelineSteps(
  handedIn: HandedIn,
  stories: readonly CaseStory[],
  today: CivilDate,
  more: readonly TimelineStep[] = [],
): readonly TimelineStep[] {
  const { title, line } = timelineWords.handedIn;
  const first: TimelineStep = {
    id: `${handedIn.id}:handed-in`,
    state: 'done',
    title,
    line: [handedIn.by, line(handedIn.receiptNumber)].filter((part) => part !== undefined).join('，'),
    at: handedIn.submittedAt.toISOString(),
  };
  const steps = [...stories.flatMap((story) => caseSteps(story, today)), ...more];
  const past = steps.filter(isPast).sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
  return [first, ...past, ...steps.filter(({ state }) => state === 'now'), ...steps.filter(isAhead)];
}

function isPast({ state, at }: TimelineStep): boolean {
  return state === 'done' || (state === 'stopped' && at !== undefined);
}

function isAhead({ state, at }: TimelineStep): boolean {
  return state === 'ahead' || (state === 'stopped' && at === undefined);
}
