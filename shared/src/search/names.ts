import type { LibraryEntry } from './library-entry';
import { HAN, type Speller, type Spelling } from './spelling';

/** Where an entry may be found, what counts most first. */
export const FIELDS = ['title', 'formalName', 'word', 'summary'] as const;

export type Field = (typeof FIELDS)[number];

/** One text of an entry, ready to be compared. */
export interface Name {
  readonly field: Field;
  /** As a resident reads it. */
  readonly text: string;
  /** Only what is compared: no marks, no spaces. */
  readonly plain: string;
  readonly chinese: boolean;
  /** Its characters in any order, see `inAnyOrder`. */
  readonly unordered: string;
  /** A summary is prose and is not spelled. */
  readonly spelling: Spelling | undefined;
}

/** The same for 看病没钱 and 没钱看病. */
export function inAnyOrder(text: string): string {
  return [...text].sort().join('');
}

export function namesIn({ title, formalName, words, summary }: LibraryEntry, speller: Speller): readonly Name[] {
  const named = (field: Field, text: string): Name => {
    const plain = (text.toLowerCase().match(/[\u3400-\u9fffa-z0-9]+/g) ?? []).join('');
    const spelling = field === 'summary' ? undefined : speller.spell(text);
    return { field, text, plain, chinese: HAN.test(plain), unordered: inAnyOrder(plain), spelling };
  };
  return [
    named('title', title),
    named('formalName', formalName),
    ...words.map((word) => named('word', word)),
    named('summary', summary),
  ];
}
