import type { TimelineStep } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { isHandedOver } from '../clocks/on-the-clock';
import { routingWords as words } from '../routing/words';
import { acceptedOn, type CaseStory, isOver } from './case-story';

type Step = Pick<TimelineStep, 'state' | 'title' | 'line' | 'at' | 'due' | 'late'> & { readonly key: string };

/** Every office the case was sent on to: when, and why. */
export function hopSteps({ opened: { hops = [] } }: CaseStory): readonly Step[] {
  return hops.map(({ office, since, why }, index) => ({
    key: `moved:${index}`,
    state: 'done' as const,
    title: words.moved(office.name),
    line: `${words.why(why)}。${words.clocksGoOn}`,
    at: since.toISOString(),
  }));
}

/** What is decided where the hukou is goes there first, when the home is elsewhere. */
export function handOverStep(story: CaseStory, time: Pick<Step, 'due' | 'late'>): Step | undefined {
  const { hukou, opened, items } = story;
  const goes = items.some(({ programme, state }) => state === 'in-hand' && isDecidedThere(programme));
  if (hukou?.place !== 'elsewhere' || !goes || isHandedOver(story) || isOver(story)) return undefined;
  if (acceptedOn(story) === undefined && opened.file.state === 'held-back') return undefined;
  const { ahead, line } = words.handOver;
  return { key: 'handed-over', state: 'ahead', title: ahead, line, ...time };
}

function isDecidedThere(programme: string): boolean {
  return catalogue.some(({ code, decidedAtHukouPlace }) => code === programme && decidedAtHukouPlace !== undefined);
}
