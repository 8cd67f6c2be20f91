import type { FieldProblem } from '../../applications/check-field';
import { phoneProblem } from '../../applications/check-field';
import { monthDayWords } from '../../kernel/day-words';
import { aboardOf, type FarewellContent } from './content';
import { deathPaperDoubt } from './death-paper';
import { papersOf } from './papers';
import { crewLooksAt } from './read-company';
import type { FarewellSection, FarewellView } from './views';
import { seaWords } from './words';

const { open: words, problems } = seaWords;

/** What is required to sign up: a telephone. Everything else can be said later (ux.md, string 20). */
export function signUpProblems({ contact }: FarewellContent): readonly FieldProblem[] {
  const field = 'contact.phone';
  if (contact.phone === undefined) return [{ field, code: 'field.empty', message: problems.signUpPhone }];
  const wrong = phoneProblem(contact.phone);
  return wrong ? [{ field, ...wrong }] : [];
}

/** What of it lies with others. */
export interface OpenWithOthers {
  /** Somebody of the family sees it differently. */
  readonly differs?: boolean;
  /** The family they want to go with has not said so: the number of their own, for it to write. */
  readonly notYetWith?: string;
}

/** What is still to be said before the day, in the order of the sections; none of it stops a place from being held. */
export function openPoints(
  content: FarewellContent,
  { differs = false, notYetWith }: OpenWithOthers = {},
): FarewellView['open'] {
  const at = (section: FarewellSection, ...said: (string | undefined)[]) =>
    said.flatMap((line) => (line === undefined ? [] : [{ section, words: line }]));
  return [
    ...at('deceased', ...ofDeceased(content)),
    ...at('ashes', ...ofAshes(content)),
    ...at('kinship', ...ofKinship(content), differs ? words.differs : undefined),
    ...at('wishes', ...ofWishes(content, notYetWith)),
    ...at('company', ...ofCompany(content)),
    ...at('papers', ...ofPapers(content)),
    ...at('contact', content.contact.phone === undefined ? words.phone : undefined),
  ];
}

function ofDeceased({ deceased }: FarewellContent) {
  const known = deceased.name !== undefined && deceased.died !== undefined;
  if (!known) return [words.deceased, deathPaperDoubt(deceased)];
  return [deceased.idNumber === undefined ? words.idNumber : undefined, deathPaperDoubt(deceased)];
}

function ofAshes({ ashes: { place, bringer } }: FarewellContent) {
  if (place === undefined) return [words.ashesPlace];
  return [
    place === 'not-cremated-yet' ? words.notCremated : undefined,
    bringer === undefined || bringer === 'unsure' ? words.ashesBringer : undefined,
  ];
}

function ofKinship({ kinship: { relation, way, words: told } }: FarewellContent) {
  if (relation === undefined || way === undefined) return [words.kinship];
  return [(way === 'told' || relation === 'other') && told === undefined ? words.kinshipWords : undefined];
}

function ofWishes({ wishes: { together } }: FarewellContent, own: string | undefined) {
  return [together === undefined || own === undefined ? undefined : words.notYetWith(together, own)];
}

function ofCompany(content: FarewellContent) {
  const { way, company } = content;
  if (way === 'proxy') return [];
  if (company === undefined) return [words.company];
  const unnamed = aboardOf(content) - company.named.filter(({ where }) => where === 'aboard').length;
  const looked = company.named.some((one) => one.where === 'aboard' && crewLooksAt(one));
  return [unnamed > 0 ? words.unnamed(unnamed) : undefined, looked ? words.crew : undefined];
}

function ofPapers(content: FarewellContent) {
  return papersOf(content).map(({ paper, how, until }) =>
    how === 'promised' && until !== undefined
      ? words.promised(seaWords.papers[paper], monthDayWords(until))
      : undefined,
  );
}
