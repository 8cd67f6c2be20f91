import { useState } from 'react';
import type { Trouble } from '../../../state/consents';

/** One act at a time on one card, and what came of it when it did not come off. */
export function useAct() {
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const act = async (work: () => Promise<Trouble | undefined>) => {
    if (working) return;
    setWorking(true);
    setTrouble(await work());
    setWorking(false);
  };
  return { working, trouble, act: (work: () => Promise<Trouble | undefined>) => void act(work) };
}
