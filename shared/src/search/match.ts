import { FIELDS, inAnyOrder, type Name } from './names';
import type { Term } from './query';

/** How a name answers a term. */
export type How = 'characters' | 'pinyin' | 'initials' | 'similar';

export interface Match {
  readonly name: Name;
  readonly how: How;
  /** Which characters of the term it explains, by their places. */
  readonly explains: readonly number[];
  /** The lower, the closer. */
  readonly cost: number;
}

/** Below it a few letters in the middle of a word mean nothing. */
const LEAST_INNER_LETTERS = 3;
const LEAST_INNER_INITIALS = 2;
const LEAST_TURNED = 4;
/** A whole spelled word inside what was typed: `wojiadibao`. */
const LEAST_SPELLED_INSIDE = 4;
/** The distance of a name that only stands somewhere in what was typed. */
export const FURTHEST = 9;

/** `undefined` when the name has nothing to say about the term. */
export function matchOf({ text, chinese }: Term, name: Name): Match | undefined {
  return byCharacters(text, name) ?? (chinese ? undefined : bySound(text, name));
}

function byCharacters(term: string, name: Name): Match | undefined {
  const { plain, field, chinese } = name;
  if (plain === term) return whole(term, name, 'characters', 0);
  if (plain.includes(term)) return whole(term, name, 'characters', 1);
  if (isTheSameTurned(term, name)) return whole(term, name, 'characters', 2);
  const explains = field === 'summary' || !chinese ? undefined : placesOf(plain, term);
  return explains && { name, how: 'characters', explains, cost: costOf(name, FURTHEST) };
}

/** Two words of two characters each say the same either way round. */
function isTheSameTurned(term: string, { plain, unordered }: Name): boolean {
  return plain.length === term.length && term.length >= LEAST_TURNED && inAnyOrder(term) === unordered;
}

/** The letters are a spelling, from its beginning or from one of its syllables, or first letters alone. */
function bySound(letters: string, name: Name): Match | undefined {
  const { spelling } = name;
  if (spelling === undefined) return undefined;
  const { full, initials, tails } = spelling;
  if (full === letters) return whole(letters, name, 'pinyin', 0);
  if (initials === letters) return whole(letters, name, 'initials', 1);
  if (full.startsWith(letters)) return whole(letters, name, 'pinyin', 2);
  if (initials.startsWith(letters)) return whole(letters, name, 'initials', 3);
  if (letters.length >= LEAST_INNER_LETTERS && tails.some((tail) => tail.startsWith(letters)))
    return whole(letters, name, 'pinyin', 4);
  if (letters.length >= LEAST_INNER_INITIALS && initials.includes(letters)) return whole(letters, name, 'initials', 5);
  const at = full.length >= LEAST_SPELLED_INSIDE && tails.length > 1 ? letters.indexOf(full) : -1;
  return at < 0 ? undefined : { name, how: 'pinyin', explains: places(full, at), cost: costOf(name, FURTHEST) };
}

/**
 * Where the characters of `name` stand in `term`, with one of the resident's own in between here and there: 没收入 in
 * 没有收入. The first place that fits.
 */
function placesOf(name: string, term: string): readonly number[] | undefined {
  if (name.length < 2) return undefined;
  for (let from = term.indexOf(name.charAt(0)); from >= 0; from = term.indexOf(name.charAt(0), from + 1)) {
    const found = placesFrom(from, name, term);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placesFrom(from: number, name: string, term: string): readonly number[] | undefined {
  let spare = Math.max(1, Math.floor(name.length / 3));
  let at = from;
  const found = [from];
  for (const character of name.slice(1)) {
    if (term.charAt(at + 1) === character) at += 1;
    else if (spare > 0 && term.charAt(at + 2) === character) {
      at += 2;
      spare -= 1;
    } else return undefined;
    found.push(at);
  }
  return found;
}

function whole(term: string, name: Name, how: How, distance: number): Match {
  return { name, how, explains: places(term), cost: costOf(name, distance) };
}

export function places(text: string, from = 0): readonly number[] {
  return Array.from(text, (_, index) => from + index);
}

/** First how close, then where: a title before a word people say. */
export function costOf({ field }: Name, distance: number): number {
  return distance * FIELDS.length + FIELDS.indexOf(field);
}
