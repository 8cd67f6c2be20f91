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
  readonly begins: string;
  readonly lengths: readonly number[];
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
  { begins: '018', lengths: [11, 12, 13, 14, 15, 16], known: /^(?:0{0,2}86)?0?(1[3-9]\d{9})$/, hides: [-8, -4] },
  {
    begins: '123456789',
    // the twenty of a 残疾人证 are the ID number, the kind and the degree
    lengths: [18, 20],
    known: /^([1-9]\d{16}[\dX])(?:[1-7][1-4])?$/,
    holds: (id) => isBirth(id.slice(6, 14)),
    hides: ENDS_ALONE,
  },
  {
    begins: '123456789',
    // from before 1999, whose owners still know them: without a century and a check digit
    lengths: [15],
    known: /^([1-9]\d{14})$/,
    holds: (id) => isBirth(`19${id.slice(6, 12)}`),
    hides: ENDS_ALONE,
  },
  // bank cards begin with 3 to 6, China’s own with 9 too (ISO/IEC 7812); with 1 or 2 it would be two dates
  { begins: '34569', lengths: [16, 17, 18, 19], known: /^([3-69]\d{15,18})$/, holds: passesLuhn, hides: ENDS_ALONE },
  // passports, and what people of Hong Kong and Macao come with
  { begins: 'EGDHM', lengths: [9, 11], known: /^([EGDHM]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{10})$/, hides: ENDS_ALONE },
];

/** What may begin with a sign, the longest first: a text of a thousand numerals is looked at a few times a sign, not a hundred. */
const BEGINNING: ReadonlyMap<string, readonly Reading[]> = new Map(
  [...'0123456789EGDHM'].map((first) => [first, readingsFrom(first)]),
);

interface Reading {
  readonly length: number;
  readonly shape: Shape;
}

function readingsFrom(first: string): readonly Reading[] {
  const those = SHAPES.filter(({ begins }) => begins.includes(first));
  const all = those.flatMap((shape) => shape.lengths.map((length) => ({ length, shape })));
  return all.sort((one, other) => other.length - one.length);
}

const BETWEEN = /^[\s\p{Cf}\p{M}\p{Pd}.。·・•‧∙⋅−_()]$/u;
const TIMES = /^[×хХ✕✖]$/;
const CHINESE: ReadonlyMap<string, string> = new Map(
  ['〇零○', '一幺', '二', '三', '四', '五', '六', '七', '八', '九'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);

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
  const bare = run.map(({ as }) => as).join('');
  const found: FoundNumber[] = [];
  run.forEach(({ opens }, from) => {
    const longest = opens ? longestFrom(run, bare, from) : undefined;
    if (longest && longest.to > (found.at(-1)?.to ?? 0)) found.push(longest);
  });
  return found;
}

function longestFrom(run: readonly Sign[], bare: string, from: number): FoundNumber | undefined {
  for (const { length, shape } of BEGINNING.get(bare.charAt(from)) ?? []) {
    const to = from + length;
    if (to > run.length || !(run[to]?.opens ?? true)) continue;
    const number = numberIn(shape, bare.slice(from, to));
    if (number !== undefined) return foundAt(run.slice(from, to), number, shape);
  }
  return undefined;
}

function numberIn({ known, holds }: Shape, bare: string): string | undefined {
  const number = known.exec(bare)?.[1];
  return number === undefined || (holds && !holds(number)) ? undefined : number;
}

function foundAt(signs: readonly Sign[], number: string, { hides }: Shape): FoundNumber | undefined {
  const [first, last] = [signs[0], signs.at(-1)];
  if (!first || !last) return undefined;
  return { number, from: first.at, to: last.at + 1, hidden: signs.slice(...hides).map(({ at }) => at) };
}

/** Full-width ones too; `①` is no digit but what stands before a line. */
function asDigit(sign: string): string {
  return /^\p{Nd}$/u.test(sign) && isDigit(sign.normalize('NFKC')) ? sign.normalize('NFKC') : '';
}

function asNumeral(sign: string): string {
  return CHINESE.get(sign) ?? '';
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
  let sum = 0;
  for (let at = 1; at <= number.length; at++) {
    const counted = Number(number.charAt(number.length - at)) * (at % 2 === 0 ? 2 : 1);
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
