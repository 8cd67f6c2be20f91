import { useEffect, useState } from 'react';
import { isRecord } from '../../../platform/shape';
import { keptKeys } from '../../../state/kept-on-phone';
import { sealedRecord } from '../../../state/sealed-record';

/** By farewell: what was typed and is not on the server yet. */
type Typed = Readonly<Record<string, string>>;

const copy = sealedRecord<Typed>(keptKeys.farewellWords, keptFrom, { nowhereElse: true });

/** On every keystroke, so that a killed app loses nothing. `false`: this phone did not keep it. */
export async function keepTyped(farewell: string, words: string): Promise<boolean> {
  const sealed = await copy.change((all) => ({ ...all, [farewell]: words }));
  return sealed.kind === 'sealed';
}

/** It is on the server, or was wiped. */
export function forgetTyped(farewell: string): void {
  void copy.change(({ [farewell]: _gone, ...rest }) => rest);
}

/** What waits on this phone. */
export interface Waiting {
  readonly words: string | undefined;
  /** Something waits that this phone cannot open now. */
  readonly shut: boolean;
  /** Looks once more. */
  readonly again: () => Promise<void>;
}

/** `undefined` until the vault answered. */
export function useTyped(farewell: string): Waiting | undefined {
  const [typed, setTyped] = useState<Omit<Waiting, 'again'>>();
  const again = async () => {
    const all = await copy.readIfOpens();
    setTyped({ words: all?.[farewell], shut: all === undefined });
  };
  useEffect(() => void again(), [farewell]);
  return typed && { ...typed, again };
}

function keptFrom(stored: unknown): Typed {
  const entries = Object.entries(isRecord(stored) ? stored : {});
  return Object.fromEntries(entries.flatMap(([id, words]) => (typeof words === 'string' ? [[id, words]] : [])));
}
