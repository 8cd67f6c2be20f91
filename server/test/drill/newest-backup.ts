import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As `scripts/backup` writes it. */
interface Manifest {
  readonly blobs: readonly [string];
  readonly binaryLog?: { readonly log: string; readonly head: string; readonly life?: string };
}

export function newestBackup(backups: string): string {
  const finished = readdirSync(backups).filter((name) => name.endsWith('Z'));
  return join(backups, finished.sort().at(-1) ?? '');
}

export function manifestOf(backup: string): Manifest {
  // cast: what scripts/backup/manifest.mjs wrote there
  return JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as Manifest;
}

/** Where the logs that came after it are copied to. */
export function logsOf(backups: string, backup: string): string {
  return join(backups, 'binlog', manifestOf(backup).binaryLog?.life ?? '');
}

/** Has a backup say that its log is another life's. Returns how it is undone. */
export function saidToBeOf(backup: string, life: string): () => void {
  const file = join(backup, 'manifest.json');
  const asItWas = readFileSync(file);
  const manifest = manifestOf(backup);
  writeFileSync(file, JSON.stringify({ ...manifest, binaryLog: { ...manifest.binaryLog, life } }));
  return () => writeFileSync(file, asItWas);
}
