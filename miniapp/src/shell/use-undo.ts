import { useEffect, useRef, useState } from 'react';
import { UNDO_MS } from '../state/kept-results';

/**
 * Something is gone from the screen at once and done away with a moment later, unless it is brought back; leaving the
 * page, or taking away the next, does it at once.
 */
export function useUndo<T>(doAway: (gone: T) => void) {
  const [pending, setPending] = useState<T>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const standing = useRef<{ gone: T }>(undefined);
  const latest = useRef(doAway);
  latest.current = doAway;
  const finish = () => {
    clearTimeout(timer.current);
    const last = standing.current;
    standing.current = undefined;
    if (last === undefined) return;
    setPending(undefined);
    latest.current(last.gone);
  };
  const finishing = useRef(finish);
  finishing.current = finish;
  useEffect(() => () => finishing.current(), []);
  const begin = (gone: T) => {
    finish();
    standing.current = { gone };
    setPending(gone);
    timer.current = setTimeout(() => finishing.current(), UNDO_MS);
  };
  const undo = () => {
    clearTimeout(timer.current);
    standing.current = undefined;
    setPending(undefined);
  };
  return { pending, begin, undo, finish };
}
