import { type ClockedStep, type StepDues, stepDues } from '@jinmen/shared/applications/clocks';
import type { CaseItemView, TimelineStep } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { dayWords } from '@jinmen/shared/kernel/day-words';
import type { CheckNeed } from '../adults/adults.service';
import type { KeptEvent } from '../cases/cases.repository';
import { onTheClock } from '../clocks/on-the-clock';
import { clockWords } from '../routing/words';
import { timelineWords } from '../words';
import { acceptedOn, type CaseStory, eventOf, hasReached, isOver, troubleOf } from './case-story';
import { pushedOnStep } from './elsewhere-steps';
import { moneySteps } from './money-steps';
import { handOverStep, hopSteps } from './routing-steps';

/** Who visits, checks and hangs out names: the others only take an application and decide it. */
const LOOKS_INTO = 'social-assistance';

/** A story with its clocks read. */
type TimedStory = CaseStory & { readonly dues: StepDues; readonly today: CivilDate };

type Step = Omit<TimelineStep, 'id' | 'holder' | 'programmes'> & {
  readonly key: string;
  /** It waits for the resident: nobody else has it in hand. */
  readonly yours?: true;
};

/**
 * What happened to one case and what comes next, in its own order. A step that was skipped is not told. While the case
 * is at its bureau something is always going on: where nothing says so, it is the first of what comes.
 */
export function caseSteps(told: CaseStory, today: CivilDate): readonly TimelineStep[] {
  const story = onTime(told, today);
  const atBureau = story.items.filter(({ state }) => state !== 'held-back' && state !== 'not-filed');
  const programmes = atBureau.map(({ programme }) => programme);
  const { id } = story.opened.row;
  const way = atBureau.length === 0 ? [] : wayOf(story);
  const steps = [
    ...way.map(({ key, yours, ...step }) => ({
      id: `${id}:${key}`,
      ...step,
      ...(yours ? {} : { holder: story.holder }),
      programmes,
    })),
    ...story.items.map((item) => itemStep(story, item)),
  ];
  const waiting = story.items
    .filter(({ state }) => state === 'held-back')
    .map(({ programme }) => itemId(story, programme));
  const stuck =
    steps.some(({ state }) => state === 'now') || troubleOf(story, ['filing-rejected', 'filing-skipped']) !== undefined;
  const next = stuck ? undefined : steps.find((step) => step.state === 'ahead' && !waiting.includes(step.id));
  const money = story.items.flatMap((item) => moneySteps(id, story.holder, item, today));
  return [...steps.map((step): TimelineStep => (step === next ? { ...step, state: 'now' } : step)), ...money];
}

function onTime(story: CaseStory, today: CivilDate): TimedStory {
  const file = onTheClock({ hukou: { place: 'unknown' }, ...story });
  return {
    ...story,
    today,
    dues: stepDues(file, catalogue, { today, ...(story.calendar && { calendar: story.calendar }) }),
  };
}

/** By when, and what was done about it when that day has gone by. */
function timing({ dues, late, opened }: TimedStory, step: ClockedStep): Pick<Step, 'due' | 'late'> {
  const due = dues.get(step);
  const about = due?.overdue ? late?.get(`${opened.row.id}:${step}`) : undefined;
  return { ...(due && { due }), ...(about && { late: about }) };
}

function wayOf(story: TimedStory): readonly Step[] {
  const handOver = handOverStep(story, timing(story, 'handed-over'));
  const moved = [...hopSteps(story), handOver, pushedOnStep(story)];
  const steps = [sent(story), accepted(story), ...moved, ...papers(story), ...looking(story)];
  return steps.filter((step) => step !== undefined);
}

function itemId({ opened }: CaseStory, programme: string): string {
  return `${opened.row.id}:item:${programme}`;
}

function sent(story: CaseStory): Step | undefined {
  const words = timelineWords.sent;
  const refused = troubleOf(story, ['filing-rejected']);
  const givenUp = troubleOf(story, ['filing-skipped']);
  if (givenUp)
    return { key: 'sent', state: 'stopped', title: words.givenUp, line: words.givenUpLine, at: iso(givenUp) };
  if (refused)
    return { key: 'sent', state: 'stopped', title: words.refused, line: words.refusedLine, at: iso(refused) };
  const registered = eventOf(story, 'registered');
  if (registered) return { key: 'sent', state: 'done', title: words.done, at: iso(registered) };
  return hasReached(story, 'routed') ? undefined : { key: 'sent', state: 'now', title: words.now };
}

function accepted(story: CaseStory): Step | undefined {
  const words = timelineWords.accepted;
  const event = eventOf(story, 'accepted');
  if (event) return { key: 'accepted', state: 'done', title: words.done, at: iso(event) };
  if (hasReached(story, 'accepted') || isOver(story)) return undefined;
  const since = eventOf(story, 'registered');
  return { key: 'accepted', state: since ? 'now' : 'ahead', title: words.ahead, ...(since && { since: iso(since) }) };
}

/** What begins a list of missing papers, or opens it again. */
const ASKED = ['papers-requested', 'paper-unreadable'];

function papers(story: CaseStory): readonly Step[] {
  const words = timelineWords.papers;
  const asked = story.opened.file.papers;
  const event = story.events.filter(({ kind, whyNot }) => ASKED.includes(kind) && whyNot === undefined).at(-1);
  if (!asked || !event) return [];
  const waiting = story.opened.file.state === 'supplement-requested';
  const missing = asked.papers.filter(({ received }) => !received).map(({ name }) => name);
  if (waiting) {
    const line = words.line(missing.join('、'), dayWords(asked.by));
    return [{ key: 'papers', state: 'now', title: words.now, line, since: iso(event), yours: true }];
  }
  const last = story.events.filter(({ kind, whyNot }) => kind === 'papers-received' && whyNot === undefined).at(-1);
  return missing.length > 0 ? [] : [{ key: 'papers', state: 'done', title: words.done, at: iso(last ?? event) }];
}

function looking(story: TimedStory): readonly (Step | undefined)[] {
  if (story.opened.row.bureau === LOOKS_INTO) return [check(story), visited(story), publicised(story)];
  // the others need not come; where one of them did, it is told
  return eventOf(story, 'visited') ? [visited(story)] : [];
}

const NEEDS: Readonly<Record<CheckNeed | 'none', string | undefined>> = {
  signature: timelineWords.check.notSigned,
  'more-signatures': timelineWords.check.manyAdults,
  unasked: timelineWords.check.unasked,
  none: undefined,
};

function check(story: TimedStory): Step | undefined {
  const words = timelineWords.check;
  const requested = eventOf(story, 'check-requested');
  const finished = eventOf(story, 'check-finished');
  const impossible = eventOf(story, 'check-impossible');
  const need = story.checkNeeds ?? 'none';
  const others = NEEDS[need] && need !== 'signature' && !isOver(story) ? { line: NEEDS[need] } : {};
  if (finished) return { key: 'check', state: 'done', title: words.done, ...others, at: iso(finished) };
  if (impossible)
    return { key: 'check', state: 'stopped', title: words.ahead, line: words.impossible, at: iso(impossible) };
  const unreadable = eventOf(story, 'check-unreadable');
  if (unreadable)
    return { key: 'check', state: 'stopped', title: words.ahead, line: words.unreadable, at: iso(unreadable) };
  if (isOver(story)) return undefined;
  if (requested)
    return { key: 'check', state: 'now', title: words.now, since: iso(requested), ...beginsBy(story), ...others };
  if (hasReached(story, 'verifying')) return undefined;
  const line = NEEDS[need];
  const asked = { ...(line && { line }), ...(story.checkNeeds === 'signature' && { asks: story.checkNeeds }) };
  return isAt(story, 'accepted') && line && need !== 'unasked'
    ? { key: 'check', state: 'now', title: words.unsigned, yours: true, ...asked }
    : { key: 'check', state: 'ahead', title: words.ahead, ...asked };
}

/** That a check begins is nothing anybody tells us: its day is said, and nobody is called late for it. */
function beginsBy({ dues }: TimedStory): Pick<Step, 'line'> {
  const due = dues.get('check');
  return due ? { line: clockWords.check(due.clock, due.on) } : {};
}

function visited(story: TimedStory): Step | undefined {
  const words = timelineWords.visited;
  const event = eventOf(story, 'visited');
  if (event) return { key: 'visited', state: 'done', title: words.done, at: iso(event) };
  if (hasReached(story, 'investigating') || isOver(story)) return undefined;
  return { key: 'visited', state: 'ahead', title: words.ahead, ...timing(story, 'visited') };
}

function publicised(story: TimedStory): Step | undefined {
  const words = timelineWords.publicised;
  const event = eventOf(story, 'publicised');
  if (!event)
    return hasReached(story, 'publicised') || isOver(story)
      ? undefined
      : { key: 'publicised', state: 'ahead', title: words.ahead };
  const due = story.dues.get('publicised');
  if (story.today > (event.detail.until as CivilDate) || isOver(story))
    return { key: 'publicised', state: 'done', title: words.done, at: iso(event) };
  return { key: 'publicised', state: 'now', title: words.now, since: iso(event), ...(due && { due }) };
}

function itemStep(story: TimedStory, { programme, state, why, decision }: CaseItemView): TimelineStep {
  const about = { id: itemId(story, programme), holder: story.holder, programmes: [programme] };
  const found = catalogue.find(({ code }) => code === programme);
  const title = found?.title ?? programme;
  const words = timelineWords.decided;
  const told = story.events
    .filter(({ kind, detail, whyNot }) => kind === 'decided' && detail.programme === programme && whyNot === undefined)
    .at(-1);
  const at = told && { at: iso(told) };
  const tooLate = eventOf(story, 'withdrawal-rejected') && { line: words.withdrawalTooLate };
  const notTold = eventOf(story, 'withdrawal-skipped') && { line: words.withdrawalGivenUp };
  switch (state) {
    case 'approved':
      return { ...about, state: 'done', title: words.approved(title), ...tooLate, ...at };
    case 'refused':
      return {
        ...about,
        state: 'done',
        title: words.refused(title),
        ...refusalLine(story, programme, decision?.clause?.text),
        ...at,
      };
    case 'withdrawn':
      return { ...about, state: 'stopped', title: words.withdrawn(title), ...tooLate, ...notTold };
    case 'held-back':
      return { ...about, state: 'ahead', title: words.heldBack(title), ...(why && { line: why }) };
    case 'not-filed':
      return { ...about, state: 'stopped', title: words.notFiled(title), ...(why && { line: why }) };
    case 'in-hand':
      return { ...about, title: words.ahead(title), ...inHand(story, programme) };
  }
}

/** Of a programme that is not decided: whether it is its turn, by when, and what went wrong on its way. */
function inHand(story: TimedStory, programme: string): Pick<TimelineStep, 'state' | 'due' | 'late' | 'line'> {
  const words = timelineWords.decided;
  const from = acceptedOn(story);
  const waits = hasReached(story, 'publicised') || (from !== undefined && story.opened.row.bureau !== LOOKS_INTO);
  const time = timing(story, `item:${programme}`);
  const line = eventOf(story, 'item-skipped')
    ? words.addingGivenUp
    : eventOf(story, 'item-rejected')
      ? words.addingRefused
      : from && !time.due
        ? clockWords.none
        : undefined;
  return { state: waits ? 'now' : 'ahead', ...time, ...(line !== undefined && { line }) };
}

function refusalLine({ dues }: TimedStory, programme: string, clause: string | undefined): Pick<Step, 'line'> {
  const told = dues.get(`told:${programme}`);
  const line = [clause, told && clockWords.refusalTold(told.on, told.clock)].filter((part) => part !== undefined);
  return line.length > 0 ? { line: line.join(' ') } : {};
}

function isAt({ opened }: CaseStory, state: CaseStory['opened']['file']['state']): boolean {
  return opened.file.state === state;
}

function iso({ at }: KeptEvent): string {
  return at.toISOString();
}
