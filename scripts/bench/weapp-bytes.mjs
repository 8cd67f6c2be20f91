import { buildStale } from '../lib/build.mjs';
import { budgetOf, packageSizes } from '../lib/package-sizes.mjs';
import { inRoot } from '../lib/root.mjs';

/** Bytes of each package of the built mini-program. */
export async function weappBytes() {
  await buildStale(['weapp']);
  return packageSizes(inRoot('miniapp/dist/weapp')).map(({ name, bytes }) => ({
    name: `weapp-bytes-${name.replaceAll('/', '-').replace(/-$/, '')}`,
    value: bytes,
    unit: 'bytes',
    aim: budgetOf(name).aim,
    rounds: 1,
  }));
}
