import path from 'node:path';
import { parseArgs } from 'node:util';
import { putBack } from './backup/put-back.mjs';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const USAGE =
  'usage: npm run restore -- <folder of the backups> <empty folder> [--backup <name>] [--until 2026-11-26T02:10:00Z] [--without-log]';

/** `npm run restore`: a backup into an empty folder, forward to the last moment there is (docs/operations.md, Restoring). */
await runCommand(async (args) => {
  stopAllOnSignal();
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { backup: { type: 'string' }, until: { type: 'string' }, 'without-log': { type: 'boolean' } },
  });
  const { until, backup: name } = values;
  if (positionals.length !== 2 || (until !== undefined && !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(until)))
    throw new Stop(USAGE);
  const [root, target] = positionals.map((each) => path.resolve(process.env.INIT_CWD ?? process.cwd(), each));
  try {
    const { kind } = await putBack(root, target, { name, until, withoutLog: values['without-log'] });
    const start =
      kind === 'embedded' ? `DATA_DIR=${target}` : `a MariaDB with --datadir=${target}/data, and blobs beside`;
    console.log(`Done. Start on it (${start}), then: npm run integrity -- --all --restored "who" "why"`);
  } finally {
    await stopAll();
  }
});
