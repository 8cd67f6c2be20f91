import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { leavesIn } from '@jinmen/shared/eligibility/clause-problems';
import type { Condition, Leaf } from '@jinmen/shared/eligibility/condition';
import { versionOn } from '@jinmen/shared/eligibility/programme-of-day';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/**
 * Our clause that a bureau's words are, of the rule in force that day; none unless they are the same words. What it only
 * resembles is not ours to say: a refusal under the wrong clause would send somebody to contest what nobody held.
 */
export function clauseOf(programme: string, words: string, on: CivilDate): Pick<Leaf, 'id' | 'source'> | undefined {
  const found = catalogue.find(({ code }) => code === programme);
  const version = found && versionOn(found, on);
  if (!version) return undefined;
  const same = clausesIn(version.rule).filter(({ text }) => plain(text) === plain(words));
  const [clause] = same;
  return clause && same.length === 1 ? { id: clause.id, source: clause.source } : undefined;
}

function clausesIn(rule: Condition): readonly Leaf[] {
  return leavesIn(rule).map(({ leaf }) => leaf);
}

/** Without what no reader looks at: width, blanks, and the signs between and behind words. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}
