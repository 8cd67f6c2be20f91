import { createHash } from 'node:crypto';
import { readKey, type SigningKey } from './signature';

const DEFAULT_PORT = 3100;
const HIGHEST_PORT = 65_535;

/** The bureaus whose transport is signed, each with its place after SIMULATORS_PORT. */
export const SIGNED_BUREAUS = {
  identity: 1,
  'social-assistance': 2,
  'means-verification': 3,
  'disability-benefits': 4,
  'child-welfare': 7,
  eldercare: 8,
  'marriage-registry': 9,
  'funeral-affairs': 10,
} as const;

export type SignedBureau = keyof typeof SIGNED_BUREAUS;

/** Every simulated system, each with its place after SIMULATORS_PORT. */
export const BUREAUS = { ...SIGNED_BUREAUS, wechat: 5, sms: 6 } as const;

export type Bureau = keyof typeof BUREAUS;

export function isBureau(text: unknown): text is Bureau {
  return typeof text === 'string' && Object.hasOwn(BUREAUS, text);
}

export interface BureauKeys {
  /** What the BFF signs with: this bureau verifies with it. */
  readonly fromBff: SigningKey;
  /** What the BFF verifies with: this bureau signs its callbacks with it. */
  readonly toBff: SigningKey;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The port from the environment; throws a readable error when it is no port. */
export function portFrom(env: Environment): number {
  const text = env.SIMULATORS_PORT;
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Error(`SIMULATORS_PORT must be a port number between 1 and ${HIGHEST_PORT}, not "${text}"`);
  }
  return port;
}

/** Where callbacks go. */
export function bffUrlFrom(env: Environment): string {
  return (env.BFF_URL || 'http://127.0.0.1:3000').replace(/\/+$/, '');
}

/** The keys of one bureau under the names the BFF reads; run alone, keys that anybody can work out. */
export function keysFrom(env: Environment, bureau: SignedBureau): BureauKeys {
  const prefix = `BUREAU_${bureau.toUpperCase().replaceAll('-', '_')}`;
  return { fromBff: keyFrom(env, `${prefix}_SEND_KEY`), toBff: keyFrom(env, `${prefix}_RECEIVE_KEY`) };
}

function keyFrom(env: Environment, name: string): SigningKey {
  const text = env[name];
  if (!text) return { id: 'alone', secret: createHash('sha256').update(`simulators alone: ${name}`).digest() };
  try {
    return readKey(text);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}
