import type { PinyinTable } from './spelling';

const HAN = /[\u3400-\u9fff]/g;

/** What `pinyin-pro` is asked for: one syllable a Chinese character, no tones, ü as v (as it is typed). */
export const READING = { toneType: 'none', type: 'array', v: true, nonZh: 'removed' } as const;

/** Where `pinyin-pro` takes the wrong one of two readings: it hears 没收 (to confiscate) in 没收入. */
const CORRECTIONS: Readonly<Record<string, string>> = { 没收入: 'mei shou ru', 无着: 'wu zhuo' };

/**
 * The smallest table that reads every text as `syllablesOf` does: one syllable for each Chinese character of the text,
 * in order. The usual reading of a character is the one it has in most texts; a text in which one is read otherwise is
 * listed whole. Sorted, so that a new word changes only its own lines.
 */
export function buildPinyinTable(
  texts: readonly string[],
  syllablesOf: (text: string) => readonly string[],
): PinyinTable {
  const readings = [...new Set(texts)].map((text) => ({ text, pairs: pairsOf(text, syllablesOf(text)) }));
  const usual = usualReadings(readings.flatMap(({ pairs }) => pairs));
  const otherwise = readings
    .filter(({ pairs }) => pairs.some(([character, syllable]) => usual.get(character) !== syllable))
    .map(({ text, pairs }) => [text, pairs.map(([, syllable]) => syllable).join(' ')] as const);
  return { usual: bySyllable(usual), otherwise: Object.fromEntries(otherwise.sort(byCodePoint)) };
}

type Pair = readonly [character: string, syllable: string];

function pairsOf(text: string, syllables: readonly string[]): readonly Pair[] {
  const characters = text.match(HAN) ?? [];
  if (characters.length !== syllables.length)
    throw new Error(`${text} has ${characters.length} characters and ${syllables.length} syllables`);
  const corrected = correct(characters.join(''), syllables);
  return characters.map((character, index) => [character, corrected[index] ?? '']);
}

function correct(characters: string, syllables: readonly string[]): readonly string[] {
  const corrected = [...syllables];
  for (const [wrong, right] of Object.entries(CORRECTIONS)) {
    for (let at = characters.indexOf(wrong); at >= 0; at = characters.indexOf(wrong, at + 1))
      corrected.splice(at, wrong.length, ...right.split(' '));
  }
  return corrected;
}

function usualReadings(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [character, syllable] of pairs) {
    const of = counts.get(character) ?? new Map<string, number>();
    counts.set(character, of.set(syllable, (of.get(syllable) ?? 0) + 1));
  }
  const most = (of: ReadonlyMap<string, number>) =>
    [...of].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))[0]?.[0] ?? '';
  return new Map([...counts].map(([character, of]) => [character, most(of)]));
}

function bySyllable(usual: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const characters = new Map<string, string[]>();
  for (const [character, syllable] of usual) characters.set(syllable, [...(characters.get(syllable) ?? []), character]);
  const lines = [...characters].map(([syllable, of]) => [syllable, of.sort().join('')] as const);
  return Object.fromEntries(lines.sort(byCodePoint));
}

function byCodePoint([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}
