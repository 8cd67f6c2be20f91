import { type DomainLists, isListed } from './domain-list';

/** One wx.request as it left the phone. */
export interface RequestRecord {
  readonly url: string;
  readonly method: string;
  readonly bytesOut: number;
  status?: number;
  bytesIn?: number;
}

interface RequestOptions {
  readonly id?: string;
  readonly api?: keyof DomainLists;
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

const DEFAULT_TIMEOUT_MS = 60_000;
const TOURIST = 'touristappid';

export interface ProxyOptions {
  /** Every request goes to this origin instead of the one compiled into the app. */
  readonly apiBase?: string | undefined;
  /** Stands in the referrer of every request. */
  readonly appId?: string | undefined;
  /** What the app may ask, by the addresses compiled into it; undefined: whatever it likes. */
  readonly domains?: DomainLists | undefined;
  /** Hears of a request to an address that is not listed. */
  readonly onRefused?: (url: string) => void;
}

/** Makes the requests of wx.request in Node and keeps a record of each. */
export class RequestProxy {
  readonly requests: RequestRecord[] = [];
  apiBase: string | undefined;
  domains: DomainLists | undefined;
  private readonly underWay = new Map<string, AbortController>();
  private readonly referrer: string;
  private readonly onRefused: (url: string) => void;
  private readonly domainsGiven: DomainLists | undefined;

  constructor({ apiBase, appId = TOURIST, domains, onRefused = () => undefined }: ProxyOptions = {}) {
    this.apiBase = apiBase;
    this.domains = domains;
    this.domainsGiven = domains;
    this.onRefused = onRefused;
    this.referrer = `https://servicewechat.com/${appId}/devtools/page-frame.html`;
  }

  /** As when it was made, with no record of anything; requests go to `apiBase` from now on. */
  renew(apiBase: string | undefined): void {
    this.requests.length = 0;
    this.apiBase = apiBase;
    this.domains = this.domainsGiven;
  }

  /** Takes and returns JSON texts; an unreachable server is an answer with `error`, never an exception. */
  async answer(text: string): Promise<string> {
    try {
      return JSON.stringify(await this.send(JSON.parse(text) as RequestOptions));
    } catch (error) {
      return JSON.stringify({ error: reasonOf(error) });
    }
  }

  /** Hangs up on a request the app no longer waits for. */
  drop(id: string): void {
    this.underWay.get(id)?.abort();
  }

  /** Hangs up on everything: the app is gone. */
  dropAll(): void {
    for (const controller of this.underWay.values()) controller.abort();
  }

  private async send(options: RequestOptions): Promise<object> {
    const method = (options.method ?? 'GET').toUpperCase();
    const url = this.target(options);
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
    const hangUp = new AbortController();
    if (options.id !== undefined) this.underWay.set(options.id, hangUp);
    try {
      const response = await fetch(url, {
        method,
        headers: { ...headers, referer: this.referrer },
        signal: AbortSignal.any([AbortSignal.timeout(options.timeout ?? DEFAULT_TIMEOUT_MS), hangUp.signal]),
        ...(body === undefined ? {} : { body }),
      });
      return await answered(response, record, options);
    } finally {
      this.underWay.delete(options.id ?? '');
    }
  }

  private target({ url: given, api = 'request' }: RequestOptions): URL {
    const url = new URL(given);
    if (this.domains && !isListed(this.domains, api, url)) {
      this.onRefused(url.origin);
      throw new Error('url not in domain list');
    }
    if (this.apiBase === undefined) return url;
    return new URL(url.pathname + url.search, this.apiBase);
  }
}

async function answered(response: Response, record: RequestRecord, options: RequestOptions): Promise<object> {
  const bytes = Buffer.from(await response.arrayBuffer());
  record.status = response.status;
  record.bytesIn = bytes.byteLength;
  return {
    data: dataOf(bytes, options),
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie(),
  };
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
