import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run oracle [-- --samples 200 --seed n --planted]`: asks a whole server who somebody is, for each reason of a no, and
 * compares answers and times (server/test/oracle). It first has to notice a planted reason that is told sooner; `--planted`
 * leaves that fault in. Red when the reason could be told from the answer or from the time. Wants a quiet machine.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  const line = ['-r', './test/register-swc.cjs', 'test/oracle/main.ts', ...args];
  try {
    const code = await startKept(process.execPath, line, { cwd: inRoot('server') }).exited;
    if (code !== 0) throw new Stop('A no says why; see above.');
  } finally {
    await stopAll();
  }
});
