import { readFileSync } from 'node:fs';
import { asClient, run } from './programs.mjs';

/**
 * The database to back up, as the environment names it; nothing where it is the embedded one. Its password may stand in a file
 * (`BACKUP_PASSWORD_FILE`).
 */
export function databaseToBackUp({ BACKUP_DATABASE_URL, BACKUP_PASSWORD_FILE, DATABASE_URL }) {
  const address = BACKUP_DATABASE_URL || DATABASE_URL;
  if (!address || !BACKUP_PASSWORD_FILE) return address;
  return Object.assign(new URL(address), { password: readFileSync(BACKUP_PASSWORD_FILE, 'utf8').trim() }).href;
}

/** Begins a new file of the server's binary log: only then does the server look which of the old ones are over. */
export function beginNewBinaryLog(databaseUrl) {
  return asClient(databaseUrl, (client) => run('mariadb', [...client, '-e', 'FLUSH NO_WRITE_TO_BINLOG BINARY LOGS']));
}
