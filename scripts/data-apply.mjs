import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildStale } from './lib/build.mjs';
import { inRoot, ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** `npm run data:apply -- file.json`: an operator's change of standards, without a release. */
await runCommand(async (args) => {
  if (args.length !== 1)
    throw new Stop('Name one file: npm run data:apply -- changes.json (docs/operations.md shows its form)');
  await setUp();
  await buildStale(['server']);
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), args[0]);
  const env = { ...process.env, DATA_DIR: path.resolve(ROOT, process.env.DATA_DIR || '.data') };
  const result = spawnSync(process.execPath, [inRoot('server/dist/data-apply.main.js'), file], {
    stdio: 'inherit',
    env,
    cwd: ROOT,
  });
  process.exitCode = result.status ?? 1;
});
