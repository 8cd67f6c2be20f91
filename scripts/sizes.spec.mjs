import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { contentProblems } from './lib/package-contents.mjs';
import { overBudget, packageSizes } from './lib/package-sizes.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-sizes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('measuring packages', () => {
  it('counts a file to its sub-package and leaves out what is not uploaded', () => {
    const files = {
      'app.json': '{"subPackages":[{"root":"packages/relief"}]}',
      'app.js': 'x'.repeat(100),
      'app.js.map': 'x'.repeat(1000),
      'project.config.json': '{}',
      'packages/relief/page.js': 'x'.repeat(30),
      'packages/other.js': 'x'.repeat(7),
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const main = 100 + 7 + files['app.json'].length;
    assert.deepEqual(packageSizes(folder), [
      { name: 'main', bytes: main, files: 3 },
      { name: 'packages/relief/', bytes: 30, files: 1 },
    ]);
  });

  it('fails a package one byte over its limit', () => {
    assert.deepEqual(
      overBudget([
        { name: 'main', bytes: 1_200_000 },
        { name: 'a/', bytes: 800_000 },
      ]),
      [],
    );
    assert.equal(
      overBudget([
        { name: 'main', bytes: 1_200_001 },
        { name: 'a/', bytes: 800_001 },
      ]).length,
      2,
    );
  });

  it('fails packages that are small each and too much together', () => {
    const many = (bytes) => Array.from({ length: 5 }, (_, at) => ({ name: `${at}/`, bytes }));
    assert.deepEqual(overBudget(many(800_000)), []);
    assert.deepEqual(overBudget([...many(800_000), { name: 'main', bytes: 1 }]).length, 1);
  });
});

describe('reading a package', () => {
  const planted = [
    ['class-validator', 'common.js', 'message:"$property must be a string"'],
    ['class-transformer', 'vendors.js', 'new ClassTransformer()'],
    ['the server of a developer', 'common.js', 'u="http://127.0.0.1:3000/api/v1"'],
    ['an unknown host', 'app.js', 'fetch("https://tracker.example/x")'],
  ];
  for (const [what, file, text] of planted) {
    it(`finds ${what}`, () => assert.equal(contentProblems(file, text, 'api.example').length, 1));
  }

  it('accepts the BFF and the namespaces of XML', () => {
    const text = 'u="https://api.example/v1";n="http://www.w3.org/2000/svg"';
    assert.deepEqual(contentProblems('common.js', text, 'api.example'), []);
  });
});
