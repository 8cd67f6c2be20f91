import { type ForkOptions, fork } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** A real store of our own, to be killed. */
export interface KeptStore {
  readonly url: string;
  /** With SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it answers. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Started by one of `scripts/lib`'s processes, which obeys and ends with this process, however that ends. */
export async function startKeptStore(
  what: string,
  script: string,
  args: readonly string[] = [],
  env: ForkOptions['env'] = {},
): Promise<KeptStore> {
  const options = { cwd: root, env: { ...process.env, ...env }, execArgv: [] };
  const child = fork(join(root, 'scripts/lib', script), [...args], options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = ended.then(() => Promise.reject(new Error(`the ${what} could not be started, or ended by itself`)));
  failed.catch(() => undefined);
  const next = () => Promise.race([new Promise<unknown>((resolve) => child.once('message', resolve)), failed]);
  const { url } = (await next()) as { readonly url: string }; // the first thing it says
  const order = async (name: string) => {
    const done = next();
    child.send(name);
    await done;
  };
  return {
    url,
    kill: () => order('kill'),
    startAgain: () => order('startAgain'),
    stop: () => {
      if (child.connected) child.send('stop');
      return ended;
    },
  };
}
