import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const server = join(__dirname, '..');

export interface Child {
  readonly process: ChildProcess;
  /** Everything it has said so far, both streams. */
  said(): string;
  /** Resolves when it has said the words; rejects when it ends before. */
  says(words: string): Promise<void>;
  /** Resolves to its exit code. */
  ends(): Promise<number | null>;
}

/** As it is shipped, where `npm run build` has put it: it starts in the time a server takes. */
export const SHIPPED = 'dist/main.js';

/**
 * Runs one of the server's sources, or what was built of them, in a process of its own; `preload` is another source that
 * it loads first.
 */
export function start(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  preload?: string,
): Child {
  const clean = { PATH: process.env.PATH ?? '', ...(sharedSource() ?? {}), ...env };
  const needed = file.startsWith('dist/') ? [] : ['./test/register-swc.cjs'];
  const first = [...needed, ...(preload === undefined ? [] : [preload])].flatMap((each) => ['-r', each]);
  const child = spawn(process.execPath, [...first, file, ...args], { cwd: server, env: clean });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    said: () => text,
    ends: () => ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (text.includes(words)) resolve();
        };
        listeners.add(check);
        check();
        void ended.then(() => reject(new Error(`it ended without saying "${words}" but: ${text}`)));
      }),
  };
}

function sharedSource(): { TEST_SHARED_SRC: string } | undefined {
  const path = process.env.TEST_SHARED_SRC;
  return path === undefined ? undefined : { TEST_SHARED_SRC: path };
}
