import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/**
 * `npm run fuzz [-- --requests 50000 --seed n --database mariadb --only 'POST /bookings' --plant sql]`: requests made of our
 * own description, at a whole server whose every answer is held to its promises (server/test/fuzz). On the embedded
 * database unless it says otherwise; red when one promise is broken.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  await setUp();
  const at = args.indexOf('--database');
  const [, database = 'embedded'] = at < 0 ? [] : args.splice(at, 2);
  if (!['embedded', 'mariadb'].includes(database)) throw new Stop('--database is embedded or mariadb.');
  try {
    const where =
      database === 'mariadb' ? { TEST_DATABASE_URL: (await testDatabase()).url } : { TEST_DIALECT: 'embedded' };
    const { TEST_DIALECT: _, ...env } = process.env;
    const line = ['-r', './test/register-swc.cjs', 'test/fuzz/main.ts', ...args];
    const options = { cwd: inRoot('server'), env: { ...env, ...where } };
    if ((await startKept(process.execPath, line, options).exited) !== 0)
      throw new Stop('A promise was broken; see above.');
  } finally {
    await stopAll();
  }
});
