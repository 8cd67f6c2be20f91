import { create } from 'zustand';
import { vault } from '../platform/vault';
import type { Sealed, VaultProblem } from '../platform/vault-contract';
import { keptKeys } from './kept-on-phone';
import { type KeptResult, keptResultsFrom } from './kept-result';

/** More than these nobody tells apart. */
export const MOST_KEPT = 5;

/** How long a wiped result can still be brought back. Someone who reads slowly must get to the button. */
export const UNDO_MS = 12_000;

interface KeptResults {
  /** The newest first. */
  readonly results: readonly KeptResult[];
  /** False until the vault has answered once. */
  readonly read: boolean;
  /** Why they cannot be read. */
  readonly problem: VaultProblem | undefined;
  /** Wiped a moment ago: gone from the phone already, in memory alone until the moment is over. */
  readonly wiped: readonly KeptResult[];
}

const nothingKept: KeptResults = { results: [], read: false, problem: undefined, wiped: [] };

export const useKeptResults = create<KeptResults>(() => nothingKept);

/** Two changes at once would each write what it read before the other wrote. */
let lastInLine: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = lastInLine.then(work);
  lastInLine = done.catch(() => undefined);
  return done;
}

/** Looks into the vault: what another run, or another tab of a browser, kept meanwhile is there too. */
export function readKeptResults(): Promise<void> {
  return inTurn(readNow);
}

async function readNow(): Promise<void> {
  const found = await vault().unseal(keptKeys.reliefKept);
  const list = found.kind === 'opened' ? keptResultsFrom(found.value) : [];
  const problem = found.kind === 'problem' ? found.problem : list === undefined ? 'unreadable' : undefined;
  const standing = useKeptResults.getState().results;
  // The same list again draws nothing anew.
  const results = JSON.stringify(list) === JSON.stringify(standing) ? standing : (list ?? []);
  useKeptResults.setState({ results, read: true, problem });
}

/** Keeps one more; past `MOST_KEPT` the oldest go. What cannot be read is never written over. */
export function keepResult(result: KeptResult): Promise<Sealed> {
  return inTurn(async () => {
    await readNow();
    const { results, problem } = useKeptResults.getState();
    if (problem) return { kind: 'problem', problem };
    return write([result, ...results].slice(0, MOST_KEPT));
  });
}

/**
 * Wipes these, or all when none is named, off the phone at once; `false` when the phone would not let go of them. For
 * `UNDO_MS` they can be brought back.
 */
export function wipeKeptResults(ids?: readonly string[]): Promise<boolean> {
  return inTurn(async () => {
    await readNow();
    const { results, problem } = useKeptResults.getState();
    // Of what cannot be read no single one can be told apart.
    if (ids !== undefined && problem) return false;
    const gone = results.filter(({ id }) => ids?.includes(id) ?? true);
    const left = results.filter((result) => !gone.includes(result));
    const done = left.length === 0 ? await destroyAll() : (await write(left)).kind === 'sealed';
    if (done) rememberWiped(gone);
    return done;
  });
}

/** Brings back what was wiped a moment ago. */
export function bringBackWiped(): Promise<Sealed> {
  return inTurn(async () => {
    await readNow();
    const { results, wiped } = useKeptResults.getState();
    const all = [...results, ...wiped].sort((one, other) => other.keptAtMs - one.keptAtMs);
    const outcome = await write(all);
    if (outcome.kind === 'sealed') rememberWiped([]);
    return outcome;
  });
}

/** Forgets what could still be brought back, e.g. when the page with the button is left. */
export function forgetWiped(): void {
  rememberWiped([]);
}

async function write(results: readonly KeptResult[]): Promise<Sealed> {
  const outcome = await vault().seal(keptKeys.reliefKept, results);
  if (outcome.kind === 'sealed') useKeptResults.setState({ results, read: true, problem: undefined });
  return outcome;
}

async function destroyAll(): Promise<boolean> {
  const gone = await vault().destroy(keptKeys.reliefKept);
  if (gone) useKeptResults.setState({ results: [], read: true, problem: undefined });
  return gone;
}

let forgetting: ReturnType<typeof setTimeout> | undefined;

function rememberWiped(wiped: readonly KeptResult[]): void {
  clearTimeout(forgetting);
  useKeptResults.setState({ wiped });
  if (wiped.length > 0) forgetting = setTimeout(forgetWiped, UNDO_MS);
}
