import { readFileSync } from 'node:fs';
import { nameAndVersion, readLockfile, shippedWith } from './lockfile.mjs';
import { inRoot } from './root.mjs';

export const FLOORS = JSON.parse(readFileSync(inRoot('scripts/version-floors.json'), 'utf8'));

/** The workspaces that run on the server. */
const SHIPPED = ['server', 'shared'];

/** Each package that is older than it may be, or must not be there at all, with the reason; one readable line each. */
export function tooOld(lock, floors = FLOORS) {
  const shipped = shippedWith(lock, ...SHIPPED);
  return [...lock.packages.keys()].flatMap((id) => {
    const [name, version] = nameAndVersion(id);
    return floors
      .filter((floor) => floor.package === name && (!floor.shippedOnly || shipped.has(id)))
      .filter((floor) => floor.never || isBelow(version, floor.floors))
      .map(
        ({ never, floors: lowest, why }) =>
          `${id}: ${never ? 'must not be used' : `below ${lowest.join(' / ')}`}: ${why}`,
      );
  });
}

/** A floor holds for its major version and, the highest one, for all that follow; a major before the first is below. */
export function isBelow(version, floors) {
  const own = floors.find((floor) => majorOf(floor) === majorOf(version));
  if (own !== undefined) return compare(version, own) < 0;
  return majorOf(version) < Math.max(...floors.map(majorOf));
}

const majorOf = (version) => Number(version.split('.')[0]);

/** A pre-release is older than what it leads to. */
function compare(left, right) {
  const parts = (version) => version.split(/[-+]/)[0].split('.').map(Number);
  const [a, b] = [parts(left), parts(right)];
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at >= 0) return a[at] - b[at];
  return Number(right.includes('-')) - Number(left.includes('-'));
}

/**
 * A bill of materials (CycloneDX 1.6) of all that the lock file names. `required`: installed where the server runs;
 * `excluded`: what builds and tests it. The same lock file gives the same bill.
 */
export function billOfMaterials(lock = readLockfile(), { version } = ourselves()) {
  const shipped = shippedWith(lock, ...SHIPPED);
  const components = [...lock.packages].map(([id, integrity]) => {
    const [name, ofVersion] = nameAndVersion(id);
    const purl = `pkg:npm/${name.replace('@', '%40')}@${ofVersion}`;
    return {
      type: 'library',
      'bom-ref': purl,
      name,
      version: ofVersion,
      scope: shipped.has(id) ? 'required' : 'excluded',
      ...(integrity && { hashes: [hashOf(integrity)] }),
      purl,
    };
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': 'jinmen', name: 'jinmen', version } },
    components,
  };
}

function hashOf(integrity) {
  const [algorithm, base64] = integrity.split(/-(.*)/s);
  const alg = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }[algorithm];
  return { alg, content: Buffer.from(base64, 'base64').toString('hex') };
}

const ourselves = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
