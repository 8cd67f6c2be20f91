import { randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { BookableService } from '../src/modules/bookings/bookable-service.port';
import { PolicyRegistry } from '../src/modules/bookings/policy-registry';
import { type KnownPerson, People } from '../src/modules/identity/people.port';
import { type NewWindow, SlotDesk } from '../src/modules/slot-inventory/slot-inventory.port';
import { Clock } from '../src/platform/clock';
import { Transactions } from '../src/platform/database/transactions';
import { confirm } from './confirmed';
import type { TestDatabase } from './database';
import { READING_ROOM, ReadingRoom } from './fakes/reading-room';
import { numbered } from './relief-house';
import { type Reply, send } from './resident';
import { startServer, type TestServer } from './server';
import { everybodyIsSignedIn } from './signed-in';

const HOUR_MS = 3_600_000;
export const MONDAY = Date.parse('2026-11-30T01:00:00Z');

/** The whole server with a made-up service beside the real ones, residents with names, and windows. */
export interface ReadingHouse {
  readonly server: TestServer;
  readonly room: ReadingRoom;
  readonly transactions: Transactions;
  at(ms: number): void;
  now(): number;
  reader(): Promise<Reader>;
  /** `startsIn` hours from Monday nine o'clock on; open since a week before. Its id. */
  open(window?: WindowWish): Promise<string>;
  /** Rows of one count. */
  count(sql: string, values?: readonly unknown[]): Promise<number>;
  end(): Promise<void>;
}

export interface WindowWish {
  readonly service?: string;
  readonly site?: string;
  readonly kind?: string;
  readonly startsIn?: number;
  readonly capacity?: number;
  readonly opensAt?: number;
}

export async function startReadingHouse(
  env: Readonly<Record<string, string>> = {},
  database?: TestDatabase,
): Promise<ReadingHouse> {
  const server = await startServer(env, database);
  const { app } = server;
  const room = playReadingRoom(server);
  let now = Date.parse('2026-11-25T02:00:00Z');
  Object.assign(app.get(Clock), { now: () => new Date(now) });
  const transactions = app.get(Transactions);
  return {
    server,
    room,
    transactions,
    at: (ms) => {
      now = ms;
    },
    now: () => now,
    reader: () => newReader(server),
    open: (wish) => openWindow(server, wish),
    count: async (sql, values = []) => {
      const [row]: { count: number | string }[] = await transactions.manager.query(sql, [...values]);
      return Number(row?.count);
    },
    end: () => server.end(),
  };
}

/** Registers the service and takes an account's id for its session. */
export function playReadingRoom({ app }: Pick<TestServer, 'app'>): ReadingRoom {
  const room = new ReadingRoom();
  (app.get(PolicyRegistry, { strict: false }).all as Map<string, BookableService>).set(READING_ROOM, room);
  everybodyIsSignedIn({ app });
  return room;
}

let people = 0;

export async function newReader(server: TestServer): Promise<Reader> {
  people += 1;
  const order = String(people % 1000).padStart(3, '0');
  const birth = `19${50 + (Math.floor(people / 1000) % 50)}0101`;
  return readerOf(server, numbered(birth, order));
}

/** With a phone nobody has used yet. */
export async function readerOf(server: TestServer, idNumber: string): Promise<Reader> {
  const accountId = randomUUID();
  const link = () => confirm(server, accountId, '测试读者', idNumber);
  const personId = await server.app.get(Transactions).run(link);
  return new Reader(server, accountId, personId);
}

/** Somebody with a phone, a session and a name. */
export class Reader {
  constructor(
    private readonly server: Pick<TestServer, 'app' | 'url'>,
    readonly accountId: string,
    readonly personId: string,
  ) {}

  call(method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Reply> {
    const headers = { authorization: `Bearer ${this.accountId}`, 'idempotency-key': key };
    return send(this.server, method, `/api/v1/bookings${path}`, body, headers);
  }

  wish(windowId: string, kind = 'desk', key?: string): Promise<Reply> {
    return this.call('POST', '', { service: READING_ROOM, kind, windowId }, key);
  }

  async held(windowId: string, kind = 'desk'): Promise<BookingView> {
    return viewOf(await this.wish(windowId, kind));
  }

  async confirmed(windowId: string): Promise<BookingView> {
    const { id } = await this.held(windowId);
    return viewOf(await this.call('POST', `/${id}/confirmation`, {}));
  }

  /** As the identity bureau confirmed them. */
  async person(): Promise<KnownPerson> {
    const person = await this.server.app.get(People, { strict: false }).find(this.personId);
    if (!person) throw new Error('a reader has a name');
    return person;
  }

  async view(id: string): Promise<BookingView> {
    return viewOf(await this.call('GET', `/${id}`));
  }
}

export function viewOf({ status, body }: Reply): BookingView {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as unknown as BookingView;
}

let opened = 0;

export async function openWindow(server: Pick<TestServer, 'app'>, wish: WindowWish = {}): Promise<string> {
  const { service = READING_ROOM, site = 'north', kind = 'desk', capacity = 1 } = wish;
  opened += 1;
  const startsAt = MONDAY + (wish.startsIn ?? opened) * HOUR_MS;
  const window: NewWindow = {
    pool: { service, site, kind },
    day: dayInShanghai(startsAt),
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + HOUR_MS),
    capacity,
    heldBack: 0,
    opensAt: new Date(wish.opensAt ?? MONDAY - 14 * 24 * HOUR_MS),
    closesAt: new Date(startsAt),
    marks: {},
  };
  const desk = server.app.get(SlotDesk, { strict: false });
  const [effect] = await server.app.get(Transactions).run(() => desk.apply([{ act: 'open', window }]));
  if (effect?.windowId === undefined) throw new Error('no window was opened');
  return effect.windowId;
}
