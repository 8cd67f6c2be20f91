import { randomUUID } from 'node:crypto';
import type { FieldValues } from '@jinmen/shared/applications/field';
import { fieldsOf, formOf } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { checkDigit } from '@jinmen/shared/kernel/id-number';
import type { CommonEvent } from '../src/bureaus/common-messages/common-messages.port';
import { Identity } from '../src/bureaus/identity/identity.port';
import { MeansVerification } from '../src/bureaus/means-verification/means-verification.port';
import { RELIEF_BUREAUS } from '../src/bureaus/relief-bureaus.port';
import { Consents } from '../src/modules/consents/consents.port';
import { People } from '../src/modules/identity/people.port';
import { Transactions } from '../src/platform/database/transactions';
import { Problem } from '../src/platform/http/problem';
import type { CallbackEvent, CallbackHandler, CallbackOutcome } from '../src/platform/inbox/callback-handler';
import { CallbackHandlers } from '../src/platform/inbox/callback-handlers';
import { DeadLetters } from '../src/platform/outbox/dead-letters.port';
import { OutboxMessageRow } from '../src/platform/outbox/outbox-message.entity';
import { brokenCases } from './case-invariants';
import { FakeBureau } from './fakes/relief-bureaus';
import { type Reply, send } from './resident';
import { startServer, type TestServer } from './server';
import { everybodyIsSignedIn } from './signed-in';
import { until } from './until';

const key = (of: number) => `test-${of}:${Buffer.alloc(32, of).toString('base64')}`;
const TODAY = '2026-11-25';
/** Nobody’s: no place has this code. */
export const numbered = (birth: string, order = '001') =>
  `999999${birth}${order}${checkDigit(`999999${birth}${order}`)}`;

const codes = ['social-assistance', 'disability-benefits', 'child-welfare', 'eldercare', 'means-verification'] as const;
export type ReliefBureau = (typeof codes)[number];

/** The whole server with residents, people and bureaus that the test plays itself. */
export interface ReliefHouse {
  readonly server: TestServer;
  readonly bureaus: Readonly<Record<ReliefBureau, FakeBureau>>;
  /** Purposes nobody consents to. */
  readonly refused: Set<string>;
  resident(person?: Partial<TestPerson>): TestResident;
  /** What a bureau says happened; as the inbox hands it on. */
  tell(bureau: ReliefBureau, event: object, id?: string): Promise<CallbackOutcome>;
  /** What a bureau says happened in common words. */
  tellCommon(bureau: ReliefBureau, event: CommonEvent, id?: string): Promise<CallbackOutcome>;
  /** What a bureau says and nobody can read. */
  unreadable(bureau: ReliefBureau, body: unknown): Promise<void>;
  /** Lets a case's oldest message die, and a person give it up. */
  skip(order: string): Promise<void>;
  /** Until the outbox has nothing left. */
  delivered(): Promise<void>;
  sql<Row>(query: string, values: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

export interface TestPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly birth: `${number}-${number}-${number}`;
}

export const somebody: TestPerson = { name: '测试甲', idNumber: numbered('19800101'), birth: '1980-01-01' };

export async function startReliefHouse(
  connected: readonly ReliefBureau[] = codes,
  settings: Readonly<Record<string, string>> = {},
): Promise<ReliefHouse> {
  const env = Object.assign({ CLOCK_AT: `${TODAY}T02:00:00Z` }, ...connected.map(bureauEnv), settings);
  const server = await startServer(env);
  const people = new Map<string, TestPerson>();
  const refused = new Set<string>();
  const bureaus = playBureaus(server);
  const replace = (port: abstract new () => object, fake: object) =>
    Object.assign(server.app.get(port, { strict: false }), fake);
  everybodyIsSignedIn(server);
  replace(People, {
    findOf: async (accountId: string) => {
      const person = people.get(accountId);
      return person && { ...person, personId: accountId, verifiedAt: new Date(0) };
    },
    firstOf: async (personId: string) => (people.has(personId) ? personId : undefined),
  });
  // whoever is typed here is known to the register, unless a test says otherwise
  replace(Identity, { verify: async () => ({ kind: 'confirmed' }) });
  Object.defineProperty(server.app.get(Identity, { strict: false }), 'connected', { value: true });
  replace(Consents, {
    require: async (_account: string, purpose: string) => {
      if (refused.has(purpose))
        throw new Problem(403, 'consent.required', '请先看清楚再同意。', [], { more: { purpose } });
    },
  });
  return {
    server,
    bureaus,
    refused,
    resident: (person = {}) => {
      const accountId = randomUUID();
      people.set(accountId, { ...somebody, ...person });
      return new TestResident(server, accountId, () => people.delete(accountId));
    },
    tell: (bureau, event, id = randomUUID()) => tellAs(server, bureau, event, id),
    tellCommon: (bureau, event, id = randomUUID()) =>
      tell(server, bureau, { id, type: 'TY_ANY', at: new Date(`${TODAY}T02:00:00Z`), body: event }),
    unreadable: (bureau, body) => unreadable(server, bureau, body),
    skip: (order) => skip(server, order),
    delivered: () => untilDelivered(server),
    sql: (query, values) => server.app.get(Transactions).manager.query(query, [...values]),
    end: async () => {
      const past = await brokenCases(server).finally(() => server.end());
      if (past.length > 0) throw new Error(`somebody wrote past the server: ${past.join('; ')}`);
    },
  };
}

/** ReliefBureau that hear what they are told and answer what the test says, in place of those far away. */
export function playBureaus(server: TestServer): Readonly<Record<ReliefBureau, FakeBureau>> {
  const bureaus = Object.fromEntries(codes.map((code) => [code, new FakeBureau()])) as Record<ReliefBureau, FakeBureau>;
  for (const { code, port } of RELIEF_BUREAUS)
    Object.assign(server.app.get(port, { strict: false }), bureaus[code as ReliefBureau]);
  Object.assign(server.app.get(MeansVerification, { strict: false }), bureaus['means-verification']);
  return bureaus;
}

/** What a bureau says happened, handed on as the inbox does. */
export function tellAs(
  server: TestServer,
  bureau: ReliefBureau,
  body: object,
  id: string = randomUUID(),
): Promise<CallbackOutcome> {
  return tell(server, bureau, { id, type: 'any', at: new Date(`${TODAY}T02:00:00Z`), body });
}

/** The bureau says something nobody can read. */
export function unreadable(server: TestServer, bureau: ReliefBureau, body: unknown): Promise<void> {
  const said = { id: randomUUID(), type: 'any', at: new Date(0), body };
  return server.app.get(Transactions).run(() => handlerOf(server, bureau).unreadable(said));
}

/** Settings that connect a bureau nobody answers for. */
export function bureauEnv(code: ReliefBureau): Record<string, string> {
  const name = `BUREAU_${code.toUpperCase().replaceAll('-', '_')}`;
  return { [`${name}_URL`]: 'http://127.0.0.1:9', [`${name}_SEND_KEY`]: key(7), [`${name}_RECEIVE_KEY`]: key(8) };
}

/** Somebody with a phone and a session. */
export class TestResident {
  constructor(
    private readonly server: TestServer,
    readonly accountId: string,
    /** Takes the real name away. */
    readonly forgetName: () => void,
  ) {}

  call(method: string, path: string, body?: unknown, key?: string): Promise<Reply> {
    const headers = { authorization: `Bearer ${this.accountId}`, ...(key && { 'idempotency-key': key }) };
    return send(this.server, method, `/api/v1/relief/applications${path}`, body, headers);
  }

  post(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Reply> {
    return this.call('POST', path, body, key);
  }

  async draft(programmes: readonly string[], fields: FieldValues = {}): Promise<ApplicationView> {
    const created = viewOf(await this.post('', { programmes }));
    if (Object.keys(fields).length === 0) return created;
    return viewOf(await this.call('PATCH', `/${created.id}`, { version: created.version, fields }));
  }

  /** A draft with everything that is asked for, by the fields given and plain answers. */
  filledDraft(programmes: readonly string[], fields: FieldValues = {}): Promise<ApplicationView> {
    return this.draft(programmes, filled(programmes, fields));
  }

  async submitted(programmes: readonly string[], fields: FieldValues = {}): Promise<ApplicationView> {
    const { id } = await this.filledDraft(programmes, fields);
    return viewOf(await this.post(`/${id}/submission`));
  }

  async view(id: string): Promise<ApplicationView> {
    return viewOf(await this.call('GET', `/${id}`));
  }
}

export function viewOf({ status, body }: Reply): ApplicationView {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as unknown as ApplicationView;
}

/** Every field the form of these programmes asks for; facts without an answer of their own are 不清楚. */
export function filled(programmes: readonly string[], fields: FieldValues = {}): FieldValues {
  const plain = {
    'applicant.phone': '13800000000',
    'applicant.street': '120111001',
    'applicant.address': '示例里1号楼2门301',
    'household.members': [],
  };
  const asked = fieldsOf(formOf(programmes, fields, TODAY)).map(({ name }) => name);
  const facts = asked.filter((name) => name.startsWith('fact:')).map((name) => [name, null] as const);
  const known = Object.entries(plain).filter(([name]) => asked.includes(name));
  return { ...Object.fromEntries([...facts, ...known]), ...fields };
}

function handlerOf(server: TestServer, bureau: ReliefBureau): CallbackHandler {
  const handler = server.app.get(CallbackHandlers, { strict: false }).find(bureau);
  if (!handler) throw new Error(`nobody listens to ${bureau}`);
  return handler;
}

function tell(server: TestServer, bureau: ReliefBureau, event: CallbackEvent): Promise<CallbackOutcome> {
  return server.app.get(Transactions).run(() => handlerOf(server, bureau).handle(event));
}

async function skip(server: TestServer, order: string): Promise<void> {
  const { manager } = server.app.get(Transactions);
  const where = { order, state: 'waiting' } as const;
  const row = await manager.findOneOrFail(OutboxMessageRow, { where, order: { position: 'ASC' } });
  const dead = { state: 'dead', endedAt: new Date(0), lease: null, leasedUntil: null } as const;
  await manager.update(OutboxMessageRow, { id: row.id }, dead);
  await server.app.get(DeadLetters).skip(row.id, 'J1001', '接口停用，线下已接手');
}

async function untilDelivered(server: TestServer): Promise<void> {
  await until(async () => {
    const rows: { count: number | string }[] = await server.app
      .get(Transactions)
      .manager.query("SELECT COUNT(*) AS count FROM outbox_message WHERE state IN ('waiting', 'dead')");
    if (Number(rows[0]?.count) > 0) throw new Error('the outbox still has messages');
  });
}
