import { tidyName } from '../../applications/check-field';
import type { ReadSection } from './content';
import { choiceOf, countUpTo, listOf, objectOf, textOf, yesNo } from './reading';
import { MOST_ABOARD, type SeaRelative } from './views';
import { seaWords } from './words';

const { problems: words } = seaWords;
const MOST_ASHORE = 50;
const MOST_NAMED = MOST_ABOARD + MOST_ASHORE;
const OLDEST = 130;

/** Who comes along: counted first, named later. No age and no illness is refused (docs/policy-facts.md J18). */
export function readCompany(given: unknown): ReadSection<'company'> {
  const read = objectOf({
    aboard: countUpTo(MOST_ABOARD, words.tooManyAboard(MOST_ABOARD)),
    ashore: countUpTo(MOST_ASHORE, words.tooMany),
    named: listOf(MOST_NAMED, relative, words.tooMany),
  })(given);
  if ('wrong' in read) return { problems: read.wrong };
  const { aboard = 0, ashore = 0, named = [] } = read.value ?? {};
  const people = named.flatMap(({ id, name, where, ...rest }): SeaRelative[] =>
    id === undefined || name === undefined ? [] : [{ ...rest, id, name, where: where ?? 'aboard' }],
  );
  if (new Set(people.map(({ id }) => id)).size < people.length)
    return { problems: [{ field: 'named', code: 'field.twice', message: words.namedTwice }] };
  const more = (['aboard', 'ashore'] as const).find(
    (where) => people.filter((person) => person.where === where).length > { aboard, ashore }[where],
  );
  if (more) return { problems: [{ field: more, code: 'field.more-named', message: words.moreNamedThanCounted }] };
  return { value: { aboard, ashore, named: people } };
}

const relative = objectOf({
  id: textOf(36),
  name: textOf(50, tidyName),
  age: countUpTo(OLDEST, words.unreadable),
  where: choiceOf(['aboard', 'ashore']),
  wheelchair: yesNo,
  health: textOf(200),
});

/** Whether the crew looks at it first (船方核定): outside 14 to 69, a wheelchair, or something their doctor should know. */
export function crewLooksAt({ age, wheelchair, health }: SeaRelative): boolean {
  const usual = age === undefined || (age >= 14 && age <= 69);
  return !usual || wheelchair === true || health !== undefined;
}
