import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { bureauSettings, SIMULATOR_PORTS } from './bureau-settings';
import { loadNotices } from './holidays';
import { until } from './until';

const ROOT = join(__dirname, '../..');
/** One that ended is told at once: only a machine that is held up needs as long. */
const READY_TIMEOUT_MS = 100_000;
const STOP_TIMEOUT_MS = 5_000;

export interface ServerProcess {
  /** e.g. `http://127.0.0.1:41234` */
  readonly origin: string;
  /** Where the simulators' people, desk, faults and journal are; empty without simulators. */
  readonly simulators: string;
  /** The folder with its data. */
  readonly data: string;
  /** Everything it has printed so far, in all its lives. */
  output(): string;
  /** Ends it without warning, as a power cut does. Its data stay. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same port and data; with these settings from now on. */
  startAgain(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Goes on at this instant, where the clock stands still, or in the time it is; with the simulators beside it. */
  moveClock(to: string | undefined): Promise<void>;
  /** Stops it, and the simulators, and removes the data. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Also serves the built H5 app. */
  readonly withH5?: boolean;
  /** Starts the simulated bureaus and WeChat beside it, connected both ways. */
  readonly withSimulators?: boolean;
  /** `moveClock` will be called: the simulators must remember over it. So they do where `CLOCK_AT` is set. */
  readonly movesClock?: boolean;
  /** Opens the times of the weeks ahead, as a server does: seconds of a core, for a journey that books one. */
  readonly opensTimes?: boolean;
  /** Further variables of the server's environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the built server on a free port with data of its own. Rejects with what it printed when it does not become
 * ready; says what to build when it is not built.
 */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const entry = builtFile('server/dist/main.js', 'server');
  if (options.withH5) builtFile('miniapp/dist/h5/index.html', 'h5');
  const port = await freePorts(1);
  const dataFolder = mkdtempSync(join(tmpdir(), 'jm-e2e-'));
  const simulatorsPort = options.withSimulators ? await freePorts(SIMULATOR_PORTS) : undefined;
  const env = environmentOf(options, { port, simulatorsPort, dataFolder });
  const server = new Life('the server', [entry], env, `http://127.0.0.1:${port}/readyz`);
  const simulators = simulatorsPort === undefined ? undefined : simulatorsOn(simulatorsPort, env);
  const house = {
    origin: `http://127.0.0.1:${port}`,
    simulators: simulatorsPort === undefined ? '' : `http://127.0.0.1:${simulatorsPort}`,
  };
  const stop = async (): Promise<void> => {
    await Promise.all([server.end(), simulators?.end()]);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await simulators?.begin();
    await server.begin();
    if (options.opensTimes && simulatorsPort !== undefined) await loadNotices(house, dayInShanghai(Date.now()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...house,
    data: dataFolder,
    output: () => server.output,
    kill: () => server.kill(),
    startAgain: (settings) => server.begin(settings),
    moveClock: async (to) => {
      await Promise.all([server.end(), simulators?.end()]);
      await simulators?.begin({ CLOCK_AT: to });
      await server.begin({ CLOCK_AT: to });
    },
    stop,
  };
}

/** What the server and the simulators are told. */
function environmentOf(
  options: ServerOptions,
  { port, simulatorsPort, dataFolder }: { port: number; simulatorsPort: number | undefined; dataFolder: string },
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(simulatorsPort === undefined ? {} : bureauSettings(simulatorsPort, port)),
    NODE_ENV: 'test',
    PORT: String(port),
    DATA_DIR: dataFolder,
    // a journey's messages must not wait for the morning because it runs at night
    QUIET_HOURS: 'off',
    OPENINGS: options.opensTimes ? 'on' : 'off',
    ...(options.withH5 ? { H5_DIR: join(ROOT, 'miniapp/dist/h5') } : {}),
    ...(options.movesClock || options.settings?.CLOCK_AT
      ? { SIMULATORS_STATE_DIR: join(dataFolder, 'simulators') }
      : {}),
    ...options.settings,
  };
}

function simulatorsOn(port: number, env: NodeJS.ProcessEnv): Life {
  const own = { ...env, SIMULATORS_PORT: String(port), TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.base.json') };
  const entry = ['--import', 'tsx', join(ROOT, 'e2e/simulators/main.ts')];
  return new Life('the simulators', entry, own, `http://127.0.0.1:${port}/__sim/people`);
}

/** A process that is ready once its URL answers, and may be started again after its end. */
class Life {
  output = '';
  private child: ChildProcess | undefined;

  constructor(
    private readonly name: string,
    private readonly args: readonly string[],
    private env: NodeJS.ProcessEnv,
    private readonly readyUrl: string,
  ) {}

  /** @param changes stay until they are changed again. */
  async begin(changes: NodeJS.ProcessEnv = {}): Promise<void> {
    this.env = { ...this.env, ...changes };
    const child = spawn(process.execPath, this.args, { cwd: ROOT, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: unknown) => {
        this.output += String(chunk);
      });
    }
    try {
      await until(`${this.name} to be ready`, () => hasEnded(child) || answers(this.readyUrl), READY_TIMEOUT_MS);
      if (hasEnded(child)) throw new Error(`it ended with code ${child.exitCode}`);
    } catch (error) {
      await this.end();
      throw new Error(`${this.name} did not start:\n${this.output}`, { cause: error });
    }
  }

  async kill(): Promise<void> {
    if (!this.child || hasEnded(this.child)) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(timer);
  }
}

function builtFile(path: string, target: string): string {
  const file = join(ROOT, path);
  if (!existsSync(file)) throw new Error(`${path} is not built: run node scripts/build.mjs ${target}`);
  return file;
}

/** The first of so many ports in a row that nobody listens on now; below those the system gives out by itself. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 15_000 + Math.floor(Math.random() * 15_000);
    const row = Array.from({ length: count }, (_, at) => isFree(first + at));
    if ((await Promise.all(row)).every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(url)).ok;
}
