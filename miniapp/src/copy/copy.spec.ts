import { readdirSync } from 'node:fs';
import path from 'node:path';
import { laterPages } from './later';

const BANNED = ['受理', '补正', '核验', '驳回', '系统异常', '敬请期待', '请节哀'];
const CHEER = ['！', '!', '恭喜', '成功', '仅剩', '还剩'];

/** Every text under a value, what its functions answer included. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return textsOf(answerOf(value as (...given: unknown[]) => unknown));
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** Copy functions take figures as text, or one list of texts. */
function answerOf(write: (...given: unknown[]) => unknown): unknown {
  try {
    return write('1', '2', '3');
  } catch {
    return write(['1', '2']);
  }
}

const files = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
const copy = files.map((file) => [file, textsOf(require(path.join(__dirname, file)))] as const);

describe('what residents read', () => {
  it('is looked at whole: every copy file holds text', () => {
    expect(copy.length).toBeGreaterThanOrEqual(8);
    for (const [file, texts] of copy) expect([file, texts.length]).not.toEqual([file, 0]);
  });

  it.each(copy)('in %s has no word of the counter', (_file, texts) => {
    expect(texts.filter((text) => BANNED.some((word) => text.includes(word)))).toEqual([]);
  });

  it.each(copy)('in %s never says 符合 without 可能 or 也许', (_file, texts) => {
    expect(texts.filter((text) => /符合/.test(text.replace(/(可能|也许)符合/g, '')))).toEqual([]);
  });

  it.each(copy)('in %s calls the resident 您, not 你', (_file, texts) => {
    expect(texts.filter((text) => text.includes('你'))).toEqual([]);
  });

  it('on the page of farewell neither cheers nor presses', () => {
    const texts = textsOf(laterPages.funeral);
    expect(texts.filter((text) => CHEER.some((word) => text.includes(word)))).toEqual([]);
  });

  it('says 待核定 where no address or phone has a source', () => {
    for (const door of ['marriage', 'elder', 'relief', 'apply'] as const) {
      expect(laterPages[door].today.join('')).toContain('待核定');
    }
  });
});
