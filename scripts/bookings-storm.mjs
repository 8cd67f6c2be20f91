import { spawnSync } from 'node:child_process';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** The suite's own storms (server/src/modules/bookings/booking-storm.int-spec.ts), at length. */
const STORMS = {
  crowd: { test: 'a crowd at several servers', env: { CROWD_ATTEMPTS: '100000', CROWD_PROCESSES: '3' }, mysql: true },
  crash: { test: 'a server killed at any moment', env: { BOOKING_KILLS: '20' }, mysql: false },
};

/** `npm run crowd [-- attempts]`, `npm run crash:bookings [-- kills]`: figures, and a red end when one row is wrong. */
await runCommand(async ([name, size]) => {
  const storm = STORMS[name];
  if (!storm) throw new Stop(`There is no storm "${name}"; choose from ${Object.keys(STORMS).join(', ')}.`);
  stopAllOnSignal();
  await setUp();
  try {
    const [sized] = Object.keys(storm.env);
    const env = { ...process.env, ...storm.env, ...(size && { [sized]: size }) };
    if (storm.mysql) env.TEST_DATABASE_URL = (await testDatabase()).url;
    else env.TEST_DIALECT = 'embedded';
    const jest = ['-c', 'server/jest.config.cjs', '--selectProjects', 'int', '--testPathPatterns', 'booking-storm'];
    const args = ['node_modules/jest/bin/jest.js', ...jest, '-t', storm.test];
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
    if (status !== 0) throw new Stop('The storm left something wrong; see above.');
  } finally {
    await stopAll();
  }
});
