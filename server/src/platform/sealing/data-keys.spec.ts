import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const secret = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const ring = (current: number, ...ids: number[]) => ({
  current,
  keys: Object.fromEntries(ids.map((id) => [id, secret(String(id))])),
});
const whole = () => Object.fromEntries(KEY_PURPOSES.map((purpose) => [purpose, ring(1, 1)])) as Record<string, unknown>;

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
  });

  it('is never made up where that is not allowed', () => {
    expect(() => DataKeys.open(file, { makeIfAbsent: false })).toThrow(DataKeysError);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
});

describe('a file of keys', () => {
  it('names the current key and keeps the others', () => {
    const keys = open({ ...whole(), sealing: ring(2, 1, 2) });
    expect(keys.ring('sealing').current).toEqual({ id: 2, secret: Buffer.alloc(32, '2') });
    expect(keys.ring('sealing').all.map(({ id }) => id)).toEqual([1, 2]);
    expect(keys.ring('index').current.id).toBe(1);
  });

  it.each([
    ['text that is no JSON', '{"sealing": "hunter2hunter2', /not a JSON object/],
    ['a purpose left out', { ...whole(), audit: undefined }, /"audit\.keys" is missing/],
    ['a current key that is not there', { ...whole(), index: ring(3, 1, 2) }, /"index\.current" must name/],
    ['no current key', { ...whole(), index: { keys: ring(1, 1).keys } }, /"index\.current" must name/],
    [
      'a short key',
      { ...whole(), sealing: { current: 1, keys: { 1: 'aHVudGVyMg==' } } },
      /sealing\.keys\.1.* 32 bytes/,
    ],
    ['a key number that no seal has room for', { ...whole(), sealing: ring(70000, 70000) }, /from 1 to 65535/],
  ])('with %s is refused, naming the place and repeating no key', (_what, content, words) => {
    const refused = () => open(content);
    expect(refused).toThrow(DataKeysError);
    expect(refused).toThrow(words);
    expect(refused).not.toThrow(/hunter2|aHVudGVyMg/);
  });
});
