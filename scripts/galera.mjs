import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run galera [-- --writers one --servers 4 --writer 5 --other 4 --frozen 2 --two-of-three 1 --all 1 --seed n]`:
 * three MariaDB nodes and three servers, killed and frozen under a crowd; what is there is held against what anybody was
 * told (server/test/crash/galera). `--plant early-answer` or `--plant lost-update` shows that a run can be red.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  const line = ['-r', './test/register-swc.cjs', 'test/crash/galera/main.ts', ...args];
  try {
    const code = await startKept(process.execPath, line, { cwd: inRoot('server') }).exited;
    if (code !== 0) throw new Stop('Something is not as it was said; see above.');
  } finally {
    await stopAll();
  }
});
