import type {
  ApplicationState,
  DueView,
  LateView,
  TimelineStep,
  TimelineView,
} from '@jinmen/shared/applications/views';
import { wholeTerms } from '@jinmen/shared/kernel/day-words';
import { caseWords } from '../../../copy/case';
import { routingWords } from '../../../copy/routing';
import { dayAndWeekday, dayInWords, shanghaiTime } from '../../../platform/clock';
import type { TimelinePier } from '../../../ui/bridge-timeline';
import { titleOf } from '../programme-title';
import { sourceInWords } from '../verdict-view';

const { step: words } = caseWords;

type PierLine = TimelinePier['lines'][number];

/** The steps as piers: who holds each, since when, by when at the latest, and honestly when that day has gone by. */
export function piersOf({ steps }: TimelineView, programmes: readonly string[]): readonly TimelinePier[] {
  return steps.map((step) => ({
    id: step.id,
    state: step.state,
    stateWords: words.states[step.state],
    title: step.title,
    lines: linesOf(step, programmes),
  }));
}

/** The whole crossing in one line: how far the deck is laid, and what is going on. */
export function crossingOf({ steps }: TimelineView, state: ApplicationState) {
  const under = steps.find((step) => step.state === 'now') ?? steps.findLast((step) => step.state === 'stopped');
  const over = state === 'closed' || state === 'withdrawn' ? caseWords.crossing[state] : undefined;
  return {
    done: steps.filter((step) => step.state === 'done').length,
    most: steps.length,
    words: over ?? (under === undefined ? caseWords.crossing.waiting : caseWords.crossing.now(under.title)),
  };
}

function linesOf(step: TimelineStep, programmes: readonly string[]): readonly PierLine[] {
  const { state, line, holder, at, since, due, late, programmes: own } = step;
  const some =
    own !== undefined && own.length < programmes.length && state !== 'done' && !own.every((code) => names(step, code));
  return [
    ...(line === undefined ? [] : [plain(wholeTerms(line))]),
    ...(at === undefined ? [] : [quiet(words.at(shanghaiTime(Date.parse(at))))]),
    ...(holder === undefined || state !== 'now' ? [] : [plain(words.holder(holder))]),
    ...(since === undefined || at !== undefined ? [] : [quiet(words.since(shanghaiTime(Date.parse(since))))]),
    ...(some ? [quiet(words.only(own.map(titleOf)))] : []),
    ...(due === undefined || state === 'done' ? [] : dueLines(due)),
    ...(late === undefined ? [] : lateLines(late)),
  ];
}

function names({ title }: TimelineStep, programme: string): boolean {
  return title.includes(titleOf(programme));
}

function dueLines({ on, clock, source, expected, overdue }: DueView): readonly PierLine[] {
  return [
    quiet(words.due(dayAndWeekday(on), clock)),
    ...(expected ? [quiet(words.expected)] : []),
    ...(overdue ? [{ text: words.overdue, tone: 'warn' as const }] : []),
    { text: words.source(sourceInWords(source)), tone: 'fine' },
  ];
}

/** What was done about it: whom we told and when, what they say, and whom to ask. */
function lateLines({ told, word, ask }: LateView): readonly PierLine[] {
  const { late: said } = routingWords;
  return [
    ...told.map(({ whom, on }) => plain(said.told(whom, dayInWords(on)))),
    plain(word === undefined ? said.none : said.word(word.from, dayInWords(word.on), word.text)),
    quiet(ask),
  ];
}

function plain(text: string): PierLine {
  return { text, tone: 'plain' };
}

function quiet(text: string): PierLine {
  return { text, tone: 'quiet' };
}
