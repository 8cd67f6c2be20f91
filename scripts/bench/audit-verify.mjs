import { spawnSync } from 'node:child_process';
import { testDatabase } from '../lib/mariadb.mjs';
import { inRoot } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';

/** security.md R11 asks for a million records in 60 s. */
const AIM_SECONDS_A_MILLION = 60;

/** How long a million records of the audit take to be looked through, on MariaDB; `AUDIT_ROWS` makes fewer or all of them. */
export async function auditVerify() {
  const { url } = await testDatabase();
  const run = spawnSync(process.execPath, ['-r', './test/register-swc.cjs', 'test/audit-bench.ts'], {
    cwd: inRoot('server'),
    encoding: 'utf8',
    env: { ...process.env, TEST_DATABASE_URL: url },
  });
  if (run.status !== 0) throw new Stop(`The audit benchmark failed:\n${run.stderr.slice(-2000)}`);
  const { rows, seconds, problems } = JSON.parse(run.stdout.trim().split('\n').at(-1));
  if (problems.length > 0) throw new Stop(`What nobody touched was found changed: ${problems[0]}`);
  return [
    {
      name: 'audit_verify',
      value: (seconds / rows) * 1e6,
      unit: `s a million records, of ${rows} looked through`,
      aim: AIM_SECONDS_A_MILLION,
      rounds: 1,
    },
  ];
}
