import 'reflect-metadata';
import crypto, { KeyObject } from 'node:crypto';

/**
 * What the keys of access tokens cost, as `{made, hmacs}`: how many key objects OpenSSL had to make while tokens were
 * issued and read, and of what kind each key was that signed. In a process of its own, because the library takes these
 * functions along when it is loaded.
 */
const hmacs: string[] = [];
let made = 0;

const { createHmac } = crypto;
crypto.createHmac = (algorithm, key, options) => {
  hmacs.push(key instanceof KeyObject ? 'key object' : typeof key);
  return createHmac(algorithm, key, options);
};
for (const name of ['createSecretKey', 'createPublicKey', 'createPrivateKey'] as const) {
  const make = crypto[name] as (...args: unknown[]) => KeyObject;
  Object.assign(crypto, {
    [name]: (...args: unknown[]) => {
      made += 1;
      return make(...args);
    },
  });
}

/** Loaded only now, when the functions above are counted. */
const { AccessTokens } =
  require('../src/platform/auth/access-tokens') as typeof import('../src/platform/auth/access-tokens');
const { Clock } = require('../src/platform/clock') as typeof import('../src/platform/clock');
const { DataKeys } = require('../src/platform/sealing/data-keys') as typeof import('../src/platform/sealing/data-keys');

const tokens = new AccessTokens(DataKeys.random(), new Clock());
if (made === 0) throw new Error('the library got at a key without being counted');
made = 0;
for (let time = 0; time < 3; time += 1) {
  const token = tokens.issue('resident', { subject: `account-${time}`, sessionId: 'session-1' });
  if (tokens.read('resident', token)?.subject !== `account-${time}`) throw new Error('not read');
}
process.stdout.write(`${JSON.stringify({ made, hmacs })}\n`);
