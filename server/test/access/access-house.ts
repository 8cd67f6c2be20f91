import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { CONSENT_PURPOSES, consentText } from '@jinmen/shared/residents/consent-texts';
import { PolicyRegistry } from '../../src/modules/bookings/policy-registry';
import { ConsentsService } from '../../src/modules/consents/consents.service';
import { PeopleService } from '../../src/modules/identity/people.service';
import { AddressTries } from '../../src/platform/address-limit/address-tries.entity';
import { Transactions } from '../../src/platform/database/transactions';
import { READING_ROOM, ReadingRoom } from '../fakes/reading-room';
import type { FakeBureau } from '../fakes/relief-bureaus';
import { playReplaced, type ReplacedReadingRoom } from '../fakes/replaced-reading-room';
import { staffHeaders, startIdentityDesk } from '../identity-desk';
import { json, startLocalBureau } from '../local-bureau';
import { bureauEnv, numbered, playBureaus, type ReliefBureau } from '../relief-house';
import { Phone } from '../resident';
import { startServer, type TestServer } from '../server';
import { type LocalWechat, startLocalWechat } from '../wechat';
import { type Caller, RESIDENTS, type ResidentCaller } from './policies';

/** The colleagues of `identity-desk.ts`, and the street they look after. */
export const STAFF = { clerk: 'J2001', 'clerk-elsewhere': 'J2002', operator: 'J1001', auditor: 'J3001' } as const;
export const OFFICE = '120111001';
const RELIEF = [
  'social-assistance',
  'disability-benefits',
  'child-welfare',
  'eldercare',
  'means-verification',
] as const;

/** Somebody signed in on a phone of their own, who agreed to everything. */
export interface Signed {
  readonly phone: Phone;
  readonly accountId: string;
}

/** Whose name is confirmed as well. */
export interface Person extends Signed {
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
}

type Headers = Readonly<Record<string, string>>;

/** Who has a part in one thing, in place of those who have none in any. */
export type Cast = Readonly<Partial<Record<ResidentCaller, Signed> & Record<Caller, Signed | Headers>>>;

/** One whole server with real sessions, whose bureaus the test plays. */
export class AccessHouse {
  private people = 0;
  private hours = 0;

  private constructor(
    readonly server: TestServer,
    readonly room: ReadingRoom,
    readonly replaced: ReplacedReadingRoom,
    readonly bureaus: Readonly<Record<ReliefBureau, FakeBureau>>,
    private readonly outside: { readonly wechat: LocalWechat; close(): Promise<void> },
    private readonly headers: Map<Caller, Headers>,
  ) {}

  /** @param settings beside those a house of its own kind has. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<AccessHouse> {
    const [identity, wechat, gateway] = await Promise.all([
      startIdentityDesk(),
      startLocalWechat(),
      startLocalBureau(),
    ]);
    gateway.behave(json(200, { accepted: true, id: 'x' }));
    const env = { ...identity.env, ...wechat.env, SMS_URL: gateway.url, CLOCK_AT: '2026-11-25T02:00:00Z' };
    const server = await startServer(Object.assign({}, ...RELIEF.map(bureauEnv), env, settings));
    const room = new ReadingRoom();
    Object.assign(room, { replaced: 'together', keysByDay: true });
    (server.app.get(PolicyRegistry, { strict: false }).all as Map<string, ReadingRoom>).set(READING_ROOM, room);
    const close = async () => {
      await Promise.all([identity.bureau.close(), wechat.close(), gateway.close()]);
    };
    const headers = new Map<Caller, Headers>([['anonymous', {}]]);
    const house = new AccessHouse(server, room, playReplaced(server), playBureaus(server), { wechat, close }, headers);
    await house.renew();
    return house;
  }

  /** Other people in the place of those who called until now. @param round of a house that sees many, beyond the first. */
  async renew(round?: number): Promise<void> {
    for (const caller of RESIDENTS) this.headers.set(caller, headersOf(await this.person()));
    for (const [caller, own] of Object.entries(await this.colleagues(round))) this.headers.set(caller as Caller, own);
  }

  /** What a request of theirs carries; of those the thing itself names, their own. */
  as(caller: Caller, cast: Cast): Headers {
    const named = cast[caller];
    if (named === undefined) return this.headers.get(caller) ?? {};
    return isSigned(named) ? headersOf(named) : named;
  }

  /** A new session of each of the four colleagues, or of those who took their place. */
  async colleagues(round?: number): Promise<Readonly<Record<keyof typeof STAFF, Headers>>> {
    const headers = (number: string) =>
      staffHeaders(this.server.url, round === undefined ? number : `${number}-${round}`);
    return {
      clerk: await headers(STAFF.clerk),
      'clerk-elsewhere': await headers(STAFF['clerk-elsewhere']),
      operator: await headers(STAFF.operator),
      auditor: await headers(STAFF.auditor),
    };
  }

  /** @param birth decides how old they are. */
  async person(birth: CivilDate = '1980-01-01', name = '测试居民'): Promise<Person> {
    const somebody = await this.stranger();
    // a thousand of one birthday; whoever comes after them was born a day later
    const born = addDays(birth, Math.floor(this.people / 1000)).replaceAll('-', '');
    const idNumber = numbered(born, String(this.people % 1000).padStart(3, '0'));
    const link = () => this.server.app.get(PeopleService, { strict: false }).link(somebody.accountId, name, idNumber);
    return { ...somebody, personId: await this.run(link), name, idNumber };
  }

  /** Nobody confirmed who they are, though they agreed to it. */
  async stranger(): Promise<Signed> {
    this.people += 1;
    const phone = await Phone.of(this.server, `access${this.people}`);
    const accountId = accountIn(phone.session.accessToken);
    const consents = this.server.app.get(ConsentsService, { strict: false });
    for (const purpose of CONSENT_PURPOSES)
      await consents.answer(accountId, purpose, consentText(purpose).version, true);
    return { phone, accountId };
  }

  /** What everybody here tried from one machine is nobody's tries any more. */
  async forgetTries(): Promise<void> {
    await this.server.app.get(Transactions).manager.deleteAll(AddressTries);
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.server.app.get(Transactions).run(work);
  }

  /** A number of hours from the reading room's Monday on that nobody had before, a day after the one before. */
  nextDay(): number {
    this.hours += 24;
    return this.hours;
  }

  async end(): Promise<void> {
    await this.server.end();
    await this.outside.close();
  }
}

const isSigned = (named: Signed | Headers): named is Signed => typeof named.phone === 'object';
const headersOf = ({ phone }: Pick<Signed, 'phone'>) => ({ authorization: `Bearer ${phone.session.accessToken}` });

function accountIn(token: string): string {
  const [, payload = ''] = token.split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }).sub;
}

/** What was answered, of something the test needs before it may ask its question. @throws Error on a refusal. */
export async function must<View = Readonly<Record<string, unknown>> & { readonly id: string }>(
  reply: Promise<{ readonly status: number; readonly body: unknown }>,
): Promise<View> {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as View;
}

/** One request of one person, with a key of its own. */
export function call({ phone }: Pick<Person, 'phone'>, method: string, path: string, body?: unknown) {
  return phone.send(method, `/api/v1${path}`, body, method === 'GET' ? {} : { 'idempotency-key': randomUUID() });
}
