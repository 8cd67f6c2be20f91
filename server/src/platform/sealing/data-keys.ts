import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { looksRandom } from '../config/secret-strength';

/** What the keys are for; one purpose never opens or confirms what belongs to another. */
export const KEY_PURPOSES = ['sealing', 'index', 'audit', 'session-token'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

export interface DataKey {
  /** 1 to 65535; stands beside whatever the key made. */
  readonly id: number;
  /** 32 bytes. */
  readonly secret: Buffer;
}

/** The keys in use for one purpose. What is new is made with `current`; the others still open what they once made. */
export interface KeyRing {
  readonly current: DataKey;
  readonly all: readonly DataKey[];
}

/** The file of keys cannot be used. The message names the file and never a key. */
export class DataKeysError extends Error {
  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.name = 'DataKeysError';
  }
}

const SECRET_BYTES = 32;
const MAX_ID = 0xffff;

/** Every key of this deployment. It lies outside the database: whoever has only the database has no key. */
export class DataKeys {
  constructor(private readonly rings: Readonly<Record<KeyPurpose, KeyRing>>) {}

  ring(purpose: KeyPurpose): KeyRing {
    return this.rings[purpose];
  }

  /**
   * Reads the file; where `makeIfAbsent`, a missing one is made with random keys that only its owner may read. Where not,
   * the keys are for real: none may look as if somebody had made it up, and none may serve two purposes.
   * @throws DataKeysError when it is missing or not a whole set of keys.
   */
  static open(file: string, { makeIfAbsent }: { readonly makeIfAbsent: boolean }): DataKeys {
    const text = readIfThere(file) ?? (makeIfAbsent ? makeFile(file) : undefined);
    if (text === undefined) throw new DataKeysError(file, 'not there; see docs/operations.md on keys');
    const rings = parseKeys(file, text);
    if (!makeIfAbsent) refuseWeak(file, rings);
    return new DataKeys(rings);
  }

  /** Random keys, one a purpose. */
  static random(): DataKeys {
    return new DataKeys(parseKeys('random keys', randomFile()));
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new DataKeysError(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

/** Written aside and linked into place, so that of several starting processes one makes it and all read the same. */
function makeFile(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, randomFile(), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
  return readFileSync(file, 'utf8');
}

function randomFile(): string {
  const ring = () => ({ current: 1, keys: { 1: randomBytes(SECRET_BYTES).toString('base64') } });
  return `${JSON.stringify(Object.fromEntries(KEY_PURPOSES.map((purpose) => [purpose, ring()])), undefined, 2)}\n`;
}

function parseKeys(file: string, text: string): Record<KeyPurpose, KeyRing> {
  const given = jsonIn(file, text);
  const ring = (purpose: KeyPurpose) => ringFrom(file, purpose, given[purpose]);
  return {
    sealing: ring('sealing'),
    index: ring('index'),
    audit: ring('audit'),
    'session-token': ring('session-token'),
  };
}

function refuseWeak(file: string, rings: Readonly<Record<KeyPurpose, KeyRing>>): void {
  const owners = new Map<string, string>();
  for (const purpose of KEY_PURPOSES) {
    for (const { id, secret } of rings[purpose].all) {
      const name = `"${purpose}.keys.${id}"`;
      if (!looksRandom(secret))
        throw new DataKeysError(file, `${name} is not random; make one with openssl rand -base64 32`);
      const owner = owners.get(secret.toString('hex'));
      if (owner !== undefined)
        throw new DataKeysError(file, `${name} is ${owner} once more; each needs a key of its own`);
      owners.set(secret.toString('hex'), name);
    }
  }
}

function jsonIn(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // told below; the parser's own message would quote the text
  }
  throw new DataKeysError(file, 'not a JSON object');
}

function ringFrom(file: string, purpose: KeyPurpose, given: unknown): KeyRing {
  const { current, keys } = (given ?? {}) as { current?: unknown; keys?: unknown };
  if (typeof keys !== 'object' || keys === null) throw new DataKeysError(file, `"${purpose}.keys" is missing`);
  const all = Object.entries(keys).map(([id, secret]) => keyFrom(file, purpose, id, secret));
  const found = all.find(({ id }) => id === current);
  if (!found) throw new DataKeysError(file, `"${purpose}.current" must name one of its keys`);
  return { current: found, all };
}

function keyFrom(file: string, purpose: KeyPurpose, name: string, given: unknown): DataKey {
  const id = Number(name);
  if (!Number.isInteger(id) || id < 1 || id > MAX_ID) {
    throw new DataKeysError(file, `a key of "${purpose}" needs a number from 1 to ${MAX_ID}`);
  }
  const secret = typeof given === 'string' ? Buffer.from(given, 'base64') : Buffer.alloc(0);
  if (secret.length !== SECRET_BYTES) {
    throw new DataKeysError(file, `"${purpose}.keys.${id}" must be ${SECRET_BYTES} bytes in base64`);
  }
  return { id, secret };
}
