import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataKeys, DataKeysError, KEY_PURPOSES } from './data-keys';

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jinmen-keys-'));
  file = join(dir, 'deep', 'keys.json');
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Looks random, and is the same in every run. */
const bytes = (of: string) => createHash('sha256').update(of).digest();
const secret = (of: string) => bytes(of).toString('base64');
const ring = (of: string, current: number, ...ids: number[]) => ({
  current,
  keys: Object.fromEntries(ids.map((id) => [id, secret(`${of} ${id}`)])),
});
const whole = () =>
  Object.fromEntries(KEY_PURPOSES.map((purpose) => [purpose, ring(purpose, 1, 1)])) as Record<string, unknown>;

function open(content: unknown): DataKeys {
  const path = join(dir, 'given.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return DataKeys.open(path, { makeIfAbsent: false });
}

describe('a missing file of keys', () => {
  it('is made once, for its owner’s eyes only, and is the same at the next start', () => {
    const made = DataKeys.open(file, { makeIfAbsent: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = DataKeys.open(file, { makeIfAbsent: true });
    const secrets = KEY_PURPOSES.map((purpose) => made.ring(purpose).current.secret.toString('hex'));
    expect(KEY_PURPOSES.map((purpose) => again.ring(purpose).current.secret.toString('hex'))).toEqual(secrets);
    expect(new Set(secrets).size).toBe(KEY_PURPOSES.length);
    expect(KEY_PURPOSES.map((purpose) => made.ring(purpose).current)).toEqual(
      secrets.map((secret) => ({ id: 1, secret: Buffer.from(secret, 'hex') })),
    );
    expect(readdirSync(join(dir, 'deep'))).toEqual(['keys.json']);
  });

  it('is never made up where that is not allowed', () => {
    expect(() => DataKeys.open(file, { makeIfAbsent: false })).toThrow(DataKeysError);
    expect(() => readFileSync(file)).toThrow('ENOENT');
    expect(() => DataKeys.open(file, { makeIfAbsent: false })).toThrow(`${file}: not there`);
  });

  it('is not what a file that is there and cannot be read is taken for: nothing is made in its place', () => {
    mkdirSync(file, { recursive: true });
    expect(() => DataKeys.open(file, { makeIfAbsent: true })).toThrow(`${file}: cannot be read (EISDIR)`);
    expect(readdirSync(file)).toEqual([]);
  });
});

describe('a file of keys', () => {
  it('names the current key and keeps the others', () => {
    const keys = open({ ...whole(), sealing: ring('sealing', 2, 1, 2) });
    expect(keys.ring('sealing').current).toEqual({ id: 2, secret: bytes('sealing 2') });
    expect(keys.ring('sealing').all.map(({ id }) => id)).toEqual([1, 2]);
    expect(keys.ring('index').current.id).toBe(1);
  });

  it('takes key numbers from the first to the last that a seal has room for', () => {
    const keys = open({ ...whole(), index: { current: 65535, keys: { 1: secret('1'), 65535: secret('2') } } });
    expect([keys.ring('index').current.id, keys.ring('index').all.map(({ id }) => id)]).toEqual([65535, [1, 65535]]);
  });

  it('is refused under its own name, so that whoever starts the server is told in a line and not by a stack', () => {
    expect(() => open('{}')).toThrow(expect.objectContaining({ name: 'DataKeysError' }));
  });

  it.each([
    ['text that is no JSON', '{"sealing": "hunter2hunter2', /not a JSON object/],
    ['JSON that is a number', '7', /not a JSON object/],
    ['JSON that is nothing', 'null', /not a JSON object/],
    ['nothing in a purpose', { ...whole(), audit: null }, /"audit\.keys" is missing/],
    ['a word for keys', { ...whole(), audit: { current: 1, keys: 'hunter2' } }, /"audit\.keys" is missing/],
    ['no keys', { ...whole(), audit: { current: 1, keys: null } }, /"audit\.keys" is missing/],
    [
      'a key that is a number',
      { ...whole(), audit: { current: 1, keys: { 1: 7 } } },
      /"audit\.keys\.1" must be 32 bytes/,
    ],
    [
      'a key that is too long',
      { ...whole(), audit: { current: 1, keys: { 1: Buffer.alloc(33).toString('base64') } } },
      /"audit\.keys\.1" must be 32 bytes/,
    ],
    ['a key number 0', { ...whole(), sealing: ring('sealing', 0, 0) }, /from 1 to 65535/],
    ['half a key number', { ...whole(), sealing: ring('sealing', 1.5, 1.5) }, /from 1 to 65535/],
    [
      'a key number one too high',
      { ...whole(), sealing: ring('sealing', 65536, 65536) },
      /a key of "sealing" needs a number/,
    ],
    [
      'a name for a key number',
      { ...whole(), sealing: { current: 1, keys: { first: secret('1') } } },
      /from 1 to 65535/,
    ],
    ['a purpose left out', { ...whole(), audit: undefined }, /"audit\.keys" is missing/],
    ['a current key that is not there', { ...whole(), index: ring('index', 3, 1, 2) }, /"index\.current" must name/],
    ['no current key', { ...whole(), index: { keys: ring('index', 1, 1).keys } }, /"index\.current" must name/],
    [
      'a short key',
      { ...whole(), sealing: { current: 1, keys: { 1: 'aHVudGVyMg==' } } },
      /sealing\.keys\.1.* 32 bytes/,
    ],
    [
      'a key of zeros',
      { ...whole(), audit: { current: 1, keys: { 1: Buffer.alloc(32).toString('base64') } } },
      /not random/,
    ],
    [
      'a key that was typed',
      {
        ...whole(),
        sealing: { current: 1, keys: { 1: Buffer.from('hunter2 hunter2 and 16 more keys').toString('base64') } },
      },
      /"sealing\.keys\.1" is not random/,
    ],
    [
      'one key for two purposes',
      { ...whole(), index: ring('sealing', 1, 1) },
      /"index\.keys\.1" is "sealing\.keys\.1" once more/,
    ],
    [
      'a key number that no seal has room for',
      { ...whole(), sealing: ring('sealing', 70000, 70000) },
      /from 1 to 65535/,
    ],
  ])('with %s is refused, naming the place and repeating no key', (_what, content, words) => {
    const refused = () => open(content);
    expect(refused).toThrow(DataKeysError);
    expect(refused).toThrow(words);
    expect(refused).not.toThrow(/hunter2|aHVudGVyMg/);
  });
});
