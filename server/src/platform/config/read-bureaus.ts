import {
  BUREAU_CODES,
  type BureauAddress,
  type BureauCode,
  type SigningKey,
  type WechatAccount,
} from './bureau-address';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong so far; a value is never repeated, because most of them are secrets. */
export interface Reading {
  readonly env: Environment;
  readonly production: boolean;
  readonly problems: string[];
}

const WECHAT = 'https://api.weixin.qq.com';
const KEY_BYTES = 32;
/** Of 32 random bytes fewer than this are different once in more than 10¹² keys. */
const DIFFERENT_BYTES = 18;

/**
 * Every bureau whose `BUREAU_<CODE>_URL` is set; the others are not connected. An address needs both keys, and in
 * production HTTPS and keys that look random.
 */
export function readBureaus(reading: Reading): Partial<Record<BureauCode, BureauAddress>> {
  const connected = BUREAU_CODES.flatMap((code) => {
    const address = readBureau(reading, `BUREAU_${code.toUpperCase().replaceAll('-', '_')}`);
    return address === undefined ? [] : [[code, address] as const];
  });
  return Object.fromEntries(connected);
}

/** Our account at WeChat; none without `WECHAT_APP_ID`. */
export function readWechat(reading: Reading): WechatAccount | undefined {
  const { env, production, problems } = reading;
  const appId = env.WECHAT_APP_ID;
  if (!appId) {
    for (const name of ['WECHAT_APP_SECRET', 'WECHAT_TEMPLATE_PROGRESS', 'WECHAT_URL']) {
      if (env[name]) problems.push(`${name} is of no use without WECHAT_APP_ID`);
    }
    return undefined;
  }
  const appSecret = env.WECHAT_APP_SECRET ?? '';
  if (appSecret === '') problems.push('WECHAT_APP_SECRET is required with WECHAT_APP_ID');
  else if (production && !looksLikeSecret(appSecret)) {
    problems.push('WECHAT_APP_SECRET is not one that WeChat gave: 32 hexadecimal digits');
  }
  const url = readUrl(reading, 'WECHAT_URL') ?? WECHAT;
  return {
    url,
    appId,
    appSecret,
    ...(env.WECHAT_TEMPLATE_PROGRESS ? { progressTemplate: env.WECHAT_TEMPLATE_PROGRESS } : {}),
  };
}

/** An address to call; none when the variable is not set. In production by HTTPS only. */
export function readUrl({ env, production, problems }: Reading, name: string): string | undefined {
  const value = env[name];
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const allowed = production ? ['https:'] : ['http:', 'https:'];
  if (!url || !allowed.includes(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '') {
    problems.push(`${name} must be ${production ? 'an https' : 'a'} URL without a query`);
    return undefined;
  }
  return value.replace(/\/+$/, '');
}

function readBureau(reading: Reading, prefix: string): BureauAddress | undefined {
  const { env, problems } = reading;
  const given = env[`${prefix}_URL`];
  if (!given) {
    for (const name of [`${prefix}_SEND_KEY`, `${prefix}_RECEIVE_KEY`]) {
      if (env[name]) problems.push(`${name} is of no use without ${prefix}_URL`);
    }
    return undefined;
  }
  const url = readUrl(reading, `${prefix}_URL`);
  const send = readKey(reading, `${prefix}_SEND_KEY`);
  const receive = readKey(reading, `${prefix}_RECEIVE_KEY`);
  if (!url || !send || !receive) return undefined;
  if (send.key.equals(receive.key)) problems.push(`${prefix}_SEND_KEY and ${prefix}_RECEIVE_KEY must differ`);
  return { url, send, receive };
}

/** `<keyId>:<base64>`, 32 bytes. */
function readKey({ env, production, problems }: Reading, name: string): SigningKey | undefined {
  const value = env[name];
  if (!value) {
    problems.push(`${name} is required where the bureau has a URL`);
    return undefined;
  }
  const [, id = '', base64 = ''] = /^([\w.-]{1,40}):([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const key = Buffer.from(base64, 'base64');
  if (id === '' || key.length !== KEY_BYTES) {
    problems.push(`${name} must look like <key id>:<base64 of ${KEY_BYTES} random bytes>`);
    return undefined;
  }
  if (production && new Set(key).size < DIFFERENT_BYTES)
    problems.push(`${name} is not random; make one with openssl rand -base64 32`);
  return { id, key };
}

/** A secret of WeChat, and none somebody made up to get past a form. */
function looksLikeSecret(secret: string): boolean {
  return /^[0-9a-f]{32}$/.test(secret) && new Set(secret).size > 6;
}
