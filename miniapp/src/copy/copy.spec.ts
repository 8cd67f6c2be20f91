import { readdirSync } from 'node:fs';
import path from 'node:path';
import { programmes } from '@jinmen/shared/catalogue';
import { farewellWordProblems, plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { laterPages } from './later';

/** Values the code reads, not the resident. */
const NOT_READ = ['theme', 'name', 'door'];
const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);
/** Copy functions take figures or texts; together these reach every branch. */
const FIGURES: readonly (readonly unknown[])[] = [
  ['1', '2', '3'],
  [0, 0, 0],
  [2, 3, 4],
  [9, 9, 9],
];
/** Some take a list of texts instead, and stumble over a figure. */
const LISTS: readonly (readonly unknown[])[] = [
  [['1', '2'], 2],
  ['1', ['2', '3'], '4'],
  [['1', '2'], 5],
  [['1', '2', '3', '4'], 4],
];

/** Every text under a value, what its functions answer included. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return answersOf(value as (...given: unknown[]) => unknown).flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (NOT_READ.includes(key) ? [] : textsOf(part)));
}

function answersOf(write: (...given: unknown[]) => unknown): readonly unknown[] {
  const figures = tried(write, FIGURES);
  return figures.length > 0 ? figures : tried(write, LISTS);
}

function tried(write: (...given: unknown[]) => unknown, list: readonly (readonly unknown[])[]): readonly unknown[] {
  return list.flatMap((given) => {
    try {
      return [write(...given)];
    } catch {
      return [];
    }
  });
}

function problemsIn(texts: readonly string[], check: typeof plainWordProblems): readonly string[] {
  return [...new Set(texts)].flatMap((text) => check(text, NAMES).map((problem) => `${problem} (${text})`));
}

const files = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
const copy = files.map((file) => [file, textsOf(require(path.join(__dirname, file)))] as const);

describe('what residents read', () => {
  it('is looked at whole: every copy file holds text', () => {
    expect(copy.length).toBeGreaterThanOrEqual(8);
    for (const [file, texts] of copy) expect([file, texts.length]).not.toEqual([file, 0]);
  });

  it('is looked at in every branch of a function', () => {
    const resume = (answered: number) => (answered > 0 ? `答了 ${answered} 题` : '写了一半');
    expect(textsOf({ resume })).toEqual(expect.arrayContaining(['答了 2 题', '写了一半']));
    expect(textsOf({ listed: (what: readonly string[]) => what.join('、') })).toContain('1、2');
  });

  it.each(copy)('in %s is plain Chinese', (_file, texts) => {
    expect(problemsIn(texts, plainWordProblems)).toEqual([]);
  });

  it('on the pages of farewell neither cheers nor presses', () => {
    const farewell = copy.flatMap(([file, texts]) => (file.startsWith('funeral') ? texts : []));
    expect(farewell.length).toBeGreaterThan(30);
    expect(problemsIn([...farewell, ...textsOf(laterPages.funeral)], farewellWordProblems)).toEqual([]);
  });

  it('says 待核定 where no address or phone has a source', () => {
    for (const door of ['elder', 'apply'] as const) {
      expect(laterPages[door].today.join('')).toContain('待核定');
    }
  });
});
