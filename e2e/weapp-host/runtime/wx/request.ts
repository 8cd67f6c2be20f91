import { isRecord } from '../json';
import type { Network } from './network';
import type { WxOptions, WxRegistry } from './wx-registry';

/** What Node answers for a request it made: a response, or a reason why there is none. */
export type NodeAnswer =
  | { readonly error: string }
  | {
      readonly statusCode: number;
      readonly data: unknown;
      readonly header: object;
      readonly cookies: readonly string[];
    };

type Callback = ((outcome: unknown) => void) | undefined;

/** wx.request, made by Node so that no browser rule (CORS, mixed content) interferes. */
export function addRequest(wx: WxRegistry, network: Network, onError: (thrown: unknown) => void): void {
  addTask(wx, 'request', onError, (options) => answer(options, network));
}

/**
 * An API of the network. Like WeChat's it returns a task, not a promise, and answers `fail` only when there is no HTTP
 * response at all.
 */
export function addTask(
  wx: WxRegistry,
  name: string,
  onError: (thrown: unknown) => void,
  perform: (options: WxOptions) => Promise<{ readonly error: string } | object>,
): void {
  wx.sync(name, (given) => {
    const options = isRecord(given) ? given : {};
    const { success, fail, complete, ...plain } = options;
    let settled = false;
    const finish = (callback: unknown, outcome: object): void => {
      if (settled) return;
      settled = true;
      (callback as Callback)?.(outcome);
      (complete as Callback)?.(outcome);
    };
    perform(plain)
      .then((reply) => {
        if ('error' in reply) finish(fail, { errMsg: `${name}:fail ${String(reply.error)}` });
        else finish(success, { ...reply, errMsg: `${name}:ok` });
      })
      .catch(onError);
    return requestTask(() => finish(fail, { errMsg: `${name}:fail abort` }));
  });
}

/** As WeChat has them; no PATCH among them. */
const METHODS: readonly unknown[] = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', undefined];

/** What Node answers for this request; without a network nothing leaves the phone. */
export async function answer(options: WxOptions, network: Network): Promise<NodeAnswer> {
  if (!METHODS.includes(options.method)) return { error: 'method is invalid' };
  if (!network.connected) return { error: 'net::ERR_INTERNET_DISCONNECTED' };
  return JSON.parse(await window.__hostRequest(JSON.stringify(options))) as NodeAnswer;
}

function requestTask(abort: () => void): object {
  const ignore = (): void => undefined;
  return {
    abort,
    onHeadersReceived: ignore,
    offHeadersReceived: ignore,
    onProgressUpdate: ignore,
    offProgressUpdate: ignore,
    onChunkReceived: ignore,
    offChunkReceived: ignore,
  };
}
