import { randomBytes } from 'node:crypto';
import { ConfigError, readConfig } from './read-config';

const production = {
  NODE_ENV: 'production',
  TRUSTED_PROXIES: 'none',
  HOST: '0.0.0.0',
  PUBLIC_ORIGIN: 'https://mz.example.cn',
  DATABASE_URL: 'mysql://app:secret@db:3306/jinmen',
  DATA_KEYS_FILE: '/etc/jinmen/keys.json',
  AUDIT_ANCHOR_FILE: '/var/log/jinmen/audit-anchors.jsonl',
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

/** A key whose bytes are all different, so that no run is refused by chance. */
const bytes = (from: number) => Buffer.from(Array.from({ length: 32 }, (_, at) => from + at)).toString('base64');
const connected = (url: string) => ({
  BUREAU_SOCIAL_ASSISTANCE_URL: url,
  BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: `k1:${bytes(1)}`,
  BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `k2:${bytes(2)}`,
});
const wechat = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef' };

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
        receive: { id: 'k2', key: Buffer.from(bytes(2), 'base64') },
      },
    });
  });

  it.each([
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

  it('is not taken in production with a key somebody made up', () => {
    const made = `k1:${Buffer.alloc(32, 'secret').toString('base64')}`;
    const env = { ...connected('https://sa.example.cn'), BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: made };
    expect(problemsOf({ ...production, ...env })).toEqual([
      'BUREAU_SOCIAL_ASSISTANCE_SEND_KEY is not random; make one with openssl rand -base64 32',
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

  it.each(['secret', 'changeme', '00000000000000000000000000000000'])(
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
