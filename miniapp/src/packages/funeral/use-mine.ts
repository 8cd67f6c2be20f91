import type { FarewellAskView, FarewellListItem } from '@jinmen/shared/services/sea-scattering/views';
import { useState } from 'react';
import { nowMs } from '../../platform/clock';
import { type Reply, request } from '../../platform/http';
import { usePageShown } from '../../platform/lifecycle';
import { noteFarewells } from '../../state/bereavement';
import type { Trouble } from '../../state/consents';
import { readAllOnPhone } from './draft/on-phone';
import type { Seen } from './shore-state';

export interface Mine {
  readonly farewells: readonly FarewellListItem[];
  readonly asks: readonly FarewellAskView[];
}

interface SeenMine extends Seen {
  readonly data: Mine | undefined;
}

/** What somebody signed up or asked to be part of; without a network what this phone has seen of it. */
export function useMine(): SeenMine {
  const [data, setData] = useState<Mine>();
  const [fetchedAtMs, setFetchedAt] = useState<number>();
  const [trouble, setTrouble] = useState<Trouble>();
  const again = async () => {
    const reply = await seeMine();
    if (reply.kind === 'ok') {
      const asks = await asksOf();
      setData({ farewells: reply.data.items, asks });
      setFetchedAt(nowMs());
      setTrouble(undefined);
    } else if (reply.kind !== 'not-modified') {
      setTrouble(reply);
      await showKept(reply);
    }
  };
  const showKept = async (why: Trouble) => {
    if (data !== undefined || why.kind === 'signed-out') return;
    const kept = await readAllOnPhone();
    if (kept.length === 0) return;
    setData({ farewells: kept.map(({ server }) => lineOf(server)), asks: [] });
    setFetchedAt(Math.min(...kept.map((each) => each.fetchedAtMs ?? 0)));
  };
  usePageShown(() => void again());
  return { data, fetchedAtMs, trouble, again };
}

/** The server's list, as it is now; what else the app keeps quiet about goes by it. */
export async function seeMine(): Promise<Reply<{ readonly items: readonly FarewellListItem[] }>> {
  const reply = await request<{ items: readonly FarewellListItem[] }>({
    method: 'GET',
    path: '/farewells',
    session: 'required',
  });
  if (reply.kind === 'ok') noteFarewells(reply.data.items);
  return reply;
}

/** Beside the farewells, and never in their way. */
async function asksOf(): Promise<readonly FarewellAskView[]> {
  const path = '/farewell-asks';
  const reply = await request<{ items: readonly FarewellAskView[] }>({ method: 'GET', path, session: 'required' });
  return reply.kind === 'ok' ? reply.data.items.filter(({ state }) => state !== 'joined') : [];
}

type Kept = Awaited<ReturnType<typeof readAllOnPhone>>[number]['server'];

function lineOf({ id, number, state, you, deceased: { name, called } }: Kept): FarewellListItem {
  return {
    id,
    number,
    state,
    you,
    ...(name !== undefined && { name }),
    ...(called && { called }),
    updatedAt: '',
  };
}
