import { vault } from '../platform/vault';
import type { Sealed, Unsealed } from '../platform/vault-contract';

/** One record of the vault. */
export interface SealedRecord<T> {
  read(): Promise<T>;
  /** The same; `undefined` where something is kept that this phone cannot open now. */
  readIfOpens(): Promise<T | undefined>;
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

export interface RecordOptions {
  /** Runs whenever the record is destroyed. */
  readonly forget?: () => void;
  /**
   * What is in it is on this phone alone: where it does not open, it is not written over, and a change is refused as
   * `unreadable`. The next try may open it.
   */
  readonly nowhereElse?: true;
}

/**
 * A record that is changed by one hand at a time: two changes at once would each write what it read before the other
 * wrote. `from` makes the best of what an older release kept. What this phone can no longer open is written over, unless
 * it is `nowhereElse`: it was only a copy of what is on the server, or on its way there. Each of its acts is of the vault
 * that stood there when it was asked for: what somebody who borrowed the phone did last never reaches its owner's.
 */
export function sealedRecord<T>(
  name: string,
  from: (stored: unknown) => T,
  { forget, nowhereElse }: RecordOptions = {},
): SealedRecord<T> {
  const line = lineOf(name);
  line.forget = forget;
  const readIfOpens = () => {
    const [asked, { destroyed }] = [vault(), line];
    return inTurn(line, async () => {
      const found = await asked.unseal(name);
      if (asked !== vault() || destroyed !== line.destroyed) return from(undefined);
      return found.kind === 'problem' ? undefined : from(openedIn(found));
    });
  };
  return {
    read: async () => (await readIfOpens()) ?? from(undefined),
    readIfOpens,
    change: (change) => {
      const asked = vault();
      return inTurn(line, async () => {
        const found = await asked.unseal(name);
        return nowhereElse && found.kind === 'problem' ? found : asked.seal(name, change(from(openedIn(found))));
      });
    },
    destroy: () => destroyRecord(name),
  };
}

function openedIn(found: Unsealed): unknown {
  return found.kind === 'opened' ? found.value : undefined;
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
