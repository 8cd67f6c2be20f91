import type { ComplaintView } from '@jinmen/shared/complaints/views';
import { useRef, useState } from 'react';
import { complaintWords as words } from '../../../copy/complaints';
import { request } from '../../../platform/http';
import { usePageShown } from '../../../platform/lifecycle';
import { signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import type { Trouble } from '../../../state/consents';

export interface Complaining {
  readonly kind: ComplaintView['kind'];
  readonly text: string;
  readonly application?: string;
}

/** What was said before with its answers, and saying something once. What is typed stays until it has arrived. */
export function useComplaints() {
  const [items, setItems] = useState<readonly ComplaintView[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string>();
  const [sent, setSent] = useState(0);
  const busy = useRef(false);
  const load = async () => {
    const path = '/complaints?limit=50';
    const reply = await request<{ items: readonly ComplaintView[] }>({ method: 'GET', path, session: 'required' });
    if (reply.kind === 'ok') setItems(reply.data.items);
    setTrouble(reply.kind === 'ok' || reply.kind === 'not-modified' ? undefined : reply);
  };
  usePageShown(() => void load());
  const send = async (complaint: Complaining) => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    const reply = await sendOnce<ComplaintView>({ name: 'complaint', path: '/complaints', body: complaint });
    if (reply.kind === 'sent') {
      setSaid(words.sent(reply.data.number));
      setSent((count) => count + 1);
      await load();
    } else if (reply.kind === 'kept') setSaid(reply.perhapsSent ? words.keptPerhaps : words.kept);
    else if (reply.kind === 'problem') setSaid(reply.errors[0]?.message ?? reply.words);
    else signInThen();
    setWorking(false);
    busy.current = false;
  };
  return { items, trouble, working, said, sent, load, send };
}
