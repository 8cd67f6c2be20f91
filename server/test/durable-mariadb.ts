import { fork } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** A MariaDB of our own that loses nothing it acknowledged, to be killed, or to be given a slow disk. */
export interface DurableMariadb {
  /** For `TEST_DATABASE_URL`. */
  readonly url: string;
  /** With SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** On what it left; resolves when it answers. */
  startAgain(): Promise<void>;
  /** Nothing of it is left. */
  stop(): Promise<void>;
}

export interface DurableSettings {
  /** With `sync_binlog=1`, or without any. */
  readonly binaryLog: boolean;
  /** Data that are there already, e.g. restored ones; they stay when it stops. */
  readonly data?: string;
  /** A shared object that is loaded into it. */
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Ends with this process, however that ends. */
export async function startDurableMariadb({ env, ...settings }: DurableSettings): Promise<DurableMariadb> {
  const child = fork(join(root, 'scripts/lib/mariadb-process.mjs'), [JSON.stringify(settings)], {
    cwd: root,
    env: { ...process.env, ...env },
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = ended.then(() => Promise.reject(new Error('the MariaDB could not be started, or ended by itself')));
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
