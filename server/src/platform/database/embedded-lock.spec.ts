import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../../test/child';
import { DataDirInUseError, EmbeddedLock, readLockOwner } from './embedded-lock';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jinmen-lock-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the lock of the data folder', () => {
  it('refuses a second process, naming DATA_DIR, the folder and the process that has it', () => {
    const lock = EmbeddedLock.acquire(dataDir);
    const second = start('test/hold-lock.ts', [dataDir], {});
    return second.ends().then((code) => {
      lock.release();
      expect(code).not.toBe(0);
      expect(second.said()).toContain(`DATA_DIR ${dataDir} is in use by process ${process.pid}`);
    });
  });

  it('refuses the same process a second time', () => {
    const lock = EmbeddedLock.acquire(dataDir);
    expect(() => EmbeddedLock.acquire(dataDir)).toThrow(DataDirInUseError);
    lock.release();
  });

  it('is free again as soon as its process was killed, though the file still names it', async () => {
    const child = start('test/hold-lock.ts', [dataDir], {});
    await child.says('holding');
    expect(() => EmbeddedLock.acquire(dataDir)).toThrow(`process ${child.process.pid}`);
    child.process.kill('SIGKILL');
    await child.ends();
    expect(readLockOwner(dataDir)?.pid).toBe(child.process.pid);
    const lock = EmbeddedLock.acquire(dataDir);
    expect(readLockOwner(dataDir)?.pid).toBe(process.pid);
    lock.release();
  });

  it('is not blocked by a lock file that names a living process which does not hold it', () => {
    writeFileSync(join(dataDir, 'lock'), JSON.stringify({ pid: process.ppid }));
    EmbeddedLock.acquire(dataDir).release();
    expect(readLockOwner(dataDir)).toBeUndefined();
  });

  it('says another process has it when the file is unreadable', () => {
    const lock = EmbeddedLock.acquire(dataDir);
    writeFileSync(join(dataDir, 'lock'), 'not json');
    expect(() => EmbeddedLock.acquire(dataDir)).toThrow('another process');
    lock.release();
  });
});
