/**
 * `JN-7KQ2M9` as it is shown: no line ends at its hyphen, which is U+2011 then. Never for what is copied, called up or
 * compared: it is another sign.
 */
export function wholeCode(code: string): string {
  return code.replaceAll('-', '\u2011');
}

/** The same for every such number within a sentence; its other hyphens stay. */
export function wholeCodes(said: string): string {
  return said.replace(/[A-Z]{2}[0-9A-Z]*(-[0-9A-Z]+)+/g, wholeCode);
}
