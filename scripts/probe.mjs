import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { dayInTianjin, inWords, monthOf, probe } from './lib/probe.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const USAGE = 'npm run probe -- https://the.public.address file.jsonl | npm run probe -- --month 2026-11 file.jsonl';

/**
 * `npm run probe -- https://… file.jsonl`, each minute from a machine that is not ours: asks what residents ask and adds a
 * line. `-- --month 2026-11 file.jsonl` says what is left of the month's 43 minutes. Red when a step failed, or more is gone.
 */
await runCommand(async (args) => {
  const [first, second, third] = args;
  if (first === '--month') return month(second, third);
  if (second === undefined || !URL.canParse(first ?? '')) throw new Stop(USAGE);
  const line = await probe(first);
  appendFileSync(second, `${JSON.stringify(line)}\n`);
  const failed = Object.entries(line.failed).map(([name, why]) => `${name}: ${why}`);
  if (failed.length > 0) throw new Stop(failed.join('\n'));
});

function month(name, file) {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(name ?? '') || !existsSync(file ?? '')) throw new Stop(USAGE);
  const { ok, lines } = inWords(monthOf(linesOf(file), name, Date.now()));
  for (const each of lines) console.log(each);
  if (!ok) throw new Stop(`More is gone than ${name} had. Today is ${dayInTianjin(Date.now())}.`);
}

/** A line a crash tore is left out: its minute is unseen. */
function linesOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line)];
      } catch {
        return [];
      }
    });
}
