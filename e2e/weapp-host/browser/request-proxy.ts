/** One wx.request as it left the phone. */
export interface RequestRecord {
  readonly url: string;
  readonly method: string;
  readonly bytesOut: number;
  status?: number;
  bytesIn?: number;
}

interface RequestOptions {
  readonly url: string;
  readonly method?: string;
  readonly header?: Record<string, unknown>;
  readonly data?: unknown;
  readonly timeout?: number;
  readonly dataType?: string;
  /** `file`: whatever came is answered in base64, for wx.downloadFile. */
  readonly answerAs?: 'file';
  /** The one file of a form, for wx.uploadFile. */
  readonly file?: { readonly name: string; readonly fileName: string; readonly base64: string };
}

/** What every request of a mini-program carries as its referrer. */
const REFERER = 'https://servicewechat.com/touristappid/devtools/page-frame.html';
const DEFAULT_TIMEOUT_MS = 60_000;

/** Makes the requests of wx.request in Node and keeps a record of each. */
export class RequestProxy {
  readonly requests: RequestRecord[] = [];

  /** With `apiBase` every request goes to that origin instead of the one compiled into the app. */
  constructor(public apiBase: string | undefined) {}

  /** Takes and returns JSON texts; an unreachable server is an answer with `error`, never an exception. */
  async answer(text: string): Promise<string> {
    try {
      return JSON.stringify(await this.send(JSON.parse(text) as RequestOptions));
    } catch (error) {
      return JSON.stringify({ error: reasonOf(error) });
    }
  }

  private async send(options: RequestOptions): Promise<object> {
    const method = (options.method ?? 'GET').toUpperCase();
    const url = this.target(options.url);
    const headers = lowerCaseHeaders(options.header ?? {});
    const file = options.file && Buffer.from(options.file.base64, 'base64');
    const body = file ? formOf(options, file, headers) : method === 'GET' ? undefined : bodyOf(options.data, headers);
    if (method === 'GET') appendQuery(url, options.data);
    const record: RequestRecord = {
      url: url.href,
      method,
      bytesOut: file?.byteLength ?? Buffer.byteLength(String(body ?? '')),
    };
    this.requests.push(record);
    const response = await fetch(url, {
      method,
      headers: { referer: REFERER, ...headers },
      signal: AbortSignal.timeout(options.timeout ?? DEFAULT_TIMEOUT_MS),
      ...(body === undefined ? {} : { body }),
    });
    const answered = Buffer.from(await response.arrayBuffer());
    record.status = response.status;
    record.bytesIn = answered.byteLength;
    return {
      data: dataOf(answered, options),
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      cookies: response.headers.getSetCookie(),
    };
  }

  private target(given: string): URL {
    const url = new URL(given);
    if (this.apiBase === undefined) return url;
    return new URL(url.pathname + url.search, this.apiBase);
  }
}

function lowerCaseHeaders(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function appendQuery(url: URL, data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  for (const [name, value] of Object.entries(data)) {
    url.searchParams.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
}

/** The body, JSON unless the app says it is a form. Sets the content type when the app did not. */
function bodyOf(data: unknown, headers: Record<string, string>): string | undefined {
  if (data === undefined) return undefined;
  headers['content-type'] ??= 'application/json';
  if (typeof data === 'string') return data;
  if (/urlencoded/.test(headers['content-type'])) return new URLSearchParams(data as Record<string, string>).toString();
  return JSON.stringify(data);
}

/** A form of one file; its own boundary takes the place of any content type of the app's. */
function formOf({ file }: RequestOptions, bytes: Buffer, headers: Record<string, string>): FormData {
  delete headers['content-type'];
  const form = new FormData();
  form.append(file?.name ?? '', new Blob([new Uint8Array(bytes)]), file?.fileName);
  return form;
}

function dataOf(answered: Buffer, { dataType = 'json', answerAs }: RequestOptions): unknown {
  if (answerAs === 'file') return answered.toString('base64');
  const text = new TextDecoder().decode(answered);
  return dataType === 'json' ? parsedIfJson(text) : text;
}

function parsedIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Not `instanceof Error`: errors of fetch may come from another realm than ours. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'timeout';
  return cause?.code ?? cause?.toString() ?? message ?? String(error);
}
