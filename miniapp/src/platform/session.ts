import type { SessionView } from '@jinmen/shared/residents/views';
import { isRecord, textOf } from './shape';
import { type Answered, exchange } from './transport';
import { vault } from './vault';

/** The name under which the vault holds the tokens. They stand nowhere else on this phone. */
export const SESSION_KEY = 'session';

/**
 * A reply lost on a bad line may be asked for again within ten seconds; after them the same token ends the session. So
 * each try is short, and the second follows at once.
 */
const TIMEOUT_MS = 4_000;

export type Session = Pick<SessionView, 'accessToken' | 'refreshToken'>;

/** Nobody is signed out by a bad network (`offline`) or a fault of the server (`fault`). */
export type Refreshed = 'refreshed' | 'signed-out' | 'offline' | 'fault';

let session: Session | undefined;
let generation = 0;
let vaults = 0;
let reading: Promise<void> | undefined;
let refreshing: Promise<Refreshed> | undefined;
const ended = new Set<() => void>();

/** Runs `work` whenever the server ends a session, e.g. after thirty days, or signed out on another phone. */
export function whenSessionEnds(work: () => void): void {
  ended.add(work);
}

/**
 * Another number as soon as somebody else may be there: somebody signed in or out, borrowed this phone or gave it back.
 * What was asked for before then is not shown or kept any more when it comes. A session the server ended leaves it: who
 * signs in next may be the same.
 */
export function sessionGeneration(): number {
  return generation;
}

/** The same for what nobody signed in asks: it is the phone's, and no longer when the phone is lent or given back. */
export function vaultGeneration(): number {
  return vaults;
}

/** The session of this phone; the vault is opened for it once. */
export async function currentSession(): Promise<Session | undefined> {
  reading ??= readVault();
  await reading;
  return session;
}

/** A vault that keeps nothing (an old WeChat, a page without https) leaves the session in memory until the app ends. */
export function beginSession(tokens: Session): Promise<void> {
  generation += 1;
  return keepTokens(tokens);
}

async function keepTokens({ accessToken, refreshToken }: Session): Promise<void> {
  reading = Promise.resolve();
  session = { accessToken, refreshToken };
  await vault().seal(SESSION_KEY, session);
}

/** Somebody leaves: forgets the tokens, in memory and in the vault. */
export function dropSession(): Promise<boolean> {
  generation += 1;
  return dropTokens();
}

async function dropTokens(): Promise<boolean> {
  reading = Promise.resolve();
  session = undefined;
  return vault().destroy(SESSION_KEY);
}

/** Forgets the tokens in memory alone: whose vault is looked into next has changed. */
export function forgetSession(): void {
  generation += 1;
  vaults += 1;
  session = undefined;
  reading = undefined;
}

/** Ends the session on the server with the tokens of this moment, whatever becomes of them here. Never throws. */
export async function revokeSession(): Promise<void> {
  if (session !== undefined) await revokeTokens(session);
}

/** The same of tokens that nobody uses here. */
export async function revokeTokens(revoked: Session): Promise<void> {
  try {
    if ((await askToEnd(revoked.accessToken)).status !== 401) return;
    const renewed = sessionFrom((await askForTokens(revoked.refreshToken)).data);
    if (renewed) await askToEnd(renewed.accessToken);
  } catch {
    // without a network the server ends it by its own clock
  }
}

function askToEnd(accessToken: string): Promise<Answered> {
  return exchange({
    method: 'DELETE',
    path: '/sessions/current',
    headers: { Authorization: `Bearer ${accessToken}` },
    timeoutMs: TIMEOUT_MS,
    lane: 'sign-in',
  });
}

/** Exchanges the tokens for new ones; requests refused at the same time wait for the one exchange. */
export function refreshSession(spent: string): Promise<Refreshed> {
  refreshing ??= oneTabAtATime(() => exchangeTokens(spent)).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** A refresh token is good once: a second tab of the browser that sent it too would end the session for both. */
function oneTabAtATime(work: () => Promise<Refreshed>): Promise<Refreshed> {
  const locks = process.env.TARO_ENV === 'h5' ? globalThis.navigator?.locks : undefined;
  return locks === undefined ? work() : locks.request(SESSION_KEY, work);
}

async function exchangeTokens(spent: string): Promise<Refreshed> {
  if (process.env.TARO_ENV === 'h5') await readVault();
  if (session === undefined) return 'signed-out';
  if (session.accessToken !== spent) return 'refreshed';
  const { refreshToken } = session;
  try {
    const { status, data } = await askForTokens(refreshToken).catch(() => askForTokens(refreshToken));
    // Signed out meanwhile, by the resident: what came back is not theirs to have any more.
    if (session?.refreshToken !== refreshToken) return 'signed-out';
    const renewed = status >= 200 && status < 300 ? sessionFrom(data) : undefined;
    if (renewed) {
      await keepTokens(renewed);
      return 'refreshed';
    }
    if (![400, 401, 403].includes(status)) return 'fault';
  } catch {
    return 'offline';
  }
  await endSession();
  return 'signed-out';
}

function askForTokens(refreshToken: string): Promise<Answered> {
  return exchange({
    method: 'POST',
    path: '/sessions/refresh',
    headers: {},
    body: { refreshToken },
    timeoutMs: TIMEOUT_MS,
    lane: 'sign-in',
  });
}

/** The server no longer knows this session. What was typed stays where it is. */
export async function endSession(): Promise<void> {
  await dropTokens();
  for (const tell of ended) tell();
}

async function readVault(): Promise<void> {
  const asked = generation;
  const found = await vault().unseal(SESSION_KEY);
  if (asked !== generation) return;
  if (found.kind === 'opened') session = sessionFrom(found.value) ?? session;
}

function sessionFrom(data: unknown): Session | undefined {
  if (!isRecord(data)) return undefined;
  const accessToken = textOf(data.accessToken);
  const refreshToken = textOf(data.refreshToken);
  return accessToken && refreshToken ? { accessToken, refreshToken } : undefined;
}
