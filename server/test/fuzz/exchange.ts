import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';

export interface Request {
  readonly method: string;
  /** As it goes over the wire: nobody makes it better. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

const agent = new Agent({ keepAlive: true });

/** One request as it is, and its answer. @throws Error when there was none. */
export function exchange(origin: string, asked: Request): Promise<Reply> {
  // a connection that had been kept may be closed at the moment it is used again: nothing was read of what was sent
  return once(origin, asked).catch((error: unknown) => {
    if (error instanceof Hung) return once(origin, asked);
    throw error;
  });
}

class Hung extends Error {}

function once(origin: string, { method, path, headers, body }: Request): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let answered = false;
    const length = body ? { 'content-length': body.length } : {};
    const sent = request({ hostname, port, method, path, agent, headers: { ...length, ...headers } }, (response) => {
      answered = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
      });
    });
    sent.on('error', (error) => {
      // a server that has answered may stop reading what is still sent
      if (!answered) reject(sent.reusedSocket ? new Hung(error.message) : error);
    });
    sent.end(body);
  });
}
