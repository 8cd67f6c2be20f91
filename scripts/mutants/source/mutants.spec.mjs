import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot } from '../../lib/root.mjs';
import { MUTANTS, PLANTED } from './mutants.mjs';
import { mutated } from './mutated.mjs';

describe('a change to a source', () => {
  const half = { name: 'x', file: 'a.ts', find: '/ 100', put: '/ 1' };

  it('is made where its words stand, as they are written', () => {
    assert.equal(mutated('const a = b / 100;', { ...half, put: '/ 1 + "$&"' }), 'const a = b / 1 + "$&";');
  });

  it('is refused where the code has moved: not found, or more often than once', () => {
    assert.throws(() => mutated('const a = b / 10;', half), /0 times/);
    assert.throws(() => mutated('const a = b / 100 / 100;', half), /2 times/);
  });

  it('is refused when nothing is other than before, or nothing can be read any more', () => {
    assert.throws(() => mutated('const a = b / 100;', { ...half, put: '/ 100' }), /changes nothing/);
    assert.throws(() => mutated('const a = b / 100;', { ...half, put: '/ (' }), /unreadable/);
  });
});

describe('every mutant of a source', () => {
  it('still finds its place, once, and leaves something that can be read', () => {
    for (const mutant of [...MUTANTS, PLANTED]) mutated(readFileSync(inRoot(mutant.file), 'utf8'), mutant);
  });

  it('names a spec there is, and tests of it', () => {
    for (const { name, spec, tests, madeTitles } of MUTANTS) {
      assert.ok(existsSync(inRoot(spec)), `${name}: there is no ${spec}`);
      const text = readFileSync(inRoot(spec), 'utf8');
      for (const title of madeTitles ? [] : tests.filter((each) => each !== '.'))
        assert.ok(text.includes(title), `${name}: no test of ${spec} is called "${title}"`);
    }
  });

  it('is there for every UNIQUE that is promised', () => {
    const promised = readFileSync(inRoot('server/test/unique-promises.ts'), 'utf8').matchAll(/^ {2}(uq_\w+): \[/gm);
    const names = MUTANTS.map(({ name }) => name).filter((name) => name.startsWith('unique: '));
    assert.deepEqual(names.sort(), [...promised].map(([, name]) => `unique: ${name}`).sort());
  });

  it('has a name of its own', () => {
    assert.equal(new Set(MUTANTS.map(({ name }) => name)).size, MUTANTS.length);
  });
});
