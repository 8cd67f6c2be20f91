import { type FoundNumber, numbersIn } from './numbers-in-text';

/** Made on the server, never on the phone or the page (security.md 1F): `张*`, `张*丰`, `欧阳**`, `古**`. */
export function maskedName(name: string): string {
  const signs = [...name.trim()];
  const [first = '', second, third] = signs;
  if (signs.some((sign) => /[·•.\s]/.test(sign)) || signs.length > 4) return `${first}**`;
  if (third === undefined) return `${first}*`;
  return signs.length === 3 ? `${first}*${third}` : `${first}${second}**`;
}

/** Only whose family it is, e.g. on a link anybody may open: `张*`, of a name with a dot its first sign. */
export function maskedFamilyName(name: string): string {
  const [first = ''] = [...name.trim()];
  return `${first}*`;
}

/** `138****5678`; of another kind of number the last two digits. */
export function maskedPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/**
 * What somebody typed with the digits of people's numbers in it hidden, each by a star where it stood, and how many numbers
 * that were; all else stays sign for sign. Names and fixed lines stay: nobody can tell them from other words, and an office
 * is called by them. `own`: numbers that may be read, as bare digits.
 */
export function numbersMasked(
  typed: string,
  own: readonly string[] = [],
): { readonly text: string; readonly numbers: number } {
  const signs = [...typed];
  const found = numbersIn(signs).filter(({ number }) => !own.includes(number));
  const hidden = new Set(found.flatMap((each) => each.hidden));
  return { text: signs.map((sign, at) => (hidden.has(at) ? '*' : sign)).join(''), numbers: apart(found) };
}

/** How many stand apart: what can be read as two that share digits is one. */
function apart(found: readonly FoundNumber[]): number {
  let [numbers, end] = [0, 0];
  for (const { from, to } of [...found].sort((one, other) => one.from - other.from)) {
    if (from >= end) numbers += 1;
    end = Math.max(end, to);
  }
  return numbers;
}

/** `1****************X`: the first and the last sign, always as many stars. */
export function maskedIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 1)}${'*'.repeat(16)}${idNumber.slice(-1)}`;
}
