import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { DataKeys, DataKeysError, KEY_PURPOSES, type KeyPurpose } from './data-keys';

type Written = Record<string, { current: number; keys: Record<string, string> }>;

/** Changes the file of keys, each time as a whole: a process that starts meanwhile reads it before or after. */
export class KeysFile {
  constructor(private readonly path: string) {}

  /** A new random key beside the others; nothing is made with it yet. Its id. */
  add(purpose: KeyPurpose): number {
    const file = this.read();
    const ring = ringOf(file, purpose);
    const id = Math.max(...Object.keys(ring.keys).map(Number)) + 1;
    ring.keys[id] = randomBytes(32).toString('base64');
    this.write(file);
    return id;
  }

  /** From the next start on everything new is made with it. @throws DataKeysError when it is not there. */
  use(purpose: KeyPurpose, id: number): void {
    const file = this.read();
    const ring = ringOf(file, purpose);
    if (!(id in ring.keys)) throw new DataKeysError(this.path, `"${purpose}" has no key ${id}`);
    ring.current = id;
    this.write(file);
  }

  /**
   * Takes it out, into the file of retired keys beside: whoever restores a backup made before needs it once more.
   * @throws DataKeysError when it is not there or is the one in use.
   */
  retire(purpose: KeyPurpose, id: number, at: string): string {
    const file = this.read();
    const ring = ringOf(file, purpose);
    const secret = ring.keys[id];
    if (secret === undefined) throw new DataKeysError(this.path, `"${purpose}" has no key ${id}`);
    if (ring.current === id) throw new DataKeysError(this.path, `key ${id} of "${purpose}" is the one in use`);
    const retired = `${this.path}.retired`;
    const line = JSON.stringify({ purpose, id, secret, at });
    writeFileSync(retired, `${line}\n`, { flag: 'a', mode: 0o600, flush: true });
    delete ring.keys[id];
    this.write(file);
    return retired;
  }

  /** In ms since 1970. */
  changedAtMs(): number {
    return statSync(this.path).mtimeMs;
  }

  private read(): Written {
    DataKeys.open(this.path, { makeIfAbsent: false }); // whole, or not touched
    return JSON.parse(readFileSync(this.path, 'utf8')) as Written; // it has just been read as keys
  }

  private write(file: Written): void {
    const aside = `${this.path}.${process.pid}.part`;
    writeFileSync(aside, `${JSON.stringify(file, undefined, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    DataKeys.open(aside, { makeIfAbsent: false });
    renameSync(aside, this.path);
  }
}

export const isPurpose = (text: string): text is KeyPurpose => KEY_PURPOSES.some((purpose) => purpose === text);

function ringOf(file: Written, purpose: KeyPurpose) {
  const ring = file[purpose];
  if (!ring) throw new Error(`no ${purpose}`); // DataKeys would not have opened it
  return ring;
}
