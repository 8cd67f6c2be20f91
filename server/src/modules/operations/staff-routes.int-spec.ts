import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { aLateCase, aRouteChange } from '../../../test/a-case';
import { aComplaint } from '../../../test/a-complaint';
import { aDeath } from '../../../test/a-death';
import { aDisplaced } from '../../../test/a-displaced';
import { aReplaced } from '../../../test/a-replaced';
import { aSuspendedVoyage, aVoyage } from '../../../test/a-voyage';
import { aWaiting } from '../../../test/a-waiting';
import { aCall } from '../../../test/call-list';
import { aMandate, aShowCode } from '../../../test/helped';
import { type IdentityDesk, staffHeaders, startIdentityDesk } from '../../../test/identity-desk';
import { json, type LocalBureau, startLocalBureau } from '../../../test/local-bureau';
import { Phone, type Reply, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import type { StaffRole } from '../../platform/auth/current';
import { Transactions } from '../../platform/database/transactions';
import { openApiDocument } from '../../platform/http/openapi';
import { Outbox } from '../../platform/outbox/outbox';
import { OutboxMessageRow } from '../../platform/outbox/outbox-message.entity';

const EVERYBODY: readonly StaffRole[] = ['operator', 'street-clerk', 'auditor'];

/** What the server should allow, said a second time and apart from it. */
const ROUTES: Readonly<Record<string, { readonly roles: readonly StaffRole[]; readonly ofOffice?: true }>> = {
  'GET /sessions/current': { roles: EVERYBODY },
  'DELETE /sessions/current': { roles: EVERYBODY },
  'GET /undelivered': { roles: ['operator', 'auditor'] },
  'GET /dead-letters': { roles: ['operator', 'auditor'] },
  'POST /dead-letters/{id}/replay': { roles: ['operator'] },
  'POST /dead-letters/{id}/skip': { roles: ['operator'] },
  'GET /call-list': { roles: ['operator', 'street-clerk'] },
  'POST /call-list/{id}/number': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'POST /call-list/{id}/done': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'POST /call-list/{id}/undone': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'GET /urgent-requests': { roles: EVERYBODY },
  'GET /urgent-requests/count': { roles: EVERYBODY },
  'POST /urgent-requests/{id}/number': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'POST /urgent-requests/{id}/done': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'POST /guardianships/lookup': { roles: ['operator', 'street-clerk'] },
  'POST /guardianships/confirmation': { roles: ['operator', 'street-clerk'] },
  'GET /mandates': { roles: ['operator', 'street-clerk'] },
  'POST /mandates/{id}/number': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'POST /mandates/{id}/answer': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'POST /mandates/{id}/stop': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'GET /complaints': { roles: ['operator', 'street-clerk'] },
  'POST /complaints/{id}/answer': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'GET /standards': { roles: EVERYBODY },
  'GET /audit': { roles: ['auditor'] },
  'GET /overdue': { roles: EVERYBODY },
  'GET /stuck': { roles: EVERYBODY },
  'GET /unsigned': { roles: EVERYBODY },
  'GET /routing': { roles: EVERYBODY },
  'PUT /routing/{street}': { roles: ['operator'] },
  'GET /routing/changes': { roles: EVERYBODY },
  'POST /routing/changes': { roles: ['operator'] },
  'POST /routing/preview': { roles: ['operator'] },
  'POST /routing/changes/{id}/undo': { roles: ['operator'] },
  'GET /delegation': { roles: EVERYBODY },
  'PUT /delegation/{district}': { roles: ['operator'] },
  'GET /cases': { roles: ['operator', 'street-clerk'] },
  'POST /cases/{id}/office': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'POST /overdue/{id}/answer': { roles: ['operator', 'street-clerk'], ofOffice: true },
  'GET /calendar': { roles: EVERYBODY },
  'PUT /calendar/{year}': { roles: ['operator'] },
  'GET /windows': { roles: ['operator', 'auditor'] },
  'POST /windows/preview': { roles: ['operator'] },
  'POST /windows/changes': { roles: ['operator'] },
  'GET /openings': { roles: ['operator', 'auditor'] },
  'PUT /openings/{service}/templates/{code}': { roles: ['operator'] },
  'PUT /openings/{service}/settings': { roles: ['operator'] },
  'PUT /openings/{service}/days/{day}': { roles: ['operator'] },
  'PUT /openings/{service}/hot-days/{day}': { roles: ['operator'] },
  'POST /openings/{service}/hot-days/{day}/removal': { roles: ['operator'] },
  'PUT /openings/{service}/sites/{site}': { roles: ['operator'] },
  'GET /displaced': { roles: ['operator', 'auditor'] },
  'POST /displaced/{id}/people/{role}/number': { roles: ['operator'] },
  'GET /after-death': { roles: ['operator', 'auditor'] },
  'POST /after-death/{id}/withdrawal': { roles: ['operator'] },
  'GET /voyages': { roles: ['operator', 'auditor'] },
  'POST /voyages': { roles: ['operator'] },
  'PUT /voyages/{id}': { roles: ['operator'] },
  'GET /voyages/{id}/manifest': { roles: ['operator', 'auditor'] },
  'POST /voyages/{id}/manifest/whole': { roles: ['operator'] },
  'GET /voyages/{id}/families': { roles: ['operator', 'auditor'] },
  'POST /voyages/{id}/suspension': { roles: ['operator'] },
  'POST /voyages/{id}/resumption': { roles: ['operator'] },
  'POST /voyages/{id}/sailing': { roles: ['operator'] },
  'GET /replacing': { roles: ['operator', 'auditor'] },
  'POST /replacing/{service}/{kind}/plan': { roles: ['operator'] },
  'PUT /replacing/{service}/{kind}/pins/{subject}': { roles: ['operator'] },
  'POST /replacing/{service}/{kind}/application': { roles: ['operator'] },
  'POST /replacing/{service}/{kind}/calls/{subject}/number': { roles: ['operator'] },
  'POST /replacing/{service}/{kind}/calls/{subject}/done': { roles: ['operator'] },
  'GET /waitlist': { roles: ['operator', 'auditor'] },
  'POST /waitlist/{id}/place': { roles: ['operator'] },
};
const PUBLIC = 'POST /sessions';

/** The offices of the colleagues in `test/identity-desk.ts`. */
const OFFICE = '120111001';
const STAFF: Readonly<Record<string, { readonly role: StaffRole; readonly sees: boolean }>> = {
  J1001: { role: 'operator', sees: true },
  J2001: { role: 'street-clerk', sees: true },
  J2002: { role: 'street-clerk', sees: false },
  J3001: { role: 'auditor', sees: true },
};

const ROUND = '/replacing/reading-room/sign-ups';

/** What a route is asked with when a reason alone will not do. */
const BODIES: Readonly<Record<string, { readonly path: string; readonly body?: object }>> = {
  'PUT /routing/{street}': { path: `/routing/${OFFICE}`, body: { office: OFFICE, reason: '区里发文' } },
  'POST /routing/preview': { path: '/routing/preview', body: { district: '120111', to: 'itself' } },
  'POST /routing/changes': { path: '/routing/changes', body: { street: OFFICE, to: OFFICE, reason: '区里发文' } },
  'PUT /delegation/{district}': {
    path: '/delegation/120111',
    body: { decides: 'street', from: '2027-01-01', reason: '区里发文' },
  },
  'PUT /calendar/{year}': {
    path: '/calendar/2027',
    body: { off: ['2027-01-01'], work: [], document: '国办通知', reason: '通知发了' },
  },
  ...openingBodies(),
  'POST /displaced/{id}/people/{role}/number': { path: '/displaced/{id}/people/holder/number' },
  'POST /voyages': { path: '/voyages', body: newVoyage() },
  'PUT /voyages/{id}': { path: '/voyages/{id}', body: { urns: 5, reason: '多派了人手' } },
  'POST /voyages/{id}/suspension': {
    path: '/voyages/{id}/suspension',
    body: { why: '海上风大', reason: '海事局通知' },
  },
  'POST /replacing/{service}/{kind}/plan': { path: `${ROUND}/plan` },
  'PUT /replacing/{service}/{kind}/pins/{subject}': { path: `${ROUND}/pins/{id}`, body: { slot: null } },
  'POST /replacing/{service}/{kind}/application': { path: `${ROUND}/application`, body: { reason: '风大' } },
  'POST /replacing/{service}/{kind}/calls/{subject}/number': { path: `${ROUND}/calls/{id}/number` },
  'POST /replacing/{service}/{kind}/calls/{subject}/done': {
    path: `${ROUND}/calls/{id}/done`,
    body: { reason: '打通了' },
  },
  'POST /waitlist/{id}/place': { path: '/waitlist/{id}/place', body: { to: 1, reason: '年纪大，先来' } },
  'GET /cases': { path: '/cases?receipt=JM20261125-7KQ2M9XB' },
  'POST /cases/{id}/office': { path: '/cases/{id}/office', body: { office: '120111002', reason: '住处划过去了' } },
  'POST /complaints/{id}/answer': {
    path: '/complaints/{id}/answer',
    body: { text: '换了号码，请再打。', reason: '电话线路坏了' },
  },
  'POST /overdue/{id}/answer': { path: '/overdue/{id}/answer', body: { word: '明天上门，请您在家等。' } },
};

/** One of a year of its own: the same is let in once. */
function newVoyage(): object {
  const day = '2028-03-18';
  const times = {
    meetingAt: '06:30',
    startsAt: '08:30',
    endsAt: '11:30',
    opensOn: '2028-02-01',
    closesOn: '2028-03-15',
  };
  return { day, vessel: '国宾9号', meetingPlace: '殡仪服务总站', ...times, urns: 70, seats: 125, reason: '开放春季' };
}

/** Of windows and when they open. */
function openingBodies(): Record<string, { readonly path: string; readonly body?: object }> {
  const [reason, service] = ['场地布置', 'marriage-registration'];
  const days = { service, from: '2026-11-01', to: '2026-11-02', act: 'reopen' };
  const time = { from: '09:00', to: '10:00', capacity: 2, heldBack: 0 };
  const template = {
    title: '试',
    pool: 'registration',
    sites: ['jinmen-lake'],
    times: [time],
    usual: false,
    sample: true,
  };
  const settings = { horizonDays: 30, releaseAt: '08:30', shownDays: 7, cutOffMinutes: 60 };
  const hot = { name: '七夕', capacityPercent: 150, offers: ['ceremony'] };
  const at = (rest: string) => `/openings/${service}/${rest}`;
  return {
    'GET /windows': { path: `/windows?service=${service}&day=2026-12-01` },
    'POST /windows/preview': { path: '/windows/preview', body: days },
    'POST /windows/changes': { path: '/windows/changes', body: { ...days, reason } },
    'GET /openings': { path: `/openings?service=${service}` },
    'PUT /openings/{service}/templates/{code}': { path: at('templates/try'), body: { ...template, reason } },
    'PUT /openings/{service}/settings': { path: at('settings'), body: { ...settings, reason } },
    'PUT /openings/{service}/days/{day}': { path: at('days/2026-12-05'), body: { what: 'open', reason } },
    'PUT /openings/{service}/hot-days/{day}': { path: at('hot-days/2026-12-05'), body: { ...hot, reason } },
    'POST /openings/{service}/hot-days/{day}/removal': { path: at('hot-days/2026-12-05/removal'), body: { reason } },
    'PUT /openings/{service}/sites/{site}': {
      path: at('sites/jinmen-lake'),
      body: { fields: { rainPlan: '下雨到屋里' }, source: '场地来函', reason },
    },
  };
}

let identity: IdentityDesk;
let wechat: LocalWechat;
let gateway: LocalBureau;
let server: TestServer;
let resident: Phone;

beforeAll(async () => {
  [identity, wechat, gateway] = await Promise.all([startIdentityDesk(), startLocalWechat(), startLocalBureau()]);
  gateway.behave(json(500, {}));
  server = await startServer({ ...identity.env, ...wechat.env, SMS_URL: gateway.url });
  resident = await Phone.of(server, 'anna');
});

afterAll(async () => {
  await server.end();
  await Promise.all([identity.bureau.close(), wechat.close(), gateway.close()]);
});

/** A message that has stopped, without waiting for twelve wrong answers. */
function aDeadLetter(): Promise<string> {
  return server.app.get(Transactions).run(async () => {
    const message = { topic: 'sms.notice-sent', bureau: 'sms', order: randomUUID(), payload: {} } as const;
    const id = await server.app.get(Outbox).append(message);
    await server.app
      .get(Transactions)
      .manager.update(OutboxMessageRow, { id }, { state: 'dead', endedAt: new Date(), why: 'status 500' });
    return id;
  });
}

async function anUrgentRequest(): Promise<string> {
  const said = { forSomebodyElse: false, kinds: ['other'], street: OFFICE, phone: '13812345678', secret: aSecret() };
  const key = { 'idempotency-key': randomUUID() };
  return String((await send(server, 'POST', '/api/v1/urgent-requests', said, key)).body.id);
}

const aSecret = () => randomUUID().replaceAll('-', '').repeat(2);

/** Something of the office that the route may act on. */
async function thingFor(route: string): Promise<string> {
  if (route.includes('/dead-letters/')) return aDeadLetter();
  if (route.includes('/urgent-requests/')) return anUrgentRequest();
  if (route.endsWith('/undo')) return aRouteChange(server);
  if (route.includes('/cases/') || route.includes('/overdue/')) return aLateCase(server, OFFICE);
  if (route.includes('/complaints/')) return aComplaint(server, OFFICE);
  if (route.includes('/mandates/')) return aMandate(server, OFFICE, route.endsWith('/stop') ? 'acting' : 'waiting');
  if (route.includes('/guardianships/')) return aShowCode(server);
  if (route.includes('/displaced/')) return aDisplaced(server);
  if (route.includes('/after-death/')) return aDeath(server);
  if (route.endsWith('/resumption')) return aSuspendedVoyage(server);
  if (route.includes('/voyages/')) return aVoyage(server);
  if (route.includes('/replacing/')) return aReplaced(server, route.endsWith('/done'));
  if (route.includes('/waitlist/')) return aWaiting(server);
  return aCall(server, { office: OFFICE, state: route.endsWith('/undone') ? 'done' : 'open' });
}

function bodyFor(path: string, id: string): object | undefined {
  const reason = '打通了，已告诉本人';
  if (path.endsWith('/number')) return undefined;
  if (path === '/guardianships/lookup') return { code: id };
  if (path === '/guardianships/confirmation') return { code: id, reason };
  return path.endsWith('/answer') ? { agreed: true, reason } : { reason };
}

function ask(route: string, id: string, headers: Readonly<Record<string, string>>, body?: unknown): Promise<Reply> {
  const [method = '', path = ''] = route.split(' ');
  const own = BODIES[route];
  if (own) return send(server, method, `/api/v1/staff${own.path.replace('{id}', id)}`, own.body, headers);
  const asked = body ?? (method === 'POST' ? bodyFor(path, id) : undefined);
  return send(server, method, `/api/v1/staff${path.replace('{id}', id)}`, asked, headers);
}

describe('the routes of staff', () => {
  it('are the ones this matrix knows, and no other', () => {
    const { paths } = openApiDocument(server.app, server.url);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ofStaff = described
      .filter((each) => each.includes('/api/v1/staff'))
      .map((each) => each.replace('/api/v1/staff', ''));
    expect(ofStaff.sort()).toEqual([...Object.keys(ROUTES), PUBLIC].sort());
  });

  it.each(Object.keys(ROUTES))('%s lets in who may and nobody else, each with the same request', async (route) => {
    const { roles, ofOffice } = ROUTES[route] ?? { roles: [] };
    const outsiders = [{}, { authorization: 'Bearer x' }, { authorization: `Bearer ${resident.session.accessToken}` }];
    for (const headers of outsiders) {
      const id = await thingFor(route);
      expect((await ask(route, id, headers)).status).toBe(401);
    }
    for (const [staffNumber, { role, sees }] of Object.entries(STAFF)) {
      const id = await thingFor(route);
      const { status } = await ask(route, id, await staffHeaders(server.url, staffNumber));
      const expected = !roles.includes(role) ? 403 : ofOffice && !sees ? 404 : 'let in';
      expect([staffNumber, status < 300 ? 'let in' : status]).toEqual([staffNumber, expected]);
    }
  });

  it('answer for another office’s call as for one that never was', async () => {
    const headers = await staffHeaders(server.url, 'J2002');
    for (const act of ['number', 'done', 'undone']) {
      const route = `POST /call-list/{id}/${act}`;
      const [theirs, none] = [
        await ask(route, await thingFor(route), headers),
        await ask(route, randomUUID(), headers),
      ];
      expect([theirs.status, theirs.body]).toEqual([none.status, none.body]);
      expect(theirs.status).toBe(404);
    }
  });

  it('change nothing without a reason, for a strange id, or for a body that asks for more', async () => {
    const headers = await staffHeaders(server.url, 'J1001');
    const withReason = (route: string) => route.startsWith('POST') && !/\/(number|answer)$|guardianships/.test(route);
    const acts = Object.keys(ROUTES).filter((route) => withReason(route) && !BODIES[route]);
    const badBodies = fc.oneof(
      fc.constantFrom({}, { reason: '' }, { reason: ' x ' }, { reason: 7 }, { reason: ['a', 'b'] }, { reason: null }),
      fc.record({ reason: fc.constant('字'.repeat(501)) }),
      fc.record({ reason: fc.constant('有原因'), by: fc.string(), state: fc.constant('done') }),
    );
    const cases = fc.oneof(
      fc.record({ route: fc.constantFrom(...acts), body: badBodies, real: fc.constant(true) }),
      fc.record({ route: fc.constantFrom(...acts), body: fc.constant({ reason: '有原因' }), real: fc.constant(false) }),
    );
    await fc.assert(
      fc.asyncProperty(cases, fc.stringMatching(/^[\w'" -]{1,40}$/), async ({ route, body, real }, strange) => {
        const id = real ? await thingFor(route) : encodeURIComponent(strange);
        const { status } = await ask(route, id, headers, body);
        expect(status).toBe(real ? 400 : 404);
      }),
      { numRuns: 60 },
    );
  });

  it('give a page from another origin nothing to hold on to', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    const preflight = {
      ...origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    const allowed = await send(server, 'OPTIONS', '/api/v1/staff/call-list', undefined, preflight);
    expect(allowed.headers.get('access-control-allow-origin')).toBeNull();
    const posted = await send(
      server,
      'POST',
      `/api/v1/staff/dead-letters/${await aDeadLetter()}/skip`,
      { reason: '有原因' },
      origin,
    );
    expect(posted.status).toBe(401);
    expect(posted.headers.get('set-cookie')).toBeNull();
  });
});
