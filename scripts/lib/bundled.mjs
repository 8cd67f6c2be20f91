import { createRequire } from 'node:module';
import { inRoot, requireFrom } from './root.mjs';

/**
 * Loads a TypeScript file of `scripts/` as plain JavaScript. Bundled once rather than run through a loader, because
 * loaders wrap every function to keep its name, which costs exactly where a benchmark measures.
 */
export async function loadTypeScript(file, { external = [] } = {}) {
  const outfile = inRoot('.cache', file.replace(/\.ts$/, '.cjs'));
  await requireFrom('', 'esbuild').build({
    entryPoints: [inRoot('scripts', file)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external,
    tsconfig: inRoot('tsconfig.base.json'),
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}
