import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildStale } from './build.mjs';
import { inRoot, ROOT } from './root.mjs';
import { setUp } from './setup.mjs';

/** Runs one of the built server's commands to its end, on the `DATA_DIR` this checkout has; its code is ours. */
export async function operatorCommand(main, args) {
  await setUp();
  await buildStale(['server']);
  const env = { ...process.env, DATA_DIR: path.resolve(ROOT, process.env.DATA_DIR || '.data') };
  const result = spawnSync(process.execPath, [inRoot(`server/dist/${main}`), ...args], {
    stdio: 'inherit',
    env,
    cwd: ROOT,
  });
  process.exitCode = result.status ?? 1;
}
