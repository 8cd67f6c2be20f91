import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from '../support/until';
import { startSimulatorServer } from './_kit/simulator-server';
import { indexPage } from './index-page';
import { people } from './people';

const PORT = 13_310;
const BASE = `http://127.0.0.1:${PORT}`;

interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
}

function start(port: string): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'main.ts')], {
    env: { ...process.env, SIMULATORS_PORT: port, TSX_TSCONFIG_PATH: join(__dirname, '../../tsconfig.base.json') },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return { process: child, output: () => output };
}

describe('the simulators', () => {
  let running: Started;

  beforeAll(async () => {
    running = start(String(PORT));
    await until('the simulators to be ready', () => running.output().includes('simulators ready'));
  });
  afterAll(() => {
    running.process.kill('SIGKILL');
  });

  it('list every person with a name and a scenario', async () => {
    const response = await fetch(`${BASE}/__sim/people`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual(people);
  });

  it('show the same people on a page for human eyes', async () => {
    const page = await (await fetch(BASE)).text();
    for (const { name } of people) expect(page).toContain(name);
  });

  it('answer 404 where nothing is simulated and 405 for another method', async () => {
    expect((await fetch(`${BASE}/none`)).status).toBe(404);
    expect((await fetch(`${BASE}/__sim/people`, { method: 'POST' })).status).toBe(405);
  });

  it('refuse a taken port and name the variable that changes it', async () => {
    const second = start(String(PORT));
    const [code] = await once(second.process, 'exit');
    expect(code).toBe(1);
    expect(second.output()).toContain(`port ${PORT} is already in use; set SIMULATORS_PORT to another port`);
  });

  it('refuse a port that is no number and name the variable', async () => {
    const wrong = start('abc');
    const [code] = await once(wrong.process, 'exit');
    expect(code).toBe(1);
    expect(wrong.output()).toContain('SIMULATORS_PORT must be a port number between 1 and 65535, not "abc"');
  });

  it('end cleanly on SIGTERM although a client keeps its connection open', async () => {
    await fetch(BASE);
    running.process.kill('SIGTERM');
    const [code] = await once(running.process, 'exit');
    expect(code).toBe(0);
  });
});

describe('the people', () => {
  it('have different names, each a scenario and none like the name of a real person', () => {
    const names = people.map((person) => person.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/[-0-9]|级|岁|年龄/u);
  });

  it('cannot break the page with what their scenario says', () => {
    const page = indexPage([{ name: '<b>', scenario: '"a" & <script>' }]);
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toContain('<script>');
  });
});

describe('startSimulatorServer', () => {
  it('takes a free port when asked for port 0', async () => {
    const server = await startSimulatorServer(0, { 'GET /': () => ({ json: {} }) });
    expect(server.port).toBeGreaterThan(0);
    await server.close();
  });
});
