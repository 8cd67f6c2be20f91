import type { WaitingView } from '@jinmen/shared/bookings/views';
import { useRef, useState } from 'react';
import { waitingWords as words } from '../../../copy/marriage-waiting';
import { nowMs } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { signInThen } from '../../../platform/navigate';
import { useBackOnline } from '../../../platform/network';
import { type SentOnce, sendOnce } from '../../../platform/send-once';
import type { Trouble } from '../../../state/consents';

export interface Joining {
  readonly service: string;
  readonly kind: string;
  readonly sites: readonly string[];
  readonly days: readonly string[];
  readonly phone?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Who is doing something, and what came of it: one thing at a time. */
export interface Doing {
  readonly working: boolean;
  readonly said: string | undefined;
}

/** What the resident waits for, and joining, letting a time go and leaving, each once however often it is tapped. */
export function useWaitlist() {
  const [items, setItems] = useState<readonly WaitingView[]>();
  const [fetchedAtMs, setFetchedAtMs] = useState<number>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [doing, setDoing] = useState<Doing>({ working: false, said: undefined });
  const busy = useRef(false);
  const load = async () => {
    const path = '/waitlist?limit=50';
    const reply = await request<{ items: readonly WaitingView[] }>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') {
      setItems(reply.data.items);
      setFetchedAtMs(nowMs());
    }
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  usePageShown(() => void load());
  useBackOnline(() => void load());
  const once = async (send: () => Promise<SentOnce<unknown>>, done: string | undefined) => {
    if (busy.current) return;
    busy.current = true;
    setDoing({ working: true, said: undefined });
    const sent = await send();
    if (sent.kind === 'signed-out') signInThen();
    setDoing({ working: false, said: saidOf(sent, done) });
    if (sent.kind === 'sent' || sent.kind === 'problem') await load();
    busy.current = false;
  };
  return {
    ...{ items, fetchedAtMs, trouble, doing, load },
    join: (joining: Joining) => once(() => sendOnce({ name: 'waiting', path: '/waitlist', body: joining }), undefined),
    refuse: ({ offer }: WaitingView) =>
      once(() => sendOnce(deletion('booking-DELETE', `/bookings/${offer?.booking}`)), words.refused),
    leave: ({ id }: WaitingView) => once(() => sendOnce(deletion('waiting-DELETE', `/waitlist/${id}`)), words.leftNow),
  };
}

export type Waitlist = ReturnType<typeof useWaitlist>;

function deletion(name: string, path: string) {
  return { name: `${name}-${path}`, path, method: 'DELETE' as const };
}

function saidOf(sent: SentOnce<unknown>, done: string | undefined): string | undefined {
  switch (sent.kind) {
    case 'sent':
      return done;
    case 'kept':
      return sent.perhapsSent ? words.join.keptPerhaps : words.join.kept;
    case 'problem':
      return sent.errors[0]?.message ?? sent.words;
    case 'signed-out':
      return undefined;
  }
}
