import { costOf, FURTHEST, type Match, places } from './match';
import type { Name } from './names';
import { isChinese } from './query';
import type { Speller } from './spelling';

/** At least three of five characters must be the right ones. */
const ENOUGH = 0.6;
/** Fewer letters sound like too much. */
const LEAST_LETTERS = 4;

interface Likeness {
  /** How many characters of the term are accounted for. */
  readonly common: number;
  readonly away: number;
}

/** For what is written nowhere: a character left out or in another order, another character of the same sound. */
export function similarityOf(term: string, name: Name, speller: Speller): Match | undefined {
  if (name.spelling === undefined) return undefined;
  const letters = isChinese(term) ? speller.spell(term)?.full : term;
  const likeness = inSound(letters, term.length, name) ?? (isChinese(term) ? inWriting(term, name) : undefined);
  if (likeness === undefined) return undefined;
  // One less than they have in common: a word that is written there counts for more.
  const explains = places(term).slice(0, Math.max(1, likeness.common - 1));
  return { name, how: 'similar', explains, cost: costOf(name, FURTHEST + 1 + likeness.away) };
}

/** Ears and keyboards mix up zh and z, ch and c, sh and s, ng and n. */
function folded(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replaceAll('ng', 'n');
}

function inSound(letters: string | undefined, length: number, { spelling }: Name): Likeness | undefined {
  if (letters === undefined || spelling === undefined || letters.length < LEAST_LETTERS) return undefined;
  const [typed, sought] = [folded(letters), folded(spelling.full)];
  if (typed === sought) return { common: length, away: 0 };
  return sought.includes(typed) ? { common: length, away: 1 } : undefined;
}

/** Characters both have, in any order, as long as most of the term's are among them. */
function inWriting(term: string, { plain }: Name): Likeness | undefined {
  const left = [...plain];
  for (const character of term) {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
  }
  const common = plain.length - left.length;
  if (common < 2 || common < term.length * ENOUGH) return undefined;
  return { common, away: 2 * (term.length - common) + left.length };
}
