import { writeFileSync } from 'node:fs';
import { readLockfile } from './lib/lockfile.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { billOfMaterials, tooOld } from './lib/supply-chain.mjs';

/**
 * `npm run sbom [-- file]`: what the product is made of, from the lock file, as CycloneDX 1.6 (to a file, or printed). Red
 * when something in it is below a floor of scripts/version-floors.json.
 */
await runCommand(async ([file]) => {
  const lock = readLockfile();
  const text = `${JSON.stringify(billOfMaterials(lock), null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
  const old = tooOld(lock);
  if (old.length > 0) throw new Stop(`Too old:\n${old.join('\n')}`);
});
