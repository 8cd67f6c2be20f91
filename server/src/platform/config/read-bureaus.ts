import {
  BUREAU_CODES,
  type BureauAddress,
  type BureauCode,
  type SigningKey,
  type WechatAccount,
} from './bureau-address';
import { addressIn, CallableAddresses, canBeNamed } from './callable-addresses';
import { looksRandom } from './secret-strength';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong so far; a value is never repeated, because most of them are secrets. */
export interface Reading {
  readonly env: Environment;
  readonly production: boolean;
  readonly problems: string[];
}

const WECHAT = 'https://api.weixin.qq.com';
const KEY_BYTES = 32;

/**
 * Every bureau whose `BUREAU_<CODE>_URL` is set; the others are not connected. An address needs both keys, and in
 * production HTTPS and keys that look random.
 */
export function readBureaus(reading: Reading): Partial<Record<BureauCode, BureauAddress>> {
  const connected = BUREAU_CODES.flatMap((code) => {
    const address = readBureau(reading, `BUREAU_${code.toUpperCase().replaceAll('-', '_')}`);
    return address === undefined ? [] : [[code, address] as const];
  });
  if (reading.production) refuseShared(reading, connected);
  return Object.fromEntries(connected);
}

/** One key for two bureaus, or for both ways, lets one of them speak for the other. */
function refuseShared({ problems }: Reading, connected: readonly (readonly [BureauCode, BureauAddress])[]): void {
  const owners = new Map<string, string>();
  for (const [code, { send, receive }] of connected) {
    for (const { key } of [send, ...receive]) {
      const other = owners.get(key.toString('hex')) ?? code;
      if (other !== code) problems.push(`${other} and ${code} are given one key; each bureau needs its own`);
      owners.set(key.toString('hex'), code);
    }
  }
}

/** Our account at WeChat; none without `WECHAT_APP_ID`. */
export function readWechat(reading: Reading): WechatAccount | undefined {
  const { env, production, problems } = reading;
  const appId = env.WECHAT_APP_ID;
  if (!appId) {
    for (const name of ['WECHAT_APP_SECRET', 'WECHAT_TEMPLATE_PROGRESS', 'WECHAT_URL', 'WECHAT_NETWORKS']) {
      if (env[name]) problems.push(`${name} is of no use without WECHAT_APP_ID`);
    }
    return undefined;
  }
  const appSecret = env.WECHAT_APP_SECRET ?? '';
  if (appSecret === '') problems.push('WECHAT_APP_SECRET is required with WECHAT_APP_ID');
  else if (production && !looksLikeSecret(appSecret)) {
    problems.push('WECHAT_APP_SECRET is not one that WeChat gave: 32 hexadecimal digits');
  }
  const { url = WECHAT, ...leads } = readUpstream(reading, 'WECHAT');
  return {
    url,
    ...leads,
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
  if (!url || !allowed.includes(url.protocol) || /[?#@\\\s]/.test(value)) {
    problems.push(`${name} must be ${production ? 'an https' : 'a'} URL without a query`);
    return undefined;
  }
  return value.replace(/\/+$/, '');
}

/**
 * Where an upstream is, and the networks its name must lead to. An address that may not be called is told here; where a
 * name leads is known only when it is called.
 */
export function readUpstream(reading: Reading, prefix: string): { url?: string; networks?: readonly string[] } {
  const { production, problems } = reading;
  const networks = readNetworks(reading, `${prefix}_NETWORKS`);
  const url = readUrl(reading, `${prefix}_URL`);
  const address = url === undefined ? undefined : addressIn(new URL(url).hostname);
  if (address !== undefined && !new CallableAddresses(production, networks).allow(address)) {
    problems.push(`${prefix}_URL is an address that may not be called; ${prefix}_NETWORKS names an inner network`);
  }
  return { ...(url === undefined ? {} : { url }), ...(networks.length === 0 ? {} : { networks }) };
}

function readNetworks({ env, problems }: Reading, name: string): readonly string[] {
  const given = (env[name] || '').split(',').map((each) => each.trim());
  const named = given.filter((each) => each !== '');
  if (named.every(canBeNamed)) return named;
  problems.push(`${name} must be networks like 10.20.0.0/16, none of them link-local, reserved or half the world`);
  return [];
}

function readBureau(reading: Reading, prefix: string): BureauAddress | undefined {
  const { env, problems } = reading;
  const given = env[`${prefix}_URL`];
  if (!given) {
    for (const name of [`${prefix}_SEND_KEY`, `${prefix}_RECEIVE_KEY`, `${prefix}_NETWORKS`]) {
      if (env[name]) problems.push(`${name} is of no use without ${prefix}_URL`);
    }
    return undefined;
  }
  const { url, ...leads } = readUpstream(reading, prefix);
  const send = readKey(reading, `${prefix}_SEND_KEY`);
  const receive = readKeys(reading, `${prefix}_RECEIVE_KEY`);
  if (!url || !send || receive.length === 0) return undefined;
  if (receive.some(({ key }) => send.key.equals(key)))
    problems.push(`${prefix}_SEND_KEY and ${prefix}_RECEIVE_KEY must differ`);
  return { url, ...leads, send, receive };
}

function readKey(reading: Reading, name: string): SigningKey | undefined {
  const value = reading.env[name];
  if (!value) {
    reading.problems.push(`${name} is required where the bureau has a URL`);
    return undefined;
  }
  return keyFrom(reading, name, value);
}

/** One, or two with a comma between them while one takes the other's place; none when something is wrong with either. */
function readKeys(reading: Reading, name: string): readonly SigningKey[] {
  const values = (reading.env[name] ?? '').split(',');
  if (values.length === 1) {
    const key = readKey(reading, name);
    return key === undefined ? [] : [key];
  }
  const keys = values.flatMap((value) => keyFrom(reading, name, value.trim()) ?? []);
  const [one, other] = keys;
  const twice = one !== undefined && other !== undefined && (one.id === other.id || one.key.equals(other.key));
  if (values.length > 2 || twice) reading.problems.push(`${name} may name two keys, each with an id of its own`);
  return keys;
}

/** `<keyId>:<base64>`, 32 bytes. */
function keyFrom({ production, problems }: Reading, name: string, value: string): SigningKey | undefined {
  const [, id = '', base64 = ''] = /^([\w.-]{1,40}):([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const key = Buffer.from(base64, 'base64');
  if (id === '' || key.length !== KEY_BYTES) {
    problems.push(`${name} must look like <key id>:<base64 of ${KEY_BYTES} random bytes>`);
    return undefined;
  }
  if (production && !looksRandom(key)) problems.push(`${name} is not random; make one with openssl rand -base64 32`);
  return { id, key };
}

/** A secret of WeChat, and none somebody made up to get past a form. */
function looksLikeSecret(secret: string): boolean {
  return /^[0-9a-f]{32}$/.test(secret) && looksRandom(Buffer.from(secret, 'hex'));
}
