/** What a page says as a person reads it: the signs that keep a day, a sum or a number on one line look like any other, or like nothing. */
export function asRead(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '').replaceAll('\u2011', '-').trim();
}
