/** How the characters of the library are read; generated, see `build-pinyin-table.ts`. */
export interface PinyinTable {
  /** Syllable → the characters usually read so, e.g. `{ bao: '保报' }`. */
  readonly usual: Readonly<Record<string, string>>;
  /** Texts in which a character is read otherwise, with a syllable for each of their characters: `{ 重新: 'chong xin' }`. */
  readonly otherwise: Readonly<Record<string, string>>;
}

/** A text by its sounds: `{ syllables: ['di', 'bao'], full: 'dibao', initials: 'db' }`. */
export interface Spelling {
  readonly syllables: readonly string[];
  readonly full: string;
  readonly initials: string;
  /** From each syllable on: `['dibao', 'bao']`. */
  readonly tails: readonly string[];
  /** As it sounds to everybody, see `folded`. */
  readonly folded: string;
}

/** Chinese characters by their ranges: `\p{Script=Han}` becomes kilobytes in what an old phone is sent. */
export const HAN = /[\u3400-\u9fff]/;

const PARTS = /[\u3400-\u9fff]|[a-z0-9]+/g;

/** Spells the texts of the library, and a typed text as far as its characters occur there. */
export class Speller {
  private readonly usual: ReadonlyMap<string, string>;
  private readonly otherwise: ReadonlyMap<string, readonly string[]>;

  constructor({ usual, otherwise }: PinyinTable) {
    const pairs = Object.entries(usual).flatMap(([syllable, characters]) =>
      [...characters].map((character) => [character, syllable] as const),
    );
    this.usual = new Map(pairs);
    this.otherwise = new Map(Object.entries(otherwise).map(([text, syllables]) => [text, syllables.split(' ')]));
  }

  /** `undefined` when it has a character that is read nowhere in the library. */
  spell(text: string): Spelling | undefined {
    const otherwise = this.otherwise.get(text);
    const syllables: string[] = [];
    let characters = 0;
    for (const part of text.toLowerCase().match(PARTS) ?? []) {
      const syllable = HAN.test(part) ? (otherwise?.[characters++] ?? this.usual.get(part)) : part;
      if (syllable === undefined) return undefined;
      syllables.push(syllable);
    }
    return spellingOf(syllables);
  }
}

function spellingOf(syllables: readonly string[]): Spelling {
  const full = syllables.join('');
  return {
    syllables,
    full,
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    tails: syllables.map((_, from) => syllables.slice(from).join('')),
    folded: folded(full),
  };
}

/** Ears and keyboards mix up zh and z, ch and c, sh and s, ng and n. */
export function folded(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n');
}
