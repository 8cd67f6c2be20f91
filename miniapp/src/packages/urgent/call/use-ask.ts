import { saidProblems } from '@jinmen/shared/urgent/told';
import { useRef, useState } from 'react';
import { openPage } from '../../../platform/navigate';
import { useBackOnline } from '../../../platform/network';
import { isWritten, useUrgent } from '../../../state/urgent';
import { sendUrgent } from './send-urgent';

type AskState =
  | { readonly kind: 'writing' | 'sending' | 'before' }
  /** What was written first arrived under this number. */
  | { readonly kind: 'more'; readonly number: string }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'kept'; readonly perhapsSent: boolean }
  | { readonly kind: 'failed'; readonly words: string };

export interface Ask {
  readonly state: AskState;
  /** Counts what was sent: the form begins anew. */
  readonly round: number;
  errorOf(field: string): string | undefined;
  send(): void;
}

/**
 * Sends what is written. Without a network the words stay, and go by themselves when it is back while the page is open:
 * who asks for help at once is not asked for another tap. After a restart it takes one, because help may have come.
 */
export function useAsk(): Ask {
  const [state, setState] = useState<AskState>({ kind: 'writing' });
  const [round, setRound] = useState(0);
  const [errors, setErrors] = useState<ReturnType<typeof saidProblems>>([]);
  const busy = useRef(false);
  const leftOver = useUrgent(({ pending }) => pending !== undefined);
  const send = async () => {
    if (busy.current) return;
    const problems = saidProblems(useUrgent.getState().draft);
    setErrors(problems);
    if (problems.length > 0) {
      setState({ kind: 'incomplete', missing: problems.map(({ message }) => message) });
      return;
    }
    busy.current = true;
    setState({ kind: 'sending' });
    const sent = await sendUrgent();
    busy.current = false;
    if (sent.kind === 'kept') return setState(sent);
    if (sent.kind === 'problem') return setState({ kind: 'failed', words: sent.words });
    if (sent.kind === 'sent' && sent.unsent) return setState({ kind: 'more', number: sent.data.number });
    setState({ kind: 'writing' });
    if (sent.kind !== 'sent') return;
    setRound((before) => before + 1);
    openPage('urgentSent', { number: sent.data.number });
  };
  useBackOnline(() => {
    if (state.kind === 'kept') void send();
  });
  const before = state.kind === 'writing' && leftOver && isWritten(useUrgent.getState().draft);
  return {
    state: before ? { kind: 'before' } : state,
    round,
    errorOf: (field) => errors.find((each) => each.field === field)?.message,
    send: () => void send(),
  };
}
