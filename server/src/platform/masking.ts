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

const ID_NUMBERS = /\d{6}([ -]?)\d{8}\1\d{3}[\dX](?:\d{2})?/gi;
/** Those from before 1999, whose owners still know them: without a century and a check digit. */
const OLD_ID_NUMBERS = /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g;
const MOBILES = /(?<!\d)(?:86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)/g;
/** Digits, X and hyphen as a Chinese keyboard writes them at full width. */
const WIDE = /[０-９Ｘｘ－]/g;
const WIDER_BY = 0xfee0;

/**
 * What somebody typed, with the ID numbers (also one in the number of a 残疾人证) and mobile numbers in it masked, and how
 * many there were. Names and fixed lines stay: nobody can tell them from other words, and an office is called by them.
 */
export function numbersMasked(typed: string): { readonly text: string; readonly numbers: number } {
  let numbers = 0;
  const masking = (mask: (number: string) => string) => (found: string) => {
    numbers += 1;
    return mask(found.replaceAll(/[ -]/g, ''));
  };
  const text = typed
    .replaceAll(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDER_BY))
    .replaceAll(ID_NUMBERS, masking(maskedIdNumber))
    .replaceAll(OLD_ID_NUMBERS, masking(maskedIdNumber))
    .replaceAll(
      MOBILES,
      masking((number) => maskedPhone(number.slice(-11))),
    );
  return { text, numbers };
}

/** `1****************X`: the first and the last sign, always as many stars. */
export function maskedIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 1)}${'*'.repeat(16)}${idNumber.slice(-1)}`;
}
