import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run crash [-- --servers 20 --database 5 --phones 96 --seed n]`: kills the product's servers and their database
 * under a crowd and holds what is there against what anybody was told (server/test/crash). Red when one number is wrong.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  const line = ['-r', './test/register-swc.cjs', 'test/crash/main.ts', ...args];
  try {
    const code = await startKept(process.execPath, line, { cwd: inRoot('server') }).exited;
    if (code !== 0) throw new Stop('Something is not as it was said; see above.');
  } finally {
    await stopAll();
  }
});
