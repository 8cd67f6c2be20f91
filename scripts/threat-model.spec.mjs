import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from './lib/root.mjs';

const model = readFileSync(inRoot('docs/threat-model.md'), 'utf8');
const rows = model.split('\n').filter((line) => /^\| T\d/.test(line));
const quotedIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted);
/**
 * Whether a test of that file has this title: after `it(`, `test(` or `it.each(…)(`, or as the first text of a case in such a
 * list. Neither a comment nor a word somewhere else; and nothing that is a placeholder alone, which any list has.
 */
function isTitleIn(source, title) {
  if (title.replaceAll(/%\w|\$\{.*?\}/g, '').trim() === '') return false;
  const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = [String.raw`(?<![\w.])(?:it|test)(?:\.\w+)?\(\s*`, String.raw`\)\(\s*`, String.raw`^\s*\[\s*`];
  const code = source.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return new RegExp(`(?:${before.join('|')})(['"\`])${escaped}\\1`, 'm').test(code);
}

describe('a title in the threat model', () => {
  const source =
    "it('is one', run);\n// it('was one')\nit.each([\n  ['a case', 1],\n])('%s of many', run);\nsay('a word');";

  it('is one of a test or of a case, whole, and never an empty one or a placeholder', () => {
    for (const title of ['is one', 'a case', '%s of many']) assert.equal(isTitleIn(source, title), true, title);
    for (const title of ['', '%s', '%s %d', 'was one', 'is', 'a word', 'of many'])
      assert.equal(isTitleIn(source, title), false, title);
  });
});

const cellsOf = (row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim());

describe('the threat model', () => {
  it('has one line for each threat, with a control and a test or the reason why not', () => {
    assert.deepEqual(
      rows.map((row) => cellsOf(row)[1]),
      Array.from({ length: 24 }, (_, index) => `T${index + 1}`),
    );
    for (const row of rows) assert.deepEqual([cellsOf(row).length, cellsOf(row).slice(1, 6).includes('')], [7, false]);
  });

  for (const row of rows) {
    const [, threat, , control = '', tests = ''] = cellsOf(row);

    it(`names files that are there, beside ${threat}`, () => {
      const files = quotedIn(control).filter((quoted) => quoted.includes('/') && !quoted.startsWith('/'));
      assert.deepEqual(
        files.filter((file) => !existsSync(inRoot(file))),
        [],
      );
    });

    it(`names tests that are there, by their titles, beside ${threat}`, () => {
      const named = quotedIn(tests).map((quoted) => quoted.split(' › '));
      assert.ok(named.length > 0);
      const missing = named.filter(([file, title = '']) => {
        const path = inRoot(file);
        return !existsSync(path) || !isTitleIn(readFileSync(path, 'utf8'), title);
      });
      assert.deepEqual(missing, []);
    });
  }
});
