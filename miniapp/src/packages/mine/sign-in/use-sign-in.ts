import { useRef, useState } from 'react';
import { signInWords } from '../../../copy/sign-in';
import { signIn } from '../../../state/session';

export type Attempt =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly slow: boolean }
  | { readonly state: 'failed'; readonly words: string };

/** Longer than this, and what is slow is said. */
const SLOW_AFTER_MS = 5_000;

/** One attempt at a time: a second tap while one is under way does nothing. */
export function useSignIn() {
  const [attempt, setAttempt] = useState<Attempt>({ state: 'idle' });
  const underway = useRef(false);
  const begin = async (codeOf: () => Promise<string | undefined>) => {
    if (underway.current) return;
    underway.current = true;
    setAttempt({ state: 'working', slow: false });
    const waiting = setTimeout(() => setAttempt({ state: 'working', slow: true }), SLOW_AFTER_MS);
    const problem = await tryOnce(codeOf);
    clearTimeout(waiting);
    underway.current = false;
    setAttempt(problem === undefined ? { state: 'idle' } : { state: 'failed', words: problem });
  };
  return { attempt, begin };
}

/** What went wrong, in words; `undefined` when someone is signed in. */
async function tryOnce(codeOf: () => Promise<string | undefined>): Promise<string | undefined> {
  const code = await codeOf();
  if (code === undefined) return signInWords.noCode;
  const reply = await signIn(code);
  switch (reply.kind) {
    case 'ok':
      return undefined;
    case 'problem':
    case 'offline':
      return reply.words;
    case 'signed-out':
    case 'not-modified':
      return signInWords.noCode;
  }
}
