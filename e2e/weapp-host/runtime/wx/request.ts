import { isRecord } from '../json';
import type { Network } from './network';
import type { NetworkApi, NetworkTasks, Outcome } from './network-tasks';
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

/** What an API of the network needs around it. */
export interface Line {
  readonly network: Network;
  readonly tasks: NetworkTasks;
  /** How long an API may take by `networkTimeout` of app.json. */
  readonly timeouts: Readonly<Partial<Record<NetworkApi, number>>>;
  readonly onError: (thrown: unknown) => void;
}

/** wx.request, made by Node so that no browser rule (CORS, mixed content) interferes. */
export function addRequest(wx: WxRegistry, line: Line): void {
  addTask(wx, line, 'request', (options) => answer(options, line.network));
}

/**
 * An API of the network. Like WeChat's it returns a task, not a promise, and answers `fail` only when there is no HTTP
 * response at all.
 */
export function addTask(
  wx: WxRegistry,
  { tasks, timeouts, onError }: Line,
  name: NetworkApi,
  perform: (options: WxOptions) => Promise<Outcome>,
): void {
  wx.task(name, (given) => {
    const { success, fail, complete, ...plain } = isRecord(given) ? given : {};
    const tell = (callback: unknown, outcome: object): void => {
      (callback as Callback)?.(outcome);
      (complete as Callback)?.(outcome);
    };
    const end = tasks.begin(
      name,
      (id) => perform({ timeout: timeouts[name], ...plain, id, api: name }),
      (outcome) => {
        if ('error' in outcome) tell(fail, { errMsg: `${name}:fail ${String(outcome.error)}` });
        else tell(success, { ...outcome, errMsg: `${name}:ok` });
      },
      onError,
    );
    return requestTask(() => end('abort'));
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

/** Of a task only `abort` does anything: the listeners are for progress, and here an answer comes at once. */
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
