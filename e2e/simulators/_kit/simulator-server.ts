import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Incoming, type Route, type Routes, send } from './http-answer';

const MOST_BYTES = 256 * 1024;
/** A common message may bring a file along (docs/bureaus/common-messages.md §1). */
const MOST_BYTES_WITH_FILE = 12 * 1024 * 1024;

export interface SimulatorServer {
  readonly port: number;
  /** Closes the listening socket and cuts what is open: connections are refused until `revive`. */
  die(): Promise<void>;
  revive(): Promise<void>;
  /** Stops taking requests and cuts what is open. */
  close(): Promise<void>;
}

/** Stands between a request and its route; sees to it that an answer is sent, or not. */
export type Gate = (request: Incoming, response: ServerResponse, route: Route) => Promise<void>;

/** The port is taken; the message names it. */
export class PortTakenError extends Error {
  constructor(readonly port: number) {
    super(`port ${port} is already in use`);
  }
}

/** Lets everything through. */
export const openGate: Gate = async (request, response, route) => send(response, await route(request));

/**
 * Serves the routes on 127.0.0.1 over plain HTTP; port 0 takes a free one. An unknown path answers 404, a known path
 * with another method 405, a body above 256 KB (with a file 12 MB) 413. Rejects with PortTakenError when the port is taken.
 */
export async function startSimulatorServer(
  port: number,
  routes: Routes,
  gate: Gate = openGate,
): Promise<SimulatorServer> {
  const server = createServer((request, response) => {
    void answer(request, response, routes, gate).catch(() => response.destroy());
  });
  await listen(server, port);
  const taken = (server.address() as AddressInfo).port;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return {
    port: taken,
    die: close,
    revive: async () => {
      if (!server.listening) await listen(server, taken);
    },
    close,
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    server.listen(port, '127.0.0.1');
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: Routes, gate: Gate): Promise<void> {
  const target = request.url ?? '/';
  const [path = '/', query = ''] = target.split('?');
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  response.setHeader('cache-control', 'no-store');
  const body = await readBody(request, path.startsWith('/common/') ? MOST_BYTES_WITH_FILE : MOST_BYTES);
  const found = findRoute(routes, method, path);
  if (!body) return send(response, { json: { error: 'the body is too long' }, status: 413 });
  if ('status' in found) {
    const error = found.status === 405 ? `${path} does not take ${method}` : `nothing is simulated at ${path}`;
    return send(response, { json: { error }, status: found.status });
  }
  const { headers } = request;
  const incoming = { method, target, query: new URLSearchParams(query), params: found.params, headers, body };
  await gate(incoming, response, found.route);
}

/** The whole body, or undefined when it is too long. */
async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= mostBytes) chunks.push(chunk as Buffer);
  }
  return length <= mostBytes ? Buffer.concat(chunks) : undefined;
}

interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function findRoute(routes: Routes, method: string, path: string): Found | { readonly status: 404 | 405 } {
  let pathKnown = false;
  for (const [key, route] of Object.entries(routes)) {
    const [itsMethod = '', pattern = ''] = key.split(' ');
    const params = paramsOf(pattern, path);
    if (!params) continue;
    if (itsMethod === method) return { route, params };
    pathKnown = true;
  }
  return { status: pathKnown ? 405 : 404 };
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const here = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(here);
    else if (part !== here) return undefined;
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
