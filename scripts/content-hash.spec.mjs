import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { contentHash, listFiles } from './lib/content-hash.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-hash-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name) => path.join(folder, name);
const now = () => contentHash(listFiles([folder]));

describe('what makes a build stale', () => {
  it('is a changed, added or renamed file, not a new time on it', () => {
    writeFileSync(file('a.ts'), 'one');
    const first = now();
    utimesSync(file('a.ts'), new Date(0), new Date(0));
    assert.equal(now(), first);
    writeFileSync(file('a.ts'), 'two');
    const changed = now();
    assert.notEqual(changed, first);
    writeFileSync(file('b.ts'), '');
    const added = now();
    assert.notEqual(added, changed);
    renameSync(file('b.ts'), file('c.ts'));
    assert.notEqual(now(), added);
  });

  it('is never what was installed or built', () => {
    const before = now();
    for (const name of ['node_modules', 'dist']) {
      mkdirSync(file(name));
      writeFileSync(path.join(file(name), 'x.js'), '1');
    }
    assert.equal(now(), before);
  });

  it('is not a folder that is absent', () => assert.deepEqual(listFiles([file('nowhere')]), []));
});
