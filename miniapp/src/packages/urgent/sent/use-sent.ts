import type { UrgentListView, UrgentView } from '@jinmen/shared/urgent/views';
import { useState } from 'react';
import { nowMs } from '../../../platform/clock';
import { type Reply, request } from '../../../platform/http';
import { useSession } from '../../../state/session';
import { claimSent, readUrgent, sentBy } from '../../../state/urgent';

interface Seen {
  readonly view: UrgentView | undefined;
  readonly atMs: number;
  readonly problem: 'not-found' | 'offline' | undefined;
}

/** How a request stands: by the secret this phone kept, or by the account it belongs to. */
export function useSent(number: string) {
  const [seen, setSeen] = useState<Seen>({ view: undefined, atMs: 0, problem: undefined });
  const [looking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    await readUrgent();
    if (useSession.getState().status === 'signed-in') await claimSent();
    const found = await find(number);
    setLooking(false);
    setSeen((before) => {
      if (typeof found === 'object') return { view: found, atMs: nowMs(), problem: undefined };
      return { ...before, problem: found };
    });
  };
  return { ...seen, looking, look };
}

async function find(number: string): Promise<UrgentView | 'not-found' | 'offline'> {
  const kept = sentBy(number);
  if (kept !== undefined) {
    const body = { secret: kept.secret };
    return viewIn(
      await request<UrgentView>({ method: 'POST', path: '/urgent-requests/lookups', body }),
      (view) => view,
    );
  }
  const reply = await request<UrgentListView>({ method: 'GET', path: '/urgent-requests', session: 'required' });
  return viewIn(reply, ({ items }) => items.find((each) => each.number === number));
}

function viewIn<T>(reply: Reply<T>, read: (data: T) => UrgentView | undefined): UrgentView | 'not-found' | 'offline' {
  if (reply.kind === 'ok') return read(reply.data) ?? 'not-found';
  return reply.kind === 'signed-out' || (reply.kind === 'problem' && reply.status === 404) ? 'not-found' : 'offline';
}
