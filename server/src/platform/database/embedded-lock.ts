import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LibsqlDriver } from './libsql-driver';

/** What the lock file says about the process that owns the folder. */
export interface LockOwner {
  readonly pid: number;
  /** Where that process takes operators' commands, once it does. */
  readonly operatorSocket?: string;
}

export class DataDirInUseError extends Error {
  constructor(
    readonly dataDir: string,
    readonly owner: LockOwner | undefined,
  ) {
    const who = owner ? `process ${owner.pid}` : 'another process';
    super(
      `DATA_DIR ${dataDir} is in use by ${who}. The embedded database belongs to one process at a time: ` +
        'stop that one, or give this one another DATA_DIR, or use DATABASE_URL=mysql://… for several processes.',
    );
    this.name = 'DataDirInUseError';
  }
}

/**
 * Keeps a second process away from the embedded database. The guard is a lock of the operating system on a file of
 * its own (`lock.guard`), held as an exclusive SQLite transaction: it ends with the process, however it ends, so a lock
 * left behind by a killed process never needs guessing whether its pid is still the same program. The file `lock`
 * only tells people and tools who the owner is.
 */
export class EmbeddedLock {
  private constructor(
    private readonly dataDir: string,
    private readonly guard: LibsqlDriver,
  ) {}

  /** @throws DataDirInUseError naming the folder and the owner. */
  static acquire(dataDir: string): EmbeddedLock {
    mkdirSync(dataDir, { recursive: true });
    const guard = new LibsqlDriver(join(dataDir, 'lock.guard'), { timeout: 200 });
    try {
      guard.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      guard.close();
      if (!isBusy(error)) throw error;
      throw new DataDirInUseError(dataDir, readLockOwner(dataDir));
    }
    const lock = new EmbeddedLock(dataDir, guard);
    lock.describe({ pid: process.pid });
    return lock;
  }

  /** Tells others more about this process. */
  describe(owner: LockOwner): void {
    writeFileSync(join(this.dataDir, 'lock'), `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  }

  release(): void {
    rmSync(join(this.dataDir, 'lock'), { force: true });
    this.guard.close();
  }
}

/** The owner as the lock file names it; undefined when there is no readable file. It may be a dead process. */
export function readLockOwner(dataDir: string): LockOwner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8'));
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is LockOwner {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
