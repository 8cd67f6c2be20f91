import { costOf, FURTHEST, type Match, places } from './match';
import type { Name } from './names';
import type { Term } from './query';

/** At least three of five characters must be the right ones. */
const ENOUGH = 0.6;

interface Likeness {
  /** How many characters of the term are accounted for. */
  readonly common: number;
  readonly away: number;
}

/** For what is written nowhere: a character left out or in another order, another character of the same sound. */
export function similarityOf(term: Term, name: Name): Match | undefined {
  if (name.spelling === undefined) return undefined;
  const likeness = inSound(term, name.spelling.folded) ?? (term.chinese ? inWriting(term.text, name.plain) : undefined);
  if (likeness === undefined) return undefined;
  // One less than they have in common: a word that is written there counts for more.
  const explains = places(term.text).slice(0, Math.max(1, likeness.common - 1));
  return { name, how: 'similar', explains, cost: costOf(name, FURTHEST + 1 + likeness.away) };
}

function inSound({ text, sound }: Term, sought: string): Likeness | undefined {
  if (sound === undefined || !sought.includes(sound)) return undefined;
  return { common: text.length, away: sound === sought ? 0 : 1 };
}

/** Characters both have, in any order, as long as most of the term's are among them. */
function inWriting(term: string, plain: string): Likeness | undefined {
  // So few that it cannot be enough: most names end here.
  if (plain.length < term.length * ENOUGH) return undefined;
  const left = [...plain];
  for (const character of term) {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
  }
  const common = plain.length - left.length;
  if (common < 2 || common < term.length * ENOUGH) return undefined;
  return { common, away: 2 * (term.length - common) + left.length };
}
