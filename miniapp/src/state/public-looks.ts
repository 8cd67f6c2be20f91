import { useEffect } from 'react';
import { create } from 'zustand';
import { nowMs } from '../platform/clock';
import { request } from '../platform/http';
import { usePageShown } from '../platform/lifecycle';
import { isRecord, textOf } from '../platform/shape';
import { readStored, writeStored } from '../platform/storage';
import type { Trouble } from './consents';
import { keptKeys } from './kept-on-phone';

/** A public answer of the server, with its moment. */
interface Kept {
  readonly data: unknown;
  readonly fetchedAtMs: number;
  readonly etag: string | undefined;
}

type AllKept = Readonly<Record<string, Kept>>;

interface Looked {
  readonly data: unknown;
  readonly fetchedAtMs: number | undefined;
  readonly etag: string | undefined;
  /** Why it is not of this moment. */
  readonly trouble: Trouble | undefined;
}

/** What a page has of it: `data` is `undefined` until it came, from the server or from this phone. */
export interface Look<T> {
  readonly data: T | undefined;
  readonly fetchedAtMs: number | undefined;
  readonly trouble: Trouble | undefined;
  readonly again: () => Promise<void>;
}

/** More than anybody looks at before a journey underground, and still a small file. */
const MOST_KEPT = 16;
const nothing: Looked = { data: undefined, fetchedAtMs: undefined, etag: undefined, trouble: undefined };

export const usePublicLooks = create<Readonly<Record<string, Looked>>>(() => ({}));

/** Several parts of a page may want the same at once. */
const underway = new Map<string, Promise<void>>();

/**
 * Looks at something public each time the page is shown, and whenever the path changes. What was seen last stands there
 * meanwhile, also without a network. With `keep: false` it is not written to this phone: whoever shares it need not
 * learn that somebody looked at the days for a divorce.
 */
export function usePublic<T>(path: string | undefined, { keep = true } = {}): Look<T> {
  const looked = usePublicLooks((all) => (path === undefined ? undefined : all[path])) ?? nothing;
  const again = async () => {
    if (path !== undefined) await look(path, keep);
  };
  usePageShown(() => void again());
  useEffect(() => void again(), [path]);
  return { data: looked.data as T | undefined, fetchedAtMs: looked.fetchedAtMs, trouble: looked.trouble, again };
}

/** Forgets what was looked at, in memory too. */
export function forgetLooks(): boolean {
  usePublicLooks.setState({}, true);
  return writeStored(keptKeys.bookingLooks, {});
}

function look(path: string, keep: boolean): Promise<void> {
  const running = underway.get(path);
  if (running) return running;
  const looking = lookNow(path, keep).finally(() => underway.delete(path));
  underway.set(path, looking);
  return looking;
}

async function lookNow(path: string, keep: boolean): Promise<void> {
  const before = usePublicLooks.getState()[path] ?? keptOf(path);
  if (before) show(path, before);
  const reply = await request<object>({ method: 'GET', path, etag: before?.etag });
  if (reply.kind === 'ok') return fetched(path, reply.data, reply.etag, keep);
  if (reply.kind === 'not-modified') return fetched(path, before?.data, before?.etag, keep);
  show(path, { trouble: reply });
}

function fetched(path: string, data: unknown, etag: string | undefined, keep: boolean): void {
  const kept = { data, etag, fetchedAtMs: nowMs() };
  show(path, { ...kept, trouble: undefined });
  if (!keep) return;
  const others = Object.entries(allKept()).filter(([each]) => each !== path);
  writeStored(keptKeys.bookingLooks, Object.fromEntries([[path, kept], ...others].slice(0, MOST_KEPT)));
}

function show(path: string, change: Partial<Looked>): void {
  usePublicLooks.setState((all) => ({ ...all, [path]: { ...(all[path] ?? nothing), ...change } }));
}

function keptOf(path: string): Looked | undefined {
  const kept = allKept()[path];
  return kept && { ...kept, trouble: undefined };
}

function allKept(): AllKept {
  const stored = readStored(keptKeys.bookingLooks);
  const entries = Object.entries(isRecord(stored) ? stored : {}).flatMap(([path, each]) => {
    if (!isRecord(each) || !isRecord(each.data) || typeof each.fetchedAtMs !== 'number') return [];
    return [[path, { data: each.data, fetchedAtMs: each.fetchedAtMs, etag: textOf(each.etag) }]];
  });
  return Object.fromEntries(entries);
}
