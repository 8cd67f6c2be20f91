import path from 'node:path';
import { contentHash, listFiles } from './lib/content-hash.mjs';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { withLock } from './lib/lock.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand } from './lib/stop.mjs';
import { startJest } from './mutants/jest.mjs';
import { memoryOf } from './mutants/memory.mjs';
import { runMutants } from './mutants/run-mutants.mjs';
import { checkOut, FOLDER, removeCheckout, withMutant } from './mutants/source/checkout.mjs';
import { MUTANTS, PLANTED } from './mutants/source/mutants.mjs';

/** What this run has open. */
const open = {};

/**
 * `npm run mutants [-- words…] [-- --anew] [-- --planted]`: for each guard, filter, constraint or comparison that is taken
 * out of the server or the rules (those whose name has one of the words) the narrow spec that should see it, which must go
 * red. Ends with code 1 when one is not seen; `--planted` adds one that nothing can see, to show that it does. In a copy
 * of the working tree. What was seen is not run again until a source changes, so a run may be stopped; `--anew` runs all.
 */
await runCommand(async (args) => {
  const flags = new Set(args.filter((each) => each.startsWith('--')));
  const words = args.filter((each) => !flags.has(each));
  stopAllOnSignal(removeCheckout);
  await setUp();
  const sources = contentHash(listFiles(['server/src', 'server/test', 'shared/src', 'pnpm-lock.yaml']));
  const memory = memoryOf('source', sources, { anew: flags.has('--anew') });
  await withLock(`${FOLDER}.lock`, async () => {
    checkOut();
    try {
      const mutants = flags.has('--planted') ? [PLANTED] : MUTANTS;
      await runMutants(mutants, { words, memory, run });
    } finally {
      open.jest?.end();
      await stopAll();
      removeCheckout();
    }
  });
});

/** One jest for all mutants of a spec, which follow each other. */
async function run({ control, ...each }) {
  const place = `${each.spec} ${each.on ?? ''}`;
  if (open.place !== place) {
    open.jest?.end();
    Object.assign(open, {
      place,
      jest: startJest({ cwd: FOLDER, env: { ...process.env, ...(await databaseOf(each)) } }),
    });
  }
  const args = [...configOf(each.spec), '--runTestsByPath', path.join(FOLDER, each.spec)];
  const outcome = () => open.jest.outcome({ args, tests: each.tests });
  return control ? outcome() : withMutant(each, outcome);
}

function configOf(spec) {
  const [workspace] = spec.split('/');
  const config = ['-c', path.join(FOLDER, workspace, 'jest.config.cjs')];
  if (workspace === 'shared') return config;
  return [...config, '--selectProjects', spec.endsWith('.int-spec.ts') ? 'int' : 'unit'];
}

/** The embedded one, unless only several connections can show it. */
async function databaseOf({ on }) {
  if (on !== 'mysql') return { TEST_DIALECT: 'embedded' };
  open.database ??= testDatabase();
  return { TEST_DATABASE_URL: (await open.database).url };
}
