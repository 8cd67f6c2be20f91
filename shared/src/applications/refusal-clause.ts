import { leavesIn } from '../eligibility/clause-problems';
import type { Leaf } from '../eligibility/condition';
import type { Programme } from '../eligibility/programme';
import { versionOn } from '../eligibility/programme-of-day';
import type { CivilDate } from '../kernel/civil-date';

/** What a bureau gives as the ground of a refusal: its words and, where its document carries one, the number of the clause. */
export interface Ground {
  readonly text: string;
  readonly id?: string;
}

/**
 * The clause of the rule in force that day which a bureau means: by its number, else by words that are the clause's own,
 * alone or with others around them. None where the words fit no clause or several: a refusal under the wrong clause would
 * send somebody to contest what nobody held.
 */
export function clauseMeant(programme: Programme, ground: Ground, on: CivilDate): Leaf | undefined {
  const version = versionOn(programme, on);
  if (!version) return undefined;
  const leaves = [...new Map(leavesIn(version.rule).map(({ leaf }) => [leaf.id, leaf])).values()];
  return leaves.find(({ id }) => id === ground.id) ?? byWords(leaves, plain(ground.text));
}

function byWords(leaves: readonly Leaf[], words: string): Leaf | undefined {
  const said = leaves.filter(({ text }) => words.includes(plain(text)));
  // what stands inside a longer clause that was said as well was not said for itself
  const outermost = said.filter(({ text }) => !said.some((other) => isLonger(other.text, text)));
  const [clause] = outermost;
  return outermost.length === 1 ? clause : undefined;
}

function isLonger(one: string, other: string): boolean {
  return plain(one).length > plain(other).length && plain(one).includes(plain(other));
}

/** Without what no reader looks at: width, blanks, and the signs between and behind words. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}
