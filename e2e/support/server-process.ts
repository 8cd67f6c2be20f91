import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until';

const ROOT = join(__dirname, '../..');
const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 5_000;

export interface ServerProcess {
  /** e.g. `http://127.0.0.1:41234` */
  readonly origin: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the built server on a free port with data of its own; `withH5` also serves the built H5 app. Rejects with
 * what it printed when it does not become ready; says what to build when it is not built.
 */
export async function startServer(options: { readonly withH5?: boolean } = {}): Promise<ServerProcess> {
  const entry = builtFile('server/dist/main.js', 'server');
  if (options.withH5) builtFile('miniapp/dist/h5/index.html', 'h5');
  const port = await freePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'jm-e2e-'));
  const child = spawn(process.execPath, [entry], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      DATA_DIR: dataFolder,
      ...(options.withH5 ? { H5_DIR: join(ROOT, 'miniapp/dist/h5') } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await endProcess(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await until('the server to be ready', () => hasEnded(child) || answersReady(origin), READY_TIMEOUT_MS);
    if (hasEnded(child)) throw new Error(`it ended with code ${child.exitCode}`);
  } catch (error) {
    await stop();
    throw new Error(`the server did not start:\n${output()}`, { cause: error });
  }
  return { origin, output, stop };
}

function builtFile(path: string, target: string): string {
  const file = join(ROOT, path);
  if (!existsSync(file)) throw new Error(`${path} is not built: run node scripts/build.mjs ${target}`);
  return file;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: unknown): void => {
    text += String(chunk);
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function answersReady(origin: string): Promise<boolean> {
  return (await fetch(`${origin}/readyz`)).ok;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(timer);
}
