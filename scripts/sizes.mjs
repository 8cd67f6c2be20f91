import { gateProblems } from './gates/gates.mjs';
import { buildStale, WEAPP_API_BASE } from './lib/build.mjs';
import { stopAllOnSignal } from './lib/kept-process.mjs';
import { budgetOf, packageSizes, totalOf } from './lib/package-sizes.mjs';
import { inRoot } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** `npm run sizes [-- --json]`: bytes of the mini-program's packages against their budgets, and every static gate. */
await runCommand(async (args) => {
  stopAllOnSignal();
  const asJson = args.includes('--json');
  if (asJson) console.log = console.error;
  await setUp();
  await buildStale(['weapp']);
  const dist = inRoot('miniapp/dist/weapp');
  const sizes = packageSizes(dist);
  for (const { name, bytes, files } of [...sizes, totalOf(sizes)]) {
    const { aim, limit } = budgetOf(name);
    const row = { package: name, bytes, files, aim, limit };
    if (asJson) process.stdout.write(`${JSON.stringify(row)}\n`);
    else
      console.log(
        `${name.padEnd(22)} ${String(bytes).padStart(9)} bytes  aim ${aim}  limit ${limit}${bytes > aim ? '  (over the aim)' : ''}`,
      );
  }
  const { problems, notRun } = gateProblems(dist, { apiHost: new URL(WEAPP_API_BASE).hostname });
  for (const why of notRun) console.error(`not run: ${why}`);
  if (problems.length > 0) throw new Stop(problems.join('\n'));
});
