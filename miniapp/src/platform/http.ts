import { platformWords } from '../copy/platform';
import { currentSession, endSession, refreshSession } from './session';
import { isRecord, textOf } from './shape';
import { type Answered, exchange, type Method } from './transport';

export interface ProblemReply {
  readonly kind: 'problem';
  /** Of HTTP. */
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
  /** Nobody is signed in, or no longer. Screens call `signInThen`; what was typed stays. */
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
  readonly etag?: string | undefined;
  readonly timeoutMs?: number;
  /** Of the intention (`newKey()`), the same for every try of it. */
  readonly key?: string | undefined;
  /** `required` sends who is signed in; without anyone the answer is `signed-out` and nothing is sent. */
  readonly session?: 'required' | 'none';
}

const TIMEOUT_MS = 10_000;
const UNAUTHENTICATED = 401;

/** One call to our BFF. A fault is answered in words a resident can act on (RFC 9457 `detail`, or our own). */
export async function request<T>(wanted: Request): Promise<Reply<T>> {
  try {
    return wanted.session === 'required' ? await requestSignedIn<T>(wanted) : read<T>(await send(wanted));
  } catch {
    return noNetwork();
  }
}

/** A session that ran out is renewed once and the request repeated; the same key makes that safe. */
async function requestSignedIn<T>(wanted: Request): Promise<Reply<T>> {
  const session = await currentSession();
  if (session === undefined) return { kind: 'signed-out' };
  const first = await send(wanted, session.accessToken);
  if (first.status !== UNAUTHENTICATED) return read<T>(first);
  const refreshed = await refreshSession(session.accessToken);
  if (refreshed === 'offline') return noNetwork();
  if (refreshed === 'fault') return serverFault();
  const renewed = refreshed === 'refreshed' ? await currentSession() : undefined;
  if (renewed === undefined) return { kind: 'signed-out' };
  const second = await send(wanted, renewed.accessToken);
  if (second.status !== UNAUTHENTICATED) return read<T>(second);
  await endSession();
  return { kind: 'signed-out' };
}

function send({ method, path, body, etag, key, timeoutMs = TIMEOUT_MS }: Request, token?: string): Promise<Answered> {
  return exchange({
    method,
    path,
    body,
    timeoutMs,
    lane: path.startsWith('/sessions') ? 'sign-in' : 'ordinary',
    headers: { 'If-None-Match': etag, 'Idempotency-Key': key, Authorization: token && `Bearer ${token}` },
  });
}

function serverFault(): Reply<never> {
  return read({ status: 503, data: undefined, etag: undefined, retryAfterS: undefined });
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
  return {
    kind: 'problem',
    status,
    code: textOf(code) ?? `http.${status}`,
    words: (status < 500 && textOf(detail)) || platformWords.serverFault,
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
