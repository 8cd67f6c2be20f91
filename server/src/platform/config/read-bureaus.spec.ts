import { createHash, randomBytes } from 'node:crypto';
import { ConfigError, readConfig } from './read-config';

const production = {
  NODE_ENV: 'production',
  TRUSTED_PROXIES: 'none',
  HOST: '0.0.0.0',
  PUBLIC_ORIGIN: 'https://mz.example.cn',
  DATABASE_URL: 'mysql://app:vK4-tq9Zr2mX7wLd@db:3306/jinmen',
  DATA_KEYS_FILE: '/etc/jinmen/keys.json',
  AUDIT_ANCHOR_FILE: '/var/log/jinmen/audit-anchors.jsonl',
  DELETION_LEDGER_FILE: '/var/log/jinmen/deletions.jsonl',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** Looks random, and is the same in every run. */
const bytes = (from: number) => createHash('sha256').update(String(from)).digest('base64');
const connected = (url: string) => ({
  BUREAU_SOCIAL_ASSISTANCE_URL: url,
  BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: `k1:${bytes(1)}`,
  BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `k2:${bytes(2)}`,
});
const wechat = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: '7d1f0c93be5a48e2a6641bd80f2c93e7' };

describe('a bureau', () => {
  it('whose address is not given is not connected', () => {
    expect(readConfig({}).bureaus).toEqual({});
    expect(readConfig({}).wechat).toBeUndefined();
    expect(readConfig({}).smsUrl).toBeUndefined();
  });

  it('is read with its address, without the last slash, and a key for each direction', () => {
    expect(readConfig(connected('http://127.0.0.1:3102/')).bureaus).toEqual({
      'social-assistance': {
        url: 'http://127.0.0.1:3102',
        send: { id: 'k1', key: Buffer.from(bytes(1), 'base64') },
        receive: [{ id: 'k2', key: Buffer.from(bytes(2), 'base64') }],
      },
    });
  });

  it('may sign with the old key or the new while it changes over', () => {
    const both = { BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `k2:${bytes(2)},k3:${bytes(3)}` };
    const { bureaus } = readConfig({ ...connected('http://127.0.0.1:3102'), ...both });
    expect(bureaus['social-assistance']?.receive.map(({ id }) => id)).toEqual(['k2', 'k3']);
  });

  it.each([
    [
      'three keys to check with',
      { BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `a:${bytes(2)},b:${bytes(3)},c:${bytes(4)}` },
      'may name two',
    ],
    ['two keys of one id', { BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `k2:${bytes(2)},k2:${bytes(3)}` }, 'may name two'],
    [
      'one key under two ids',
      { BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `k2:${bytes(2)},k3:${bytes(2)}` },
      'may name two',
    ],
    ['no key to sign with', { BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: '' }, 'BUREAU_SOCIAL_ASSISTANCE_SEND_KEY is required'],
    ['no key to check with', { BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: '' }, '_RECEIVE_KEY is required'],
    ['keys but no address', { BUREAU_SOCIAL_ASSISTANCE_URL: '' }, '_SEND_KEY is of no use without'],
    ['a key without an id', { BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: bytes(1) }, '_SEND_KEY must look like'],
    ['a short key', { BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: 'k1:c2VjcmV0' }, '_SEND_KEY must look like'],
    ['one key for both', { BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `k1:${bytes(1)}` }, 'must differ'],
    ['a query', { BUREAU_SOCIAL_ASSISTANCE_URL: 'http://db/?a=1' }, 'URL without a query'],
    ['a password', { BUREAU_SOCIAL_ASSISTANCE_URL: 'http://a:b@db/' }, 'URL without a query'],
    ['no HTTP', { BUREAU_SOCIAL_ASSISTANCE_URL: 'ftp://db/' }, 'URL without a query'],
  ])('with %s is refused by name, and no secret is repeated', (_what, change, words) => {
    const problems = problemsOf({ ...connected('http://127.0.0.1:3102'), ...change });
    expect(problems.join('\n')).toContain(words);
    expect(problems.join('\n')).not.toContain(bytes(1));
  });

  it('is called by HTTPS only in production', () => {
    expect(problemsOf({ ...production, ...connected('http://sa.example.cn') })).toEqual([
      'BUREAU_SOCIAL_ASSISTANCE_URL must be an https URL without a query',
    ]);
    expect(problemsOf({ ...production, ...connected('https://sa.example.cn/api') })).toEqual([]);
  });

  it.each([
    ['somebody made up', Buffer.alloc(32, 'secret')],
    ['of zeros', Buffer.alloc(32)],
    ['of one byte', Buffer.alloc(32, 0xa5)],
    ['counted up, as in examples', Buffer.from(Array.from({ length: 32 }, (_, at) => at))],
    ['of sixteen bytes twice', Buffer.from('7d1f0c93be5a48e2a6641bd80f2c93e7'.repeat(2), 'hex')],
    ['typed as a sentence', Buffer.from('the quick brown fox jumps over 1')],
  ])('is not taken in production with a key %s', (_what, key) => {
    const made = `k1:${key.toString('base64')}`;
    const env = { ...connected('https://sa.example.cn'), BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: made };
    expect(problemsOf({ ...production, ...env })).toEqual([
      'BUREAU_SOCIAL_ASSISTANCE_SEND_KEY is not random; make one with openssl rand -base64 32',
    ]);
  });

  it('is not taken in production with the key of another bureau', () => {
    const env = {
      ...connected('https://sa.example.cn'),
      BUREAU_IDENTITY_URL: 'https://id.example.cn',
      BUREAU_IDENTITY_SEND_KEY: `k3:${bytes(3)}`,
      BUREAU_IDENTITY_RECEIVE_KEY: `k1:${bytes(1)}`,
    };
    expect(problemsOf({ ...production, ...env })).toEqual([
      'identity and social-assistance are given one key; each bureau needs its own',
    ]);
  });

  it.each([
    ...['https://127.0.0.1', 'https://127.1', 'https://0x7f000001', 'https://2130706433', 'https://017700000001'],
    ...['https://[::1]', 'https://[::ffff:127.0.0.1]', 'https://127。0。0。1', 'https://１２７.0.0.1', 'https://0'],
    ...['https://169.254.169.254', 'https://100.64.0.1', 'https://100.100.100.200', 'https://10.1.2.3'],
    ...['https://192.168.1.1', 'https://172.16.0.1', 'https://[fe80::1]', 'https://[fd00::1]', 'https://[::7f00:1]'],
  ])('is not taken in production at the address %s', (url) => {
    expect(problemsOf({ ...production, ...connected(url) })).toEqual([
      expect.stringContaining('BUREAU_SOCIAL_ASSISTANCE_URL is an address that may not be called'),
    ]);
  });

  it.each([
    ...['https://sa.example.cn@127.0.0.1', 'https://sa.example.cn#@127.0.0.1', 'https://127.0.0.1\\@sa.example.cn'],
    ...['https://sa.example.cn/#', 'https://sa.example.cn/?', 'https://sa.example.cn /'],
  ])('is not taken at %s, which says two things', (url) => {
    expect(problemsOf(connected(url))).toEqual([expect.stringContaining('without a query')]);
  });

  it('on an inner network is taken when that network is named, and at no other address then', () => {
    const inner = (url: string, networks: string) =>
      problemsOf({ ...production, ...connected(url), BUREAU_SOCIAL_ASSISTANCE_NETWORKS: networks });
    expect(inner('https://10.20.3.4', '10.20.0.0/16, fd12:3456::/32')).toEqual([]);
    expect(inner('https://10.21.3.4', '10.20.0.0/16')).toEqual([expect.stringContaining('may not be called')]);
    expect(inner('https://8.8.8.8', '10.20.0.0/16')).toEqual([expect.stringContaining('may not be called')]);
  });

  it.each([
    '169.254.0.0/16',
    '0.0.0.0/0',
    '10.0.0.0/4',
    '10.20.0.0',
    'sa.example.cn',
    'fe80::/10',
    '::/16',
    '10.0.0.0/33',
  ])('cannot be led to %s by naming it', (networks) => {
    expect(problemsOf({ ...connected('https://sa.cn'), BUREAU_SOCIAL_ASSISTANCE_NETWORKS: networks })).toEqual([
      expect.stringContaining('BUREAU_SOCIAL_ASSISTANCE_NETWORKS must be networks'),
    ]);
  });

  it('is taken in production with any key that is random', () => {
    for (let round = 0; round < 200; round += 1) {
      const env = {
        ...connected('https://sa.example.cn'),
        BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: `k1:${randomBytes(32).toString('base64')}`,
      };
      expect(problemsOf({ ...production, ...env })).toEqual([]);
    }
  });
});

describe('WeChat', () => {
  it('is asked at its own address unless another is given', () => {
    expect(readConfig(wechat).wechat?.url).toBe('https://api.weixin.qq.com');
    expect(readConfig({ ...wechat, WECHAT_URL: 'http://127.0.0.1:3105' }).wechat?.url).toBe('http://127.0.0.1:3105');
  });

  it('has a template only when WeChat granted one', () => {
    expect(readConfig(wechat).wechat).not.toHaveProperty('progressTemplate');
    const { wechat: account } = readConfig({ ...wechat, WECHAT_TEMPLATE_PROGRESS: 'abc' });
    expect(account?.progressTemplate).toBe('abc');
  });

  it.each([
    [{ WECHAT_APP_ID: 'wx1' }, 'WECHAT_APP_SECRET is required with WECHAT_APP_ID'],
    [{ WECHAT_APP_SECRET: 'x' }, 'WECHAT_APP_SECRET is of no use without WECHAT_APP_ID'],
    [{ WECHAT_URL: 'http://127.0.0.1' }, 'WECHAT_URL is of no use without WECHAT_APP_ID'],
    [{ ...wechat, WECHAT_URL: 'weixin' }, 'WECHAT_URL must be a URL without a query'],
  ])('%j is refused by name', (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
  });

  it.each(['secret', 'changeme', '0'.repeat(32), '0123456789abcdef'.repeat(2), '00112233445566778899aabbccddeeff'])(
    'is not taken in production with the secret %s',
    (secret) => {
      const problems = problemsOf({ ...production, ...wechat, WECHAT_APP_SECRET: secret });
      expect(problems).toEqual(['WECHAT_APP_SECRET is not one that WeChat gave: 32 hexadecimal digits']);
    },
  );
});

describe('text messages', () => {
  it('are handed over where SMS_URL says', () => {
    expect(readConfig({ SMS_URL: 'http://127.0.0.1:3106' }).smsUrl).toBe('http://127.0.0.1:3106');
    expect(problemsOf({ SMS_URL: 'sms' })).toEqual(['SMS_URL must be a URL without a query']);
  });
});
