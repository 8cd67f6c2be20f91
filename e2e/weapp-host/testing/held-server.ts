import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server whose answers wait until a test lets them go: `/held…`. Any other path is answered at once, `/404` with 404. */
export class HeldServer {
  /** Paths as they came. */
  readonly seen: string[] = [];
  /** Paths the other side hung up on. */
  readonly dropped: string[] = [];
  private readonly held: ServerResponse[] = [];
  private readonly server = createServer((request, response) => this.answer(request, response));

  static async open(): Promise<HeldServer> {
    const held = new HeldServer();
    await new Promise<void>((ready) => held.server.listen(0, '127.0.0.1', ready));
    return held;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  release(count: number): void {
    for (const response of this.held.splice(0, count)) response.end('{}');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    this.seen.push(url);
    response.on('close', () => {
      if (!response.writableEnded) this.dropped.push(url);
    });
    response.statusCode = Number(url.slice(1)) || 200;
    if (url.startsWith('/held')) this.held.push(response);
    else response.end('{}');
  }
}
