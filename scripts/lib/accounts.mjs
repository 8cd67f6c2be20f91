import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './root.mjs';

/** The statements of `deploy/mariadb/accounts.sh` for a database and these passwords. Throws where the script refuses. */
export function accountsSql({ owner, serving, database = 'jinmen' }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jinmen-accounts-'));
  try {
    const file = path.join(folder, 'owner');
    writeFileSync(file, owner);
    return execFileSync('sh', [inRoot('deploy/mariadb/accounts.sh')], {
      env: {
        PATH: process.env.PATH,
        MARIADB_DATABASE: database,
        OWNER_PASSWORD_FILE: file,
        DATABASE_PASSWORD: serving,
      },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
