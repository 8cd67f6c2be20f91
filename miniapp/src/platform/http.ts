import { platformWords } from '../copy/platform';
import { isBusy, ordinaryPatience } from './patience';
import { currentSession, endSession, refreshSession, sessionGeneration, vaultGeneration } from './session';
import { isRecord, textOf } from './shape';
import { type Answered, exchange, type Method, type OutgoingFile } from './transport';

export interface ProblemReply {
  readonly kind: 'problem';
  /** Of HTTP; 0 where this phone says it by itself (platform/send-once.ts). */
  readonly status: number;
  readonly code: string;
  readonly words: string;
  /** What is wrong with single fields, where the server says so. */
  readonly errors: readonly FieldError[];
  readonly traceId: string | undefined;
  /** How long to wait before the same is asked again, where the server says so. */
  readonly retryAfterS: number | undefined;
  /** Whatever else the problem carries, e.g. `current` of a stale application. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** What came of a request. An expected outcome is a value; nothing here throws. */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly data: T; readonly etag: string | undefined }
  | { readonly kind: 'not-modified' }
  | ProblemReply
  /**
   * Nobody is signed in, or no longer, or somebody else: an answer to whoever asked has nobody to go to. Screens call
   * `signInThen`; what was typed stays.
   */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'offline'; readonly words: string };

export interface FieldError {
  /** Its path in the body, e.g. `facts.household.memberCount`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface Request {
  readonly method: Method;
  /** Below `/api/v1`, e.g. `/standards?asOf=2026-11-24`. */
  readonly path: string;
  readonly body?: object | undefined;
  /** Instead of a body: one photo or PDF. */
  readonly file?: OutgoingFile | undefined;
  readonly etag?: string | undefined;
  readonly timeoutMs?: number;
  /** Of the intention (`newKey()`), the same for every try of it. */
  readonly key?: string | undefined;
  /** That nobody ever sent this key before. It is said of one exchange: what goes again after a renewal is a second. */
  readonly firstAttempt?: boolean;
  /** `told`: whoever asks waits by themselves when the server is too full. What only reads is told anyhow. */
  readonly busy?: 'told';
  /**
   * `required` sends who is signed in; without anyone the answer is `signed-out` and nothing is sent. `optional` sends
   * who is signed in where that can be shown, and goes without them where it cannot.
   */
  readonly session?: 'required' | 'optional' | 'none';
}

const TIMEOUT_MS = 10_000;
const UNAUTHENTICATED = 401;
/** Ours: the session could not be renewed, so nothing was asked. */
const SESSION_FAULT = 'session.not-renewed';

/** One call to our BFF. A fault is answered in words a resident can act on (RFC 9457 `detail`, or our own). */
export async function request<T>(wanted: Request): Promise<Reply<T>> {
  const patience = wanted.method === 'GET' || wanted.busy === 'told' ? undefined : ordinaryPatience();
  const asked = askedBy(wanted);
  for (;;) {
    const reply = await ask<T>(wanted, asked);
    if (!asked.isStillThere()) return { kind: 'signed-out' };
    if (reply.kind !== 'problem' || !isBusy(reply)) return reply;
    const told = { why: 'busy', retryAfterS: reply.retryAfterS, ahead: undefined } as const;
    if (!(await patience?.next(told))) return reply;
    if (!asked.isStillThere()) return { kind: 'signed-out' };
  }
}

/** Who asks for it: whoever is signed in, or `signedIn: false` the phone, on which somebody may sign in meanwhile. */
interface Asker {
  signedIn: boolean;
  generation: number;
  isStillThere(): boolean;
}

function askedBy({ session = 'none' }: Request): Asker {
  const vaults = vaultGeneration();
  return {
    signedIn: session === 'required',
    generation: sessionGeneration(),
    isStillThere() {
      if (session === 'none') return true;
      return this.signedIn ? this.generation === sessionGeneration() : vaults === vaultGeneration();
    },
  };
}

async function ask<T>(wanted: Request, asked: Asker): Promise<Reply<T>> {
  try {
    if (wanted.session === 'required') return await requestSignedIn<T>(wanted, asked);
    if (wanted.session === 'optional') return await requestIfSignedIn<T>(wanted, asked);
    return read<T>(await send(wanted));
  } catch {
    return noNetwork();
  }
}

/** A session that ran out is renewed once and the request repeated; the same key makes that safe. */
async function requestSignedIn<T>(wanted: Request, asked: Asker): Promise<Reply<T>> {
  const session = await currentSession();
  if (session === undefined || !asked.isStillThere()) return { kind: 'signed-out' };
  asked.signedIn = true;
  const first = await send(wanted, session.accessToken);
  if (first.status !== UNAUTHENTICATED) return read<T>(first);
  const refreshed = await refreshSession(session.accessToken);
  if (refreshed === 'offline') return noNetwork();
  if (refreshed === 'fault') return serverFault();
  const renewed = refreshed === 'refreshed' ? await currentSession() : undefined;
  if (renewed === undefined || !asked.isStillThere()) return { kind: 'signed-out' };
  const second = await send({ ...wanted, firstAttempt: false }, renewed.accessToken);
  if (second.status !== UNAUTHENTICATED) return read<T>(second);
  if (asked.isStillThere()) await endSession();
  return { kind: 'signed-out' };
}

/** Nobody is kept from asking by a session that will not renew. */
async function requestIfSignedIn<T>(wanted: Request, asked: Asker): Promise<Reply<T>> {
  asked.generation = sessionGeneration();
  const reply = await requestSignedIn<T>(wanted, asked);
  const renewing = reply.kind === 'problem' && reply.code === SESSION_FAULT;
  if ((reply.kind !== 'signed-out' && !renewing) || !asked.isStillThere()) return reply;
  asked.signedIn = false;
  return read<T>(await send({ ...wanted, firstAttempt: false }));
}

function send(
  { method, path, body, file, etag, key, firstAttempt, timeoutMs = TIMEOUT_MS }: Request,
  token?: string,
): Promise<Answered> {
  return exchange({
    method,
    path,
    body,
    file,
    timeoutMs,
    lane: path.startsWith('/sessions') ? 'sign-in' : 'ordinary',
    headers: {
      'If-None-Match': etag,
      'Idempotency-Key': key,
      Attempt: firstAttempt && canPromise() ? '1' : undefined,
      Authorization: token && `Bearer ${token}`,
    },
  });
}

/** A browser sends a request again by itself when a line it used before breaks; nobody there knows which is the first. */
function canPromise(): boolean {
  return process.env.TARO_ENV !== 'h5';
}

function serverFault(): Reply<never> {
  return read({ status: 503, data: { code: SESSION_FAULT }, etag: undefined, retryAfterS: undefined });
}

function noNetwork(): Reply<never> {
  return { kind: 'offline', words: platformWords.noNetwork };
}

function read<T>({ status, data, etag, retryAfterS }: Answered): Reply<T> {
  if (status === 304) return { kind: 'not-modified' };
  if (status === 204) return { kind: 'ok', data: undefined as T, etag };
  if (status >= 200 && status < 300 && isRecord(data)) return { kind: 'ok', data: data as T, etag };
  const { type: _type, title: _title, status: _status, ...problem } = isRecord(data) ? data : {};
  const { code, detail, errors, traceId, ...more } = problem;
  const named = textOf(code) ?? `http.${status}`;
  const ours = isBusy({ code: named }) ? platformWords.busy : undefined;
  return {
    kind: 'problem',
    status,
    code: named,
    words: ours ?? ((status < 500 && textOf(detail)) || platformWords.serverFault),
    errors: errorsOf(errors),
    traceId: textOf(traceId),
    retryAfterS,
    more,
  };
}

function errorsOf(errors: unknown): readonly FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).flatMap(({ field, code, message }) => {
    const known = { field: textOf(field), code: textOf(code), message: textOf(message) };
    return known.field && known.code && known.message ? [known as FieldError] : [];
  });
}
