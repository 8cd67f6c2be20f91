import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run slow-sockets [-- --slow 500 --planted]`: five hundred connections that never finish what they say, beside
 * somebody who asks as everybody does (server/test/slow-sockets). Red when one of them is never ended, or others are not
 * served or wait twice as long. `--planted` takes the server's limits away and must be red.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  const line = ['-r', './test/register-swc.cjs', 'test/slow-sockets/main.ts', ...args];
  try {
    const code = await startKept(process.execPath, line, { cwd: inRoot('server') }).exited;
    if (code !== 0) throw new Stop('Slow connections are in the way; see above.');
  } finally {
    await stopAll();
  }
});
