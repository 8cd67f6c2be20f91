import type { FieldValue, FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { isRecord } from '../../../platform/shape';
import type { Draft } from '../interview';
import { isMembers, mergeMembers } from './members-merge';

/** One field changed on this phone and not known to be on the server. */
export interface Edit {
  readonly value: FieldValue;
  /** What the server had when it was changed: tells a change made elsewhere since from the one made here. */
  readonly over?: FieldValue | undefined;
  readonly atMs: number;
}

/** What one application has on this phone alone. Plain data: it survives a killed app in the vault. */
export interface Unsent {
  readonly edits: Readonly<Record<string, Edit>>;
  /** By control: what is typed and cannot be read as an answer yet, exactly as typed. */
  readonly typed: Readonly<Record<string, Draft>>;
}

/** A field changed on two phones. Nothing is decided and neither is lost until the resident chooses. */
export interface Clash {
  readonly field: string;
  readonly mine: FieldValue;
  readonly mineAtMs: number;
  readonly theirs: FieldValue | undefined;
  /** ISO-8601 UTC. */
  readonly theirsAt: string | undefined;
}

export const nothingUnsent: Unsent = { edits: {}, typed: {} };

export function hasUnsent({ edits, typed }: Unsent): boolean {
  return Object.keys(edits).length + Object.keys(typed).length > 0;
}

/** The form as it stands on the screen: the server's, with this phone's changes over it. */
export function shownFields({ fields }: Pick<ApplicationView, 'fields'>, { edits }: Unsent): FieldValues {
  return { ...fields, ...Object.fromEntries(Object.entries(edits).map(([field, { value }]) => [field, value])) };
}

export function edit(unsent: Unsent, server: FieldValues, changes: FieldValues, atMs: number): Unsent {
  const edits = { ...unsent.edits };
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    const before = edits[field];
    // Changed back, it still goes to the server: what it was changed from may be on the way there.
    if (before === undefined && same(value, server[field])) continue;
    edits[field] = { value, over: before === undefined ? server[field] : before.over, atMs };
  }
  return { ...unsent, edits };
}

export function type(unsent: Unsent, draft: Draft): Unsent {
  return { ...unsent, typed: { ...unsent.typed, [draft.question]: draft } };
}

/** What was typed there became an answer, or was given up. */
export function settleTyped(unsent: Unsent, control: string): Unsent {
  const { [control]: _settled, ...typed } = unsent.typed;
  return { ...unsent, typed };
}

/** The server took these edits, and now stands at `now`. What was changed again meanwhile stays, over the new ground. */
export function afterSaving(unsent: Unsent, sent: Unsent['edits'], now: FieldValues): Unsent {
  const left = Object.entries(unsent.edits).flatMap(([field, each]): [string, Edit][] => {
    if (sent[field] === undefined) return [[field, each]];
    return sent[field] === each ? [] : [[field, { ...each, over: now[field] }]];
  });
  return { ...unsent, edits: Object.fromEntries(left) };
}

/**
 * What can be settled without asking, once the server's side is known anew: an edit that says what the server says by now
 * is done, and people added or changed on two phones are put together as far as they are not the same ones.
 */
export function reconcile(unsent: Unsent, server: FieldValues): Unsent {
  const edits = Object.entries(unsent.edits).flatMap(([field, each]): [string, Edit][] => {
    const theirs = server[field];
    if (same(each.value, theirs)) return [];
    if (same(each.over, theirs)) return [[field, each]];
    const merged = isMembers(each.value) && isMembers(theirs) ? mergeMembers(each.over, each.value, theirs) : undefined;
    if (merged === undefined) return [[field, each]];
    return same(merged, theirs) ? [] : [[field, { ...each, value: merged, over: theirs }]];
  });
  return { ...unsent, edits: Object.fromEntries(edits) };
}

export function clashesOf(unsent: Unsent, { fields, changedAt }: ApplicationView): readonly Clash[] {
  return Object.entries(unsent.edits)
    .filter(([field, { value, over }]) => !same(over, fields[field]) && !same(value, fields[field]))
    .map(([field, { value, atMs }]) => ({
      field,
      mine: value,
      mineAtMs: atMs,
      theirs: fields[field],
      theirsAt: changedAt[field],
    }));
}

/** The edits nobody has to be asked about first. */
export function readyToSend(unsent: Unsent, server: ApplicationView): Unsent['edits'] {
  const clashing = clashesOf(unsent, server).map(({ field }) => field);
  return Object.fromEntries(Object.entries(unsent.edits).filter(([field]) => !clashing.includes(field)));
}

/** The resident chose between the two phones. */
export function chooseSide(unsent: Unsent, server: FieldValues, field: string, side: 'mine' | 'theirs'): Unsent {
  const { [field]: chosen, ...others } = unsent.edits;
  if (chosen === undefined) return unsent;
  return { ...unsent, edits: side === 'theirs' ? others : { ...others, [field]: { ...chosen, over: server[field] } } };
}

export function unsentFrom(stored: unknown): Unsent {
  if (!isRecord(stored) || !isRecord(stored.edits) || !isRecord(stored.typed)) return nothingUnsent;
  const edits = Object.entries(stored.edits).filter(
    (entry): entry is [string, Edit] => isRecord(entry[1]) && typeof entry[1].atMs === 'number' && 'value' in entry[1],
  );
  const typed = Object.entries(stored.typed).filter(
    (entry): entry is [string, Draft] => isRecord(entry[1]) && typeof entry[1].question === 'string',
  );
  return { edits: Object.fromEntries(edits), typed: Object.fromEntries(typed) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
