import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildStale } from './lib/build.mjs';
import { inRoot, ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand } from './lib/stop.mjs';

/** `npm run audit:verify`: whether every audit record is there and as it was written (docs/operations.md). */
await runCommand(async (args) => {
  await setUp();
  await buildStale(['server']);
  const env = { ...process.env, DATA_DIR: path.resolve(ROOT, process.env.DATA_DIR || '.data') };
  const result = spawnSync(process.execPath, [inRoot('server/dist/audit-verify.main.js'), ...args], {
    stdio: 'inherit',
    env,
    cwd: ROOT,
  });
  process.exitCode = result.status ?? 1;
});
