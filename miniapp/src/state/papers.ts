import type { PaperView } from '@jinmen/shared/applications/paper-views';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useState } from 'react';
import { platformWords } from '../copy/platform';
import type { ChosenFile } from '../platform/files';
import { request } from '../platform/http';
import type { Trouble } from './consents';

/** A weak network needs its time for a photo. */
const UPLOAD_MS = 60_000;

/** A photo on its way, or one that did not arrive and is kept until it does or the page is left. */
export interface Sending {
  readonly kind: string;
  readonly page: number;
  readonly file: ChosenFile;
  readonly percent: number;
  /** Why it is not there, in words. */
  readonly failed?: string;
}

function addressOf(id: string): string {
  return `/relief/applications/${encodeURIComponent(id)}`;
}

/** The papers of one application as they stand at the server; every change answers with how they stand then. */
export function usePapers(id: string) {
  const [view, setView] = useState<ApplicationView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [sending, setSending] = useState<Sending>();

  const ask = async (wanted: Parameters<typeof request>[0]): Promise<Trouble | undefined> => {
    const reply = await request<ApplicationView>({ session: 'required', ...wanted });
    if (reply.kind === 'ok') setView(reply.data);
    const wrong = reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply;
    setTrouble(wrong);
    return wrong;
  };
  const materials = (kind: string, query = '') => `${addressOf(id)}/materials/${encodeURIComponent(kind)}${query}`;

  /** Put again it is the same page: a try whose answer was lost may be repeated. */
  const put = async (kind: string, page: number, file: ChosenFile): Promise<boolean> => {
    const start = { kind, page, file, percent: 0 };
    setSending(start);
    const onProgress = (percent: number) => setSending((now) => (now?.file === file ? { ...now, percent } : now));
    const path = materials(kind, `?page=${page}`);
    const wrong = await ask({ method: 'PUT', path, file: { content: file, onProgress }, timeoutMs: UPLOAD_MS });
    setTrouble(wrong?.kind === 'signed-out' ? wrong : undefined);
    // the paper may be out of reach by the time they have signed in again: the photo stays
    setSending(wrong && { ...start, failed: wrong.kind === 'signed-out' ? platformWords.signedOut : wrong.words });
    return wrong === undefined;
  };

  return {
    view,
    trouble,
    sending,
    look: () => ask({ method: 'GET', path: addressOf(id) }),
    put,
    forget: () => setSending(undefined),
    choose: (kind: string, way: 'have' | 'in-person') =>
      ask({ method: 'PUT', path: `${materials(kind)}/way`, body: { way } }),
    remove: (kind: string, file?: string) =>
      ask({ method: 'DELETE', path: materials(kind, file === undefined ? '' : `?file=${encodeURIComponent(file)}`) }),
    take: setView,
  };
}

/** What waits for the resident: asked for, promised and due, or not chosen yet. */
export function papersToDo(items: readonly PaperView[]): readonly PaperView[] {
  return items.filter(({ state }) => state === 'asked' || state === 'unreadable' || state === 'missed');
}
