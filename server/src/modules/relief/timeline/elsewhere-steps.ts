import type { TimelineStep } from '@jinmen/shared/applications/views';
import { elsewhereWords as words } from '../elsewhere/words';
import { type CaseStory, eventOf } from './case-story';

type Step = Pick<TimelineStep, 'state' | 'title' | 'line' | 'at'> & { readonly key: string };

/** 跨省通办: it is with the place of the household register. */
export function pushedOnStep(story: CaseStory): Step | undefined {
  const pushed = eventOf(story, 'pushed-on');
  if (!pushed) return undefined;
  const title = words.pushedOn(String(pushed.detail.to));
  return { key: 'pushed-on', state: 'done', title, line: words.line, at: pushed.at.toISOString() };
}
