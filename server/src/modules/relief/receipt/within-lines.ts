const HAN = /^\p{Script=Han}$/u;
/** Kerning may make a piece a little wider than its signs one by one. */
const SAFELY = 0.97;

/**
 * The words with a line break put into whatever is longer than a line without a place to break it: pdfkit looks for such
 * places by measuring what is left again and again, which a word of thousands of signs makes minutes of. What has its places
 * stays as it is.
 * @param width of a line; `widthOf`: of one sign, in the same unit
 */
export function withinLines(words: string, width: number, widthOf: (sign: string) => number): string {
  const known = new Map<string, number>();
  const measured = (sign: string): number => {
    const found = known.get(sign) ?? widthOf(sign);
    known.set(sign, found);
    return found;
  };
  let [text, before, sofar] = ['', ' ', 0];
  for (const sign of words) {
    if (mayBreak(before, sign)) sofar = 0;
    sofar += measured(sign);
    if (sofar > width * SAFELY) {
      text += '\n';
      sofar = measured(sign);
    }
    text += sign;
    before = sign;
  }
  return text;
}

/** Where a line surely may end; there are other such places, which only make the pieces shorter. */
function mayBreak(before: string, sign: string): boolean {
  return [' ', '\t', '\n'].includes(before) || (HAN.test(before) && HAN.test(sign));
}
