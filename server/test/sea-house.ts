import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Voyage } from '../src/modules/sea/voyages/voyages.port';
import { VoyagesDesk } from '../src/modules/sea/voyages/voyages-desk.port';
import { Clock } from '../src/platform/clock';
import { Transactions } from '../src/platform/database/transactions';
import { sendCallback } from './callback';
import { confirm } from './confirmed';
import { type Behaviour, json, type LocalBureau, receiveKey, sendKey, startLocalBureau } from './local-bureau';
import { numbered } from './relief-house';
import { type Reply, send } from './resident';
import { startServer, type TestServer } from './server';
import { everybodyIsSignedIn } from './signed-in';

const HOUR_MS = 3_600_000;
const key = ({ id, key }: typeof sendKey) => `${id}:${key.toString('base64')}`;

/** The whole server beside a funeral bureau that takes what it is told, as its document says, and calls back when asked. */
export interface SeaHouse {
  readonly server: TestServer;
  readonly bureau: LocalBureau;
  readonly transactions: Transactions;
  at(ms: number): void;
  /** What the bureau did, `path body`, in the order it did it. */
  heard(): readonly (readonly [path: string, body: Record<string, unknown>])[];
  /** The bureau says that something happened there. Our status. */
  tells(type: string, data: object, eventId?: string): Promise<number>;
  somebody(birth: string, name: string): Promise<Mourner>;
  /** Open since last week, three hours at sea. */
  voyage(wish: VoyageWish): Promise<Voyage>;
  end(): Promise<void>;
}

export interface VoyageWish {
  /** `2027-03-20T08:30` in Tianjin. */
  readonly at: string;
  readonly urns?: number;
  readonly seats?: number;
}

/** Somebody with a phone, a session and a confirmed name. */
export interface Mourner {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  call(method: string, path: string, body?: object): Promise<Reply>;
}

/** Does what it is asked, once, and says so. */
export const obliging =
  (bureau: LocalBureau): Behaviour =>
  (response, delivery) => {
    bureau.takeEffect(delivery);
    json(200, { code: '0', msg: '成功' })(response, delivery);
  };

export async function startSeaHouse(): Promise<SeaHouse> {
  const bureau = await startLocalBureau();
  bureau.behave(obliging(bureau));
  const server = await startServer({
    BUREAU_FUNERAL_AFFAIRS_URL: bureau.url,
    BUREAU_FUNERAL_AFFAIRS_SEND_KEY: key(sendKey),
    BUREAU_FUNERAL_AFFAIRS_RECEIVE_KEY: key(receiveKey),
  });
  let now = Date.parse('2027-03-01T02:00:00Z');
  Object.assign(server.app.get(Clock), { now: () => new Date(now) });
  everybodyIsSignedIn(server);
  return {
    server,
    bureau,
    transactions: server.app.get(Transactions),
    at: (ms) => {
      now = ms;
    },
    heard: () => bureau.effects.map(({ path, text }) => [path.replace('/bzxx/hz/', ''), JSON.parse(text)] as const),
    tells: async (type, data, eventId = randomUUID()) =>
      (await sendCallback(server.url, now, { bureau: 'funeral-affairs', type, data, eventId })).status,
    somebody: (birth, name) => somebody(server, birth, name),
    voyage: (wish) => openVoyage(server, now, wish),
    end: async () => {
      await server.end();
      await bureau.close();
    },
  };
}

let people = 0;

async function somebody(server: TestServer, birth: string, name: string): Promise<Mourner> {
  people += 1;
  const idNumber = numbered(birth.replaceAll('-', ''), String(people).padStart(3, '0'));
  const accountId = randomUUID();
  const link = () => confirm(server, accountId, name, idNumber);
  const personId = await server.app.get(Transactions).run(link);
  const call: Mourner['call'] = (method, path, body) =>
    send(server, method, `/api/v1${path}`, body, {
      authorization: `Bearer ${accountId}`,
      'idempotency-key': randomUUID(),
    });
  return { accountId, personId, name, idNumber, call };
}

function openVoyage(server: TestServer, now: number, { at, urns = 10, seats = 20 }: VoyageWish): Promise<Voyage> {
  const startsAt = new Date(`${at}:00+08:00`);
  const hours = (count: number) => new Date(startsAt.getTime() + count * HOUR_MS);
  const voyage = {
    vessel: '示例客船',
    startsAt,
    endsAt: hours(3),
    opensAt: new Date(now - 7 * 24 * HOUR_MS),
    closesAt: hours(-24),
    meeting: { place: '天津市殡仪服务总站', at: hours(-2) },
    timetable: [],
    capacity: { urns, seats },
  };
  const by = { kind: 'staff', id: 'test' } as const;
  return server.app.get(VoyagesDesk, { strict: false }).open(voyage, by, '测试');
}

/** `2027-03-20T07:52:10+08:00` of what an instant is in Tianjin. */
export function bureauTime(day: CivilDate, time: string): string {
  return `${day}T${time}+08:00`;
}
