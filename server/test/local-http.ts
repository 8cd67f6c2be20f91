import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A reply; `cut` breaks the connection without one, `late` answers after so many milliseconds. */
export interface Said {
  readonly status?: number;
  readonly body?: unknown;
  readonly raw?: string | Buffer;
  readonly cut?: true;
  readonly late?: number;
}

export interface LocalHttp {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** What it says from now on; forgets what it heard. */
  says(answer: Said | ((request: Heard) => Said)): void;
  close(): Promise<void>;
}

/** A real HTTP server on this machine that says what a test wants said. */
export async function localHttp(): Promise<LocalHttp> {
  const heard: Heard[] = [];
  let answer: (request: Heard) => Said = () => ({ status: 404 });
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one: Heard = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    heard.push(one);
    const { status = 200, body, raw, cut, late } = answer(one);
    if (late !== undefined) await new Promise((resolve) => setTimeout(resolve, late).unref());
    if (cut) {
      request.socket.destroy();
      return;
    }
    reply.writeHead(status, { 'content-type': 'application/json' });
    reply.end(raw ?? JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    says: (next) => {
      heard.length = 0;
      answer = typeof next === 'function' ? next : () => next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
