import { fork } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** A real Redis of our own, to be killed. */
export interface TestRedis {
  /** For `REDIS_URL`. */
  readonly url: string;
  /** With SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** With nothing in it; resolves when it answers. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Ends with this process, however that ends. */
export async function startRedis(): Promise<TestRedis> {
  const child = fork(join(root, 'scripts/lib/redis-process.mjs'), [], { cwd: root, execArgv: [] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = ended.then(() => Promise.reject(new Error('the Redis could not be started, or ended by itself')));
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
