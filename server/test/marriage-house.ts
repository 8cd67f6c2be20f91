import { randomUUID } from 'node:crypto';
import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Booking, BookingParty, BookingPerson } from '../src/modules/bookings/bookable-service.port';
import { SlotDesk, type SlotWindow } from '../src/modules/slot-inventory/slot-inventory.port';
import { Clock } from '../src/platform/clock';
import { Transactions } from '../src/platform/database/transactions';
import { sendCallback } from './callback';
import { confirm } from './confirmed';
import { json, type LocalBureau, receiveKey, sendKey, startLocalBureau } from './local-bureau';
import { numbered } from './relief-house';
import { type Reply, send } from './resident';
import { startServer, type TestServer } from './server';
import { everybodyIsSignedIn } from './signed-in';

const HOUR_MS = 3_600_000;
const SERVICE = 'marriage-registration';
const key = ({ id, key }: typeof sendKey) => `${id}:${key.toString('base64')}`;

/** The whole server beside a registry that takes what it is told, as its document says, and calls back when asked. */
export interface MarriageHouse {
  readonly server: TestServer;
  readonly registry: LocalBureau;
  readonly transactions: Transactions;
  at(ms: number): void;
  /** What the registry did, `path body`, in the order it did it. */
  heard(): readonly (readonly [path: string, body: Record<string, unknown>])[];
  /** The registry says that something happened there. Our status. */
  tells(type: string, data: object, eventId?: string): Promise<number>;
  somebody(birth: string, sex: 'male' | 'female', name?: string): Promise<Somebody>;
  /** Open since last week. */
  open(wish: WindowWish): Promise<SlotWindow>;
  end(): Promise<void>;
}

export interface WindowWish {
  readonly site: string;
  readonly pool: 'registration' | 'divorce' | 'counselling';
  /** `2026-12-01T09:00` in Tianjin. */
  readonly at: string;
  readonly capacity?: number;
}

/** Somebody with a phone, a session and a confirmed name. */
export interface Somebody {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
  call(method: string, path: string, body?: object): Promise<Reply>;
}

export async function startMarriageHouse(): Promise<MarriageHouse> {
  const registry = await startLocalBureau();
  registry.behave(obliging(registry));
  const server = await startServer({
    BUREAU_MARRIAGE_REGISTRY_URL: registry.url,
    BUREAU_MARRIAGE_REGISTRY_SEND_KEY: key(sendKey),
    BUREAU_MARRIAGE_REGISTRY_RECEIVE_KEY: key(receiveKey),
  });
  let now = Date.parse('2026-11-25T02:00:00Z');
  Object.assign(server.app.get(Clock), { now: () => new Date(now) });
  everybodyIsSignedIn(server);
  return {
    server,
    registry,
    transactions: server.app.get(Transactions),
    at: (ms) => {
      now = ms;
    },
    heard: () => registry.effects.map(({ path, text }) => [path.replace('/hydj/api/', ''), JSON.parse(text)] as const),
    tells: async (type, data, eventId = randomUUID()) =>
      (await sendCallback(server.url, now, { bureau: 'marriage-registry', type, data, eventId })).status,
    somebody: (birth, sex, name = '测试新人') => somebody(server, birth, sex, name),
    open: (wish) => openWindow(server, now, wish),
    end: async () => {
      await server.end();
      await registry.close();
    },
  };
}

/** Reviews are answered later, everything else at once. */
function obliging(registry: LocalBureau): NonNullable<Parameters<LocalBureau['behave']>[0]> {
  return (response, delivery) => {
    registry.takeEffect(delivery);
    const later = delivery.path.endsWith('/reviews');
    json(later ? 202 : 200, { code: later ? '1' : '0', msg: '成功' })(response, delivery);
  };
}

let people = 0;

async function somebody(server: TestServer, birth: string, sex: 'male' | 'female', name: string): Promise<Somebody> {
  people += 2;
  const order = String(people + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const idNumber = numbered(birth.replaceAll('-', ''), order);
  const accountId = randomUUID();
  const link = () => confirm(server, accountId, name, idNumber);
  const personId = await server.app.get(Transactions).run(link);
  const call: Somebody['call'] = (method, path, body) =>
    send(server, method, `/api/v1${path}`, body, {
      authorization: `Bearer ${accountId}`,
      'idempotency-key': randomUUID(),
    });
  return { accountId, personId, name, idNumber, birth: birth as CivilDate, call };
}

async function openWindow(server: TestServer, now: number, wish: WindowWish): Promise<SlotWindow> {
  const { site, pool, at, capacity = 1 } = wish;
  const startsAt = new Date(`${at}:00+08:00`);
  const window = {
    pool: { service: SERVICE, site, kind: pool },
    day: dayInShanghai(startsAt.getTime()),
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR_MS),
    capacity,
    heldBack: 0,
    opensAt: new Date(now - 7 * 24 * HOUR_MS),
    closesAt: startsAt,
    marks: {},
  };
  const desk = server.app.get(SlotDesk, { strict: false });
  const [effect] = await server.app.get(Transactions).run(() => desk.apply([{ act: 'open', window }]));
  if (effect?.windowId === undefined) throw new Error('no window was opened');
  const counted = { taken: 0, staffTaken: 0, closed: false, version: 1 };
  return { ...window, ...counted, id: effect.windowId, pool: { ...window.pool, id: 'pool' } };
}

/** A booking as the flow tells it, of these people at this time. */
export function aBooking(
  kind: string,
  window: SlotWindow,
  people: readonly (BookingPerson & { call?: unknown })[],
  number: string,
): Booking {
  const parties = people.map(({ call: _, ...person }, index): BookingParty => {
    return { ...person, role: index === 0 ? 'holder' : 'partner' };
  });
  const site = window.pool.site;
  return { id: randomUUID(), number, service: SERVICE, kind, state: 'confirmed', site, window, parties, details: {} };
}
