import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type TestServer } from '../../../test/server';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.end());

describe('the page at /staff', () => {
  it('is served to whoever asks, and may run nothing but its own files', async () => {
    const response = await server.get('/staff');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('holds nothing its own policy would forbid: no inline script, style or handler', async () => {
    const html = await (await server.get('/staff')).text();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) expect(tag).toContain(' src="/staff/');
  });

  it('finds every file it names, and every file its scripts import', async () => {
    const names = readdirSync(join(__dirname, 'page'));
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) {
      const response = await server.get(`/staff/${name}`);
      expect([name, response.status]).toEqual([name, 200]);
      const text = await response.text();
      for (const [, named] of text.matchAll(/(?:from '\.\/|(?:href|src)="\/staff\/)([\w.-]+)/g)) {
        expect(names).toContain(named);
      }
    }
  });

  it.each(['/staff/..%2f..%2foperations.module.ts', '/staff/nothing.js', '/staff/.env', '/staff/__proto__'])(
    'answers 404 for %s',
    async (path) => {
      expect((await server.get(path)).status).toBe(404);
    },
  );
});
