import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { requireFrom } from '../lib/root.mjs';

const FILE = 'jinmen.db';

/**
 * The embedded database as it was at one moment, while its server serves: SQLite writes a whole new file out of one
 * snapshot. There is no log to roll it forward by.
 */
export function takeEmbedded(dataDir, folder) {
  const Libsql = requireFrom('server', 'libsql');
  const database = new Libsql(path.join(dataDir, FILE), { timeout: 5000 });
  try {
    database.exec(`VACUUM INTO '${path.join(folder, FILE).replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
  return { kind: 'embedded' };
}

export function putBackEmbedded(folder, target) {
  copyFileSync(path.join(folder, FILE), path.join(target, FILE));
}
