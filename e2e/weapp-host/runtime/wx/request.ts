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

/**
 * wx.request, made by Node so that no browser rule (CORS, mixed content) interferes. Like WeChat it returns a task,
 * not a promise, and answers `fail` only when there is no HTTP response at all.
 */
export function addRequest(wx: WxRegistry, network: Network, onError: (thrown: unknown) => void): void {
  wx.sync('request', (given) => {
    const options = isRecord(given) ? given : {};
    const { success, fail, complete, ...plain } = options;
    let settled = false;
    const finish = (callback: unknown, outcome: object): void => {
      if (settled) return;
      settled = true;
      (callback as Callback)?.(outcome);
      (complete as Callback)?.(outcome);
    };
    answer(plain, network)
      .then((reply) => {
        if ('error' in reply) finish(fail, { errMsg: `request:fail ${reply.error}` });
        else finish(success, { ...reply, errMsg: 'request:ok' });
      })
      .catch(onError);
    return requestTask(() => finish(fail, { errMsg: 'request:fail abort' }));
  });
}

/** As WeChat has them; no PATCH among them. */
const METHODS: readonly unknown[] = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', undefined];

async function answer(options: WxOptions, network: Network): Promise<NodeAnswer> {
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
    onChunkReceived: ignore,
    offChunkReceived: ignore,
  };
}
