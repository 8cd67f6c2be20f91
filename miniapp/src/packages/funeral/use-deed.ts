import { useRef, useState } from 'react';
import { farewellWords as words } from '../../copy/funeral-farewell';
import { signInThen } from '../../platform/navigate';
import type { SentOnce } from '../../platform/send-once';
import type { Trouble } from '../../state/consents';

/** What a tap does once, whatever is tapped meanwhile; and every way it can end, in words beside it. */
export function useDeed() {
  const [doing, setDoing] = useState<string>();
  const [said, setSaid] = useState<string>();
  const [trouble, setTrouble] = useState<Extract<Trouble, { kind: 'problem' }>>();
  const busy = useRef(false);
  const run = async <T>(what: string, deed: () => Promise<SentOnce<T>>): Promise<SentOnce<T> | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setDoing(what);
    setSaid(undefined);
    setTrouble(undefined);
    const sent = await deed();
    busy.current = false;
    setDoing(undefined);
    if (sent.kind === 'signed-out') signInThen();
    else if (sent.kind === 'kept') setSaid(sent.perhapsSent ? words.perhaps : words.offline);
    else if (sent.kind === 'problem') setTrouble(sent);
    return sent;
  };
  return { doing, said, trouble, run };
}
