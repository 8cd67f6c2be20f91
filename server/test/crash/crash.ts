import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Transactions } from '../../src/platform/database/transactions';
import type { TestDatabase } from '../database';
import { startServer, type TestServer } from '../server';
import { Asking, type Heard, nothingHeard } from './asking';
import { type Bureaus, startBureaus } from './bureaus';
import { Dice } from './dice';
import { Fleet } from './fleet';
import { Journeys, nothingTold, type Told } from './journeys';
import { type Found, look } from './looking';
import { openWindows, settle } from './town';

/** A kill should hit people who are being given something: so many answers come first. */
const YESES_BETWEEN = 12;
const STUCK_MS = 120_000;
const DELIVERED_MS = 120_000;
const CAPACITIES = [100_000, 100_000, 100_000, 12, 6, 3];

/** Something that is done to what keeps the rows while people are being given something, so many times. */
export interface Harm {
  readonly what: string;
  readonly times: number;
  /** Resolves when everything may be harmed again. */
  act(stage: Stage): Promise<Notes | undefined>;
}

/** What somebody who does harm can see. */
export interface Stage {
  readonly dice: Dice;
  readonly heard: Heard;
  /** Of the servers that are ready now. */
  urls(): readonly string[];
}

/** What came of it, for the table. */
export interface Notes {
  readonly node: number;
  readonly rejoinMs: number;
  readonly by: string;
  readonly refused?: string;
  readonly seqnos?: string;
}

export interface CrashWish {
  readonly database: TestDatabase;
  readonly harms: readonly Harm[];
  readonly servers: number;
  readonly serverKills: number;
  /** What this server is told besides what all are; by its place, from 0. */
  readonly toldTo?: (server: number) => Readonly<Record<string, string>>;
  /** Loaded into every server before anything else: a fault planted there must be found (see plants.ts). */
  readonly preload?: string;
  /** Phones that book, and phones that hand in, at the same time. */
  readonly phones: { readonly booking: number; readonly handingIn: number };
  readonly seed: number;
  /** Told what goes on. */
  readonly say?: (line: string) => void;
}

export interface CrashReport {
  readonly serverKills: number;
  /** What was done to what keeps the rows, and when, in the order it was done. */
  readonly harmed: readonly Harmed[];
  /** Servers that ended although nobody killed them: their last words. */
  readonly diedAlone: readonly string[];
  /** What they logged of what became a 5xx, and how often. */
  readonly logged: ReadonlyMap<string, number>;
  readonly heard: Heard;
  readonly told: Told;
  /** Answers that were given again out of the database. */
  readonly replays: number;
  readonly found: Found;
}

/** By the clock of `performance.now()`. */
export interface Harmed {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly notes?: Notes | undefined;
}

/** For the product's own server, and one of ours beside it. */
export function serverEnv({ config }: TestDatabase, bureaus: Bureaus): Readonly<Record<string, string>> {
  const { databaseUrl, dataDir } = config;
  const own = { NODE_ENV: 'test', PORT: '0', OPENINGS: 'off', LOG_LEVEL: 'error', QUIET_HOURS: 'off' };
  return { ...own, DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}), ...bureaus.env };
}

/** Kills whatever can be killed under a crowd, and holds what is there afterwards against what anybody was told. */
export async function crash(wish: CrashWish): Promise<CrashReport> {
  const bureaus = await startBureaus();
  const env = serverEnv(wish.database, bureaus);
  const { toldTo = () => ({}), preload } = wish;
  const fleet = new Fleet(wish.servers, (at) => ({ ...env, ...toldTo(at) }), preload);
  try {
    return await storm(wish, fleet, bureaus, env);
  } finally {
    await fleet.stop();
    await bureaus.close();
  }
}

async function storm(wish: CrashWish, fleet: Fleet, bureaus: Bureaus, env: Readonly<Record<string, string>>) {
  const { say = () => undefined, phones, database } = wish;
  const dice = new Dice(wish.seed);
  const prepared = await withServer(env, database, async (server) => ({
    booking: await settle(server, phones.booking),
    handingIn: await settle(server, phones.handingIn),
    windowIds: await openWindows(server, CAPACITIES),
  }));
  await fleet.start();
  say(`${wish.servers} servers, ${phones.booking} phones that book and ${phones.handingIn} that hand in`);
  const [heard, told] = [nothingHeard(), nothingTold()];
  const asking = new Asking(fleet, dice, heard);
  const journeys = new Journeys(asking, dice, prepared.windowIds, told);
  let goesOn = true;
  let failed: unknown;
  const end = (error: unknown) => {
    failed ??= error;
    goesOn = false;
  };
  const crowd = [
    ...prepared.booking.map((caller) => journeys.booking(caller, () => goesOn)),
    ...prepared.handingIn.map((caller) => journeys.submission(caller, () => goesOn)),
  ].map((each) => each.catch(end));
  const harmed: Harmed[] = [];
  let phonesLeft = crowd.length;
  for (const phone of crowd) void phone.then(() => (phonesLeft -= 1));
  const storm = { fleet, dice, heard, harmed, failed: () => failed, isOver: () => phonesLeft === 0 };
  await kills(wish, storm).catch(end);
  goesOn = false;
  await allAnswered(crowd, heard);
  if (failed !== undefined) throw failed;
  await fleet.whole();
  say('the storm is over: every key is asked again, and the bureaus are waited for');
  await askedAgain(asking, heard);
  await delivered(env, database, fleet);
  await fleet.stop();
  const { found, replays } = await withServer(env, database, async (server) => ({
    found: await look(server, heard, told, bureaus.effects),
    replays: await replaysIn(server),
  }));
  const { kills: serverKills, diedAlone, logged } = fleet;
  return { serverKills, harmed, diedAlone, logged, heard, told, replays, found };
}

interface Storm {
  readonly fleet: Fleet;
  readonly dice: Dice;
  readonly heard: Heard;
  readonly harmed: Harmed[];
  failed(): unknown;
  /** No phone is left that wants anything. */
  isOver(): boolean;
}

/** All of it in an order of chance, each while people are being given something. */
async function kills(wish: CrashWish, storm: Storm): Promise<void> {
  const { fleet, dice, heard, harmed } = storm;
  const { serverKills, harms, say = () => undefined } = wish;
  const server: Harm = { what: 'server', times: serverKills, act: () => killServer(fleet, dice) };
  const order = dice.shuffled([server, ...harms].flatMap((harm) => Array.from({ length: harm.times }, () => harm)));
  for (const [at, harm] of order.entries()) {
    if (!(await busy(storm, YESES_BETWEEN + dice.upTo(YESES_BETWEEN)))) return;
    await pause(dice.upTo(300));
    const from = performance.now();
    const notes = await harm.act({ dice, heard, urls: () => fleet.urls });
    if (harm !== server) harmed.push({ what: harm.what, from, to: performance.now(), notes });
    say(`${at + 1} of ${order.length}: ${harm.what}; ${heard.yes.size} acknowledged so far`);
  }
  await busy(storm, YESES_BETWEEN);
}

async function killServer(fleet: Fleet, dice: Dice): Promise<undefined> {
  while (!(await fleet.kill(dice))) await pause(50);
}

/** Until every phone has heard of its last wish; whoever has not for long is wrong, and waits no more. */
async function allAnswered(crowd: readonly Promise<unknown>[], heard: Heard): Promise<void> {
  const tooLong = setTimeout(() => {
    heard.wrong.unshift(`somebody is still without an answer: ${answersOf(heard)}`);
    heard.givenUp = true;
  }, STUCK_MS);
  await Promise.all(crowd);
  clearTimeout(tooLong);
}

/** Until so many more have been given something. False, and that is wrong, when it does not come to that. */
async function busy({ heard, failed, isOver }: Storm, more: number): Promise<boolean> {
  const until = performance.now() + STUCK_MS;
  const enough = heard.yes.size + more;
  while (heard.yes.size < enough) {
    if (failed() !== undefined) throw failed();
    if (isOver() || performance.now() > until) {
      heard.wrong.unshift(
        `${isOver() ? 'every phone was refused' : 'nobody was given anything for long'}: ${answersOf(heard)}`,
      );
      heard.givenUp = true;
      return false;
    }
    await pause(10);
  }
  return true;
}

const answersOf = ({ answers }: Heard): string => [...answers].map(([name, times]) => `${times} × ${name}`).join(', ');

/** Every yes once more, from whichever process: it must be the same. */
async function askedAgain(asking: Asking, heard: Heard): Promise<void> {
  const keys = [...heard.yes.values()].filter(({ intention }) => intention.method !== 'PATCH');
  const worker = async () => {
    for (let next = keys.pop(); next; next = keys.pop()) {
      const reply = await asking.definite(next.intention, { first: false });
      if (reply.status >= 300) heard.wrong.push(`a yes became ${reply.status}: ${reply.text}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

/** Until the relays of the servers have nothing left for the bureaus. */
async function delivered(env: Readonly<Record<string, string>>, database: TestDatabase, fleet: Fleet): Promise<void> {
  const until = performance.now() + DELIVERED_MS;
  const left = "SELECT COUNT(*) AS left_over FROM outbox_message WHERE state = 'waiting' AND bureau <> 'wechat'";
  // the embedded database has one process: there its server stands down and one of ours delivers the rest
  if (database.dialect === 'embedded') await fleet.stop();
  await withServer(env, database, async (server) => {
    for (;;) {
      const [row]: { left_over: number | string }[] = await server.app.get(Transactions).manager.query(left);
      if (Number(row?.left_over) === 0 || performance.now() > until) return;
      await pause(100);
    }
  });
}

async function replaysIn(server: TestServer): Promise<number> {
  const sum = 'SELECT SUM(replays) AS replays FROM idempotency_key';
  const [row]: { replays: number | string | null }[] = await server.app.get(Transactions).manager.query(sum);
  return Number(row?.replays ?? 0);
}

async function withServer<Result>(
  env: Readonly<Record<string, string>>,
  database: TestDatabase,
  work: (server: TestServer) => Promise<Result>,
): Promise<Result> {
  const server = await startServer(env, database);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

export const newSeed = (): number => Number.parseInt(randomUUID().slice(0, 8), 16);
