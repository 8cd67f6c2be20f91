import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

const root = join(__dirname, '../../../..');
const WHOLE_MS = 120_000;

export type BroughtBy = 'a copy' | 'what it missed' | 'nothing';

/** Three Galera nodes of our own (scripts/lib/galera.mjs). They end with this process, however that ends. */
export class ThreeNodes {
  private asked = 0;
  private readonly waiting = new Map<number, { resolve(done: unknown): void; reject(why: Error): void }>();

  private constructor(
    readonly urls: readonly string[],
    private readonly child: ReturnType<typeof fork>,
  ) {
    child.on('message', ({ id, done, failed }: { id: number; done?: unknown; failed?: string }) => {
      const one = this.waiting.get(id);
      this.waiting.delete(id);
      if (failed === undefined) one?.resolve(done);
      else one?.reject(new Error(failed));
    });
    child.once('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the nodes ended by themselves'));
    });
  }

  static async start(settings: readonly string[]): Promise<ThreeNodes> {
    const line = [JSON.stringify({ settings })];
    const child = fork(join(root, 'scripts/lib/galera-process.mjs'), line, { cwd: root, execArgv: [] });
    const urls = await new Promise<readonly string[]>((resolve, reject) => {
      child.once('message', (said: { urls: readonly string[] }) => resolve(said.urls));
      child.once('exit', () => reject(new Error('the nodes could not be started')));
    });
    return new ThreeNodes(urls, child);
  }

  /** With SIGKILL; resolves when it is gone. */
  kill(at: number): Promise<void> {
    return this.order('kill', at);
  }

  /** Resolves when it is up to date, to how it was brought there. */
  startAgain(at: number): Promise<BroughtBy> {
    return this.order('startAgain', at);
  }

  freeze(at: number): Promise<void> {
    return this.order('freeze', at);
  }

  thaw(at: number): Promise<void> {
    return this.order('thaw', at);
  }

  /** All are dead: which one knew most and began anew, and the number of the last write each knew. */
  bootstrap(): Promise<{ readonly first: number; readonly seqnos: readonly number[] }> {
    return this.order('bootstrap');
  }

  async stop(): Promise<void> {
    if (!this.child.connected) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    await this.order('stop').catch(() => undefined);
    await ended;
  }

  /** Until all three say that all three are there and up to date. */
  async whole(): Promise<void> {
    const until = performance.now() + WHOLE_MS;
    for (;;) {
      const states = await Promise.all(this.urls.map((_, at) => this.state(at)));
      if (states.every((state) => state === 'Primary ON 4 3')) return;
      if (performance.now() > until) throw new Error(`the three nodes did not come together again: ${states.join()}`);
      await pause(100);
    }
  }

  /** Which node the row names; the first when it names none that is there. */
  async writer(): Promise<number> {
    const uuids = await Promise.all(this.urls.map((_, at) => this.status(at, ['wsrep_gcomm_uuid'])));
    const holder = await this.on(0, async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>(
        `SELECT TABLE_SCHEMA AS name FROM information_schema.TABLES WHERE TABLE_NAME = 'job_lease'`,
      );
      const row = `SELECT holder FROM \`${rows[0]?.name}\`.job_lease WHERE name = 'database-writer'`;
      const [found] = await connection.query<RowDataPacket[]>(row);
      return String(found[0]?.holder);
    });
    return Math.max(0, uuids.indexOf(holder));
  }

  /** What this node answers to a statement: `ok`, or the number of its error. */
  async says(at: number, sql: string): Promise<string> {
    return this.on(at, (connection) => connection.query(sql).then(() => 'ok')).catch((error: { errno?: number }) =>
      String(error.errno ?? 'no answer'),
    );
  }

  private async state(at: number): Promise<string> {
    const names = ['wsrep_cluster_status', 'wsrep_ready', 'wsrep_local_state', 'wsrep_cluster_size'];
    return this.status(at, names).catch(() => 'no answer');
  }

  private status(at: number, names: readonly string[]): Promise<string> {
    return this.on(at, async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>("SHOW STATUS LIKE 'wsrep_%'");
      const values = new Map(rows.map(({ Variable_name, Value }) => [String(Variable_name), String(Value)]));
      return names.map((name) => values.get(name)).join(' ');
    });
  }

  private async on<Result>(at: number, work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = await createConnection({ uri: this.urls[at] as string, connectTimeout: 2000 }); // 0 to 2
    try {
      return await work(connection);
    } finally {
      connection.destroy();
    }
  }

  private order<Done>(order: string, ...args: readonly unknown[]): Promise<Done> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: (done) => resolve(done as Done), reject }); // as galera.mjs answers it
      this.child.send({ id, order, args });
    });
  }
}
