import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run drill [-- --rows 20000 --people 12 --only mysql|embedded --seed n]`: backs a living city up, loses it, puts it
 * back with the operators' own commands, and plants faults that must be found (server/test/drill, docs/operations.md).
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  const line = ['-r', './test/register-swc.cjs', 'test/drill/main.ts', ...args];
  try {
    const code = await startKept(process.execPath, line, { cwd: inRoot('server') }).exited;
    if (code !== 0) throw new Stop('What came back is not what it should be; see above.');
  } finally {
    await stopAll();
  }
});
