import type { ApplicationView, TimelineView } from '@jinmen/shared/applications/views';
import { create } from 'zustand';
import { nowMs } from '../../../platform/clock';
import { type Reply, request } from '../../../platform/http';
import { isRecord } from '../../../platform/shape';
import {
  casesRecord,
  forgetCaseOnPhone,
  forgetDraftOnPhone,
  isSomebodyHelped,
  whenApplicationsForgotten,
} from '../../../state/applications-on-phone';
import { viewFrom } from '../apply/view-from';

/** A case as it stood at a moment. */
export interface CaseSeen {
  readonly view: ApplicationView;
  readonly timeline: TimelineView;
  readonly atMs: number;
}

interface CaseState {
  readonly id: string | undefined;
  readonly seen: CaseSeen | undefined;
  readonly looking: boolean;
  /** Why `seen` is not of now, or not there. */
  readonly problem: 'offline' | 'fault' | 'signed-out' | 'not-found' | 'handed-back' | undefined;
}

const nothing: CaseState = { id: undefined, seen: undefined, looking: false, problem: undefined };

export const useCase = create<CaseState>(() => nothing);

whenApplicationsForgotten(() => useCase.setState(nothing));

/** As many copies as a resident goes back to. */
const MOST_COPIES = 5;

/** Shows this phone's copy at once, and then what the server says. */
export async function openCase(id: string): Promise<void> {
  if (useCase.getState().id !== id) {
    useCase.setState({ ...nothing, id });
    const copy = seenFrom((await casesRecord.read())[id]);
    if (useCase.getState().id === id && copy) useCase.setState({ seen: copy });
  }
  await lookAgain();
}

let underway: { readonly id: string; readonly done: Promise<void> } | undefined;

/** Asks the server anew; whoever asks while an answer is on its way waits for that one. */
export async function lookAgain(): Promise<void> {
  const { id } = useCase.getState();
  if (id === undefined) return;
  if (underway?.id !== id) underway = { id, done: look(id) };
  const mine = underway;
  await mine.done;
  if (underway === mine) underway = undefined;
}

async function look(id: string): Promise<void> {
  useCase.setState({ looking: true });
  const path = `/relief/applications/${encodeURIComponent(id)}`;
  const [view, timeline] = await Promise.all([
    request<ApplicationView>({ method: 'GET', path, session: 'required' }),
    request<TimelineView>({ method: 'GET', path: `${path}/timeline`, session: 'required' }),
  ]);
  if (useCase.getState().id !== id) return;
  const problem = problemOf(view) ?? problemOf(timeline);
  if (view.kind === 'ok' && timeline.kind === 'ok')
    await takeSeen({ view: view.data, timeline: timeline.data, atMs: nowMs() });
  if (problem === 'not-found' && isSomebodyHelped(useCase.getState().seen?.view)) return leave(id);
  const before = useCase.getState().problem;
  useCase.setState({ looking: false, problem: problem === 'not-found' && before === 'handed-back' ? before : problem });
}

/** Whoever was helped goes on alone: nothing of theirs stays on this phone. */
async function leave(id: string): Promise<void> {
  useCase.setState({ ...nothing, id, problem: 'handed-back' });
  await Promise.all([forgetCaseOnPhone(id), forgetDraftOnPhone(id)]);
}

async function takeSeen(seen: CaseSeen): Promise<void> {
  useCase.setState({ seen });
  await casesRecord.change((now) => {
    const copies = Object.entries({ ...now, [seen.view.id]: seen }).filter(([, copy]) => seenFrom(copy) !== undefined);
    const newest = copies.sort(([, one], [, other]) => Number(atOf(other)) - Number(atOf(one)));
    return Object.fromEntries(newest.slice(0, MOST_COPIES));
  });
}

function atOf(copy: unknown): unknown {
  return isRecord(copy) ? copy.atMs : 0;
}

function problemOf(reply: Reply<unknown>): CaseState['problem'] {
  switch (reply.kind) {
    case 'signed-out':
      return 'signed-out';
    case 'offline':
      return 'offline';
    case 'problem':
      return reply.status === 404 ? 'not-found' : 'fault';
    default:
      return undefined;
  }
}

function seenFrom(stored: unknown): CaseSeen | undefined {
  if (!isRecord(stored) || typeof stored.atMs !== 'number' || !isRecord(stored.timeline)) return undefined;
  const view = viewFrom(stored.view);
  if (view === undefined || !Array.isArray(stored.timeline.steps)) return undefined;
  // written by this app from the server's answer, and sealed since: its list of steps is all that is looked at
  return { view, timeline: stored.timeline as unknown as TimelineView, atMs: stored.atMs };
}
