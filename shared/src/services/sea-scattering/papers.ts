import type { CivilDate } from '../../kernel/civil-date';
import type { FarewellContent, ReadSection, SectionReading } from './content';
import { anyDay, choiceOf, listOf, objectOf } from './reading';
import { SEA_PAPERS, type SeaPaper, type SeaPaperState } from './views';
import { seaWords } from './words';

const { problems: words } = seaWords;

/**
 * Which papers are looked at (docs/policy-facts.md D.1, a trade site: 待核定): of the death or of the cremation, whichever
 * the family has; who signs up; how they are related, but not where they told it in words a person reads (J22); a letter
 * where nobody goes along.
 */
export function papersAskedFor({ way, deceased, kinship }: Omit<FarewellContent, 'contact'>): readonly SeaPaper[] {
  return [
    deceased.paper?.form === 'cremation' ? 'cremation-certificate' : 'death-certificate',
    'own-id',
    ...(kinship.way === 'told' ? [] : (['kinship'] as const)),
    ...(way === 'proxy' ? (['proxy-letter'] as const) : []),
  ];
}

/** Each as the family said, or as it comes by itself: done ahead at the funeral home where nobody goes along, else brought. */
export function papersOf(content: Omit<FarewellContent, 'contact'>): readonly SeaPaperState[] {
  const how = content.way === 'proxy' ? 'at-funeral-home' : 'bring';
  return papersAskedFor(content).map((paper) => content.papers.find((said) => said.paper === paper) ?? { paper, how });
}

/** A promise has its day. What staff have seen only they can say. */
export function readPapers(given: unknown, { before, today }: SectionReading): ReadSection<'papers'> {
  const read = listOf(
    SEA_PAPERS.length,
    objectOf({
      paper: choiceOf(SEA_PAPERS),
      how: choiceOf(['bring', 'promised', 'at-funeral-home', 'seen']),
      until: anyDay,
    }),
    words.unreadable,
  )(given);
  if ('wrong' in read) return { problems: read.wrong };
  const said = (read.value ?? []).flatMap(({ paper, how, until }): SeaPaperState[] =>
    paper === undefined || how === undefined ? [] : [{ paper, how, ...(how === 'promised' && until && { until }) }],
  );
  const problems = said.flatMap((state, at) => problemOf(state, said.slice(0, at), before, today, at));
  return problems.length > 0 ? { problems } : { value: withSeen(said, before) };
}

/** What was seen stays seen, whatever the family says of it afterwards. */
function withSeen(said: readonly SeaPaperState[], { papers }: FarewellContent): readonly SeaPaperState[] {
  const seen = papers.filter(({ how }) => how === 'seen');
  return [...seen, ...said.filter(({ paper }) => !seen.some((one) => one.paper === paper))];
}

function problemOf(
  { paper, how, until }: SeaPaperState,
  others: readonly SeaPaperState[],
  { papers }: FarewellContent,
  today: CivilDate,
  at: number,
) {
  const wrong = (part: string, code: string, message: string) => [{ field: `${at}.${part}`, code, message }];
  if (others.some((other) => other.paper === paper)) return wrong('paper', 'field.twice', words.paperTwice);
  const before = papers.find((said) => said.paper === paper);
  if (how === 'seen' && before?.how !== 'seen') return wrong('how', 'field.by-staff', words.seenByStaff);
  if (how !== 'promised') return [];
  if (until === undefined) return wrong('until', 'field.empty', words.promiseDay);
  // a promise that was made stays one when its day is past: it is told as open, and never taken back
  return until < today && before?.until !== until ? wrong('until', 'field.day-past', words.promisePast) : [];
}
