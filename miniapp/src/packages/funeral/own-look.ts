import { useEffect } from 'react';
import { create } from 'zustand';
import { nowMs } from '../../platform/clock';
import { request } from '../../platform/http';
import { usePageShown } from '../../platform/lifecycle';
import { sessionGeneration } from '../../platform/session';
import { isRecord } from '../../platform/shape';
import type { Trouble } from '../../state/consents';
import { keptKeys } from '../../state/kept-on-phone';
import { sealedRecord } from '../../state/sealed-record';

interface Looked {
  readonly data: object | undefined;
  readonly fetchedAtMs: number | undefined;
  readonly trouble: Trouble | undefined;
}

/** What a page has of something that is this family's alone. */
export interface OwnLook<T> {
  readonly data: T | undefined;
  readonly fetchedAtMs: number | undefined;
  /** Why it is not of this moment. */
  readonly trouble: Trouble | undefined;
  readonly again: () => Promise<void>;
}

interface Kept {
  readonly data: object;
  readonly fetchedAtMs: number;
}

type AllKept = Readonly<Record<string, Kept>>;

/** One family looks at a handful of pages. */
const MOST_KEPT = 12;
const NOT_THEIRS = 404;
const nothing: Looked = { data: undefined, fetchedAtMs: undefined, trouble: undefined };

export const useOwnLooks = create<Readonly<Record<string, Looked>>>(() => ({}));

/** Several parts of a page may want the same at once. */
const underway = new Map<string, Promise<void>>();

const copy = sealedRecord<AllKept>(keptKeys.farewellLooks, keptFrom, {
  forget: () => {
    underway.clear();
    useOwnLooks.setState({}, true);
  },
});

/**
 * Looks at it each time the page is shown. What was seen last stands there at once, also without a network and after the
 * app was killed: the copy is in the vault, and goes with whoever signs out. With `keep: false` no copy is made.
 */
export function useOwn<T extends object>(path: string | undefined, { keep = true } = {}): OwnLook<T> {
  const looked = useOwnLooks((all) => (path === undefined ? undefined : all[path])) ?? nothing;
  const again = async () => {
    if (path !== undefined) await look(path, keep);
  };
  usePageShown(() => void again());
  useEffect(() => void again(), [path]);
  // The shape is the server's answer to this path, and sealed since.
  return { ...looked, data: looked.data as T | undefined, again };
}

/** As the server just answered to a change. */
export async function putOwn(path: string, data: object, { keep = true } = {}): Promise<void> {
  const kept = { data, fetchedAtMs: nowMs() };
  show(path, { ...kept, trouble: undefined });
  if (keep) await copy.change((all) => newest({ ...without(all, path), [path]: kept }));
}

/** Nothing of it is left in memory or on this phone. */
export function forgetOwnLooks(): Promise<boolean> {
  return copy.destroy();
}

function look(path: string, keep: boolean): Promise<void> {
  const running = underway.get(path);
  if (running) return running;
  const looking = lookNow(path, keep).finally(() => {
    if (underway.get(path) === looking) underway.delete(path);
  });
  underway.set(path, looking);
  return looking;
}

async function lookNow(path: string, keep: boolean): Promise<void> {
  const asked = sessionGeneration();
  if (useOwnLooks.getState()[path]?.data === undefined) {
    const kept = (await copy.read())[path];
    if (kept) show(path, { ...kept, trouble: undefined });
  }
  const reply = await request<object>({ method: 'GET', path, session: 'required' });
  if (reply.kind === 'ok') return putOwn(path, reply.data, { keep });
  if (reply.kind === 'not-modified' || asked !== sessionGeneration()) return;
  const gone = reply.kind === 'problem' && reply.status === NOT_THEIRS;
  show(path, { trouble: reply, ...(gone && { data: undefined, fetchedAtMs: undefined }) });
  if (gone) await copy.change((all) => without(all, path));
}

function show(path: string, change: Partial<Looked>): void {
  useOwnLooks.setState((all) => ({ ...all, [path]: { ...(all[path] ?? nothing), ...change } }));
}

function without(all: AllKept, path: string): AllKept {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== path));
}

function newest(all: AllKept): AllKept {
  const byTime = Object.entries(all).sort(([, one], [, other]) => other.fetchedAtMs - one.fetchedAtMs);
  return Object.fromEntries(byTime.slice(0, MOST_KEPT));
}

function keptFrom(stored: unknown): AllKept {
  const entries = Object.entries(isRecord(stored) ? stored : {}).flatMap(([path, each]) => {
    if (!isRecord(each) || !isRecord(each.data) || typeof each.fetchedAtMs !== 'number') return [];
    return [[path, { data: each.data, fetchedAtMs: each.fetchedAtMs }] as const];
  });
  return Object.fromEntries(entries);
}
