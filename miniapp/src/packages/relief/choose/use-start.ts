import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useRef, useState } from 'react';
import { chooseWords } from '../../../copy/apply';
import { platformWords } from '../../../copy/platform';
import { usePageShown } from '../../../platform/lifecycle';
import { replacePage, signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { useSession } from '../../../state/session';

/** What to apply for, and for which child; oneself when absent. */
interface Start {
  readonly codes: readonly string[];
  readonly dependant: string | undefined;
}

/**
 * Makes the draft and opens its form in place of this page. Who is not signed in yet signs in first and, back here, goes
 * straight on.
 */
export function useStart() {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const waiting = useRef<Start>(undefined);
  const busy = useRef(false);
  usePageShown(() => {
    const wanted = waiting.current;
    waiting.current = undefined;
    if (wanted && useSession.getState().status === 'signed-in') void start(wanted);
  });
  const signInFirst = (wanted: Start) => {
    waiting.current = wanted;
    signInThen();
  };
  const start = async (wanted: Start) => {
    const { codes, dependant } = wanted;
    if (codes.length === 0) return setProblem(chooseWords.none);
    if (busy.current) return;
    setProblem(undefined);
    if (useSession.getState().status !== 'signed-in') return signInFirst(wanted);
    busy.current = true;
    setWorking(true);
    const sent = await sendOnce<ApplicationView>({
      name: ['application', ...codes, ...(dependant === undefined ? [] : [dependant])].join('-'),
      path: '/relief/applications',
      body: { programmes: codes, ...(dependant !== undefined && { for: { dependant } }) },
    });
    busy.current = false;
    setWorking(false);
    if (sent.kind === 'sent') replacePage('apply', { id: sent.data.id });
    else if (sent.kind === 'signed-out') signInFirst(wanted);
    else setProblem(sent.kind === 'problem' ? sent.words : platformWords.noNetwork);
  };
  const begin = (codes: readonly string[], dependant?: string) => void start({ codes, dependant });
  return { working, problem, start: begin };
}
