import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from './config';

/** What cannot be appended to, and what to do about it, a line each. */
export class AppendOnlyFilesError extends Error {
  constructor(problems: readonly string[]) {
    const user = process.getuid?.() ?? 'that runs it';
    super(
      [
        'Without these files nobody could delete their account and no audit would be anchored, so this server does not start:',
        ...problems.map((problem) => `  - ${problem}`),
        `Each file and the folder it lies in must be writable by user ${user}, who runs this server: ` +
          'give it the folder (chown), or name another place (docs/operations.md, Files that are only appended to).',
      ].join('\n'),
    );
    this.name = 'AppendOnlyFilesError';
  }
}

/**
 * Opens both files outside the database for appending, as they will be when somebody asks to be forgotten and when the audit
 * is anchored; beside the anchors a file of each day must find room. Makes what is absent, empty.
 * @throws AppendOnlyFilesError
 */
export function mustAppend(config: Pick<Config, 'auditAnchorFile' | 'deletionLedgerFile'>): void {
  const problems = [
    ...problemOf('AUDIT_ANCHOR_FILE', config.auditAnchorFile, (path) => {
      open(path);
      accessSync(dirname(path), constants.W_OK);
    }),
    ...problemOf('DELETION_LEDGER_FILE', config.deletionLedgerFile, open),
  ];
  if (problems.length > 0) throw new AppendOnlyFilesError(problems);
}

function problemOf(variable: string, path: string, tried: (path: string) => void): readonly string[] {
  try {
    tried(path);
    return [];
  } catch (error) {
    // cast: what node:fs throws is one
    const { code, syscall } = error as NodeJS.ErrnoException;
    return [`${variable} ${path}: ${code} (${syscall})`];
  }
}

function open(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  // the ledger is read too, to see whether its end is whole
  closeSync(openSync(path, 'a+', 0o600));
}
