/** What is heard, or leaves the app: without the signs that only keep a line from ending (day-words.ts, code-words.ts). */
export function plainSigns(text: string): string {
  return text.replace(/[\u2060]/g, '').replace(/\u2011/g, '-');
}
