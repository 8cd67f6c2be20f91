import { randomBytes, randomUUID } from 'node:crypto';
import { consentText } from '@jinmen/shared/residents/consent-texts';
import { AfterDeathDesk } from '../../src/modules/after-death/after-death.port';
import { AfterDeath } from '../../src/modules/after-death/after-death.service';
import { DeathRegister } from '../../src/modules/after-death/death-register.service';
import { InboxService } from '../../src/modules/notices/inbox.service';
import { DisclosuresService } from '../../src/modules/rights/disclosures/disclosures.service';
import { Audit } from '../../src/platform/audit/audit';
import { signatureOf } from '../../src/platform/bureau-http/signing';
import { Clock } from '../../src/platform/clock';
import { RIGHT_CODE } from '../identity-desk';
import { numbered } from '../relief-house';
import { send } from '../resident';
import { type AccessHouse, call, must, OFFICE, type Person } from './access-house';
import { ON } from './relief-things';
import type { Asked, Row, Rows } from './row';

const PURPOSE = 'progress-messages';
const consent = { purpose: PURPOSE, version: consentText(PURPOSE).version, state: 'given' };
const secret = () => randomBytes(32).toString('hex');
const urgent = (given: string) => ({
  ...{ forSomebodyElse: false, kinds: ['other'], street: OFFICE, phone: '13812345678' },
  secret: given,
});

const open = (asked: Asked = {}): Row => ({ policy: 'public', ask: async () => asked });

/** An act that needs nothing made before. */
const own = (asked: Asked = {}): Row => ({
  policy: 'own-act',
  ask: async (house) => ({ ...asked, cast: { owner: await house.person() } }),
});

/** A list of what `make` made for somebody new; it resolves to how that is known in the answer. */
const listed = (make: (house: AccessHouse, owner: Person) => Promise<string>): Row => ({
  policy: 'own-list',
  ask: async (house) => {
    const owner = await house.person();
    return { cast: { owner }, theirs: [await make(house, owner)] };
  },
});

/** A secret only the phone that asked for help knows. */
async function asksUrgently(house: AccessHouse): Promise<string> {
  const given = secret();
  await must(send(house.server, 'POST', '/api/v1/urgent-requests', urgent(given), { 'idempotency-key': randomUUID() }));
  return given;
}

async function complains(house: AccessHouse) {
  const owner = await house.person();
  const { id } = await must(call(owner, 'POST', '/complaints', { kind: 'complaint', text: '没有人接电话' }));
  return { at: { id }, cast: { owner }, theirs: [id] };
}

async function noticed(house: AccessHouse) {
  const owner = await house.person();
  const about = { kind: 'application', id: randomUUID() } as const;
  const inbox = house.server.app.get(InboxService, { strict: false });
  const { accountId } = owner;
  const { id } = await house.run(() => inbox.add({ accountId, topic: 'decision', about }));
  return { at: { id }, cast: { owner }, theirs: [id] };
}

/** A bureau was told something of theirs. */
async function disclosed(house: AccessHouse, { accountId }: Person): Promise<string> {
  const object = randomUUID();
  const answers = house.server.app.get(DisclosuresService, { strict: false });
  await house.run(() => answers.asked({ accountId, topic: 'identity.person-asked', object }));
  const { items } = await answers.list(accountId, { limit: 1 });
  return items[0]?.id ?? '';
}

/** Nobody else's words, and nothing in them that may be somebody's number and be hidden. */
const someLetters = () => randomUUID().replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

/** A colleague did something about them. */
async function lookedAt(house: AccessHouse, { accountId }: Person): Promise<string> {
  const reason = `来人询问 ${someLetters()}`;
  const entry = {
    // one whose reason is theirs to read
    action: 'relief-case.moved',
    actor: { kind: 'staff', id: 'J1001' },
    person: accountId,
    reason,
  } as const;
  await house.run(() => house.server.app.get(Audit, { strict: false }).record(entry));
  return reason;
}

/** A register said somebody had died, and was wrong. */
async function stoppedByMistake(house: AccessHouse): Promise<Asked> {
  const owner = await house.person();
  const { name, idNumber } = owner;
  const get = <Part>(part: abstract new (...args: never[]) => Part) => house.server.app.get(part, { strict: false });
  const death = { person: { name, idNumber }, died: '2026-11-20', certificate: idNumber } as const;
  await house.run(() => get(AfterDeath).verified(death));
  const latest = await get(DeathRegister).latest(50);
  const id = latest.find(({ personId }) => personId === owner.personId)?.id ?? '';
  await get(AfterDeathDesk).withdraw('J1001', id, '登记错了');
  return { at: { id }, cast: { owner } };
}

/** What says that a body comes from the bureau, at this moment. */
export function signsFor(house: AccessHouse, text: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(house.server.app.get(Clock).now().getTime() / 1000));
  const signed = {
    ...{ method: 'POST', pathWithQuery: '/api/v1/bureau-callbacks/social-assistance', keyId: 'test-8', timestamp },
    ...{ nonce: randomUUID(), eventId: randomUUID(), body: text },
  };
  const { keyId, nonce, eventId } = signed;
  const signature = signatureOf(Buffer.alloc(32, 8), signed);
  return { 'key-id': keyId, timestamp, nonce, 'event-id': eventId, signature };
}

/** A word nobody waits for, rightly signed. */
function calledBack(house: AccessHouse): Asked {
  const body = { type: 'any', at: `${ON}T09:12:40+08:00`, data: { kind: 'accepted', caseNo: randomUUID(), on: ON } };
  return { at: { bureau: 'social-assistance' }, body, signs: signsFor(house, JSON.stringify(body)) };
}

export const residentRows: Rows = {
  'POST /sessions/wechat': { policy: 'public', ask: async () => ({ body: { code: `new/${randomUUID()}` } }) },
  'POST /sessions/refresh': {
    policy: 'public',
    ask: async (house) => {
      const { phone } = await house.stranger();
      return { body: { refreshToken: phone.session.refreshToken } };
    },
  },
  'DELETE /sessions/current': own(),
  'POST /identity/verifications': {
    policy: 'own-act',
    ask: async (house) => {
      const owner = await house.stranger();
      return { cast: { owner }, body: { name: '测试丁', idNumber: numbered('19700101') } };
    },
  },
  'GET /me': listed(async (_, { accountId }) => accountId),
  'DELETE /me': own(),
  'GET /me/deletion': listed(async (_, owner) => {
    await must(call(owner, 'POST', '/complaints', { kind: 'complaint', text: '没有人接电话' }));
    return '还没回复的投诉和建议 1 份';
  }),
  'GET /disclosures': listed(disclosed),
  'GET /accesses': listed(lookedAt),
  'GET /export': listed(async (_, owner) => {
    const text = `没有人接电话 ${someLetters()}`;
    await must(call(owner, 'POST', '/complaints', { kind: 'complaint', text }));
    return text;
  }),
  'GET /privacy': open(),
  'GET /agreement': open(),
  'GET /stopped-by-mistake/{id}': { policy: 'owner-only', ask: stoppedByMistake },
  'GET /consents': listed(async (_, owner) => {
    await must(call(owner, 'DELETE', `/consents/${PURPOSE}`));
    return '"state":"withdrawn"';
  }),
  'POST /consents': own({ body: consent }),
  'DELETE /consents/{purpose}': own({ at: { purpose: PURPOSE } }),
  'POST /complaints': own({ body: { kind: 'complaint', text: '没有人接电话' } }),
  'GET /complaints': {
    policy: 'own-list',
    ask: async (house) => {
      const { cast, theirs } = await complains(house);
      return { cast, theirs };
    },
  },
  'GET /complaints/{id}': { policy: 'owner-only', ask: complains },
  'GET /notices': {
    policy: 'own-list',
    ask: async (house) => {
      const { cast, theirs } = await noticed(house);
      return { cast, theirs };
    },
  },
  'POST /notices/{id}/read': { policy: 'owner-only', ask: noticed },
  'GET /notices/templates': {
    policy: 'own-list',
    alike: true,
    ask: async (house) => ({ cast: { owner: await house.person() } }),
  },
  'GET /me/kin-wish': {
    policy: 'own-list',
    alike: true,
    ask: async (house) => ({ cast: { owner: await house.person() } }),
  },
  'PUT /me/kin-wish': own({ body: { withheld: true } }),
  'POST /notices/grants': own({ body: { results: [] } }),

  'POST /urgent-requests': { policy: 'anyone', ask: async () => ({ body: urgent(secret()) }) },
  'GET /urgent-requests': listed(async (_, owner) => {
    return (await must(call(owner, 'POST', '/urgent-requests', urgent(secret())))).id;
  }),
  'POST /urgent-requests/lookups': {
    policy: 'public',
    ask: async (house) => ({ body: { secret: await asksUrgently(house) } }),
  },
  'POST /urgent-requests/claims': {
    policy: 'own-act',
    ask: async (house) => ({ body: { secret: await asksUrgently(house) }, cast: { owner: await house.person() } }),
  },

  'POST /eligibility/assessments': open({ body: { facts: {} } }),
  'GET /places': open(),
  'GET /catalogue': open(),
  'GET /standards': open(),
  'POST /staff/sessions': open({ body: { staffNumber: 'J2001', code: RIGHT_CODE } }),
  'GET /healthz': open(),
  'GET /readyz': open(),
  'POST /bureau-callbacks/{bureau}': { policy: 'bureau', named: 'bureau', ask: async (house) => calledBack(house) },
};
