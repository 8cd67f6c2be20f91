import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a route answers: JSON for machines, HTML for a person. */
export type Answer = { readonly json: unknown } | { readonly html: string };

/** Routes by `METHOD /path`. */
export type Routes = Readonly<Record<string, () => Answer>>;

export interface SimulatorServer {
  readonly port: number;
  /** Stops taking requests and cuts what is open. */
  close(): Promise<void>;
}

/** The port is taken; the message names it. */
export class PortTakenError extends Error {
  constructor(readonly port: number) {
    super(`port ${port} is already in use`);
  }
}

/**
 * Serves the routes on 127.0.0.1 over plain HTTP; port 0 takes a free one. An unknown path answers 404, a known path
 * with another method 405. Rejects with PortTakenError when the port is taken.
 */
export async function startSimulatorServer(port: number, routes: Routes): Promise<SimulatorServer> {
  const server = createServer((request, response) => answer(request, response, routes));
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
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

function answer(request: IncomingMessage, response: ServerResponse, routes: Routes): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const route = routes[`${method} ${path}`];
  response.setHeader('cache-control', 'no-store');
  if (route) {
    send(response, route());
    return;
  }
  const pathKnown = Object.keys(routes).some((known) => known.endsWith(` ${path}`));
  response.statusCode = pathKnown ? 405 : 404;
  send(response, {
    json: { error: pathKnown ? `${path} does not take ${method}` : `nothing is simulated at ${path}` },
  });
}

function send(response: ServerResponse, given: Answer): void {
  const isHtml = 'html' in given;
  response.setHeader('content-type', isHtml ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8');
  response.end(isHtml ? given.html : JSON.stringify(given.json));
}
