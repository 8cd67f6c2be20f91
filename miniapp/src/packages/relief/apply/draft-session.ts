import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { create } from 'zustand';
import { nowMs } from '../../../platform/clock';
import { type ProblemReply, type Reply, request } from '../../../platform/http';
import { forgetCaseOnPhone, isSomebodyHelped, whenApplicationsForgotten } from '../../../state/applications-on-phone';
import type { Draft } from '../interview';
import { dropWaiting, forgetOnPhone, keepOnPhone, readOnPhone } from './draft-on-phone';
import {
  afterSaving,
  chooseSide,
  type Edit,
  edit,
  nothingUnsent,
  readyToSend,
  reconcile,
  settleTyped,
  type,
  type Unsent,
} from './unsent';
import { viewFrom } from './view-from';

interface DraftState {
  readonly id: string | undefined;
  /**
   * Of the draft as a whole. `unreachable`: neither the server nor this phone has it to show. `handed-back`: whoever was
   * helped with it goes on without this phone.
   */
  readonly standing: 'loading' | 'ready' | 'not-found' | 'handed-back' | 'unreachable' | 'signed-out';
  /** Why it is unreachable. */
  readonly words: string | undefined;
  readonly server: ApplicationView | undefined;
  readonly unsent: Unsent;
  readonly saving: 'saved' | 'saving' | 'offline' | 'failed' | 'signed-out';
  readonly savedAtMs: number | undefined;
  /** What the server said is wrong, by field; gone as soon as the field is changed. */
  readonly problems: Readonly<Record<string, string>>;
  /** False when this phone keeps nothing encrypted: what is not saved yet lives as long as the app. */
  readonly kept: boolean;
}

export const closedDraft: DraftState = {
  id: undefined,
  standing: 'loading',
  words: undefined,
  server: undefined,
  unsent: nothingUnsent,
  saving: 'saved',
  savedAtMs: undefined,
  problems: {},
  kept: true,
};

/** The draft on the screen, shared by the form, the people in it and the last look before it is sent. */
export const useDraft = create<DraftState>(() => closedDraft);

whenApplicationsForgotten(() => {
  dropWaiting();
  useDraft.setState(closedDraft, true);
});

const RETRY_MS = 10_000;
/** Another phone that changes the same draft faster than this one can follow: the resident is told it is not saved. */
const MOST_ROUNDS = 8;

let saving: Promise<void> | undefined;
let retrying: ReturnType<typeof setTimeout> | undefined;

/** Shows what this phone has of it at once, then what the server has; what was not sent is sent. */
export async function openDraft(id: string): Promise<void> {
  if (useDraft.getState().id !== id) {
    useDraft.setState({ ...closedDraft, id }, true);
    const { server, unsent } = await readOnPhone(id);
    if (useDraft.getState().id !== id) return;
    useDraft.setState({ server, unsent, ...(server && { standing: 'ready' }) });
  }
  const reply = await request<ApplicationView>({ method: 'GET', path: pathOf(id), session: 'required' });
  if (useDraft.getState().id !== id) return;
  if (reply.kind === 'ok') takeServer(reply.data);
  else if (reply.kind === 'signed-out') useDraft.setState({ standing: 'signed-out' });
  else if (isGone(reply)) await leave(id);
  else if (useDraft.getState().server === undefined && reply.kind !== 'not-modified') {
    useDraft.setState({ standing: 'unreachable', words: reply.words });
  }
  await saveNow();
}

/** Answers that are whole, and the controls they were typed in: kept here at once, sent behind whatever is on its way. */
export function changeFields(changes: FieldValues, controls: readonly string[] = []): void {
  const { server, unsent, problems } = useDraft.getState();
  if (server === undefined) return;
  useDraft.setState({ problems: without(problems, Object.keys(changes)) });
  setUnsent(controls.reduce(settleTyped, edit(unsent, server.fields, changes, nowMs())));
  void saveNow();
}

/** What was typed there is given up; the answer before it stands. */
export function forgetTyped(controls: readonly string[]): void {
  setUnsent(controls.reduce(settleTyped, useDraft.getState().unsent));
}

/** What is half typed. */
export function typeInto(draft: Draft): void {
  setUnsent(type(useDraft.getState().unsent, draft));
}

export function chooseSideOf(field: string, side: 'mine' | 'theirs'): void {
  const { server, unsent } = useDraft.getState();
  if (server === undefined) return;
  setUnsent(chooseSide(unsent, server.fields, field, side));
  void saveNow();
}

/** Sends what is ready, one request at a time, until nothing is left or there is no getting through. */
export function saveNow(): Promise<void> {
  saving ??= saveAll().finally(() => {
    saving = undefined;
  });
  return saving;
}

/** The server's newest, from wherever it came. */
export function takeServer(server: ApplicationView): void {
  const unsent = server.state === 'draft' ? reconcile(useDraft.getState().unsent, server.fields) : nothingUnsent;
  useDraft.setState({ server, standing: 'ready', words: undefined });
  if (server.state === 'draft') setUnsent(unsent);
  else forgetDraft(server.id);
}

/** Submitted or given up: this phone has no use for its copy. */
export function forgetDraft(id: string): void {
  useDraft.setState({ unsent: nothingUnsent, problems: {} });
  void forgetOnPhone(id);
}

/** Problems the server found when the whole was submitted. */
export function showProblems(problems: Readonly<Record<string, string>>): void {
  useDraft.setState({ problems: { ...useDraft.getState().problems, ...problems } });
}

async function saveAll(): Promise<void> {
  clearTimeout(retrying);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { id, server, unsent, problems } = useDraft.getState();
    if (id === undefined || server?.state !== 'draft') return;
    const ready = without(readyToSend(unsent, server), Object.keys(problems));
    if (Object.keys(ready).length === 0) {
      useDraft.setState({ saving: 'saved' });
      return;
    }
    useDraft.setState({ saving: 'saving' });
    if (!(await save(id, server.version, ready))) return;
  }
  stopSaving('failed');
}

/** One request; `true` when there may be more to do. */
async function save(id: string, version: number, ready: Unsent['edits']): Promise<boolean> {
  const reply = await request<ApplicationView>({
    method: 'PATCH',
    path: pathOf(id),
    body: { version, fields: valuesOf(ready) },
    session: 'required',
  });
  if (useDraft.getState().id !== id) return false;
  switch (reply.kind) {
    case 'ok':
      useDraft.setState({ server: reply.data, savedAtMs: nowMs() });
      setUnsent(afterSaving(useDraft.getState().unsent, ready, reply.data.fields));
      return true;
    case 'problem':
      if (isGone(reply)) await leave(id);
      return !isGone(reply) && settleProblem(reply, Object.keys(ready));
    case 'signed-out':
      stopSaving('signed-out');
      return false;
    default:
      stopSaving('offline');
      return false;
  }
}

function isGone(reply: Reply<unknown>): boolean {
  return reply.kind === 'problem' && reply.status === 404;
}

/** The server shows it to this account no more. What was somebody else's leaves this phone with it. */
async function leave(id: string): Promise<void> {
  const { server, standing } = useDraft.getState();
  if (standing === 'handed-back') return;
  if (!isSomebodyHelped(server)) return useDraft.setState({ standing: 'not-found' });
  useDraft.setState({ ...closedDraft, id, standing: 'handed-back' }, true);
  await Promise.all([forgetOnPhone(id), forgetCaseOnPhone(id)]);
}

function settleProblem(reply: ProblemReply, sent: readonly string[]): boolean {
  const current = viewFrom(reply.more.current);
  if (current) {
    takeServer(current);
    return true;
  }
  const wrong = fieldProblems(reply, sent);
  if (Object.keys(wrong).length > 0) {
    showProblems(wrong);
    return true;
  }
  stopSaving('failed');
  return false;
}

/** `fields.applicant.phone` or `applicant.phone` → the field it belongs to; what belongs to none is left out. */
export function fieldProblems({ errors }: ProblemReply, known: readonly string[]): Readonly<Record<string, string>> {
  const found = errors.flatMap(({ field, message }) => {
    const name = field.replace(/^fields\./, '');
    const whose = known.find((each) => name === each || name.startsWith(`${each}.`) || name.startsWith(`${each}[`));
    return whose === undefined ? [] : [[whose, message] as const];
  });
  return Object.fromEntries(found);
}

function stopSaving(why: 'offline' | 'failed' | 'signed-out'): void {
  useDraft.setState({ saving: why });
  if (why !== 'signed-out') retrying = setTimeout(() => void saveNow(), RETRY_MS);
}

function setUnsent(unsent: Unsent): void {
  const { id, server } = useDraft.getState();
  // a field that is left as its page goes has nobody to keep its words for
  if (id === undefined || server === undefined) return;
  useDraft.setState({ unsent });
  void keepOnPhone(id, { server, unsent }).then(({ kind }) => useDraft.setState({ kept: kind === 'sealed' }));
}

function valuesOf(edits: Readonly<Record<string, Edit>>): FieldValues {
  return Object.fromEntries(Object.entries(edits).map(([field, { value }]) => [field, value]));
}

function without<T>(all: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

function pathOf(id: string): string {
  return `/relief/applications/${encodeURIComponent(id)}`;
}

/** For a page that is left while there is no getting through; opening a draft begins again. */
export function stopRetrying(): void {
  clearTimeout(retrying);
}
