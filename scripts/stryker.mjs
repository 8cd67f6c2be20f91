import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { filesOf } from './stryker/files-of.mjs';
import { drawnLines } from './stryker/lines.mjs';
import { MODULES } from './stryker/modules.mjs';
import { optionsFor } from './stryker/options.mjs';

const SPEC = /[.](int-)?spec[.]ts$/;

/**
 * `npm run stryker -- <module> [--lines N] [--seed N] [file[:line-line] …]`: Stryker's mutants of one module against its
 * narrow specs, on the embedded database or, where the module says so, on MySQL. Whole, or (`--lines`, and by itself where
 * a whole run takes hours) those that stand in so many of its lines, drawn with a seed that is printed; `--lines all` is
 * whole. Ends with code 1 below the score the module is to have. What survived is printed before the table.
 */
await runCommand(async (args) => {
  const options = { lines: { type: 'string' }, seed: { type: 'string' } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [name, ...only] = positionals;
  const module = MODULES[name];
  if (!module) throw new Stop(`Which of these? ${Object.keys(MODULES).join(', ')}`);
  stopAllOnSignal();
  await setUp();
  const { mutate, said } = only.length > 0 ? { mutate: only, said: only.join(' ') } : chosen(module, values);
  console.log(`${name}: ${said}`);
  const began = performance.now();
  const results = await mutantsOf(optionsFor(name, module, mutate), module).finally(stopAll);
  const minutes = Math.round((performance.now() - began) / 6000) / 10;
  judge(name, module, { said, minutes, results });
});

function chosen({ of, lines = 'all' }, { lines: wanted = String(lines), seed = String(randomInt(1e6)) }) {
  const files = of.flatMap(filesOf).filter((file) => !SPEC.test(file));
  if (wanted === 'all') return { mutate: files, said: 'whole' };
  const { drawn, of: all } = drawnLines(files, Number(wanted), Number(seed));
  return { mutate: drawn, said: `${drawn.length} of ${all} lines (--lines ${wanted} --seed ${seed})` };
}

async function mutantsOf(options, { on }) {
  if (on === 'mysql') process.env.TEST_DATABASE_URL = (await testDatabase()).url;
  else process.env.TEST_DIALECT = 'embedded';
  process.chdir(ROOT);
  const { Stryker } = await import('@stryker-mutator/core');
  return new Stryker(options).runMutationTest();
}

function judge(name, { least }, { said, minutes, results }) {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const [seen, survived, uncovered] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  const all = seen + survived + uncovered;
  if (all === 0) throw new Stop('There was nothing to mutate.');
  const score = Math.round((seen / all) * 1000) / 10;
  console.log(
    `\n| module | what | mutants | seen | of them by time | survived | covered by nothing | score | minutes |`,
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  console.log(
    `| ${name} | ${said} | ${all} | ${seen} | ${count('Timeout')} | ${survived} | ${uncovered} | ${score} % | ${minutes} |`,
  );
  if (score < least) throw new Stop(`${name} is to have ${least} %.`);
}
