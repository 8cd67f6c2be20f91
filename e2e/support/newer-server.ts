import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request to the API as it left the phone. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A server in front of the real one, which answers everything; only what its rules are called can be made newer. */
export interface NewerServer {
  readonly origin: string;
  /** Requests to the API since the start, or since the list was emptied. */
  readonly seen: SeenRequest[];
  /** Another release than the real one's, in every answer from now on; `undefined` = as it is. */
  release: string | undefined;
  /** Breaks every connection from now on. */
  down: boolean;
  stop(): Promise<void>;
}

/** `2026.11.3+…` in an answer: the release, then the hash of the figures. */
const RULES_VERSION = /("rulesVersion":")[^"+]*/g;

export async function startNewerServer(realOrigin: string): Promise<NewerServer> {
  const state: Pick<NewerServer, 'seen' | 'release' | 'down'> = { seen: [], release: undefined, down: false };
  const server = createServer(async (request, response) => {
    if (state.down) {
      response.destroy();
      return;
    }
    const { method = 'GET', url = '/' } = request;
    const body = await bodyOf(request);
    if (url.startsWith('/api/')) state.seen.push({ method, path: url, body });
    const answer = await fetch(`${realOrigin}${url}`, { method, headers: headersOf(request), ...(body && { body }) });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, type === '' ? {} : { 'content-type': type });
    if (!type.includes('json') || state.release === undefined) response.end(Buffer.from(await answer.arrayBuffer()));
    else response.end((await answer.text()).replace(RULES_VERSION, `$1${state.release}`));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return Object.assign(state, { origin, stop });
}

/** Without the tag of an answer the phone already has: a newer release has another. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const type = headers['content-type'];
  return type === undefined ? {} : { 'content-type': type };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
