import type { Wrong } from '../../applications/check-field';
import type { ReadSection } from './content';
import { anyDay, choiceOf, listOf, objectOf, textOf, yesNo } from './reading';
import { MOST_IMPOSSIBLE_DAYS } from './views';
import { seaWords } from './words';

const { problems: words } = seaWords;
/** Of `FarewellView.number`. */
const NUMBER = /^HM-[2-9A-HJ-NP-Z]{6}$/;

/** What the family wishes of the day; each impossible day once, the earliest first. */
export function readWishes(given: unknown): ReadSection<'wishes'> {
  const read = objectOf({
    impossible: listOf(MOST_IMPOSSIBLE_DAYS, anyDay, words.tooManyDays(MOST_IMPOSSIBLE_DAYS)),
    earliest: anyDay,
    latest: anyDay,
    weekendsOnly: yesNo,
    fromAnotherCity: yesNo,
    proxy: choiceOf(['acceptable', 'never']),
    together: textOf(20, numberOf),
  })(given);
  if ('wrong' in read) return { problems: read.wrong };
  const { impossible = [], proxy = 'never', ...rest } = read.value ?? {};
  if (rest.earliest !== undefined && rest.latest !== undefined && rest.latest < rest.earliest)
    return { problems: [{ field: 'latest', code: 'field.latest-first', message: words.latestBeforeEarliest }] };
  return { value: { ...rest, impossible: [...new Set(impossible)].sort(), proxy } };
}

function numberOf(text: string): string | Wrong {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return NUMBER.test(number) ? number : { code: 'field.farewell-number', message: words.farewellNumber };
}
