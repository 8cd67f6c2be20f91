import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useRef, useState } from 'react';
import { chooseWords } from '../../../copy/apply';
import { platformWords } from '../../../copy/platform';
import { usePageShown } from '../../../platform/lifecycle';
import { replacePage, signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { useSession } from '../../../state/session';

/**
 * Makes the draft and opens its form in place of this page. Who is not signed in yet signs in first and, back here, goes
 * straight on.
 */
export function useStart() {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const waiting = useRef<readonly string[]>(undefined);
  const busy = useRef(false);
  usePageShown(() => {
    const codes = waiting.current;
    waiting.current = undefined;
    if (codes && useSession.getState().status === 'signed-in') void start(codes);
  });
  const signInFirst = (codes: readonly string[]) => {
    waiting.current = codes;
    signInThen();
  };
  const start = async (codes: readonly string[]) => {
    if (codes.length === 0) return setProblem(chooseWords.none);
    if (busy.current) return;
    setProblem(undefined);
    if (useSession.getState().status !== 'signed-in') return signInFirst(codes);
    busy.current = true;
    setWorking(true);
    const sent = await sendOnce<ApplicationView>({
      name: `application-${codes.join('-')}`,
      path: '/relief/applications',
      body: { programmes: codes },
    });
    busy.current = false;
    setWorking(false);
    if (sent.kind === 'sent') replacePage('apply', { id: sent.data.id });
    else if (sent.kind === 'signed-out') signInFirst(codes);
    else setProblem(sent.kind === 'problem' ? sent.words : platformWords.noNetwork);
  };
  return { working, problem, start: (codes: readonly string[]) => void start(codes) };
}
