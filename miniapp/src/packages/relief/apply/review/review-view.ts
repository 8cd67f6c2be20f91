import type { FieldValues } from '@jinmen/shared/applications/field';
import { filingsOf } from '@jinmen/shared/applications/filing';
import { factsIn } from '@jinmen/shared/applications/form';
import { streetOfDeceased } from '@jinmen/shared/applications/hukou';
import type { SubjectView } from '@jinmen/shared/applications/subject';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { streetInWords } from '@jinmen/shared/places/streets';
import { reviewWords } from '../../../../copy/submit';
import { titleOf } from '../../programme-title';
import { byStreet, linesByStreet } from '../../which-street';
import { isMembers } from '../members-merge';

const { where: words } = reviewWords;

/** Of which programmes the office asks what stands on paper elsewhere: income, savings, property. */
const CHECKS_MEANS = 'social-assistance';

export interface WhereItGoes {
  /** Whether anything can be handed in here at all. */
  readonly any: boolean;
  readonly lines: readonly string[];
}

/** What becomes of each programme at the moment of handing in, in words. */
export function whereItGoes({ programmes, atTheStreet }: ApplicationView, values: FieldValues): WhereItGoes {
  const here = programmes.filter((code) => !atTheStreet.includes(code));
  const filings = filingsOf(catalogue, here, factsIn(values));
  const now = filings.filter(({ held }) => held.length === 0).map(({ programme }) => programme);
  const heldLines = filings.flatMap(({ programme, held }) =>
    held.map(({ waitsFor, until, why }) => {
      const others = waitsFor.map(titleOf);
      return until === 'approved'
        ? `${words.held(titleOf(programme), others)}${why}`
        : words.behind(titleOf(programme), others);
    }),
  );
  return {
    any: here.length > 0,
    lines: [
      ...(here.length > 0 ? whichStreet(here, values) : [words.nothing]),
      ...(now.length > 0 ? [words.now(now.map(titleOf))] : []),
      ...heldLines,
      ...linesByStreet(atTheStreet, { home: words.atStreet, ofDeceased: words.atStreetOfDeceased }),
      ...(here.length > 0 ? [words.sent] : []),
    ],
  };
}

function whichStreet(codes: readonly string[], values: FieldValues): readonly string[] {
  const { home, ofDeceased } = byStreet(codes);
  const street = streetInWords(String(values['applicant.street'] ?? ''));
  const theirs = streetInWords(streetOfDeceased(values) ?? '');
  const titles = ofDeceased.map(titleOf);
  return [
    ...(home.length > 0 ? [street === undefined ? words.noStreet : words.street(street)] : []),
    ...(titles.length > 0
      ? [theirs === undefined ? words.noStreetOfDeceased(titles) : words.ofDeceased(titles, theirs)]
      : []),
  ];
}

/** Whether an office will ask to look up income and savings, for which the resident signs. */
export function asksToCheckMeans({ programmes, atTheStreet }: ApplicationView): boolean {
  return catalogue.some(
    ({ code, bureau }) => bureau === CHECKS_MEANS && programmes.includes(code) && !atTheStreet.includes(code),
  );
}

export interface PeopleSaid {
  readonly listed: number;
  readonly said: number;
  /** It is for somebody whose guardian lives there too: both are counted beside those listed. */
  readonly guardian: boolean;
}

/** How many people were listed beside the resident, where that is not how many the household is said to be. */
export function peopleThatDiffer(values: FieldValues, subject?: SubjectView): PeopleSaid | undefined {
  const [members, said] = [values['household.members'], values['fact:household.memberCount']];
  const guardian = subject?.kind === 'ward' && subject.livesTogether === true;
  if (!isMembers(members) || typeof said !== 'number') return undefined;
  if (members.length + (guardian ? 2 : 1) === said) return undefined;
  return { listed: members.length, said, guardian };
}
