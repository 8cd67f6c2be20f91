import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { nameAndVersion, readLockfile, shippedWith } from './lib/lockfile.mjs';
import { inRoot } from './lib/root.mjs';
import { billOfMaterials, FLOORS, isBelow, tooOld } from './lib/supply-chain.mjs';

const lock = readLockfile();
const WORKSPACES = ['.', 'server', 'shared', 'miniapp', 'e2e'];
const manifest = (workspace) => JSON.parse(readFileSync(inRoot(workspace, 'package.json'), 'utf8'));

/** Packages that need not be what the registry has under their name and version. */
const loose = ({ packages }) =>
  [...packages]
    .filter(
      ([id, digest]) => !/^sha512-/.test(digest ?? '') || !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(nameAndVersion(id)[1]),
    )
    .map(([id]) => id);

/** The lock file as it would be with another version of what the server ships. */
function withVersion(name, version) {
  const text = readFileSync(inRoot('pnpm-lock.yaml'), 'utf8');
  const current = [...lock.packages.keys()].find((id) => id.startsWith(`${name}@`)) ?? `${name}@0.0.0`;
  const written = text.replaceAll(`${current}:`, `${name}@${version}:`);
  return readLockfile(
    written === text
      ? text.replace(
          '\npackages:\n',
          `\npackages:\n\n  ${name}@${version}:\n    resolution: {integrity: sha512-AAAA}\n`,
        )
      : written,
  );
}

describe('what the product is made of', () => {
  it('is nothing below a floor', () => {
    assert.deepEqual(tooOld(lock), []);
  });

  for (const [name, version] of [
    ['mysql2', '3.16.3'],
    ['mysql2', '3.17.0-rc.1'],
    ['sm-crypto', '0.4.0'],
    ['sm-crypto-v2', '1.14.9'],
    ['sharp', '0.32.5'],
    ['typeorm', '0.3.20'],
    ['gm-crypto', '0.1.12'],
    ['miniprogram-sm-crypto', '0.3.13'],
  ]) {
    it(`would be found with ${name} ${version}`, () => {
      assert.match(tooOld(withVersion(name, version)).join(), new RegExp(`^${name}@${version}: `));
    });
  }

  it('is judged by the floor of its own major version', () => {
    const floors = ['6.2.3', '8.17.1'];
    const versions = ['6.2.2', '6.2.3', '7.9.9', '8.17.0', '8.17.1', '9.0.0', '5.9.9', '10.0.0'];
    assert.deepEqual(
      versions.map((version) => isBelow(version, floors)),
      [true, false, true, true, false, false, true, false],
    );
  });

  it('has a reason beside every floor, and each floor is one', () => {
    for (const { package: name, floors, never, why } of FLOORS) {
      assert.ok(name && why, name);
      assert.ok(never === true || floors.every((floor) => /^\d+\.\d+\.\d+$/.test(floor)), name);
    }
  });

  it('comes from the registry with a digest, each of it', () => {
    assert.deepEqual(loose(lock), []);
    assert.ok(lock.packages.size > 500);
  });

  for (const [what, resolution, id] of [
    ['an address of its own', '{integrity: sha512-AAAA, tarball: https://example.org/x.tgz}', 'tea@1.0.0'],
    ['a repository', '{type: git, repo: https://example.org/x.git, commit: abc}', 'tea@1.0.0'],
    ['a weaker digest', '{integrity: sha1-AAAA}', 'tea@1.0.0'],
    ['an address for a version', '{integrity: sha512-AAAA}', 'tea@https://example.org/x.tgz'],
  ]) {
    it(`would be found with ${what}`, () => {
      const text = readFileSync(inRoot('pnpm-lock.yaml'), 'utf8');
      const planted = text.replace('\npackages:\n', `\npackages:\n\n  '${id}':\n    resolution: ${resolution}\n`);
      assert.deepEqual(loose(readLockfile(planted)), [id]);
    });
  }

  it('is named by exact versions', () => {
    const ranges = WORKSPACES.flatMap((workspace) => {
      const { dependencies = {}, devDependencies = {} } = manifest(workspace);
      return Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([, wanted]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*|catalog:)$/.test(wanted),
      );
    });
    assert.deepEqual(ranges, []);
  });

  it('runs nothing of its own when it is installed', () => {
    const workspace = readFileSync(inRoot('pnpm-workspace.yaml'), 'utf8');
    assert.doesNotMatch(workspace, /onlyBuiltDependencies|dangerouslyAllowAllBuilds|neverBuiltDependencies/);
    for (const each of WORKSPACES) {
      const { scripts = {}, pnpm } = manifest(each);
      assert.deepEqual(
        Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name)),
        [],
      );
      assert.equal(pnpm, undefined);
    }
    assert.equal(existsSync(inRoot('.pnpmfile.cjs')), false);
  });
});

describe('the bill of materials', () => {
  const bill = billOfMaterials(lock);

  it('names each package once, with its address, its digest and whether it is shipped', () => {
    assert.equal(bill.components.length, lock.packages.size);
    assert.equal(new Set(bill.components.map(({ purl }) => purl)).size, lock.packages.size);
    const mysql2 = bill.components.find(({ name }) => name === 'mysql2');
    assert.deepEqual([mysql2.scope, mysql2.purl], ['required', `pkg:npm/mysql2@${mysql2.version}`]);
    assert.match(mysql2.hashes[0].content, /^[0-9a-f]{128}$/);
    const scoped = bill.components.find(({ name }) => name === '@nestjs/core');
    assert.equal(scoped.purl, `pkg:npm/%40nestjs/core@${scoped.version}`);
    assert.equal(bill.components.find(({ name }) => name === 'jest').scope, 'excluded');
  });

  it('ships what the server needs, and what that needs', () => {
    const shipped = [...shippedWith(lock, 'server')].map((id) => id.slice(0, id.lastIndexOf('@')));
    const direct = Object.keys(manifest('server').dependencies).filter((name) => !name.startsWith('@jinmen/'));
    const missing = [...direct, 'lru.min', 'find-my-way'].filter((name) => !shipped.includes(name));
    assert.deepEqual(missing, []);
    assert.ok(!shipped.includes('jest'));
  });
});
