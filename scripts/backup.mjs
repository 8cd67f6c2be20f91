import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { beginNewBinaryLog, databaseToBackUp } from './backup/account.mjs';
import { followBackups, takeBackup } from './backup/take.mjs';
import { stopAllOnSignal } from './lib/kept-process.mjs';
import { inRoot } from './lib/root.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const USAGE = 'usage: npm run backup -- <folder> [--follow] [--dump] [--keep-days 30]';

/**
 * `npm run backup -- <folder>`: a whole backup into a folder of its own below it, while the servers serve. With
 * `--follow` it goes on copying what comes after the newest one (docs/operations.md, Backups).
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { follow: { type: 'boolean' }, dump: { type: 'boolean' }, 'keep-days': { type: 'string' } },
  });
  if (positionals.length !== 1) throw new Stop(USAGE);
  const from = {
    databaseUrl: databaseToBackUp(process.env),
    dataDir: path.resolve(process.env.DATA_DIR || inRoot('.data')),
    keysFile: process.env.DATA_KEYS_FILE,
  };
  const root = path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  if (values.follow) return followBackups(from, root);
  if (from.databaseUrl) await beginNewBinaryLog(from.databaseUrl);
  await takeBackup(from, root, { dump: values.dump, keepDays: values['keep-days'] });
});
