import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import config from '../.dependency-cruiser.mjs';
import { BESIDE_PLANTS, LEGAL_HOUSE, PLANTS } from './architecture/legal-house.mjs';
import { cruise } from './lib/architecture.mjs';
import { inRoot } from './lib/root.mjs';

/** Fewer own files than this means the cruiser did not understand TypeScript and looked away. */
const FLOOR_OF_MODULES = 120;

const houses = [];
after(() => {
  for (const dir of houses) rmSync(dir, { recursive: true, force: true });
});

describe('the real house', () => {
  it('breaks no rule, and the cruiser really read it', () => {
    const { violations, modules } = cruise();
    assert.deepEqual(
      violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
      [],
    );
    assert.ok(modules > FLOOR_OF_MODULES, `only ${modules} of our modules were read`);
  });
});

describe('a planted house', () => {
  it('is legal before anything is planted in it', () => {
    const { violations } = cruise(build(LEGAL_HOUSE));
    assert.deepEqual(
      violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
      [],
    );
  });

  it('has a violation planted for every rule', () => {
    const planted = new Set(PLANTS.map(([rule]) => rule));
    assert.deepEqual(
      config.forbidden.map(({ name }) => name).filter((name) => !planted.has(name)),
      [],
    );
  });

  const plants = Object.fromEntries(PLANTS.map(([, file, imported]) => [file, imported ? [imported] : []]));
  const { violations } = cruise(build({ ...LEGAL_HOUSE, ...plants, ...BESIDE_PLANTS }));
  for (const [rule, file, imported] of PLANTS) {
    it(`${rule}: ${file} may not import ${imported ?? '(nothing, and be imported by nothing)'}`, () => {
      const fired = violations.filter(({ from }) => from === file).map((violation) => violation.rule);
      assert.ok(fired.includes(rule), `fired for this file: ${fired.join(', ') || 'nothing'}`);
    });
  }
});

/** Writes the files of a house, and stubs of the packages they import, into a folder of its own. */
function build(house) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'jm-house-'));
  houses.push(dir);
  for (const name of ['tsconfig.base.json', 'tsconfig.cruise.json']) cpSync(inRoot(name), path.join(dir, name));
  const packages = new Set();
  for (const [file, imports] of Object.entries(house)) {
    write(dir, file, `${imports.map(importLine).join('\n')}\nexport const here = ${JSON.stringify(file)};\n`);
    for (const name of imports.filter(isPackage)) packages.add(name);
  }
  for (const name of packages) {
    write(dir, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(dir, `node_modules/${name}/index.js`, 'exports.here = 1;\n');
  }
  const dependencies = Object.fromEntries(
    [...packages].filter((name) => name !== 'fast-check').map((name) => [name, '1.0.0']),
  );
  write(
    dir,
    'package.json',
    JSON.stringify({ name: 'planted', dependencies, devDependencies: { 'fast-check': '1.0.0' } }),
  );
  return dir;
}

function importLine(imported, index) {
  if (imported.startsWith('type:'))
    return `import type { here as it${index} } from '${imported.slice(5)}';\nexport type T${index} = typeof it${index};`;
  return `import { here as it${index} } from '${imported}';\nexport const used${index} = it${index};`;
}

function isPackage(imported) {
  return !/^([.@]\/|[.][.]|type:|node:|@jinmen\/)/.test(imported);
}

function write(dir, file, text) {
  const target = path.join(dir, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
