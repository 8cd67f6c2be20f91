import { useEffect, useState } from 'react';
import { isRecord } from '../../../platform/shape';
import { keptKeys } from '../../../state/kept-on-phone';
import { sealedRecord } from '../../../state/sealed-record';

/** By farewell: what was typed and is not on the server yet. */
type Typed = Readonly<Record<string, string>>;

const copy = sealedRecord<Typed>(keptKeys.farewellWords, keptFrom);

/** On every keystroke, so that a killed app loses nothing. */
export function keepTyped(farewell: string, words: string): void {
  void copy.change((all) => ({ ...all, [farewell]: words }));
}

/** It is on the server, or was wiped. */
export function forgetTyped(farewell: string): void {
  void copy.change(({ [farewell]: _gone, ...rest }) => rest);
}

/** What waits on this phone; `read` once the vault answered. */
export function useTyped(farewell: string): { readonly read: boolean; readonly words: string | undefined } {
  const [typed, setTyped] = useState<{ readonly words: string | undefined }>();
  useEffect(() => {
    void copy.read().then((all) => setTyped({ words: all[farewell] }));
  }, [farewell]);
  return { read: typed !== undefined, words: typed?.words };
}

function keptFrom(stored: unknown): Typed {
  const entries = Object.entries(isRecord(stored) ? stored : {});
  return Object.fromEntries(entries.flatMap(([id, words]) => (typeof words === 'string' ? [[id, words]] : [])));
}
