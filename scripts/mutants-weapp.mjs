import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildStale } from './lib/build.mjs';
import { chromiumPath } from './lib/chromium.mjs';
import { fastFolder } from './lib/fast-folder.mjs';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot, ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand } from './lib/stop.mjs';
import { startJest } from './mutants/jest.mjs';
import { runMutants } from './mutants/run-mutants.mjs';
import { MUTANTS } from './mutants/weapp/mutants.mjs';
import { mutate } from './mutants/weapp/mutate.mjs';

/** Not the port of `npm test`, so that both may run. */
const PORT = process.env.WEAPP_AUTO_PORT ?? '13440';

/**
 * `npm run mutants:weapp [words…]`: for each mutant of the built mini-program (those whose name has the words) the
 * smallest specs that should see it, which must go red. Ends with code 1 when one survives: then the specs have a hole.
 */
await runCommand(async (words) => {
  const folder = mkdtempSync(path.join(fastFolder(), 'jmm-'));
  const cleanUp = () => rmSync(folder, { recursive: true, force: true });
  stopAllOnSignal(cleanUp);
  try {
    await setUp();
    await buildStale(['server', 'weapp']);
    await runMutants(MUTANTS, { words, run: (each) => run(each, folder) });
  } finally {
    await stopAll();
    cleanUp();
  }
});

async function run({ spec, tests, control, ...mutant }, folder) {
  const project = mkdtempSync(path.join(folder, 'p-'));
  mutate(project, control ? undefined : mutant);
  const config = ['-c', inRoot('e2e/jest.config.cjs'), '--selectProjects', 'weapp'];
  const env = { ...process.env, WEAPP_PROJECT: project, WEAPP_AUTO_PORT: PORT, CHROMIUM: chromiumPath() };
  const jest = startJest({ cwd: ROOT, env });
  try {
    const args = [...config, '--runTestsByPath', inRoot(`e2e/specs/weapp/${spec}.e2e.ts`)];
    return await jest.outcome({ args, tests });
  } finally {
    jest.end();
    rmSync(project, { recursive: true, force: true });
  }
}
