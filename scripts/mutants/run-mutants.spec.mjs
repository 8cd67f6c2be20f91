import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { memoryOf } from './memory.mjs';
import { runMutants } from './run-mutants.mjs';

const mutants = [
  { name: 'no lock', spec: 'a.spec.ts', tests: ['locks'] },
  { name: 'no key', spec: 'a.spec.ts', tests: ['is keyed'] },
  { name: 'no name', spec: 'b.spec.ts', tests: ['locks'] },
];
const RED = { passed: 0, first: 'locks', why: 'Expected: 1' };
const GREEN = { passed: 1 };

/** What was run, and how it went: `red` says which mutants are seen, `sick` which specs are red anyway. */
async function runOf({ red = mutants.map(({ name }) => name), sick = [], ...more } = {}) {
  const [ran, said] = [[], []];
  const run = async (each) => {
    ran.push(each);
    return {
      seconds: 1,
      ...(each.control ? (sick.includes(each.spec) ? RED : GREEN) : red.includes(each.name) ? RED : GREEN),
    };
  };
  const ended = await runMutants(mutants, { run, say: (line) => said.push(line), ...more }).catch((error) => error);
  return { ran, said: said.join('\n'), why: ended?.message };
}

describe('a run of mutants', () => {
  it('is content when each turns its spec red, which is green without it', async () => {
    const { ran, said, why } = await runOf();
    assert.equal(why, undefined);
    assert.deepEqual(
      ran.map(({ control, name, tests }) => (control ? tests : name)),
      [['locks', 'is keyed'], 'no lock', 'no key', ['locks'], 'no name'],
    );
    assert.match(said, /3 seen, 0 not seen, 0 not tried/);
  });

  it('ends badly when nothing sees one, and says which', async () => {
    const { said, why } = await runOf({ red: ['no lock', 'no name'] });
    assert.match(why, /Nothing saw: no key\./);
    assert.match(said, /2 seen, 1 not seen/);
  });

  it('ends badly when a spec is red anyway, and believes nothing it says of mutants', async () => {
    const { ran, said, why } = await runOf({ sick: ['a.spec.ts'] });
    assert.match(why, /Red over what is unchanged.*a\.spec\.ts/);
    assert.deepEqual(ran.map(({ name }) => name).filter(Boolean), ['no name']);
    assert.match(said, /1 seen, 0 not seen, 2 not tried/);
  });

  it('is of those that have one of the words, and of none when nothing has', async () => {
    const { ran } = await runOf({ words: ['key'] });
    assert.deepEqual(ran.map(({ name }) => name).filter(Boolean), ['no key']);
    assert.match((await runOf({ words: ['tea'] })).why, /No mutant is called that/);
  });
});

describe('a run that was stopped', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-memory-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const namesOf = ({ ran }) => ran.map(({ name }) => name).filter(Boolean);

  it('goes on where it was, but for what was not seen', async () => {
    await runOf({ red: ['no lock'], memory: memoryOf('m', 'these sources', { folder }) });
    const again = await runOf({ memory: memoryOf('m', 'these sources', { folder }) });
    assert.deepEqual(namesOf(again), ['no key', 'no name']);
    assert.match(again.said, /3 seen/);
  });

  it('begins anew when a source changed, or somebody wants it to', async () => {
    await runOf({ memory: memoryOf('m', 'these sources', { folder }) });
    assert.equal(namesOf(await runOf({ memory: memoryOf('m', 'others', { folder }) })).length, 3);
    assert.equal(namesOf(await runOf({ memory: memoryOf('m', 'others', { folder, anew: true }) })).length, 3);
    assert.equal(namesOf(await runOf({ memory: memoryOf('m', 'others', { folder }) })).length, 0);
  });
});
