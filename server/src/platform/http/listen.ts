import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port someone else has, and the variable that chooses another. */
export class PortTakenError extends Error {
  constructor(port: number, variable: string) {
    super(`port ${port} is taken: stop what uses it, or set ${variable} to another port`);
    this.name = 'PortTakenError';
  }
}

/** Connections that may wait to be taken; the system may allow fewer (`net.core.somaxconn`). Node's own 511 are a small crowd. */
const KNOCKING_AT_ONCE = 4096;

/**
 * Starts listening; resolves to the real port (0 asks the system for a free one).
 * @throws PortTakenError naming the variable.
 */
export async function listen(server: Server, port: number, host: string, variable: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, variable) : error);
    });
    server.listen({ port, host, backlog: KNOCKING_AT_ONCE }, resolve);
  });
  return (server.address() as AddressInfo).port;
}
