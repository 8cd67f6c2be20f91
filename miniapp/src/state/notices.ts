import type { NoticeView } from '@jinmen/shared/residents/views';
import { create } from 'zustand';
import { nowMs } from '../platform/clock';
import { request } from '../platform/http';
import { isRecord, textOf } from '../platform/shape';
import type { Trouble } from './consents';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';

interface NoticesState {
  /** The newest first; `undefined` until they came, from the server or the vault. */
  readonly notices: readonly NoticeView[] | undefined;
  readonly nextCursor: string | undefined;
  readonly fetchedAtMs: number | undefined;
  /** Why they are not of this moment. */
  readonly trouble: Trouble | undefined;
}

interface KeptNotices {
  readonly notices: readonly NoticeView[];
  readonly fetchedAtMs: number;
}

const nothing: NoticesState = {
  notices: undefined,
  nextCursor: undefined,
  fetchedAtMs: undefined,
  trouble: undefined,
};

export const useNotices = create<NoticesState>(() => nothing);

const copy = sealedRecord<KeptNotices | undefined>(keptKeys.notices, keptFrom, {
  forget: () => useNotices.setState(nothing),
});

type NoticesReply = { readonly items: readonly NoticeView[]; readonly nextCursor?: string };

const LIMIT = 20;

/** The newest messages; without an answer those of the last time, with its moment. */
export async function loadNotices(): Promise<void> {
  const reply = await request<NoticesReply>({ method: 'GET', path: `/notices?limit=${LIMIT}`, session: 'required' });
  if (reply.kind === 'ok') {
    const notices = unreadFirst(reply.data.items);
    const fetchedAtMs = nowMs();
    useNotices.setState({ notices, fetchedAtMs, nextCursor: reply.data.nextCursor, trouble: undefined });
    await copy.change(() => ({ notices, fetchedAtMs }));
    return;
  }
  if (reply.kind === 'not-modified') return;
  const kept =
    useNotices.getState().notices === undefined && reply.kind !== 'signed-out' ? await copy.read() : undefined;
  useNotices.setState({ ...kept, trouble: reply });
}

export async function loadOlderNotices(): Promise<void> {
  const { nextCursor, notices = [] } = useNotices.getState();
  if (nextCursor === undefined) return;
  const path = `/notices?limit=${LIMIT}&cursor=${encodeURIComponent(nextCursor)}`;
  const reply = await request<NoticesReply>({ method: 'GET', path, session: 'required' });
  if (reply.kind === 'ok') {
    const known = new Set(notices.map(({ id }) => id));
    const older = reply.data.items.filter(({ id }) => !known.has(id));
    useNotices.setState({ notices: [...notices, ...older], nextCursor: reply.data.nextCursor, trouble: undefined });
  } else if (reply.kind !== 'not-modified') useNotices.setState({ trouble: reply });
}

/**
 * Seen, with every other one about the same application: its page tells them all. Here at once, and on the server when
 * it can be reached. A mark that is lost comes again, and harms nobody.
 */
export async function markRead(id: string): Promise<void> {
  const { notices = [] } = useNotices.getState();
  const about = notices.find((notice) => notice.id === id)?.about?.id;
  const seen = notices.filter(({ read, ...each }) => !read && (each.id === id || (about && each.about?.id === about)));
  useNotices.setState({ notices: notices.map((each) => (seen.includes(each) ? { ...each, read: true } : each)) });
  await Promise.all(
    seen.map((each) => request({ method: 'POST', path: `/notices/${each.id}/read`, session: 'required' })),
  );
}

/** Of how many messages this phone has a copy. */
export async function keptNotices(): Promise<number> {
  return (await copy.read())?.notices.length ?? 0;
}

export function unreadCount(notices: readonly NoticeView[] | undefined): number {
  return (notices ?? []).filter(({ read }) => !read).length;
}

function unreadFirst(notices: readonly NoticeView[]): readonly NoticeView[] {
  return [...notices.filter(({ read }) => !read), ...notices.filter(({ read }) => read)];
}

function keptFrom(stored: unknown): KeptNotices | undefined {
  if (!isRecord(stored) || !Array.isArray(stored.notices) || typeof stored.fetchedAtMs !== 'number') return undefined;
  return { notices: stored.notices.filter(isNotice), fetchedAtMs: stored.fetchedAtMs };
}

function isNotice(stored: unknown): stored is NoticeView {
  if (!isRecord(stored)) return false;
  const { id, title, line, at, read } = stored;
  return [id, title, line, at].every((each) => textOf(each) !== undefined) && typeof read === 'boolean';
}
