import type { DoorDefinition } from '@jinmen/shared/facts/doors';
import type { LibraryEntry } from '@jinmen/shared/search/library-entry';

/** Entries under one heading; one without a door is what is only explained. */
export interface Group {
  readonly door: DoorDefinition | undefined;
  readonly entries: readonly LibraryEntry[];
}

/**
 * The whole library in reading order: the programmes behind each door, then what is only explained, and behind the
 * sensitive doors everything last, so that nobody comes upon a death while looking for something to eat.
 */
export function groupsOf(library: readonly LibraryEntry[], doors: readonly DoorDefinition[]): readonly Group[] {
  const open = doors.filter(({ sensitive }) => !sensitive);
  const programmes = open.map((door) => ({
    door,
    entries: library.filter(({ kind, door: code }) => kind === 'programme' && code === door.code),
  }));
  const explained = library.filter(({ kind, door }) => kind === 'guide' && open.some(({ code }) => code === door));
  const gently = doors.filter(({ sensitive }) => sensitive).map((door) => ({ door, entries: behind(door, library) }));
  return [...programmes, { door: undefined, entries: explained }, ...gently].filter(
    ({ entries }) => entries.length > 0,
  );
}

/** Everything behind one door, what is only explained last. */
export function behind(door: DoorDefinition, library: readonly LibraryEntry[]): readonly LibraryEntry[] {
  return library.filter(({ door: code }) => code === door.code);
}
