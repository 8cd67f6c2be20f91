import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from './lib/root.mjs';

const model = readFileSync(inRoot('docs/threat-model.md'), 'utf8');
const rows = model.split('\n').filter((line) => /^\| T\d/.test(line));
const quotedIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted);
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
        return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
      });
      assert.deepEqual(missing, []);
    });
  }
});
