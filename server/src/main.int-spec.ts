import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, start } from '../test/child';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { startServer } from '../test/server';
import { Database } from './platform/database/database.module';
import { DataKeys } from './platform/sealing/data-keys';

let database: TestDatabase;
const children: Child[] = [];

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ends();
  }
  await database.remove();
});

function run(file: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Child {
  const { databaseUrl, dataDir } = database.config;
  const own = { PORT: '0', DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  const child = start(file, args, { ...own, ...env });
  children.push(child);
  return child;
}

async function ready(child: Child): Promise<string> {
  await child.says('ready at http://');
  return /ready at (\S+)/.exec(child.said())?.[1] ?? '';
}

/** A port something else listens on. */
async function takenPort(): Promise<{ port: string; free: () => void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { port: String((server.address() as AddressInfo).port), free: () => server.close() };
}

/** All that production asks for, and an address where no database is. */
function inProductionWithoutDatabase(): Record<string, string> {
  const dataKeysFile = join(database.config.dataDir, 'keys.json');
  DataKeys.open(dataKeysFile, { makeIfAbsent: true });
  const password = randomBytes(18).toString('base64url');
  return {
    ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PUBLIC_ORIGIN: 'https://mz.example.cn', TRUSTED_PROXIES: 'none' },
    ...{ DATABASE_URL: `mysql://serves:${password}@127.0.0.1:1/jinmen`, DATA_KEYS_FILE: dataKeysFile },
  };
}

describe('the server process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops by itself at %s, before it would be cut off, and leaves no lock',
    async (signal) => {
      const child = run('src/main.ts');
      const url = await ready(child);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      child.process.kill(signal);
      expect(await child.ends()).toBe(0);
      expect(existsSync(join(database.config.dataDir, 'lock'))).toBe(false);
      expect(existsSync(join(database.config.dataDir, 'operator.sock'))).toBe(false);
    },
  );

  it.each(['PORT', 'INTERNAL_PORT'])('says which port is taken and that %s chooses another', async (variable) => {
    const taken = await takenPort();
    const child = run('src/main.ts', [], { [variable]: taken.port });
    expect(await child.ends()).toBe(1);
    taken.free();
    expect(child.said()).toContain(
      `port ${taken.port} is taken: stop what uses it, or set ${variable} to another port`,
    );
    expect(child.said()).not.toContain('    at ');
  });

  it.each(['src/main.ts', 'src/retention.main.ts'])(
    'of %s says where it failed when nobody caught that, and nothing of what the statement was about',
    async (file) => {
      const { dataDir } = database.config;
      const child = start(file, [], { NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir }, './test/unheard-failure.ts');
      expect(await child.ends()).toBe(1);
      expect(child.said()).toContain('{"level":"fatal","alarm":"the process ends","error":"QueryFailedError"}');
      expect(child.said()).toMatch(/at .*unheard-failure/);
      expect(child.said()).not.toMatch(/测试甲|11010519491231002X|INSERT/);
    },
  );

  it('says everything that is wrong with its configuration and does not start', async () => {
    const child = run('src/main.ts', [], {
      NODE_ENV: 'production',
      CLOCK_AT: '2026-01-01T00:00:00Z',
      DATABASE_URL: '',
    });
    expect(await child.ends()).toBe(1);
    for (const words of ['DATABASE_URL is required', 'PUBLIC_ORIGIN is required', 'CLOCK_AT is a test switch']) {
      expect(child.said()).toContain(words);
    }
  });

  it.each(['AUDIT_ANCHOR_FILE', 'DELETION_LEDGER_FILE'])(
    'asks in production for its files before its database: not while %s cannot be appended to',
    async (variable) => {
      const { dataDir } = database.config;
      const files = {
        AUDIT_ANCHOR_FILE: join(dataDir, 'a', 'anchors'),
        DELETION_LEDGER_FILE: join(dataDir, 'd', 'ledger'),
      };
      const env = { ...inProductionWithoutDatabase(), ...files };
      // a folder lies where the file would: root, who runs the tests in a container, may do everything else
      const inTheWay = join(dataDir, 'in-the-way');
      mkdirSync(inTheWay);
      const refused = run('src/main.ts', [], { ...env, [variable]: inTheWay });
      expect(await refused.ends()).toBe(1);
      expect(refused.said()).toContain(`- ${variable} ${inTheWay}: EISDIR`);
      expect(refused.said()).toContain(`must be writable by user ${process.getuid?.()}, who runs this server`);
      expect(refused.said()).not.toMatch(/ECONNREFUSED| {4}at /);
      const taken = run('src/main.ts', [], env);
      expect(await taken.ends()).toBe(1);
      expect(taken.said()).toContain('ECONNREFUSED');
      expect(Object.values(files).map((file) => existsSync(file))).toEqual([true, true]);
    },
  );

  it('takes over what a killed one left behind', async () => {
    const first = run('src/main.ts');
    await ready(first);
    first.process.kill('SIGKILL');
    await first.ends();
    const second = run('src/main.ts');
    expect((await fetch(`${await ready(second)}/readyz`)).status).toBe(200);
  });

  it('is refused a second time on the embedded database, and welcome on MySQL', async () => {
    const first = run('src/main.ts');
    await ready(first);
    const second = run('src/main.ts');
    if (database.dialect === 'mysql') {
      await ready(second);
      return;
    }
    expect(await second.ends()).toBe(1);
    expect(second.said()).toContain(`DATA_DIR ${database.config.dataDir} is in use by process ${first.process.pid}`);
    expect(second.said()).not.toContain('    at ');
  });

  it('starts beside another that starts at the same moment on the same empty MySQL', async () => {
    if (database.dialect === 'embedded') return;
    const both = [run('src/main.ts'), run('src/main.ts'), run('src/main.ts')];
    for (const url of await Promise.all(both.map(ready))) {
      const { districts } = (await (await fetch(`${url}/api/v1/places`)).json()) as { districts: unknown[] };
      expect(districts).toHaveLength(16);
      expect(((await (await fetch(`${url}/api/v1/standards`)).json()) as { version: number }).version).toBe(1);
    }
  });

  it('shows metrics on INTERNAL_PORT only', async () => {
    const { port, free } = await takenPort();
    free();
    const child = run('src/main.ts', [], { INTERNAL_PORT: port });
    const url = await ready(child);
    await fetch(`${url}/healthz`);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toContain('http_requests_total{method="GET",route="/healthz",status="200"} 1');
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });
});

describe('readiness', () => {
  it('waits for the simulators when told where they are', async () => {
    let awake = false;
    const simulators = createHttpServer((_request, response) => response.writeHead(awake ? 200 : 503).end('[]'));
    await new Promise<void>((resolve) => simulators.listen(0, '127.0.0.1', resolve));
    const { port } = simulators.address() as AddressInfo;
    const server = await startServer({ SIMULATORS_URL: `http://127.0.0.1:${port}` });
    const before = await server.get('/readyz');
    expect([before.status, ((await before.json()) as { code: string }).code]).toEqual([503, 'server.unavailable']);
    expect((await server.get('/healthz')).status).toBe(200);
    awake = true;
    expect((await server.get('/readyz')).status).toBe(200);
    await server.end();
    simulators.closeAllConnections();
    simulators.close();
  });

  it('is gone while the database does not answer, and life is not', async () => {
    const server = await startServer();
    const ping = jest.spyOn(server.app.get(Database), 'ping').mockRejectedValue(new Error('gone'));
    expect((await server.get('/readyz')).status).toBe(503);
    ping.mockImplementation(() => new Promise(() => undefined));
    expect((await server.get('/readyz')).status).toBe(503);
    expect((await server.get('/healthz')).status).toBe(200);
    ping.mockRestore();
    expect((await server.get('/readyz')).status).toBe(200);
    await server.end();
  });
});

describe('the phone app at /', () => {
  it('is served with its own inline script allowed, hashed files for ever, and no page for other paths', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'jinmen-h5-'));
    writeFileSync(join(dir, 'index.html'), '<!doctype html><script>1</script><script src="app.0a1b2c3d.js"></script>');
    writeFileSync(join(dir, 'app.0a1b2c3d.js'), '2');
    writeFileSync(join(dir, 'plain.js'), '3');
    const server = await startServer({ H5_DIR: dir });
    const page = await server.get('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='");
    expect((await server.get('/app.0a1b2c3d.js')).headers.get('cache-control')).toContain('immutable');
    expect((await server.get('/plain.js')).headers.get('cache-control')).toBe('no-cache');
    for (const path of ['/nothing', '/api/v1/nothing', '/../package.json', '/%2e%2e/package.json']) {
      const response = await server.get(path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    await server.end();
    rmSync(dir, { recursive: true });
  });
});
