import { isRecord } from '../../../platform/shape';
import { type Contents, type Path, same, valueAt, withValues } from './sections';

/** One answer given on this phone and not known to be on the server. */
export interface Edit {
  /** `null` empties it. */
  readonly value: unknown;
  /** What the server had when it was given: tells a change made elsewhere since from the one made here. */
  readonly over: unknown;
  readonly atMs: number;
}

type Edits = Readonly<Record<Path, Edit>>;

/** What one farewell has on this phone alone. Plain data: it survives a killed app in the vault. */
export interface Unsent {
  readonly edits: Edits;
  /** By control: what is typed and is no answer yet, exactly as typed. */
  readonly typed: Readonly<Record<string, string>>;
}

/** Answered on two phones. Neither is lost until the family chooses. */
export interface Clash {
  readonly path: Path;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export const nothingUnsent: Unsent = { edits: {}, typed: {} };

export function hasUnsent({ edits, typed }: Unsent): boolean {
  return Object.keys(edits).length + Object.keys(typed).length > 0;
}

/** As it stands on the screen: the server's, with this phone's answers over it. */
export function shown(server: Contents, { edits }: Unsent): Contents {
  return withValues(server, valuesOf(edits));
}

export function valuesOf(edits: Edits): Readonly<Record<Path, unknown>> {
  return Object.fromEntries(Object.entries(edits).map(([path, { value }]) => [path, value]));
}

export function edit(unsent: Unsent, server: Contents, values: Readonly<Record<Path, unknown>>, atMs: number): Unsent {
  const edits: Record<Path, Edit> = { ...unsent.edits };
  for (const [path, value] of Object.entries(values)) {
    const before = edits[path];
    const over = valueAt(server, path) ?? null;
    // Changed back, it still goes to the server: what it was changed from may be on the way there.
    if (before === undefined && same(value, over)) continue;
    edits[path] = { value, over: before === undefined ? over : before.over, atMs };
  }
  return { ...unsent, edits };
}

export function type(unsent: Unsent, control: string, text: string): Unsent {
  return { ...unsent, typed: { ...unsent.typed, [control]: text } };
}

/** What was typed there became an answer, or was given up. */
export function settleTyped(unsent: Unsent, control: string): Unsent {
  const { [control]: _settled, ...typed } = unsent.typed;
  return { ...unsent, typed };
}

/** The server took these, and now stands at `now`. What was changed again meanwhile stays, over the new ground. */
export function afterSaving(unsent: Unsent, sent: Edits, now: Contents): Unsent {
  const left = Object.entries(unsent.edits).flatMap(([path, each]): [Path, Edit][] => {
    if (sent[path] === undefined) return [[path, each]];
    return sent[path] === each ? [] : [[path, { ...each, over: valueAt(now, path) ?? null }]];
  });
  return { ...unsent, edits: Object.fromEntries(left) };
}

/** What the server says by now needs no sending. */
export function reconcile(unsent: Unsent, server: Contents): Unsent {
  const left = Object.entries(unsent.edits).filter(([path, { value }]) => !same(value, valueAt(server, path)));
  return { ...unsent, edits: Object.fromEntries(left) };
}

export function clashesOf({ edits }: Unsent, server: Contents): readonly Clash[] {
  return Object.entries(edits).flatMap(([path, { value, over }]) => {
    const theirs = valueAt(server, path) ?? null;
    return same(over, theirs) || same(value, theirs) ? [] : [{ path, mine: value, theirs }];
  });
}

/** The answers nobody has to be asked about first. */
export function readyToSend(unsent: Unsent, server: Contents): Edits {
  const clashing = clashesOf(unsent, server).map(({ path }) => path);
  return Object.fromEntries(Object.entries(unsent.edits).filter(([path]) => !clashing.includes(path)));
}

/** The family chose between the two phones. */
export function chooseSide(unsent: Unsent, server: Contents, path: Path, side: 'mine' | 'theirs'): Unsent {
  const { [path]: chosen, ...others } = unsent.edits;
  if (chosen === undefined) return unsent;
  const over = valueAt(server, path) ?? null;
  return { ...unsent, edits: side === 'theirs' ? others : { ...others, [path]: { ...chosen, over } } };
}

export function unsentFrom(stored: unknown): Unsent {
  if (!isRecord(stored) || !isRecord(stored.edits) || !isRecord(stored.typed)) return nothingUnsent;
  const edits = Object.entries(stored.edits).filter(
    (entry): entry is [Path, Edit] => isRecord(entry[1]) && typeof entry[1].atMs === 'number' && 'value' in entry[1],
  );
  const typed = Object.entries(stored.typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { edits: Object.fromEntries(edits), typed: Object.fromEntries(typed) };
}
