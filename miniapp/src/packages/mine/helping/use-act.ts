import { useRef, useState } from 'react';
import type { Trouble } from '../../../state/consents';

/**
 * One act at a time on one card, also for two taps with nothing drawn between them: each counts where tries are few.
 * And what came of it when it did not come off.
 */
export function useAct() {
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const busy = useRef(false);
  const act = async (work: () => Promise<Trouble | undefined>) => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    setTrouble(await work());
    busy.current = false;
    setWorking(false);
  };
  return { working, trouble, act: (work: () => Promise<Trouble | undefined>) => void act(work) };
}
