import { createServer, request, type Server } from 'node:http';

/** Where the built mini-program believes the server to be: a real tool runs it as it is. */
const BUILT_API_BASE = process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:3000';

/**
 * Stands at the address compiled into the app and passes everything on to the server of the spec that runs now. Every
 * phone of a spec comes through here, as every phone of a house comes through one line.
 */
export class Relay {
  private server: Server | undefined;
  private leadsTo = '';

  async leadTo(origin: string): Promise<void> {
    if (this.server && origin !== this.leadsTo) throw new Error(`one spec, one server: the phones use ${this.leadsTo}`);
    this.leadsTo = origin;
    this.server ??= await this.listen();
  }

  async end(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise((done) => server.close(done));
  }

  private async listen(): Promise<Server> {
    const server = createServer((asked, answer) => {
      const { method = 'GET', url = '/', headers } = asked;
      const passedOn = request(this.leadsTo + url, { method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
        got.on('error', () => answer.destroy());
      });
      // What is lost behind the relay is lost for the phone as well.
      passedOn.on('error', () => answer.destroy());
      asked.pipe(passedOn);
    });
    const { hostname, port } = new URL(BUILT_API_BASE);
    await new Promise<void>((ready, fail) => {
      server.once('error', fail);
      server.listen(Number(port), hostname, ready);
    });
    return server;
  }
}
