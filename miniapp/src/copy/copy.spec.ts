import { readdirSync } from 'node:fs';
import path from 'node:path';
import { programmes } from '@jinmen/shared/catalogue';
import { farewellWordProblems, plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { textsOf } from '../../test/texts-of';
import { laterPages } from './later';

const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);

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
    // what the transport says is read on every page
    const readThere = (file: string) => file.startsWith('funeral') || file === 'platform.ts';
    const farewell = copy.flatMap(([file, texts]) => (readThere(file) ? texts : []));
    expect(farewell.length).toBeGreaterThan(30);
    expect(problemsIn(farewell, farewellWordProblems)).toEqual([]);
  });

  it('says 待核定 where no address or phone has a source', () => {
    for (const door of ['elder', 'apply'] as const) {
      expect(laterPages[door].today.join('')).toContain('待核定');
    }
  });
});
