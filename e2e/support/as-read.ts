/** What a page says as a person reads it: the spaces that keep a day or a sum on one line look like any other. */
export function asRead(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}
