import { buildStale } from './lib/build.mjs';
import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run faults [-- --only bureaus,database --seconds 60 --times 20 --rps 50 --seed n --upstreams sms,wechat
 * --ways 'a slow drip,killed' --plant lost-word]`: breaks what the servers lean on and holds what they promised against
 * what was seen (server/test/faults). Red when one is broken.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  await buildStale(['server']);
  const line = ['-r', './test/register-swc.cjs', 'test/faults/main.ts', ...args];
  try {
    const code = await startKept(process.execPath, line, { cwd: inRoot('server') }).exited;
    if (code !== 0) throw new Stop('A promise was not kept; see above.');
  } finally {
    await stopAll();
  }
});
