import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../../lib/content-hash.mjs';
import { inRoot, ROOT } from '../../../lib/root.mjs';

const ENTRY = /\b(uq_\w+): \[[^\]]*\],?/g;

/** Made anew, or dropped, by a later migration: what stands there is no longer in the schema. */
const NO_LONGER = new Set([
  'create-relief-application uq_relief_authorisation_member',
  'create-relief-signature uq_relief_authorisation_member',
  'create-displaced-booking uq_kept_time_hold',
]);

/** Each UNIQUE of the schema, left out of the migration that makes it. */
export const UNIQUES = listFiles(['server/src'])
  .map((file) => path.relative(ROOT, file))
  .filter((file) => /\/migrations\/\d+-[\w-]+\.ts$/.test(file))
  .flatMap(uniquesOf);

function uniquesOf(file) {
  const [, migration] = /\d+-([\w-]+)\.ts$/.exec(file);
  return [...readFileSync(inRoot(file), 'utf8').matchAll(ENTRY)]
    .filter(([, name]) => !NO_LONGER.has(`${migration} ${name}`))
    .map(([find, name]) => ({
      name: `unique: ${name}`,
      file,
      find,
      put: '',
      spec: 'server/src/uniques.int-spec.ts',
      madeTitles: true,
      tests: [`${name}: `],
    }));
}
