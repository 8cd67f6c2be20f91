import Taro from '@tarojs/taro';
import { nowMs } from './clock';
import { type Lane, RequestQueue } from './request-queue';
import { learnServerTime } from './server-clock';
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
  /** On a phone its path, in a browser the file itself. */
  readonly content: string | Blob;
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
  let askedAtMs = nowMs();
  const reply = await queue.run(lane, async () => {
    askedAtMs = nowMs();
    return Taro.request<unknown>({
      url: `${process.env.TARO_APP_API_BASE}/api/v1${path}`,
      timeout: timeoutMs,
      ...spoken(method, { ...headers, ...(body && { 'content-type': 'application/json' }) }),
      ...(body && { data: body }),
    });
  });
  learnServerTime(headerOf(reply.header, 'date'), askedAtMs);
  const retryAfter = Number(headerOf(reply.header, 'retry-after'));
  return {
    status: reply.statusCode,
    data: reply.data,
    etag: headerOf(reply.header, 'etag'),
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : undefined,
  };
}

function upload(outgoing: Outgoing, { content, onProgress }: OutgoingFile): Promise<Answered> {
  if (typeof content === 'string') return uploadFromPhone(outgoing, content, onProgress);
  if (process.env.TARO_ENV === 'h5') return uploadInBrowser(outgoing, content, onProgress);
  return Promise.reject(new Error('a phone sends a file by its path'));
}

/** `wx.uploadFile` knows only POST; a form that means PUT says so in the header our server takes from it. */
async function uploadFromPhone(
  { method, path, headers, timeoutMs }: Outgoing,
  filePath: string,
  onProgress: OutgoingFile['onProgress'],
): Promise<Answered> {
  const { header } = spoken('PUT', { ...headers, ...(method === 'PUT' && { 'X-HTTP-Method-Override': 'PUT' }) });
  const task = Taro.uploadFile({
    url: `${process.env.TARO_APP_API_BASE}/api/v1${path}`,
    filePath,
    name: 'file',
    header,
    timeout: timeoutMs,
  });
  task.onProgressUpdate?.(({ progress }) => onProgress?.(progress));
  const { statusCode, data } = await task;
  return { status: statusCode, data: jsonIn(data), etag: undefined, retryAfterS: undefined };
}

/** Not by `Taro.uploadFile`, which fetches the file from an address first: our pages may fetch from our server alone. */
function uploadInBrowser(
  { method, path, headers, timeoutMs }: Outgoing,
  content: Blob,
  onProgress: OutgoingFile['onProgress'],
): Promise<Answered> {
  const form = new FormData();
  form.append('file', content);
  const call = new XMLHttpRequest();
  call.open(method, `${process.env.TARO_APP_API_BASE}/api/v1${path}`);
  call.timeout = timeoutMs;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) call.setRequestHeader(name, value);
  call.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((loaded / Math.max(1, total)) * 100));
  return new Promise((resolve, reject) => {
    call.onload = () =>
      resolve({ status: call.status, data: jsonIn(call.responseText), etag: undefined, retryAfterS: undefined });
    call.onerror = () => reject(new Error('request:fail'));
    call.ontimeout = () => reject(new Error('request:fail timeout'));
    call.send(form);
  });
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
