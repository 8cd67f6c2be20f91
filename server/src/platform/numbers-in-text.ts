import { isCivilDate } from '@jinmen/shared/kernel/civil-date';

/** A digit or a letter of what was typed: as it counts, and where it stands among the signs. */
interface Sign {
  readonly as: string;
  readonly at: number;
  /** A number may begin here, or have ended before it: nobody writes one onto other digits without anything between. */
  readonly opens: boolean;
}

/** A number that was found: its signs, and those of them nobody is to see. */
export interface FoundNumber {
  /** As it is kept elsewhere: bare digits, a mobile number without what is dialled before it. */
  readonly number: string;
  readonly from: number;
  /** Behind its last sign. */
  readonly to: number;
  readonly hidden: readonly number[];
}

/** What a bare number is, the part of it by which it is known, and where of its signs those are that nobody sees. */
interface Shape {
  readonly known: RegExp;
  readonly holds?: (number: string) => boolean;
  readonly hides: readonly [from: number, to: number];
}

const ENDS_ALONE = [1, -1] as const;

/**
 * In doubt it is one: of an ID number the check digit is not asked, since whoever typed it wrongly typed it nearly. An
 * office's number of eighteen digits, made of a region, a day and a count, is therefore hidden like one.
 */
const SHAPES: readonly Shape[] = [
  { known: /^(?:0{0,2}86)?0?(1[3-9]\d{9})$/, hides: [-8, -4] },
  // the twenty of a 残疾人证 are the ID number, the kind and the degree
  { known: /^([1-9]\d{16}[\dX])(?:[1-7][1-4])?$/, holds: (id) => isBirth(id.slice(6, 14)), hides: ENDS_ALONE },
  // from before 1999, whose owners still know them: without a century and a check digit
  { known: /^([1-9]\d{14})$/, holds: (id) => isBirth(`19${id.slice(6, 12)}`), hides: ENDS_ALONE },
  // bank cards begin with 3 to 6, China’s own with 9 too (ISO/IEC 7812); with 1 or 2 it would be two dates
  { known: /^([3-69]\d{15,18})$/, holds: passesLuhn, hides: ENDS_ALONE },
  // passports, and what people of Hong Kong and Macao come with
  { known: /^([EGDHM]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{10})$/, hides: ENDS_ALONE },
];
const LONGEST = 20;

const BETWEEN = /^[\s\p{Cf}\p{M}\p{Pd}.。·・•‧∙⋅−_()]$/u;
const TIMES = /^[×хХ✕✖]$/;
const CHINESE = ['〇零○', '一幺', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * The numbers of people in what somebody typed: ID numbers, mobile numbers, bank cards, passports and permits, in whatever
 * width and with whatever blanks, hyphens and dots between the digits, also said in Chinese numerals. They may overlap
 * where more than one reading is possible. Fixed lines are not among them: an office is called by one.
 */
export function numbersIn(signs: readonly string[]): readonly FoundNumber[] {
  return [...runsOf(signs, asDigit, false), ...runsOf(signs, asNumeral, true)].flatMap(foundIn);
}

/** Digits and letters with nothing between them but what people put between the digits of one number. */
function runsOf(signs: readonly string[], digit: (sign: string) => string, anywhere: boolean): readonly Sign[][] {
  const runs: Sign[][] = [];
  let run: Sign[] = [];
  signs.forEach((sign, at) => {
    const plain = sign.normalize('NFKC');
    const as = digit(sign) || letterOf(plain);
    const last = run.at(-1);
    if (as) {
      const apart = last === undefined || last.at < at - 1 || isDigit(last.as) !== isDigit(as);
      run.push({ as, at, opens: apart || anywhere });
    } else if (last && !BETWEEN.test(plain)) {
      runs.push(run);
      run = [];
    }
  });
  return [...runs, run];
}

/** Of those that lie within one another the longest alone: it hides the others too. */
function foundIn(run: readonly Sign[]): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  run.forEach(({ opens }, from) => {
    const longest = opens ? longestFrom(run, from) : undefined;
    if (longest && longest.to > (found.at(-1)?.to ?? 0)) found.push(longest);
  });
  return found;
}

function longestFrom(run: readonly Sign[], from: number): FoundNumber | undefined {
  for (let to = Math.min(run.length, from + LONGEST); to > from; to--) {
    const found = (run[to]?.opens ?? true) && numberIn(run.slice(from, to));
    if (found) return found;
  }
  return undefined;
}

function numberIn(signs: readonly Sign[]): FoundNumber | undefined {
  const [first, last] = [signs[0], signs.at(-1)];
  const bare = signs.map(({ as }) => as).join('');
  for (const { known, holds, hides } of SHAPES) {
    const number = known.exec(bare)?.[1];
    if (!first || !last || number === undefined || (holds && !holds(number))) continue;
    return { number, from: first.at, to: last.at + 1, hidden: signs.slice(...hides).map(({ at }) => at) };
  }
  return undefined;
}

/** Full-width ones too; `①` is no digit but what stands before a line. */
function asDigit(sign: string): string {
  return /^\p{Nd}$/u.test(sign) && isDigit(sign.normalize('NFKC')) ? sign.normalize('NFKC') : '';
}

function asNumeral(sign: string): string {
  const digit = CHINESE.findIndex((signs) => signs.includes(sign));
  return digit < 0 ? '' : String(digit);
}

function letterOf(plain: string): string {
  if (TIMES.test(plain)) return 'X';
  return /^[a-z]$/i.test(plain) ? plain.toUpperCase() : '';
}

function isDigit(as: string): boolean {
  return /^[0-9]$/.test(as);
}

function isBirth(digits: string): boolean {
  return /^(?:18|19|20)/.test(digits) && isCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const counted = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
