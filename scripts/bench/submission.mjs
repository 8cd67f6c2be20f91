import { spawnSync } from 'node:child_process';
import { inRoot } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { median } from './rounds.mjs';

/**
 * How many requests a guarded route that does nothing answers while one application of two programmes is handed in: the
 * price of cases, evaluation, audit rows, sealing and the outbox. `TEST_DATABASE_URL` picks the database, else embedded.
 */
export async function submissionBenchmark() {
  const run = spawnSync(process.execPath, ['-r', './test/register-swc.cjs', 'test/submission-bench.ts'], {
    cwd: inRoot('server'),
    encoding: 'utf8',
    env: { ...process.env, ...(process.env.TEST_DATABASE_URL ? {} : { TEST_DIALECT: 'embedded' }) },
  });
  if (run.status !== 0) throw new Stop(`The submission benchmark failed:\n${run.stderr.slice(-2000)}`);
  const rounds = JSON.parse(run.stdout.trim().split('\n').at(-1));
  const [submission, nothing] = [0, 1].map((at) => median(rounds.map((round) => round[at])));
  return [
    {
      name: 'submission',
      ratio: median(rounds.map(([one, other]) => other / one)),
      unit: 'throughput, handing in / guarded no-op',
      aim: null,
      rounds: rounds.length,
    },
    { name: 'submission-time', value: submission, unit: 'ms a request, 8 at once', aim: null, rounds: rounds.length },
    { name: 'guarded-no-op-time', value: nothing, unit: 'ms a request, 8 at once', aim: null, rounds: rounds.length },
  ];
}
