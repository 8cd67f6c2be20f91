import { isMaskedIdNumber, tidyName, type Wrong, wrongIdNumber } from '../../applications/check-field';
import type { CivilDate } from '../../kernel/civil-date';
import { checkDigit, idDigits, readIdNumber } from '../../kernel/id-number';
import type { ReadSection, SectionReading } from './content';
import { choiceOf, dayUpTo, objectOf, textOf, yesNo } from './reading';
import { DEATH_PAPERS, DECEASED_CALLED, type Deceased } from './views';
import { seaWords } from './words';

const { problems: words } = seaWords;
const LONGEST_NAME = 50;
/** 火化证明 has no national number (docs/policy-facts.md F): free text, as every paper without a format of its own. */
const LONGEST_NUMBER = 64;

/** The one who died. A number of the state has a format and is checked; what a certificate says is only doubted. */
export function readDeceased(given: unknown, { today }: SectionReading): ReadSection<'deceased'> {
  const day = dayUpTo(today, words.dayAhead);
  const read = objectOf({
    name: textOf(LONGEST_NAME, tidyName),
    idNumber: textOf(30, (text) => numberOf(text, today)),
    died: day,
    cremated: day,
    paper: objectOf({ form: choiceOf(DEATH_PAPERS), number: textOf(LONGEST_NUMBER) }),
    hukouInTianjin: yesNo,
    called: choiceOf(DECEASED_CALLED),
  })(given);
  if ('wrong' in read) return { problems: read.wrong };
  const { paper, ...rest } = read.value ?? {};
  const value: Deceased = { ...rest, ...(paper?.form && { paper: { ...paper, form: paper.form } }) };
  const wrong = wrongDays(value, today);
  return wrong ? { problems: [wrong] } : { value };
}

/** Eighteen digits, also of a number that was given out before 1999 and had fifteen. */
export function wholeIdNumber(digits: string): string {
  if (digits.length !== 15) return digits;
  const seventeen = `${digits.slice(0, 6)}19${digits.slice(6)}`;
  return `${seventeen}${checkDigit(seventeen)}`;
}

function numberOf(text: string, today: CivilDate): string | Wrong {
  const digits = idDigits(text);
  if (isMaskedIdNumber(digits)) return wrongIdNumber('masked');
  const read = readIdNumber(digits, today);
  return 'problem' in read ? wrongIdNumber(read.problem) : wholeIdNumber(digits);
}

function wrongDays({ idNumber, died, cremated }: Deceased, today: CivilDate) {
  if (died !== undefined && cremated !== undefined && cremated < died)
    return { field: 'cremated', code: 'field.cremated-before-death', message: words.crematedBeforeDeath };
  const read = idNumber === undefined ? undefined : readIdNumber(idNumber, today);
  if (died !== undefined && read && 'birth' in read && died < read.birth)
    return { field: 'died', code: 'field.died-before-birth', message: words.diedBeforeBirth };
  return undefined;
}
