import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot, requireFrom } from '../lib/root.mjs';

/**
 * Loads a TypeScript benchmark as plain JavaScript. Bundled once rather than run through a loader, because loaders wrap
 * every function to keep its name, which costs exactly where we measure.
 */
export async function loadBenchmark(name) {
  const outfile = inRoot('.cache', 'bench', `${name}.cjs`);
  mkdirSync(inRoot('.cache', 'bench'), { recursive: true });
  await requireFrom('', 'esbuild').build({
    entryPoints: [inRoot('scripts/bench', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['json-rules-engine'],
    tsconfig: inRoot('tsconfig.base.json'),
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}
