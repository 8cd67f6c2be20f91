import { doubleNegatives } from './double-negatives';
import { griefWordProblems } from './grief-safe';
import { latinNames, officialWords, ordinaryWords, properNames } from './official-words';

/** A question a resident is asked: title and help are read slowly, often aloud. */
const LONGEST_SENTENCE = 25;

/**
 * 朴实话: what keeps a text from being plain Chinese, one readable line each; empty for a text a resident may be shown.
 * `names` are proper names the caller vouches for, such as the formal names of programmes.
 */
export function plainWordProblems(text: string, names: readonly string[] = []): readonly string[] {
  return [
    ...officialWordProblems(text, names),
    ...doubleNegatives(text).map((part) => `says no to a no: ${part}`),
    ...latinIn(text).map((letters) => `is not Chinese: ${letters}`),
    ...(/符合/.test(text.replace(/(可能|也许)符合/g, '')) ? ['says 符合 without 可能 or 也许'] : []),
    ...(text.includes('你') ? ['says 你, not 您'] : []),
    ...(/[！!]/.test(text) ? ['has an exclamation mark'] : []),
  ];
}

/** For what is read beside a question: its sentences are short as well. */
export function questionWordProblems(text: string, names: readonly string[] = []): readonly string[] {
  const long = sentencesOf(text).filter((sentence) => lengthOf(sentence) > LONGEST_SENTENCE);
  return [
    ...plainWordProblems(text, names),
    ...long.map(
      (sentence) => `has a sentence of ${lengthOf(sentence)} characters, at most ${LONGEST_SENTENCE}: ${sentence}`,
    ),
  ];
}

/** For what is read beside a death: plain, and safe for somebody who lost somebody (`grief-safe.ts`). */
export function farewellWordProblems(text: string, names: readonly string[] = []): readonly string[] {
  return [...plainWordProblems(text, names), ...griefWordProblems(text)];
}

function officialWordProblems(text: string, names: readonly string[]): readonly string[] {
  let rest = withoutNames(text, names);
  const found = officialWords.filter(({ word }) => {
    if (!rest.includes(word)) return false;
    rest = rest.replaceAll(word, '＿');
    return true;
  });
  return found
    .filter(({ say }) => !say.some((twin) => rest.includes(twin)))
    .map(
      ({ word, say }) =>
        `says ${word}${say.length > 0 ? `; people say ${say.join(' or ')}` : ', which nobody wants to hear'}`,
    );
}

/** Titles of documents, proper names and ordinary words are read as they stand. */
function withoutNames(text: string, names: readonly string[]): string {
  const untitled = text.replace(/《[^》]*》/g, '＿');
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  return [...longestFirst, ...properNames, ...ordinaryWords].reduce<string>(
    (rest, name) => (typeof name === 'string' ? rest.replaceAll(name, '＿') : rest.replace(name, '＿')),
    untitled,
  );
}

function latinIn(text: string): readonly string[] {
  const unnamed = latinNames.reduce((rest, name) => rest.replaceAll(name, ''), text);
  return unnamed.match(/\p{Script=Latin}+/gu) ?? [];
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/[。？！；?!;\n]/).filter((sentence) => sentence.trim() !== '');
}

/** Chinese characters and digits; stops and spaces take no breath. */
function lengthOf(sentence: string): number {
  return (sentence.match(/\p{Script=Han}|[0-9０-９]/gu) ?? []).length;
}
