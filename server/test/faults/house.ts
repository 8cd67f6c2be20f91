import { createConnection } from 'mysql2/promise';
import { aVoyage } from '../a-voyage';
import { type Child, SHIPPED, start } from '../child';
import type { Caller } from '../crash/asking';
import { type Bureaus, startBureaus } from '../crash/bureaus';
import { serverEnv } from '../crash/crash';
import { Dice } from '../crash/dice';
import { openWindows, settle } from '../crash/town';
import { databaseAt, type TestDatabase } from '../database';
import { type DurableMariadb, startDurableMariadb } from '../durable-mariadb';
import { type FaultProxy, faultProxy } from '../fault-proxy';
import { startIdentityDesk } from '../identity-desk';
import { startServer, type TestServer } from '../server';
import { until } from '../until';
import { Crowd } from './crowd';
import { Office } from './office';
import type { FaultRun } from './promises';

/** Those that take our messages, and those that are asked while somebody waits. */
export const TOLD = [
  'marriage-registry',
  'social-assistance',
  'disability-benefits',
  'child-welfare',
  'eldercare',
  'funeral-affairs',
  'means-verification',
  'sms',
] as const;
export const BUREAUS = [...TOLD, 'identity', 'wechat'] as const;
export type FaultyBureau = (typeof BUREAUS)[number];

const CAPACITIES = [100_000, 100_000, 100_000];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Parts {
  readonly mariadb: DurableMariadb;
  readonly database: TestDatabase;
  readonly toDatabase: FaultProxy;
  readonly toBureau: Readonly<Record<FaultyBureau, FaultProxy>>;
  readonly bureaus: Bureaus;
  /** For a server, each of its lines by way of a proxy. */
  readonly env: Readonly<Record<string, string>>;
  readonly callers: readonly Caller[];
  readonly windowIds: readonly string[];
  /** A voyage with room for everybody. */
  readonly voyageId: string;
  readonly closing: readonly (() => Promise<unknown>)[];
}

/** The product's own servers, each line of theirs through a proxy of ours, and people who come to them. */
export class FaultHouse {
  private readonly servers: Child[] = [];

  private constructor(
    readonly dice: Dice,
    private readonly parts: Parts,
  ) {}

  static async open({ seed }: FaultRun, people: number): Promise<FaultHouse> {
    const mariadb = await startDurableMariadb({ binaryLog: false });
    const database = await databaseAt(mariadb.url);
    const [bureaus, desk] = [
      await startBureaus(['funeral-affairs', 'means-verification', 'sms']),
      await startIdentityDesk(),
    ];
    const straight = { ...serverEnv(database, bureaus), ...desk.env };
    const { databaseUrl = '' } = database.config;
    const toDatabase = await through(databaseUrl);
    const lines = await Promise.all(
      BUREAUS.map(async (code) => [code, await through(straight[urlOf(code)] ?? '')] as const),
    );
    const env = {
      ...straight,
      DATABASE_URL: toDatabase.through(databaseUrl),
      ...Object.fromEntries(lines.map(([code, { url }]) => [urlOf(code), url])),
    };
    const toBureau = Object.fromEntries(lines) as Record<FaultyBureau, FaultProxy>; // one line for each of them
    const closing = [toDatabase, ...lines.map(([, line]) => line), bureaus, desk.bureau].map(
      (each) => () => each.close(),
    );
    const prepared = await prepare(straight, database, people);
    return new FaultHouse(new Dice(seed), {
      ...{ mariadb, database, toDatabase, toBureau, bureaus, env, closing },
      ...prepared,
    });
  }

  get mariadb(): DurableMariadb {
    return this.parts.mariadb;
  }

  get toDatabase(): FaultProxy {
    return this.parts.toDatabase;
  }

  get toBureau(): Readonly<Record<FaultyBureau, FaultProxy>> {
    return this.parts.toBureau;
  }

  get bureaus(): Bureaus {
    return this.parts.bureaus;
  }

  get callers(): readonly Caller[] {
    return this.parts.callers;
  }

  get windowIds(): readonly string[] {
    return this.parts.windowIds;
  }

  crowd(url: () => string | undefined): Crowd {
    const { callers, windowIds, dice } = this;
    return new Crowd({ callers, windowIds, voyageId: this.parts.voyageId, dice, url });
  }

  /** Takes each case that reaches a street, which is when means are looked up. */
  office(url: () => string | undefined): Office {
    const office = new Office(this.bureaus, url);
    this.bureaus.onTaken = (code, delivery) => office.took(code, delivery);
    return office;
  }

  /** `main.ts` as it is shipped. */
  async boot(env: Readonly<Record<string, string>> = {}): Promise<{ readonly child: Child; readonly url: string }> {
    const child = start(SHIPPED, [], { ...this.parts.env, ...env });
    this.servers.push(child);
    await child.says('ready at ');
    return { child, url: /ready at (\S+)/.exec(child.said())?.[1] ?? '' };
  }

  /** Straight from the database, past every fault. */
  async sql<Row>(query: string): Promise<readonly Row[]> {
    const connection = await createConnection(this.parts.database.config.databaseUrl ?? '');
    const [rows] = await connection.query(query);
    await connection.end();
    return rows as unknown as readonly Row[]; // the query’s own columns, which its type cannot know
  }

  /** How long it took until nothing waited for a bureau any more, in seconds. */
  async drained(withinMs: number): Promise<number> {
    const began = performance.now();
    await until(async () => {
      const waiting = await this.sql<{ left: number }>(
        "SELECT COUNT(*) AS `left` FROM outbox_message WHERE state IN ('waiting', 'dead') AND bureau <> 'wechat'",
      );
      if (Number(waiting[0]?.left) > 0) throw new Error(`${waiting[0]?.left} messages wait`);
    }, withinMs).catch(() => undefined);
    return (performance.now() - began) / 1000;
  }

  /** Words that are missing at a bureau, or had an effect nobody asked for. The key of each is its message's id. */
  async effectsNotOnce(): Promise<readonly string[]> {
    const rows = await this.sql<{ id: string; state: string; why: string | null }>(
      `SELECT id, state, why FROM outbox_message WHERE bureau IN ('${TOLD.join("', '")}')`,
    );
    const { effects } = this.bureaus;
    const ids = new Set(rows.map(({ id }) => id));
    return [
      ...rows.filter(({ id }) => !effects.has(id)).map(({ id, state }) => `${id} (${state}) never arrived`),
      ...[...effects.keys()].filter((key) => !ids.has(key)).map((key) => `${key} was nobody’s message`),
      ...rows.filter(isGivenUp).map(({ id, state, why }) => `${id} is ${state}: ${why}`),
    ];
  }

  async close(): Promise<void> {
    for (const { process } of this.servers) process.kill('SIGKILL');
    await Promise.all(this.servers.map((child) => child.ends()));
    await Promise.all(this.parts.closing.map((close) => close()));
    await this.parts.database.remove().catch(() => undefined);
    await this.mariadb.stop();
  }
}

/** Residents and times, made by a server of ours on the straight way. */
async function prepare(env: Readonly<Record<string, string>>, database: TestDatabase, people: number) {
  const server = await startServer(env, database);
  try {
    const windowIds = await openWindows(server, CAPACITIES);
    return { callers: await settled(server, people), windowIds, voyageId: await aVoyage(server, soon()) };
  } finally {
    await server.stop();
  }
}

/** In two months, open since yesterday, with room for all who come. */
function soon() {
  const morning = Date.parse(`${new Date().toISOString().slice(0, 10)}T00:30:00Z`);
  const startsAt = new Date(morning + 60 * DAY_MS);
  const at = new Date(startsAt.getTime() - 2 * HOUR_MS);
  return {
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR_MS), opensAt: new Date(morning - DAY_MS) },
    ...{ closesAt: new Date(startsAt.getTime() - 3 * DAY_MS), capacity: { urns: 50_000, seats: 100_000 } },
    ...{ meeting: { place: '天津市殡仪服务总站', at }, timetable: [{ step: 'gather' as const, at }] },
  };
}

/** On a busy machine WeChat's line may give up on somebody before anything is broken. */
async function settled(server: TestServer, people: number): Promise<readonly Caller[]> {
  for (let left = 10; ; left -= 1) {
    try {
      return await settle(server, people);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** What arrived, had its answer by a callback, and is not said a second time is no loss. */
const isGivenUp = ({ state, why }: { readonly state: string; readonly why: string | null }): boolean =>
  state === 'dead' || (state === 'rejected' && why !== 'rejected (not-wanted)');

const urlOf = (code: FaultyBureau): string =>
  code === 'wechat' || code === 'sms'
    ? `${code.toUpperCase()}_URL`
    : `BUREAU_${code.toUpperCase().replaceAll('-', '_')}_URL`;

async function through(url: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(url);
  return faultProxy({ to: { host: hostname, port: Number(port) } });
}
