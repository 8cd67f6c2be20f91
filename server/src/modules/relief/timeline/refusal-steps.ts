import type { ToldAppeal } from '@jinmen/shared/applications/appeal';
import type { DisputeView } from '@jinmen/shared/applications/dispute';
import type { TimelineStep } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { dayWords } from '@jinmen/shared/kernel/day-words';
import type { Objections } from '../refusals/refusals.service';
import type { CaseStory } from './case-story';
import { refusalSteps as words } from './refusal-step-words';

/** What the resident held against a figure or a decision, and what came of it. */
export function refusalSteps(
  { disputes, appeals }: Objections,
  stories: readonly CaseStory[],
): readonly TimelineStep[] {
  return [...disputes.flatMap(disputeSteps), ...stories.flatMap(reopenings), ...appeals.map(appealStep)];
}

function disputeSteps({ id, label, holder, state, saidAt, answer }: DisputeView): readonly TimelineStep[] {
  const said: TimelineStep = {
    id: `dispute:${id}`,
    state: 'done',
    title: words.said,
    line: words.about(label),
    at: saidAt,
  };
  if (!answer)
    return [
      said,
      { id: `dispute:${id}:asked`, state: 'now', title: words.asked, line: words.about(label), holder, since: saidAt },
    ];
  const title = state === 'corrected' ? words.corrected : words.stays;
  const line = state === 'stays' && answer.why ? words.why(answer.why) : words.about(label);
  return [said, { id: `dispute:${id}:answered`, state: 'done', title, line, holder, at: answer.at }];
}

function reopenings({ events, holder }: CaseStory): readonly TimelineStep[] {
  return events.flatMap(({ id, kind, whyNot, detail, at, eventId }) => {
    if (kind !== 'reopened' || whyNot !== undefined || !eventId.startsWith('reopened:')) return [];
    const programme = String(detail.programme);
    const step = { state: 'done', title: words.reopened(titleOf(programme)), holder, at: at.toISOString() } as const;
    return [{ id: `reopened:${id}`, ...step, programmes: [programme] }];
  });
}

function appealStep({ programme, kind, on, saidAt }: ToldAppeal): TimelineStep {
  const title = words[kind](titleOf(programme));
  const line = words.handedIn(dayWords(on));
  return { id: `appeal:${kind}:${programme}`, state: 'done', title, line, at: saidAt, programmes: [programme] };
}

function titleOf(code: string): string {
  return catalogue.find((each) => each.code === code)?.title ?? code;
}
