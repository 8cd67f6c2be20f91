import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { useState } from 'react';
import { nowMs } from '../../../platform/clock';
import { request } from '../../../platform/http';

interface Page {
  readonly items: readonly ApplicationListItem[];
  readonly nextCursor?: string;
}

interface Listed {
  readonly items: readonly ApplicationListItem[] | undefined;
  readonly nextCursor: string | undefined;
  readonly atMs: number;
  readonly problem: 'signed-out' | 'offline' | 'fault' | undefined;
}

const nothing: Listed = { items: undefined, nextCursor: undefined, atMs: 0, problem: undefined };

/** The resident's applications; what came before stands while the next answer is awaited or does not come. */
export function useApplications() {
  const [listed, setListed] = useState(nothing);
  const ask = async (cursor?: string) => {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const reply = await request<Page>({ method: 'GET', path: `/relief/applications${query}`, session: 'required' });
    setListed((now) => {
      if (reply.kind === 'ok') {
        const before = cursor === undefined ? [] : (now.items ?? []);
        const { items, nextCursor } = reply.data;
        return { items: [...before, ...items], nextCursor, atMs: nowMs(), problem: undefined };
      }
      // Signed out, nothing of the list is anybody's to see.
      if (reply.kind === 'signed-out') return { ...nothing, problem: 'signed-out' };
      return { ...now, problem: reply.kind === 'offline' ? 'offline' : 'fault' };
    });
  };
  return { ...listed, look: () => ask(), more: () => ask(listed.nextCursor) };
}
