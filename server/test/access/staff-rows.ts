import { randomUUID } from 'node:crypto';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { RelativesAsk } from '@jinmen/shared/residents/relatives';
import { ReliefCase } from '../../src/modules/relief/cases/relief-case.entity';
import { Transactions } from '../../src/platform/database/transactions';
import { Outbox } from '../../src/platform/outbox/outbox';
import { OutboxMessageRow } from '../../src/platform/outbox/outbox-message.entity';
import { aLateCase, aRouteChange } from '../a-case';
import { aComplaint } from '../a-complaint';
import { aDeath } from '../a-death';
import { aDeceasedRequest, askedFor } from '../a-deceased-request';
import { aDisplaced } from '../a-displaced';
import { aSuspendedVoyage, aVoyage } from '../a-voyage';
import { aWaiting } from '../a-waiting';
import { aCall } from '../call-list';
import { aMandate, aShowCode } from '../helped';
import { RIGHT_CODE } from '../identity-desk';
import { unreadable } from '../relief-house';
import { send } from '../resident';
import { type AccessHouse, call, must, OFFICE } from './access-house';
import { openingRows } from './opening-rows';
import type { Policy } from './policies';
import { anOpen } from './relief-things';
import type { Row, Rows } from './row';
import { placed, proposed, relative } from './sea-rows';

const REASON = { reason: '打通了，已告诉本人' };
const READS = {
  'sessions/current': 'every-staff',
  undelivered: 'operator-and-auditor',
  'dead-letters': 'operator-and-auditor',
  'urgent-requests/count': 'every-staff',
  standards: 'every-staff',
  audit: 'auditor-only',
  routing: 'every-staff',
  'routing/changes': 'every-staff',
  delegation: 'every-staff',
  calendar: 'every-staff',
  displaced: 'operator-and-auditor',
  'after-death': 'operator-and-auditor',
  voyages: 'operator-and-auditor',
  replacing: 'operator-and-auditor',
  waitlist: 'operator-and-auditor',
  'farewell-relatives': 'operator-only',
} as const satisfies Readonly<Record<string, Policy>>;

type Make = (house: AccessHouse) => Promise<string>;

function about(policy: Policy, make: Make, body?: object, at: Readonly<Record<string, string>> = {}): Row {
  const ask = async (house: AccessHouse) => ({ at: { id: await make(house), ...at }, ...(body && { body }) });
  return { policy, ask };
}

const act = (policy: Policy, body?: object, at?: Readonly<Record<string, string>>): Row => ({
  policy,
  ask: async () => ({ ...(at && { at }), ...(body && { body }) }),
});

/** A message that has stopped, without waiting for twelve wrong answers. */
const aDeadLetter: Make = (house) =>
  house.run(async () => {
    const message = { topic: 'sms.notice-sent', bureau: 'sms', order: randomUUID(), payload: {} } as const;
    const id = await house.server.app.get(Outbox).append(message);
    const dead = { state: 'dead', endedAt: new Date(0), why: 'status 500' } as const;
    await house.server.app.get(Transactions).manager.update(OutboxMessageRow, { id }, dead);
    return id;
  });

const anUrgentRequest: Make = async ({ server }) => {
  const secret = randomUUID().replaceAll('-', '').repeat(2);
  const words = '打我妈 138—1234—5679';
  const said = { forSomebodyElse: false, kinds: ['other'], street: OFFICE, phone: '13812345678', words, secret };
  const key = { 'idempotency-key': randomUUID() };
  return (await must(send(server, 'POST', '/api/v1/urgent-requests', said, key))).id;
};

const ofServer =
  (make: (server: AccessHouse['server']) => Promise<string>): Make =>
  ({ server }) =>
    make(server);

const onCallList = (state: 'open' | 'done'): Make => ofServer((server) => aCall(server, { office: OFFICE, state }));
const mandate = (state: 'waiting' | 'acting'): Make => ofServer((server) => aMandate(server, OFFICE, state));
const request = (asks: RelativesAsk): Make => ofServer((server) => aDeceasedRequest(server, OFFICE, { asks }));
const lateCase: Make = ofServer((server) => aLateCase(server, OFFICE));
const voyage: Make = ofServer((server) => aVoyage(server));

const secondInLine: Make = async ({ server }) => {
  await aWaiting(server);
  return aWaiting(server);
};

/** Of a year nobody else's is in. */
const NEW_VOYAGE = {
  ...{ vessel: '国宾9号', meetingPlace: '殡仪服务总站', urns: 70, seats: 125, reason: '开放春季' },
  ...{ meetingAt: '06:30', startsAt: '08:30', endsAt: '11:30', opensOn: '2028-02-01', closesOn: '2028-03-15' },
};

let nextDay: CivilDate = '2028-03-16';
/** The same day is let in once. */
function nextVoyageDay(): CivilDate {
  const day = nextDay;
  nextDay = addDays(day, 1);
  return day;
}

const withCode = (more: object = {}): Row => ({
  policy: 'operator-and-clerks',
  ask: async ({ server }) => ({ body: { code: await aShowCode(server), ...more } }),
});

const OF_OFFICE = 'operator-and-clerk-of-office';
const OPERATOR = 'operator-only';

const acts: Rows = {
  'DELETE /staff/sessions/current': {
    policy: 'every-staff',
    ask: async (house) => ({ cast: await house.colleagues() }),
  },
  'POST /staff/sessions/current/code': { policy: 'every-staff', ask: async () => ({ body: { code: RIGHT_CODE } }) },
  'POST /staff/dead-letters/{id}/replay': about(OPERATOR, aDeadLetter, REASON),
  'POST /staff/dead-letters/{id}/skip': about(OPERATOR, aDeadLetter, REASON),
  'POST /staff/call-list/{id}/number': about(OF_OFFICE, onCallList('open')),
  'POST /staff/call-list/{id}/done': about(OF_OFFICE, onCallList('open'), REASON),
  'POST /staff/call-list/{id}/undone': about(OF_OFFICE, onCallList('done'), REASON),
  'POST /staff/urgent-requests/{id}/number': about(OF_OFFICE, anUrgentRequest),
  'POST /staff/urgent-requests/{id}/done': about(OF_OFFICE, anUrgentRequest, REASON),
  'POST /staff/urgent-requests/{id}/alike': about(OF_OFFICE, anUrgentRequest, { others: [], ...REASON }),
  'POST /staff/guardianships/lookup': withCode(),
  'POST /staff/guardianships/confirmation': withCode(REASON),
  'POST /staff/mandates/{id}/number': about(OF_OFFICE, mandate('waiting')),
  'POST /staff/mandates/{id}/answer': about(OF_OFFICE, mandate('waiting'), { agreed: true, ...REASON }),
  'POST /staff/mandates/{id}/stop': about(OF_OFFICE, mandate('acting'), REASON),
  'POST /staff/complaints/{id}/text': about(
    OF_OFFICE,
    ofServer((server) => aComplaint(server, OFFICE)),
  ),
  'POST /staff/complaints/{id}/answer': about(
    OF_OFFICE,
    ofServer((server) => aComplaint(server, OFFICE)),
    { text: '换了号码，请再打。', reason: '电话线路坏了' },
  ),
  'POST /staff/deceased-requests': { policy: 'clerks-only', ask: async () => ({ body: askedFor() }) },
  'POST /staff/deceased-requests/{id}/copy': about(OF_OFFICE, request('copy')),
  'POST /staff/deceased-requests/{id}/deletion': about(OF_OFFICE, request('deletion'), REASON),
  'POST /staff/deceased-requests/{id}/answer': about(OF_OFFICE, request('correction'), {
    text: '改好了，交给了社区。',
    reason: '对着户口簿核过',
  }),
  'POST /staff/deceased-requests/{id}/refusal': about(OF_OFFICE, request('copy'), REASON),
  'POST /staff/deceased-requests/{id}/withdrawal': about(OF_OFFICE, request('copy'), REASON),
  'PUT /staff/routing/{street}': act(OPERATOR, { office: OFFICE, reason: '区里发文' }, { street: OFFICE }),
  'POST /staff/routing/changes': act(OPERATOR, { street: OFFICE, to: OFFICE, reason: '区里发文' }),
  'POST /staff/routing/preview': act(OPERATOR, { district: '120111', to: 'itself' }),
  'POST /staff/routing/changes/{id}/undo': about(OPERATOR, ofServer(aRouteChange), REASON),
  'PUT /staff/delegation/{district}': act(
    OPERATOR,
    { decides: 'street', from: '2027-01-01', reason: '区里发文' },
    { district: '120111' },
  ),
  'POST /staff/cases/{id}/office': about(OF_OFFICE, lateCase, { office: '120111002', reason: '住处划过去了' }),
  'POST /staff/overdue/{id}/answer': about(OF_OFFICE, lateCase, { word: '明天上门，请您在家等。' }),
  'PUT /staff/calendar/{year}': act(
    OPERATOR,
    { off: ['2027-01-01'], work: [], document: '国办通知', reason: '通知发了' },
    { year: '2027' },
  ),
  'POST /staff/displaced/{id}/people/{role}/number': about(OPERATOR, ofServer(aDisplaced), undefined, {
    role: 'holder',
  }),
  'POST /staff/after-death/{id}/withdrawal': about(OPERATOR, ofServer(aDeath), REASON),
  'POST /staff/voyages': { policy: OPERATOR, ask: async () => ({ body: { ...NEW_VOYAGE, day: nextVoyageDay() } }) },
  'PUT /staff/voyages/{id}': about(OPERATOR, voyage, { urns: 5, reason: '多派了人手' }),
  'GET /staff/voyages/{id}/manifest': about('operator-and-auditor', async (house) => (await placed(house)).voyage),
  'POST /staff/voyages/{id}/manifest/whole': about(OPERATOR, async (house) => (await placed(house)).voyage, REASON),
  'GET /staff/voyages/{id}/families': about('operator-and-auditor', voyage),
  'POST /staff/voyages/{id}/suspension': about(OPERATOR, voyage, { why: '海上风大', reason: '海事局通知' }),
  'POST /staff/voyages/{id}/resumption': about(OPERATOR, ofServer(aSuspendedVoyage), REASON),
  'POST /staff/voyages/{id}/sailing': about(OPERATOR, voyage, REASON),
  'POST /staff/farewell-relatives/{id}/proposal': about(OPERATOR, relative, REASON),
  'POST /staff/farewell-relatives/{id}/hand-over': about(OPERATOR, proposed, REASON),
  'POST /staff/farewell-relatives/{id}/closing': about(OPERATOR, relative, REASON),
  'POST /staff/waitlist/{id}/place': about(OPERATOR, secondInLine, { to: 1, reason: '年纪大，先来' }),
};

/** What waits before the street, for its clerk and no other's. */
const ofStreet = (policy: Policy, make: Make): Row => ({
  policy,
  ask: async (house) => ({ ofStreet: [await make(house)] }),
});

/** Its bureau said something nobody can read. */
const aStuckCase: Make = async (house) => {
  const { caseNo } = await anOpen(house, 'own');
  await unreadable(house.server, 'social-assistance', { caseNo });
  return caseNo;
};

/** In hand for ten days, and a grown-up of the household has not signed. */
const anUnsignedCase: Make = async (house) => {
  const wife = await house.person('1981-02-02', '测试丙');
  const members = [{ id: 'm1', name: wife.name, idNumber: wife.idNumber, relation: 'spouse' as const }];
  const { caseNo } = await anOpen(house, 'own', { 'household.members': members });
  const since = { createdAt: new Date('2026-11-15T02:00:00Z') };
  await house.server.app.get(Transactions).manager.update(ReliefCase, { id: caseNo }, since);
  return caseNo;
};

/** By the number of somebody's paper. */
const aReceipt: Row = {
  policy: 'operator-and-clerks',
  ask: async (house) => {
    const { id, by, caseNo } = await anOpen(house, 'own');
    const { receiptNumber } = await must<ApplicationView>(call(by, 'GET', `/relief/applications/${id}`));
    return { query: `receipt=${receiptNumber}`, ofStreet: [caseNo] };
  },
};

const lists: Rows = {
  'GET /staff/call-list': ofStreet('operator-and-clerks', onCallList('open')),
  'GET /staff/urgent-requests': ofStreet('every-staff', anUrgentRequest),
  'GET /staff/mandates': ofStreet('operator-and-clerks', mandate('waiting')),
  'GET /staff/complaints': ofStreet(
    'operator-and-clerks',
    ofServer((server) => aComplaint(server, OFFICE)),
  ),
  'GET /staff/deceased-requests': ofStreet('operator-and-clerks', request('copy')),
  'GET /staff/overdue': ofStreet('every-staff', lateCase),
  'GET /staff/stuck': ofStreet('every-staff', aStuckCase),
  'GET /staff/unsigned': ofStreet('every-staff', anUnsignedCase),
  'GET /staff/cases': aReceipt,
};

const reads: Rows = Object.fromEntries(
  Object.entries(READS).map(([path, policy]) => [`GET /staff/${path}`, { policy, ask: async () => ({}) }]),
);

export const staffRows: Rows = { ...reads, ...lists, ...acts, ...openingRows };
