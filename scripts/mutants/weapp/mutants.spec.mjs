import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from '../../lib/root.mjs';
import { MUTANTS } from './mutants.mjs';
import { changed, textsOf } from './mutate.mjs';

describe('a change to a built mini-program', () => {
  const files = (texts) => new Map(Object.entries(texts));
  const yuan = { name: 'x', file: /\.js$/, find: /\/100/, put: '/1' };

  it('is made in every copy of a chunk, which counts once', () => {
    const texts = files({ 'a/c.js': 'b=a/100', 'b/c.js': 'b=a/100', 'c.js': 'b=1' });
    assert.deepEqual(Object.fromEntries(changed(texts, yuan)), { 'a/c.js': 'b=a/1', 'b/c.js': 'b=a/1' });
  });

  it('is refused where the code has moved: not found, or more often than it should be', () => {
    assert.throws(() => changed(files({ 'c.js': 'b=a/10' }), yuan), /finds .* 0 times, not 1/);
    assert.throws(() => changed(files({ 'c.js': 'b=a/100+c/100' }), yuan), /finds .* 2 times, not 1/);
  });

  it('is refused when nothing is other than before, or nothing can be read any more', () => {
    assert.throws(() => changed(files({ 'c.js': 'b=a/100' }), { ...yuan, put: '/100' }), /changes nothing/);
    assert.throws(() => changed(files({ 'c.js': 'b=a/100' }), { ...yuan, put: '/(' }), /unreadable/);
  });
});

describe('every mutant', () => {
  const texts = textsOf();
  for (const mutant of MUTANTS)
    it(`still finds its place: ${mutant.name}`, () => assert.ok(changed(texts, mutant).size > 0));

  it('names tests that there are', () => {
    for (const { name, spec, tests } of MUTANTS.filter(({ madeTitles }) => !madeTitles)) {
      const text = readFileSync(inRoot(`e2e/specs/weapp/${spec}.e2e.ts`), 'utf8');
      for (const title of tests) assert.ok(text.includes(title), `${name}: no test of ${spec} is called "${title}"`);
    }
  });
});
