import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const HOST_FOLDER = join(__dirname, '..');
const CACHE_FOLDER = join(HOST_FOLDER, '../node_modules/.cache/weapp-host');
const SOURCE_FOLDERS = ['runtime', 'components', 'automator/in-page', 'compile'];

/** The browser side as one script. Bundled once per content of its sources, then read from the cache. */
export async function browserScript(): Promise<string> {
  const cached = join(CACHE_FOLDER, `${sourcesHash()}.js`);
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  const result = await build({
    entryPoints: [join(HOST_FOLDER, 'runtime/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    sourcemap: 'inline',
    loader: { '.css': 'text' },
    logLevel: 'silent',
  });
  const script = result.outputFiles[0]?.text;
  if (script === undefined) throw new Error('esbuild wrote no browser script');
  mkdirSync(CACHE_FOLDER, { recursive: true });
  // Written aside and renamed: another run may read at the same moment.
  const draft = `${cached}.${process.pid}`;
  writeFileSync(draft, script);
  renameSync(draft, cached);
  return script;
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCE_FOLDERS) {
    const names = readdirSync(join(HOST_FOLDER, folder), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  }
  for (const dependency of ['glass-easel', 'glass-easel-miniprogram-adapter']) {
    hash.update(readFileSync(require.resolve(`${dependency}/package.json`)));
  }
  return hash.digest('hex').slice(0, 32);
}
