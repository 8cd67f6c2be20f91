import Taro from '@tarojs/taro';
import { platformWords } from '../copy/platform';
import { isRecord, textOf } from './shape';

/** What came of a request. An expected outcome is a value; nothing here throws. */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly data: T; readonly etag: string | undefined }
  | { readonly kind: 'not-modified' }
  | {
      readonly kind: 'problem';
      readonly code: string;
      readonly words: string;
      /** What is wrong with single fields, where the server says so. */
      readonly errors: readonly FieldError[];
      readonly traceId: string | undefined;
    }
  | { readonly kind: 'offline'; readonly words: string };

export interface FieldError {
  /** Its path in the body, e.g. `facts.household.memberCount`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface Request {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`, e.g. `/standards?asOf=2026-11-24`. */
  readonly path: string;
  readonly body?: object;
  readonly etag?: string | undefined;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** One call to our BFF. A fault is answered in words a resident can act on (RFC 9457 `detail`, or our own). */
export async function request<T>({ method, path, body, etag, timeoutMs = TIMEOUT_MS }: Request): Promise<Reply<T>> {
  try {
    const reply = await Taro.request<unknown>({
      url: `${process.env.TARO_APP_API_BASE}/api/v1${path}`,
      method,
      timeout: timeoutMs,
      header: { ...(body && { 'content-type': 'application/json' }), ...(etag && { 'If-None-Match': etag }) },
      ...(body && { data: body }),
    });
    return read<T>(reply.statusCode, reply.data, headerOf(reply.header, 'etag'));
  } catch {
    return { kind: 'offline', words: platformWords.noNetwork };
  }
}

function read<T>(status: number, data: unknown, etag: string | undefined): Reply<T> {
  if (status === 304) return { kind: 'not-modified' };
  if (status >= 200 && status < 300 && isRecord(data)) return { kind: 'ok', data: data as T, etag };
  const problem = isRecord(data) ? data : {};
  return {
    kind: 'problem',
    code: textOf(problem.code) ?? `http.${status}`,
    words: (status < 500 && textOf(problem.detail)) || platformWords.serverFault,
    errors: errorsOf(problem.errors),
    traceId: textOf(problem.traceId),
  };
}

function errorsOf(errors: unknown): readonly FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).flatMap(({ field, code, message }) => {
    const known = { field: textOf(field), code: textOf(code), message: textOf(message) };
    return known.field && known.code && known.message ? [known as FieldError] : [];
  });
}

/** WeChat keeps a header's case as sent, browsers lower it. */
function headerOf(headers: unknown, name: string): string | undefined {
  if (!isRecord(headers)) return undefined;
  const key = Object.keys(headers).find((each) => each.toLowerCase() === name);
  return key === undefined ? undefined : textOf(headers[key]);
}
