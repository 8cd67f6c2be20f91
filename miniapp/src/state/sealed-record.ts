import { vault } from '../platform/vault';
import type { Sealed } from '../platform/vault-contract';

/** One record of the vault. */
export interface SealedRecord<T> {
  read(): Promise<T>;
  /** `problem` when this phone could not keep it: whoever called goes on with what is in memory. */
  change(change: (now: T) => T): Promise<Sealed>;
  destroy(): Promise<boolean>;
}

interface Line {
  last: Promise<unknown>;
  /** How often it was destroyed: what was read before and comes after is nobody's any more. */
  destroyed: number;
  /** What lives in memory goes with the record. */
  forget: (() => void) | undefined;
}

const lines = new Map<string, Line>();

/**
 * A record that is changed by one hand at a time: two changes at once would each write what it read before the other
 * wrote. `from` makes the best of what an older release kept. What this phone can no longer open is written over: it was
 * only a copy of what is on the server, or on its way there. Each of its acts is of the vault that stood there when it
 * was asked for: what somebody who borrowed the phone did last never reaches its owner's. `forget` runs whenever the
 * record is destroyed.
 */
export function sealedRecord<T>(name: string, from: (stored: unknown) => T, forget?: () => void): SealedRecord<T> {
  const line = lineOf(name);
  line.forget = forget;
  const readFrom = async (asked: ReturnType<typeof vault>): Promise<T> => {
    const found = await asked.unseal(name);
    return from(found.kind === 'opened' ? found.value : undefined);
  };
  return {
    read: () => {
      const [asked, { destroyed }] = [vault(), line];
      return inTurn(line, async () => {
        const found = await readFrom(asked);
        return asked === vault() && destroyed === line.destroyed ? found : from(undefined);
      });
    },
    change: (change) => {
      const asked = vault();
      return inTurn(line, async () => asked.seal(name, change(await readFrom(asked))));
    },
    destroy: () => destroyRecord(name),
  };
}

/** The same for a record whose module was not loaded in this run of the app. `false`: the phone would not let go. */
export function destroyRecord(name: string): Promise<boolean> {
  const [asked, line] = [vault(), lineOf(name)];
  line.destroyed += 1;
  line.forget?.();
  return inTurn(line, () => asked.destroy(name));
}

function lineOf(name: string): Line {
  const line = lines.get(name) ?? { last: Promise.resolve(), destroyed: 0, forget: undefined };
  lines.set(name, line);
  return line;
}

function inTurn<R>(line: Line, work: () => Promise<R>): Promise<R> {
  const done = line.last.then(work);
  line.last = done.catch(() => undefined);
  return done;
}
