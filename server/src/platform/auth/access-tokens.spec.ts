import { execFileSync } from 'node:child_process';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { Clock } from '../clock';
import { DataKeys } from '../sealing/data-keys';
import { AccessTokens } from './access-tokens';

const NOW_MS = Date.parse('2026-11-25T02:30:00Z');
const now = NOW_MS / 1000;
const content = { subject: 'account-1', sessionId: 'session-1' };
const keys = DataKeys.random();
const secret = keys.ring('session-token').current.secret;
const tokens = new AccessTokens(keys, new Clock(NOW_MS));
const at = (ms: number) => new AccessTokens(keys, new Clock(ms));

const base64 = (value: object | null) => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = { alg: 'HS256', typ: 'at+jwt' };
const claims = {
  sub: 'account-1',
  sid: 'session-1',
  aud: 'jinmen-resident',
  iss: 'jinmen',
  iat: now,
  exp: now + 900,
};

/** A token made by hand, signed with our own key unless another is given. */
function crafted(headers: object, body: object, key: Buffer = secret, hash = 'sha256'): string {
  const input = `${base64(headers)}.${base64(body)}`;
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
}

function signedByRsa(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const input = `${base64({ ...header, alg: 'RS256', jku: 'https://evil.example/keys' })}.${base64(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
}

const own = crafted(header, claims);

describe('an access token', () => {
  it('says whose session it is, and nothing of the person', () => {
    const token = tokens.issue('resident', content);
    expect(tokens.read('resident', token)).toEqual(content);
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(payload).toEqual(claims);
  });

  it('made by hand with our key is read, so that the ones below fail for what is wrong with each', () => {
    expect(tokens.read('resident', own)).toEqual(content);
  });

  it.each([
    ['without a signature', `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(claims)}.`],
    ['with alg none and a signature', crafted({ ...header, alg: 'none' }, claims)],
    ['of another algorithm under our key', crafted({ ...header, alg: 'HS512' }, claims, secret, 'sha512')],
    ['signed by RSA, with a key address', signedByRsa()],
    ['under another key', crafted(header, claims, Buffer.alloc(32, 1))],
    ['naming a key by a path', crafted({ ...header, kid: '../../dev/null' }, claims, Buffer.alloc(1))],
    ['whose content was changed', own.replace(/\.[^.]+\./, `.${base64({ ...claims, sub: 'account-2' })}.`)],
    ['for another audience', crafted(header, { ...claims, aud: 'jinmen-staff' })],
    ['for two audiences', crafted(header, { ...claims, aud: ['jinmen-resident', 'jinmen-staff'] })],
    ['of another issuer', crafted(header, { ...claims, iss: 'somebody' })],
    ['of another type', crafted({ ...header, typ: 'JWT' }, claims)],
    ['without a type', crafted({ alg: 'HS256' }, claims)],
    ['without a session', crafted(header, { ...claims, sid: undefined })],
    ['whose subject is no text', crafted(header, { ...claims, sub: { $ne: null } })],
    ['that never ends', crafted(header, { ...claims, exp: undefined })],
    ['that ends too late', crafted(header, { ...claims, exp: now + 86_400 })],
    ['that has ended', crafted(header, { ...claims, iat: now - 900, exp: now })],
    ['of tomorrow', crafted(header, { ...claims, iat: now + 3600, exp: now + 4500 })],
    ['whose end is told in words', crafted(header, { ...claims, exp: String(now + 900) })],
    ['whose beginning is told in words', crafted(header, { ...claims, iat: String(now) })],
    // cast: whoever makes a token by hand keeps to no type
    ['that says a number alone', crafted(header, 7 as unknown as object)],
    ['that says nothing', crafted(header, null as unknown as object)],
    ['with critical extensions', crafted({ ...header, crit: ['b64'], b64: false }, claims)],
    ['that is no token', 'abc'],
    ['that is empty', ''],
    ['with a fourth part', `${own}.x`],
  ])('%s is refused', (_what, token) => {
    expect(tokens.read('resident', token)).toBeUndefined();
  });

  it('ends after fifteen minutes', () => {
    expect(at(NOW_MS + 899_000).read('resident', own)).toEqual(content);
    expect(at(NOW_MS + 900_000).read('resident', own)).toBeUndefined();
  });

  it('is read under a key that signs no more, as long as that is in use', () => {
    const [old, fresh] = [1, 2].map((id) => ({ id, secret: Buffer.alloc(32, id) }));
    if (!old || !fresh) throw new Error('two were made');
    const ring = (...all: (typeof old)[]) => ({ current: fresh, all });
    const reading = (...all: (typeof old)[]) => {
      const rings = { sealing: ring(), index: ring(), audit: ring(), 'session-token': ring(...all) };
      return new AccessTokens(new DataKeys(rings), new Clock(NOW_MS)).read(
        'resident',
        crafted(header, claims, old.secret),
      );
    };
    expect(reading(fresh, old)).toEqual(content);
    expect(reading(fresh)).toBeUndefined();
  });

  it('is taken from a machine whose clock is up to a minute ahead', () => {
    expect(at(NOW_MS - 60_000).read('resident', own)).toEqual(content);
    expect(at(NOW_MS - 62_000).read('resident', own)).toBeUndefined();
  });

  it('is signed and read under a key object that was made once: a bare secret would be made into one each time', () => {
    const server = join(__dirname, '../../..');
    const args = ['-r', './test/register-swc.cjs', 'test/token-keys.ts'];
    const said = JSON.parse(execFileSync(process.execPath, args, { cwd: server, encoding: 'utf8' })) as unknown;
    expect(said).toEqual({ made: 0, hmacs: Array.from({ length: 6 }, () => 'key object') });
  });
});
