import Taro from '@tarojs/taro';
import { type Lane, RequestQueue } from './request-queue';
import { isRecord, textOf } from './shape';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Outgoing {
  readonly method: Method;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: object | undefined;
  /** Sent as the one part `file` of a form, instead of a body. */
  readonly file?: OutgoingFile | undefined;
  readonly timeoutMs: number;
  readonly lane: Lane;
}

export interface OutgoingFile {
  readonly path: string;
  /** 0 to 100. */
  readonly onProgress?: (percent: number) => void;
}

export interface Answered {
  readonly status: number;
  readonly data: unknown;
  readonly etag: string | undefined;
  readonly retryAfterS: number | undefined;
}

const queue = new RequestQueue();

/** One HTTP exchange with our BFF. Throws when there was no answer: whether it arrived is then unknown. */
export async function exchange(outgoing: Outgoing): Promise<Answered> {
  const { method, path, headers, body, file, timeoutMs, lane } = outgoing;
  if (file) return queue.run(lane, () => upload(outgoing, file));
  const reply = await queue.run(lane, async () =>
    Taro.request<unknown>({
      url: `${process.env.TARO_APP_API_BASE}/api/v1${path}`,
      timeout: timeoutMs,
      ...spoken(method, { ...headers, ...(body && { 'content-type': 'application/json' }) }),
      ...(body && { data: body }),
    }),
  );
  const retryAfter = Number(headerOf(reply.header, 'retry-after'));
  return {
    status: reply.statusCode,
    data: reply.data,
    etag: headerOf(reply.header, 'etag'),
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : undefined,
  };
}

/** `wx.uploadFile` knows only POST; a form that means PUT says so in the header our server takes from it. */
async function upload({ method, path, headers, timeoutMs }: Outgoing, file: OutgoingFile): Promise<Answered> {
  const { header } = spoken('PUT', { ...headers, ...(method === 'PUT' && { 'X-HTTP-Method-Override': 'PUT' }) });
  const task = Taro.uploadFile({
    url: `${process.env.TARO_APP_API_BASE}/api/v1${path}`,
    filePath: file.path,
    name: 'file',
    header,
    timeout: timeoutMs,
  });
  task.onProgressUpdate?.(({ progress }) => file.onProgress?.(progress));
  const { statusCode, data } = await task;
  return { status: statusCode, data: jsonIn(data), etag: undefined, retryAfterS: undefined };
}

function jsonIn(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type SpokenMethod = NonNullable<Taro.request.Option['method']>;

/** `wx.request` knows no PATCH; our server takes a POST that names it for one (platform/http/method-override.ts there). */
function spoken(
  method: Method,
  headers: Outgoing['headers'],
): { method: SpokenMethod; header: Record<string, string> } {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const header = Object.fromEntries(given);
  if (method !== 'PATCH' || process.env.TARO_ENV === 'h5') return { method, header };
  return { method: 'POST', header: { ...header, 'X-HTTP-Method-Override': method } };
}

/** WeChat keeps a header's case as sent, browsers lower it. */
function headerOf(headers: unknown, name: string): string | undefined {
  if (!isRecord(headers)) return undefined;
  const key = Object.keys(headers).find((each) => each.toLowerCase() === name);
  return key === undefined ? undefined : textOf(headers[key]);
}
