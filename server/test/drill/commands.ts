import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

export interface Said {
  readonly code: number | null;
  readonly said: string;
  readonly ms: number;
}

/** Runs one of the operators' commands of `scripts/` as an operator does, with this environment and no other settings. */
export async function command(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Said> {
  const began = performance.now();
  const { said, ended } = begin(name, args, env);
  const code = await ended;
  return { code, said: said(), ms: performance.now() - began };
}

export interface Begun {
  readonly process: ChildProcess;
  said(): string;
  readonly ended: Promise<number | null>;
}

export function begin(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Begun {
  const clean = { PATH: process.env.PATH ?? '', ...env };
  const child = spawn(process.execPath, [join(root, 'scripts', `${name}.mjs`), ...args], { cwd: root, env: clean });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return {
    process: child,
    said: () => text,
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
}
