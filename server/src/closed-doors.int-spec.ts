import { request } from 'node:http';
import { startServer, type TestServer } from '../test/server';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DOCS: 'off' });
});
afterAll(() => server.end());

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
}

/** As it is: `fetch` tidies a path, and knows no TRACE. */
function ask(method: string, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(server.url, { method, path }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('from outside', () => {
  it.each(
    [
      ...['/docs', '/docs/', '/docs/swagger-ui-init.js', '/api/openapi.json', '/api/openapi.yaml', '/api-docs'],
      ...['/metrics', '/internal/metrics', '/.git/HEAD', '/.env', '/package.json', '/src/main.ts', '/__sim/people'],
      ...['/api/v1/development/people', '/../../etc/passwd', '/staff/../main.js', '/debug', '/server-status'],
    ].map((path) => ['GET', path] as const),
  )('%s %s is not there', async (method, path) => {
    const { status, text } = await ask(method, path);
    expect([status, JSON.parse(text).code]).toEqual([404, 'request.not-found']);
    expect(text).not.toMatch(/ at |node_modules|\.ts/);
  });

  it.each(['TRACE', 'TRACK', 'PROPFIND'])('%s gives nothing back of what was asked', async (method) => {
    const { status, text } = await ask(method, '/healthz').catch(() => ({ status: 0, text: '' }));
    expect(status === undefined || status === 0 || status >= 400).toBe(true);
    expect(text).not.toContain(`${method} /healthz`);
  });
});
