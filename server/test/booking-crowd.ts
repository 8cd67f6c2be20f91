import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { People } from '../src/modules/identity/people.port';
import { type Child, start } from './child';
import type { TestDatabase } from './database';
import { READING_ROOM } from './fakes/reading-room';
import { numbered } from './relief-house';
import { send } from './resident';
import type { TestServer } from './server';

/** Everybody is who their account says: a crowd need not be confirmed by a bureau one by one. */
export function playPeople({ app }: Pick<TestServer, 'app'>): void {
  const known = (personId: string) => ({
    personId,
    name: '测试读者',
    idNumber: numbered('19800101'),
    birth: '1980-01-01' as const,
  });
  const verified = (accountId: string) => ({ ...known(accountId), verifiedAt: new Date(0) });
  Object.assign(app.get(People, { strict: false }), {
    find: async (personId: string) => known(personId),
    findOf: async (accountId: string) => verified(accountId),
    acting: async (accountId: string) => verified(accountId),
    allActing: async (accountIds: readonly string[]) => new Map(accountIds.map((id) => [id, verified(id)])),
  });
}

/** A server in a process of its own on this database. */
export interface BookingProcess {
  readonly url: string;
  /** With SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export async function startBookingProcess({ config }: Pick<TestDatabase, 'config'>): Promise<BookingProcess> {
  const { databaseUrl, dataDir } = config;
  const child: Child = start('test/booking-process.ts', [], {
    DATA_DIR: dataDir,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  await child.says('ready at ');
  const url = /ready at (\S+)/.exec(child.said())?.[1] ?? '';
  const kill = async () => {
    child.process.kill('SIGKILL');
    await child.ends();
  };
  return { url, kill };
}

export interface CrowdWish {
  readonly attempts: number;
  readonly atOnce: number;
  readonly people: readonly string[];
  readonly windowIds: readonly string[];
  /** Where the next request goes; it may die under it. */
  url(): string;
}

/** What the servers said, and no more than that. */
export interface CrowdSaid {
  /** Booking by the key it was asked under. */
  readonly acknowledged: Map<string, { readonly id: string; readonly accountId: string; readonly url: string }>;
  readonly cancelled: Set<string>;
  /** How often which answer came; `none` when the server died first. */
  readonly answers: Map<string, number>;
}

export const nothingSaid = (): CrowdSaid => ({ acknowledged: new Map(), cancelled: new Set(), answers: new Map() });

export const crowdOf = (size: number): readonly string[] => Array.from({ length: size }, () => randomUUID());

/**
 * Everybody at once: one in ten sends the same wish twice in parallel, one in ten who won cancels again. `said` grows
 * while it goes on, for whoever wants to step in at a certain point.
 */
export async function rush(wish: CrowdWish, said = nothingSaid()): Promise<CrowdSaid> {
  let left = wish.attempts;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const key = randomUUID();
      const body = { service: READING_ROOM, kind: 'desk', windowId: one(wish.windowIds) };
      const accountId = one(wish.people);
      const times = randomInt(10) === 0 ? 2 : 1;
      await Promise.all(Array.from({ length: times }, () => attempt(wish, said, accountId, key, body)));
      const won = said.acknowledged.get(key);
      if (won && randomInt(10) === 0) await cancel(wish, said, won);
    }
  };
  await Promise.all(Array.from({ length: wish.atOnce }, worker));
  return said;
}

async function attempt(wish: CrowdWish, said: CrowdSaid, accountId: string, key: string, body: object): Promise<void> {
  const url = wish.url();
  let reply = await ask(url, 'POST', '', accountId, key, body);
  for (; reply?.body.code === 'server.busy'; reply = await ask(url, 'POST', '', accountId, key, body)) {
    // as a phone does, only sooner: on a slow machine the last of a crowd are asked to come again
    tell(said, 'asked to come again');
    await pause(50);
  }
  count(said, reply);
  if (reply?.status !== 201) return;
  const { id } = reply.body as unknown as BookingView;
  const before = said.acknowledged.get(key);
  if (before && before.id !== id) throw new Error(`one key, two bookings: ${before.id} and ${id}`);
  said.acknowledged.set(key, { id, accountId, url });
}

async function cancel(wish: CrowdWish, said: CrowdSaid, { id, accountId }: { id: string; accountId: string }) {
  const reply = await ask(wish.url(), 'DELETE', `/${id}`, accountId, randomUUID());
  count(said, reply);
  if (reply?.status === 200) said.cancelled.add(id);
}

async function ask(url: string, method: string, path: string, accountId: string, key: string, body?: object) {
  const headers = { authorization: `Bearer ${accountId}`, 'idempotency-key': key };
  try {
    return await send({ url }, method, `/api/v1/bookings${path}`, body, headers);
  } catch {
    return undefined;
  }
}

function count(said: CrowdSaid, reply: { status: number; body: Readonly<Record<string, unknown>> } | undefined) {
  tell(said, reply ? `${reply.status} ${String(reply.body.code ?? reply.body.state)}` : 'none');
}

function tell({ answers }: CrowdSaid, answer: string): void {
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
}

const one = <Item>(items: readonly Item[]): Item => items[randomInt(items.length)] as Item;
