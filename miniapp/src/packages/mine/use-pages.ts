import { useState } from 'react';
import { type Reply, request } from '../../platform/http';
import { usePageShown } from '../../platform/lifecycle';
import type { Trouble } from '../../state/consents';

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** A list of the signed-in resident that comes in pages, read anew each time it is shown. */
export function usePages<Item>(path: string) {
  const [page, setPage] = useState<PageOf<Item>>();
  const [trouble, setTrouble] = useState<Trouble>();
  const read = async (cursor?: string) => {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const reply: Reply<PageOf<Item>> = await request({ method: 'GET', path: `${path}${query}`, session: 'required' });
    if (reply.kind === 'not-modified') return;
    if (reply.kind !== 'ok') return setTrouble(reply);
    setTrouble(undefined);
    const before = cursor === undefined ? [] : (page?.items ?? []);
    setPage({ ...reply.data, items: [...before, ...reply.data.items] });
  };
  const load = () => void read();
  usePageShown(load);
  const next = page?.nextCursor;
  return { items: page?.items, trouble, load, ...(next !== undefined && { older: () => void read(next) }) };
}
