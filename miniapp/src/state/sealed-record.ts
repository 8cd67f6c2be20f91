import { vault } from '../platform/vault';
import type { Sealed } from '../platform/vault-contract';

/** One record of the vault. */
export interface SealedRecord<T> {
  read(): Promise<T>;
  /** `problem` when this phone could not keep it: whoever called goes on with what is in memory. */
  change(change: (now: T) => T): Promise<Sealed>;
  destroy(): Promise<boolean>;
}

/**
 * A record that is changed by one hand at a time: two changes at once would each write what it read before the other
 * wrote. `from` makes the best of what an older release kept. What this phone can no longer open is written over: it was
 * only a copy of what is on the server, or on its way there.
 */
export function sealedRecord<T>(name: string, from: (stored: unknown) => T): SealedRecord<T> {
  let lastInLine: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const done = lastInLine.then(work);
    lastInLine = done.catch(() => undefined);
    return done;
  };
  const readNow = async (): Promise<T> => {
    const found = await vault().unseal(name);
    return from(found.kind === 'opened' ? found.value : undefined);
  };
  return {
    read: () => inTurn(readNow),
    change: (change) => inTurn(async () => vault().seal(name, change(await readNow()))),
    destroy: () => inTurn(() => vault().destroy(name)),
  };
}
