import { setImmediate as nextTurn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type Connection, type ConnectionOptions, createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';

/** How the database is looked after. */
export interface WatchLimits {
  readonly everyMs: number;
  /** Silence on every connection for so long, asked, is a database that is gone. */
  readonly patienceMs: number;
}

const LIMITS: WatchLimits = { everyMs: 1000, patienceMs: 3000 };

/** Whoever holds a connection longer asks something slow, or waits for somebody else with it. */
const LONG_MS = 1000;

/** As the drivers say it, so that whoever asked is answered 503 (platform/http/problem.filter). */
class DatabaseGone extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('the database does not answer');
    this.name = 'DatabaseGone';
  }
}

/** What is used of the driver, which types neither. */
interface Driver {
  createQueryRunner(mode: unknown): Runner;
  readonly pool: { on(event: 'enqueue', listener: () => void): void };
  obtainMasterConnection(): Promise<PoolConnection>;
}

interface Runner {
  readonly isTransactionActive: boolean;
  readonly databaseConnection?: { destroy(): void };
  release(): Promise<void>;
}

interface PoolConnection {
  readonly stream: {
    readonly bytesRead: number;
    readonly destroyed: boolean;
    once(event: 'close', listener: () => void): void;
    destroy(error: Error): void;
  };
  release(): void;
}

/**
 * Knows whether MySQL answers. A network that swallows what it is given tells nobody, and the driver waits as long as the
 * system does: a quarter of an hour, with every connection taken and everybody else in the queue behind them. So this one
 * asks each second on a connection of its own. When nothing at all has come back on any connection meanwhile, it lets go
 * of all of them and refuses new ones at once, until the database answers again. One that is only slow is left alone:
 * something always comes back from it.
 */
export class DatabaseWatch {
  private readonly logger = new Logger('Database');
  private readonly connections = new Set<PoolConnection>();
  private readonly waiting = new Set<(error: Error) => void>();
  private readonly heldSince = new WeakMap<PoolConnection, number>();
  private probe: Connection | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private asking: Promise<boolean> | undefined;
  private isGone = false;
  private stopped = false;
  /** How often somebody had to wait for a connection because all were taken. */
  waits = 0;
  /** How often a connection was given back after more than a second. */
  longHolds = 0;

  constructor(
    dataSource: DataSource,
    private readonly address: ConnectionOptions,
    private readonly limits: WatchLimits = LIMITS,
  ) {
    // the driver's own type says neither; the watch's spec is red when a release of it is another
    const driver = dataSource.driver as unknown as Driver;
    driver.pool.on('enqueue', () => {
      this.waits += 1;
    });
    const obtain = driver.obtainMasterConnection.bind(driver);
    driver.obtainMasterConnection = () => this.unlessGone(obtain);
    const create = driver.createQueryRunner.bind(driver);
    driver.createQueryRunner = (mode) => givenUpInside(create(mode));
    this.comeBack();
  }

  get inUse(): number {
    return this.connections.size;
  }

  get answers(): boolean {
    return !this.isGone;
  }

  /** @throws DatabaseGone */
  async ping(): Promise<void> {
    if (!this.isGone) await this.look();
    if (this.isGone) throw new DatabaseGone();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.probe?.destroy();
  }

  private comeBack(): void {
    this.timer = setTimeout(() => {
      void this.look().then(() => {
        if (!this.stopped) this.comeBack();
      });
    }, this.limits.everyMs);
    this.timer.unref();
  }

  /** One look at a time, whoever asks. */
  private look(): Promise<void> {
    this.looking ??= this.judge().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async judge(): Promise<void> {
    const before = new Map([...this.connections].map((each) => [each, each.stream.bytesRead]));
    const answers = (await this.answersInTime()) || this.hasHeardSince(before);
    if (this.stopped || answers === !this.isGone) return;
    this.isGone = !answers;
    if (answers) {
      this.logger.log({ database: 'answers again' });
      return;
    }
    this.logger.error({ alarm: 'database does not answer', connections: this.connections.size });
    this.letGo();
  }

  private async answersInTime(): Promise<boolean> {
    let answers = false;
    let late: NodeJS.Timeout | undefined;
    const asked = this.ask().then((said) => {
      answers = said;
    });
    await Promise.race([
      asked,
      new Promise((resolve) => {
        late = setTimeout(resolve, this.limits.patienceMs);
      }),
    ]);
    clearTimeout(late);
    // what came while this process itself was busy is still to be read
    await nextTurn();
    await nextTurn();
    if (!answers) this.breakOffProbe();
    return answers;
  }

  /** One question at a time: whoever looks next waits for the same answer. */
  private ask(): Promise<boolean> {
    this.asking ??= this.askTwice().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  /** A connection that was lost says nothing about the database: a new one does. Never rejects. */
  private async askTwice(): Promise<boolean> {
    for (const _ of ['on the one there is', 'on a new one']) {
      try {
        this.probe ??= await this.connect();
        await this.probe.query('SELECT 1');
        return true;
      } catch (error) {
        if (saidByServer(error)) return true;
        this.breakOffProbe();
      }
    }
    return false;
  }

  private async connect(): Promise<Connection> {
    const connection = await createConnection({ ...this.address, connectTimeout: this.limits.patienceMs });
    connection.on('error', () => undefined); // the next look finds out
    if (this.stopped) connection.destroy();
    return connection;
  }

  /** With an error: `destroy()` alone would leave whoever waits for its answer waiting. */
  private breakOffProbe(): void {
    // the driver's own type hides the stream behind a connection
    const probe = this.probe as unknown as { readonly connection: Pick<PoolConnection, 'stream'> } | undefined;
    probe?.connection.stream.destroy(new DatabaseGone());
    this.probe = undefined;
  }

  private know(connection: PoolConnection): void {
    if (this.connections.has(connection)) return;
    this.connections.add(connection);
    connection.stream.once('close', () => this.connections.delete(connection));
    // the pool tells nobody of one that goes straight to who waits for it
    const release = connection.release.bind(connection);
    connection.release = () => {
      if (performance.now() - (this.heldSince.get(connection) ?? Number.POSITIVE_INFINITY) > LONG_MS)
        this.longHolds += 1;
      release();
    };
  }

  private hasHeardSince(before: ReadonlyMap<PoolConnection, number>): boolean {
    return [...this.connections].some((each) => each.stream.bytesRead > (before.get(each) ?? 0));
  }

  private letGo(): void {
    for (const { stream } of this.connections) stream.destroy(new DatabaseGone());
    this.connections.clear();
    for (const refuse of this.waiting) refuse(new DatabaseGone());
    this.waiting.clear();
  }

  /** Whoever waits for a connection when the database is given up waits no longer; one that comes too late goes back. */
  private unlessGone(obtain: () => Promise<PoolConnection>): Promise<PoolConnection> {
    if (this.isGone) return Promise.reject(new DatabaseGone());
    return new Promise((resolve, reject) => {
      this.waiting.add(reject);
      obtain().then(
        (connection) => {
          this.know(connection);
          this.heldSince.set(connection, performance.now());
          if (this.waiting.delete(reject)) resolve(connection);
          else connection.release();
        },
        (error: unknown) => {
          this.waiting.delete(reject);
          reject(error);
        },
      );
    });
  }
}

/**
 * A node that has left its cluster refuses `ROLLBACK` too: whoever got that connection next would be inside a transaction
 * of somebody else's. It is closed, which undoes it.
 */
function givenUpInside(runner: Runner): Runner {
  const release = runner.release.bind(runner);
  runner.release = () => {
    if (runner.isTransactionActive) runner.databaseConnection?.destroy();
    return release();
  };
  return runner;
}

/** Too many connections, a wrong password: a server said so, and so it lives. The system's own errors are negative. */
function saidByServer(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number' && error.errno > 0;
}
