import { spawnSync } from 'node:child_process';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run crowd [-- attempts]`: the suite's own crowd (server/src/modules/bookings/booking-storm.int-spec.ts) at length.
 * Figures, and a red end when one row is wrong. What dies under a crowd is `npm run crash`.
 */
await runCommand(async ([attempts = '100000']) => {
  stopAllOnSignal();
  await setUp();
  try {
    const crowd = { CROWD_ATTEMPTS: attempts, CROWD_PROCESSES: '3' };
    const env = { ...process.env, ...crowd, TEST_DATABASE_URL: (await testDatabase()).url };
    const jest = ['-c', 'server/jest.config.cjs', '--selectProjects', 'int', '--testPathPatterns', 'booking-storm'];
    const args = ['node_modules/jest/bin/jest.js', ...jest, '-t', 'a crowd at several servers'];
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
    if (status !== 0) throw new Stop('The crowd left something wrong; see above.');
  } finally {
    await stopAll();
  }
});
