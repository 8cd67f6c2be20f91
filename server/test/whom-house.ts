import { randomUUID } from 'node:crypto';
import type { DependantView } from '@jinmen/shared/residents/dependants';
import type { MandateView } from '@jinmen/shared/residents/mandates';
import { Identity, type IdentityAnswer, type KinshipAnswer } from '../src/bureaus/identity/identity.port';
import { Sms, type SmsMessage } from '../src/bureaus/sms/sms.port';
import { Consents } from '../src/modules/consents/consents.port';
import { People } from '../src/modules/identity/people.port';
import { PeopleService } from '../src/modules/identity/people.service';
import { AccountPerson } from '../src/modules/identity/person.entity';
import { Clock } from '../src/platform/clock';
import { Transactions } from '../src/platform/database/transactions';
import { numbered, type ReliefHouse, startReliefHouse, type TestPerson, type TestResident } from './relief-house';
import { type Reply, send } from './resident';
import type { TestServer } from './server';

const key = (of: number) => `test-${of}:${Buffer.alloc(32, of).toString('base64')}`;
const CONNECTED = {
  BUREAU_IDENTITY_URL: 'http://127.0.0.1:9',
  BUREAU_IDENTITY_SEND_KEY: key(7),
  BUREAU_IDENTITY_RECEIVE_KEY: key(8),
  SMS_URL: 'http://127.0.0.1:9',
};

export const daughter: TestPerson = { name: '测试女儿', idNumber: numbered('19800101'), birth: '1980-01-01' };
export const mother: TestPerson = { name: '测试大娘', idNumber: numbered('19480302'), birth: '1948-03-02' };
/** Nine years old on the day of the tests. */
export const boy = { name: '测试小明', idNumber: numbered('20170611') };

/** A house whose identity bureau and text messages the test plays, and whose people are kept as they are. */
export interface WhomHouse {
  readonly house: ReliefHouse;
  readonly sent: SmsMessage[];
  readonly asked: string[];
  kinship: KinshipAnswer;
  name: IdentityAnswer;
  /** What the day and hour are, from now on. */
  at(iso: string): void;
  /** Somebody with a phone, known to the bureau by this name. */
  resident(person: TestPerson): Promise<TestResident>;
  /** As `resident`, on the only phone they have: what they had before is gone. */
  onOnePhone(person: TestPerson): Promise<TestResident>;
  call(resident: TestResident, method: string, path: string, body?: unknown): Promise<Reply>;
  addDependant(guardian: TestResident, more?: object): Promise<DependantView>;
  /** Asked for, confirmed by the bureau, and the message sent where there is one. */
  asksToHelp(helper: TestResident, more?: object): Promise<MandateView>;
  /** As above, and the code told. */
  helps(helper: TestResident, more?: object): Promise<MandateView>;
  code(): string;
}

export async function startWhomHouse(): Promise<WhomHouse> {
  const house = await startReliefHouse(undefined, CONNECTED);
  const { app } = house.server;
  const sent: SmsMessage[] = [];
  const asked: string[] = [];
  // the house’s own would know nobody by their number
  for (const played of ['findOf', 'firstOf']) Reflect.deleteProperty(app.get(People, { strict: false }), played);
  const played: WhomHouse = {
    house,
    sent,
    asked,
    kinship: { kind: 'yes' },
    name: { kind: 'confirmed' },
    at: (iso) => Object.assign(app.get(Clock), { now: () => new Date(iso) }),
    resident: (person) => residentOf(house, person),
    onOnePhone: async (person) => {
      const people = app.get(PeopleService, { strict: false });
      const personId = (await people.findByIdNumber(person.idNumber))?.personId;
      if (personId !== undefined) await app.get(Transactions).run(() => leaveAll(app, people, personId));
      return residentOf(house, person);
    },
    call: (resident, method, path, body) => callAs(house, resident, method, path, body),
    addDependant: (guardian, more = {}) => addDependant(played, guardian, more),
    asksToHelp: (helper, more = {}) => asksToHelp(played, helper, more),
    helps: async (helper, more = {}) => {
      const { id } = await asksToHelp(played, helper, more);
      const reply = await callAs(house, helper, 'POST', `/mandates/${id}/acceptance`, { code: played.code() });
      return bodyOf<MandateView>(reply);
    },
    code: () => /口令 (\d{4} \d{4})/.exec(sent.at(-1)?.text ?? '')?.[1] ?? '',
  };
  play(played);
  return played;
}

export function bodyOf<Body>({ status, body }: Reply): Body {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Body;
}

function play(played: WhomHouse): void {
  const { app } = played.house.server;
  const put = (port: abstract new (...args: never[]) => object, fake: object) =>
    Object.assign(app.get(port, { strict: false }), fake);
  put(Identity, {
    verify: async (_name: string, idNumber: string) => {
      played.asked.push(idNumber);
      return played.name;
    },
    kinship: async (_guardian: object, { idNumber }: { idNumber: string }) => {
      played.asked.push(idNumber);
      return played.kinship;
    },
  });
  put(Sms, {
    send: async (message: SmsMessage) => {
      played.sent.push(message);
      return { kind: 'done', body: {} };
    },
  });
  put(Consents, { has: async (_account: string, purpose: string) => !played.house.refused.has(purpose) });
}

async function residentOf(house: ReliefHouse, person: TestPerson): Promise<TestResident> {
  const resident = house.resident(person);
  const people = house.server.app.get(PeopleService, { strict: false });
  const { name, idNumber } = person;
  await house.server.app.get(Transactions).run(() => people.link(resident.accountId, name, idNumber));
  return resident;
}

/** As whoever deletes every account they have. */
async function leaveAll(app: TestServer['app'], people: PeopleService, personId: string): Promise<void> {
  const accounts = await people.accountsOf(personId);
  await app.get(Transactions).manager.delete(AccountPerson, { personId });
  for (const accountId of accounts) await people.left(accountId, [personId]);
}

function callAs(house: ReliefHouse, { accountId }: TestResident, method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${accountId}`, 'idempotency-key': randomUUID() };
  return send(house.server, method, `/api/v1${path}`, body, headers);
}

async function addDependant(played: WhomHouse, guardian: TestResident, more: object): Promise<DependantView> {
  const typed = { ...boy, relation: 'child', proof: 'bureau', ...more };
  const added = bodyOf<DependantView>(await callAs(played.house, guardian, 'POST', '/dependants', typed));
  await played.house.delivered();
  return bodyOf<DependantView>(await callAs(played.house, guardian, 'GET', `/dependants/${added.id}`));
}

async function asksToHelp(played: WhomHouse, helper: TestResident, more: object): Promise<MandateView> {
  const { name, idNumber } = mother;
  const about = { name, idNumber, street: '120111001', way: 'sms', phone: '13800000009', days: 90 };
  const typed = { ...about, programmes: ['disability-care-subsidy'], ...more };
  const asked = bodyOf<MandateView>(await callAs(played.house, helper, 'POST', '/mandates', typed));
  await played.house.delivered();
  return bodyOf<MandateView>(await callAs(played.house, helper, 'GET', `/mandates/${asked.id}`));
}
