import type { LibraryEntry } from './library-entry';
import { type How, type Match, matchOf } from './match';
import { type Field, type Name, namesIn } from './names';
import { runsIn, type Term, termOf } from './query';
import { similarityOf } from './similar';
import { type PinyinTable, Speller } from './spelling';

/** One entry found, and by what: so that the page can say why it is here. */
export interface Hit {
  readonly entry: LibraryEntry;
  readonly because: { readonly field: Field; readonly text: string; readonly how: How };
}

/** Looks through the library, on the phone, without a request. */
export type Search = (typed: string) => readonly Hit[];

interface Sought {
  readonly entry: LibraryEntry;
  readonly names: readonly Name[];
}

interface Ranked extends Hit {
  /** The share of what was typed that it explains, 0 … 1. */
  readonly covered: number;
  readonly cost: number;
}

type Matcher = (term: Term, name: Name) => Match | undefined;

/** What was typed, taken in one way: its terms. */
type Reading = readonly Term[];

/**
 * Finds entries by what they are called and by what people say, in characters, in pinyin or by its first letters. Those
 * that explain most of what was typed come first; among them the closest; among those the order of the library. What is
 * only similar is looked for when nothing explains all of it.
 */
export function createSearch(entries: readonly LibraryEntry[], table: PinyinTable): Search {
  const speller = new Speller(table);
  const sought = entries.map((entry): Sought => ({ entry, names: namesIn(entry, speller) }));
  return (typed) => {
    const readings = readingsOf(runsIn(typed), speller);
    // What is called exactly so settles it: `di bao` does not bring every word with a di and every word with a bao.
    const called = ranked(matchOf, sought, readings.slice(0, 1));
    const found = explainsAll(called) ? called : ranked(matchOf, sought, readings);
    const shown = explainsAll(found) ? found : ranked(closeTo, sought, readings);
    const hits = shown.length > 0 ? shown : inPairs(readings, sought, speller);
    return hits.map(({ entry, because }) => ({ entry, because }));
  };
}

const closeTo: Matcher = (term, name) => matchOf(term, name) ?? similarityOf(term, name);

/** All of it as one word, and part by part. */
function readingsOf(runs: readonly string[], speller: Speller): readonly Reading[] {
  const terms = runs.map((run) => termOf(run, speller));
  if (terms.length < 2) return terms.length === 0 ? [] : [terms];
  const mixed = terms.some(({ chinese }) => chinese) && !terms.every(({ chinese }) => chinese);
  const word = mixed ? speller.spell(runs.join(''))?.full : runs.join('');
  return word === undefined ? [terms] : [[termOf(word, speller)], terms];
}

/** Of a story told at length, whoever shares at least two pairs of neighbouring characters with it. */
function inPairs(readings: readonly Reading[], sought: readonly Sought[], speller: Speller): readonly Ranked[] {
  const pairs = [...new Set((readings[0] ?? []).flatMap(({ text, chinese }) => (chinese ? pairsOf(text) : [])))];
  const reading = pairs.map((pair) => termOf(pair, speller));
  return ranked(matchOf, sought, pairs.length > 1 ? [reading] : [])
    .filter(({ covered }) => covered * pairs.length >= 2)
    .map((hit) => ({ ...hit, because: { ...hit.because, how: 'similar' } }));
}

function pairsOf(text: string): readonly string[] {
  return [...text].slice(1).map((character, index) => text.charAt(index) + character);
}

function explainsAll(found: readonly Ranked[]): boolean {
  return found[0]?.covered === 1;
}

function ranked(matcher: Matcher, sought: readonly Sought[], readings: readonly Reading[]): readonly Ranked[] {
  const found = sought.flatMap(
    (each) =>
      firstOf(
        readings.flatMap((terms) => rankOf(each, terms, matcher) ?? []),
        byRank,
      ) ?? [],
  );
  const most = Math.max(0, ...found.map(({ covered }) => covered));
  // The sort is stable: equals stay in the order of the library.
  return found.filter(({ covered }) => covered * 2 >= most).sort(byRank);
}

function rankOf({ entry, names }: Sought, terms: Reading, matcher: Matcher): Ranked | undefined {
  const matches = terms.map((term) => names.flatMap((name) => matcher(term, name) ?? []));
  const closest = matches.flatMap((ofTerm) => firstOf(ofTerm, byCost) ?? []);
  const first = firstOf(closest, byCost);
  if (first === undefined) return undefined;
  const explained = matches.reduce((sum, ofTerm) => sum + charactersIn(ofTerm), 0);
  return {
    entry,
    because: { field: first.name.field, text: first.name.text, how: first.how },
    covered: explained / terms.reduce((sum, { text }) => sum + text.length, 0),
    cost: closest.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** How many characters of the term any of them explains. */
function charactersIn(matches: readonly Match[]): number {
  return new Set(matches.flatMap(({ explains }) => explains)).size;
}

function byRank(one: Ranked, other: Ranked): number {
  return other.covered - one.covered || one.cost - other.cost;
}

/** The closest; of equals the one that explains more. */
function byCost(one: Match, other: Match): number {
  return one.cost - other.cost || other.explains.length - one.explains.length;
}

function firstOf<T>(of: readonly T[], order: (one: T, other: T) => number): T | undefined {
  return [...of].sort(order)[0];
}
