import type { Programme } from '../eligibility/programme';
import type { Guide } from '../guides/guide';

/** One page of the library, as far as it is looked for and listed. */
export interface LibraryEntry {
  /** A programme is judged and applied for; a guide is explained. */
  readonly kind: 'programme' | 'guide';
  readonly code: string;
  readonly title: string;
  readonly formalName: string;
  readonly summary: string;
  readonly door: string;
  readonly words: readonly string[];
}

/** Programmes first: they are what a resident can do something about here. */
export function libraryEntries(programmes: readonly Programme[], guides: readonly Guide[]): readonly LibraryEntry[] {
  return [
    ...programmes.map((programme) => entryOf('programme', programme)),
    ...guides.map((guide) => entryOf('guide', guide)),
  ];
}

function entryOf(kind: LibraryEntry['kind'], { code, title, formalName, summary, door, words }: Programme | Guide) {
  return { kind, code, title, formalName, summary, door, words };
}

/** What an entry is called, by anyone: each of these can be spelled in pinyin. */
export function namesOf({ title, formalName, words }: LibraryEntry): readonly string[] {
  return [title, formalName, ...words];
}
