import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { create } from 'zustand';
import { nowMs } from '../../../platform/clock';
import { type ProblemReply, request } from '../../../platform/http';
import type { Trouble } from '../../../state/consents';
import { whenFarewellsForgotten } from '../../../state/farewells-on-phone';
import { forgetOnPhone, keepOnPhone, readOnPhone, viewFrom } from './on-phone';
import { contentsOf, type Path, sectionOf, withValues } from './sections';
import {
  afterSaving,
  chooseSide,
  edit,
  nothingUnsent,
  readyToSend,
  reconcile,
  settleTyped,
  type,
  type Unsent,
  valuesOf,
} from './unsent';

interface FarewellState {
  readonly id: string | undefined;
  readonly server: FarewellView | undefined;
  readonly fetchedAtMs: number | undefined;
  /** Why `server` is not there, or not of now. */
  readonly trouble: Trouble | undefined;
  readonly unsent: Unsent;
  /** `refused`: all but what `problems` names has arrived. */
  readonly saving: 'saved' | 'saving' | 'offline' | 'failed' | 'signed-out' | 'refused';
  readonly savedAtMs: number | undefined;
  /** What the server said is wrong, by path; gone as soon as it is changed. */
  readonly problems: Readonly<Record<Path, string>>;
  /** False when this phone keeps nothing encrypted: what is not saved yet lives as long as the app. */
  readonly kept: boolean;
}

export const closedFarewell: FarewellState = {
  id: undefined,
  server: undefined,
  fetchedAtMs: undefined,
  trouble: undefined,
  unsent: nothingUnsent,
  saving: 'saved',
  savedAtMs: undefined,
  problems: {},
  kept: true,
};

/** The farewell on the screen, shared by every page about it. */
export const useFarewell = create<FarewellState>(() => closedFarewell);

whenFarewellsForgotten(() => useFarewell.setState(closedFarewell, true));

const NO_SEATS = ['farewell.voyage-full', 'farewell.cannot-resize'];
const TAKES_SEATS: readonly Path[] = ['company.aboard', 'way'];
/** Asked again the answer is the same. */
const REFUSED = [400, 403, 409];
const RETRY_MS = 10_000;
/** Another phone that changes it faster than this one can follow: the family is told it is not saved. */
const MOST_ROUNDS = 8;

let saving: Promise<void> | undefined;
let retrying: ReturnType<typeof setTimeout> | undefined;

/** Shows what this phone has of it at once, then what the server has; what was not sent is sent. */
export async function openFarewell(id: string): Promise<void> {
  if (useFarewell.getState().id !== id) {
    useFarewell.setState({ ...closedFarewell, id }, true);
    const kept = await readOnPhone(id);
    if (useFarewell.getState().id !== id) return;
    useFarewell.setState(kept);
  }
  const reply = await request<FarewellView>({ method: 'GET', path: pathOf(id), session: 'required' });
  if (useFarewell.getState().id !== id) return;
  if (reply.kind === 'ok') takeFarewell(reply.data);
  else if (reply.kind === 'problem' && reply.status === 404) await leave(id, reply);
  else if (reply.kind !== 'not-modified') useFarewell.setState({ trouble: reply });
  await saveNow();
}

/** The server's newest, from wherever it came. */
export function takeFarewell(server: FarewellView): void {
  const { id, unsent } = useFarewell.getState();
  const before = id === server.id ? unsent : nothingUnsent;
  const state = { id: server.id, server, fetchedAtMs: nowMs(), trouble: undefined };
  useFarewell.setState(id === server.id ? state : { ...closedFarewell, ...state });
  setUnsent(reconcile(before, contentsOf(server)));
}

/** Answers that are whole, and the controls they were typed in: kept here at once, sent behind whatever is on its way. */
export function answer(values: Readonly<Record<Path, unknown>>, controls: readonly string[] = []): void {
  const { server, unsent, problems } = useFarewell.getState();
  if (server === undefined) return;
  const sections = Object.keys(values).map(sectionOf);
  // one answer of a section may mend another: each goes with it anew
  const mended = Object.keys(problems).filter((path) => sections.includes(sectionOf(path)));
  useFarewell.setState({ problems: without(problems, mended) });
  setUnsent(controls.reduce(settleTyped, edit(unsent, contentsOf(server), values, nowMs())));
  void saveNow();
}

/** What is half typed. */
export function typeInto(control: string, text: string): void {
  setUnsent(type(useFarewell.getState().unsent, control, text));
}

/** What was typed there is given up; the answer before it stands. */
export function forgetTyped(controls: readonly string[]): void {
  setUnsent(controls.reduce(settleTyped, useFarewell.getState().unsent));
}

export function chooseSideOf(path: Path, side: 'mine' | 'theirs'): void {
  const { server, unsent } = useFarewell.getState();
  if (server === undefined) return;
  setUnsent(chooseSide(unsent, contentsOf(server), path, side));
  void saveNow();
}

/** Problems the server found at single answers when the whole was looked at. */
export function showProblems(problems: Readonly<Record<Path, string>>): void {
  useFarewell.setState({ problems: { ...useFarewell.getState().problems, ...problems } });
}

/** Sends what is ready, one request at a time, until nothing is left or there is no getting through. */
export function saveNow(): Promise<void> {
  saving ??= saveAll().finally(() => {
    saving = undefined;
  });
  return saving;
}

/** For a page that is left while there is no getting through; opening a farewell begins again. */
export function stopRetrying(): void {
  clearTimeout(retrying);
}

async function saveAll(): Promise<void> {
  clearTimeout(retrying);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { id, server, unsent, problems } = useFarewell.getState();
    if (id === undefined || server === undefined) return;
    const ready = without(readyToSend(unsent, contentsOf(server)), Object.keys(problems));
    if (Object.keys(ready).length === 0) {
      const refused = Object.keys(unsent.edits).some((path) => path in problems);
      return useFarewell.setState({ saving: refused ? 'refused' : 'saved' });
    }
    useFarewell.setState({ saving: 'saving' });
    if (!(await save(server, ready))) return;
  }
  stopSaving('failed');
}

/** One request; `true` when there may be more to do. */
async function save(server: FarewellView, ready: Unsent['edits']): Promise<boolean> {
  const body = { version: server.version, ...sectionsIn(server, ready) };
  const reply = await request<FarewellView>({ method: 'PATCH', path: pathOf(server.id), body, session: 'required' });
  if (useFarewell.getState().id !== server.id) return false;
  switch (reply.kind) {
    case 'ok':
      useFarewell.setState({ server: reply.data, savedAtMs: nowMs(), fetchedAtMs: nowMs(), trouble: undefined });
      setUnsent(afterSaving(useFarewell.getState().unsent, ready, contentsOf(reply.data)));
      return true;
    case 'problem':
      return settleProblem(reply, server, ready);
    case 'signed-out':
      stopSaving('signed-out');
      return false;
    default:
      stopSaving('offline');
      return false;
  }
}

/** Each section that something changed in, whole. */
function sectionsIn(server: FarewellView, ready: Unsent['edits']): object {
  const contents = withValues(contentsOf(server), valuesOf(ready));
  const sections = Object.keys(ready).flatMap((path) => sectionOf(path) ?? []);
  return Object.fromEntries(sections.map((section) => [section, contents[section]]));
}

function settleProblem(reply: ProblemReply, server: FarewellView, ready: Unsent['edits']): boolean {
  const current = viewFrom(reply.more.current);
  if (current !== undefined && current.version !== server.version) {
    takeFarewell(current);
    return true;
  }
  const wrong = problemsAt(reply, Object.keys(ready));
  if (Object.keys(wrong).length > 0) {
    showProblems(wrong);
    return true;
  }
  if (NO_SEATS.includes(reply.code)) return giveUpSeats(reply, ready);
  if (REFUSED.includes(reply.status)) {
    showProblems(Object.fromEntries(Object.keys(ready).map((path) => [path, reply.words])));
    return true;
  }
  if (reply.status === 404) void leave(server.id, reply);
  else stopSaving('failed', reply.retryAfterS);
  return false;
}

/** The voyage has no seats for so many: the number before it stands, and why is said beside it. */
function giveUpSeats({ words }: ProblemReply, ready: Unsent['edits']): boolean {
  const { unsent } = useFarewell.getState();
  const seats = Object.keys(ready).filter((path) => TAKES_SEATS.includes(path));
  showProblems(Object.fromEntries(seats.map((path) => [path, words])));
  setUnsent({ ...unsent, edits: without(unsent.edits, seats) });
  return seats.length > 0;
}

/** `deceased.paper.number` → the answer it belongs to; of a whole section, every answer of it that was sent. */
export function problemsAt({ errors }: ProblemReply, paths: readonly Path[]): Readonly<Record<Path, string>> {
  const found = errors.flatMap(({ field, message }) => {
    const whose = paths.filter(
      (path) => field === path || field.startsWith(`${path}.`) || path.startsWith(`${field}.`),
    );
    const near = whose.length > 0 ? whose : paths.filter((path) => sectionOf(path) === sectionOf(field));
    return near.map((path) => [path, message] as const);
  });
  return Object.fromEntries(found);
}

/** The server shows it to this account no more: its copy leaves this phone with it. */
async function leave(id: string, trouble: Trouble): Promise<void> {
  useFarewell.setState({ ...closedFarewell, id, trouble }, true);
  await forgetOnPhone(id);
}

/** It was thrown away: nothing of it is sent any more, whatever is still on its way, and its copy leaves this phone. */
export async function dropFarewell(id: string): Promise<void> {
  stopRetrying();
  if (useFarewell.getState().id === id) useFarewell.setState(closedFarewell, true);
  await forgetOnPhone(id);
}

function stopSaving(why: 'offline' | 'failed' | 'signed-out', waitS = 0): void {
  useFarewell.setState({ saving: why });
  if (why !== 'signed-out') retrying = setTimeout(() => void saveNow(), Math.max(RETRY_MS, waitS * 1_000));
}

function setUnsent(unsent: Unsent): void {
  const { id, server, fetchedAtMs } = useFarewell.getState();
  // a field that is left as its page goes has nobody to keep its words for
  if (id === undefined || server === undefined) return;
  useFarewell.setState({ unsent });
  void keepOnPhone(id, { server, fetchedAtMs, unsent }).then(({ kind }) =>
    useFarewell.setState({ kept: kind === 'sealed' }),
  );
}

function without<T>(all: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

export function pathOf(id: string): string {
  return `/farewells/${encodeURIComponent(id)}`;
}
