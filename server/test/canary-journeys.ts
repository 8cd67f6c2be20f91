import { randomUUID } from 'node:crypto';
import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { consentText } from '@jinmen/shared/residents/consent-texts';
import { StandardChanges } from '../src/modules/standards/standard-changes.service';
import { Audit } from '../src/platform/audit/audit';
import { Transactions } from '../src/platform/database/transactions';
import { aCall } from './call-list';
import { sendCallback } from './callback';
import type { CanaryPerson } from './canary';
import { coupleJourneys } from './canary-couple';
import { familyJourneys } from './canary-family';
import { farewellJourneys } from './canary-farewell';
import { agreeToAll, type Journey } from './canary-journey';
import { DEAD, staffHeaders } from './identity-desk';
import { filled } from './relief-house';
import { Phone, send } from './resident';
import { until } from './until';

const ASSESSMENTS = '/api/v1/eligibility/assessments';

const typedInWrongPlaces: Journey = {
  name: 'typing oneself where nobody asked',
  expected: [404, 404, 400, 400, 400, 400],
  walk: async (server, { name, idNumber, phone, address }) => {
    const wrong = encodeURIComponent(`${name} ${idNumber}`);
    const replies = [
      await server.get(`/api/v1/${wrong}`),
      await server.get(`/${idNumber}?phone=${phone}&address=${encodeURIComponent(address)}`),
      await server.get(`/api/v1/standards?asOf=${wrong}`),
      await server.post(ASSESSMENTS, `{"facts": "${name} ${phone}`, {
        'x-request-id': phone,
        referer: `https://x/${wrong}`,
      }),
      await server.post(ASSESSMENTS, JSON.stringify({ facts: {}, [name]: 1, [idNumber]: 2, [`a.${phone}`]: 3 })),
      await server.post(ASSESSMENTS, JSON.stringify({ facts: { [name]: 1, [idNumber]: 2 } })),
    ];
    return replies.map(({ status }) => status);
  },
};

const assessment: Journey = {
  name: 'asking what might fit',
  expected: [200, 400],
  walk: async (server, { incomeFen, name }) => {
    const facts = { 'household.monthlyWageIncomeFen': incomeFen };
    const replies = [
      await server.post(ASSESSMENTS, JSON.stringify({ facts })),
      await server.post(ASSESSMENTS, JSON.stringify({ facts: { ...facts, 'household.memberCount': name } })),
    ];
    return replies.map(({ status }) => status);
  },
};

const signingIn: Journey = {
  name: 'signing in, saying yes, saying no, reading messages, signing out',
  expected: [401, 400, 200, 400, 200, 401],
  walk: async (server, { wechat, name, idNumber }) => {
    const wrong = { authorization: `Bearer ${idNumber}` };
    const without = [
      await send(server, 'GET', '/api/v1/notices', undefined, wrong),
      await send(server, 'POST', '/api/v1/sessions/refresh', { refreshToken: `${idNumber}${name}` }),
    ];
    const phone = await Phone.of(server, wechat);
    const purpose = 'relief-application';
    const { version } = consentText(purpose);
    const replies = [
      await phone.send('POST', '/api/v1/consents', { purpose, version, state: 'given' }),
      await phone.send('POST', '/api/v1/consents', { purpose, version, state: name }),
      await phone.send('GET', '/api/v1/notices'),
    ];
    await phone.send('DELETE', '/api/v1/sessions/current');
    return [...without, ...replies, await phone.send('GET', '/api/v1/notices')].map(({ status }) => status);
  },
};

const realName: Journey = {
  name: 'having one’s name and number looked up, with and without a yes, wrongly typed and right',
  expected: [401, 403, 200, 400, 400, 200, 409, 200],
  walk: async (server, { wechat, name, idNumber, phone: number }) => {
    const verify = '/api/v1/identity/verifications';
    const right = { name, idNumber };
    const phone = await Phone.of(server, wechat);
    const purpose = 'real-name-verification';
    const { version } = consentText(purpose);
    const replies = [
      await send(server, 'POST', verify, right),
      await phone.send('POST', verify, right),
      await phone.send('POST', '/api/v1/consents', { purpose, version, state: 'given' }),
      await phone.send('POST', verify, { name: `${name}${number}`, idNumber: `${idNumber}1` }),
      await phone.send('POST', verify, { ...right, [name]: idNumber }),
      await phone.send('POST', verify, right),
      await phone.send('POST', verify, { ...right, name: `${name}等` }),
      await phone.send('GET', '/api/v1/me'),
    ];
    return replies.map(({ status }) => status);
  },
};

const changeOfFigures: Journey = {
  name: 'an operator changing a figure under their own name',
  expected: [],
  walk: async (server, { name, phone }) => {
    const source = { document: '津民规〔2026〕×号', row: 'A.1', confidence: 'official' };
    const row = { key: 'low-income-margin-equality', value: 1, unit: 'flag', from: '2027-01-01', source };
    const file = { by: name, why: `${name} ${phone} 来电`, rows: [row] };
    await server.app.get(StandardChanges).apply(JSON.stringify(file), 'change.json');
    return [];
  },
};

const acts: Journey = {
  name: 'an act whose reason names somebody',
  expected: [],
  walk: async (server, { name, idNumber }) => {
    const entry = { action: 'canary.seen', actor: { kind: 'system', id: 'canary' } } as const;
    await server.app
      .get(Transactions)
      .run(() => server.app.get(Audit).record({ ...entry, reason: `${name} ${idNumber}` }));
    return [];
  },
};

const callbacks: Journey = {
  name: 'a bureau writing about somebody, well signed and badly',
  expected: [401, 422],
  walk: async (server, { name, idNumber, phone }) => {
    const data = { XM: name, SFZH: idNumber, LXDH: phone };
    const nowMs = Date.now();
    const replies = [
      await sendCallback(server.url, nowMs, { type: name, data, spoiledBody: JSON.stringify(data) }),
      await sendCallback(server.url, nowMs, { type: 'canary', data }),
    ];
    return replies.map(({ status }) => status);
  },
};

const staff: Journey = {
  name: 'a colleague signing in, and a stranger trying',
  expected: [400, 200],
  walk: async (server, { name, idNumber }) => {
    const stranger = await send(server, 'POST', '/api/v1/staff/sessions', {
      staffNumber: idNumber.slice(0, 12),
      code: name,
    });
    const headers = await staffHeaders(server.url, 'J3001');
    const looked = await send(server, 'GET', '/api/v1/staff/audit', undefined, headers);
    return [stranger.status, looked.status];
  },
};

const afterADeath: Journey = {
  name: 'a relative at the desk, about somebody who died and somebody who did not, with all of them written everywhere',
  expected: [404, 400, 201, 403, 200, 200, 204],
  walk: async (server, { name, idNumber, phone }, { relative }) => {
    const [one, other] = [await staffHeaders(server.url, 'J2001'), await staffHeaders(server.url, 'J2001-2')];
    const at = '/api/v1/staff/deceased-requests';
    const words = `${relative.name} ${relative.phone} 替${name}（${idNumber}，${phone}）办抚恤`;
    const people = { relativeName: relative.name, relativeIdNumber: relative.idNumber, need: words, change: words };
    const papers = {
      asks: 'correction',
      kinship: 'child',
      deathPaper: 'cremation-certificate',
      kinPaper: 'household-book',
    };
    const typed = { ...people, ...papers, deceasedIdNumber: idNumber, deceasedName: `${DEAD}${name}` };
    const made = (more: object) =>
      send(server, 'POST', at, { ...typed, ...more }, { 'idempotency-key': randomUUID(), ...one });
    const replies = [await made({ deceasedName: name }), await made({ kinship: name }), await made({})];
    const answer = { text: words, reason: words };
    const to = (headers: typeof one) =>
      send(server, 'POST', `${at}/${String(replies[2]?.body.id)}/answer`, answer, headers);
    replies.push(await to(one), await send(server, 'GET', at, undefined, one));
    replies.push(await send(server, 'GET', at, undefined, other), await to(other));
    return replies.map(({ status }) => status);
  },
};

const LIVING = 'minimum-living-allowance';

/** What a person types into an application: themselves, their household and their hardship. */
function typedBy(person: CanaryPerson, relative: CanaryPerson): FieldValues {
  return filled([LIVING], {
    'applicant.phone': person.phone,
    'applicant.address': person.address,
    'household.members': [{ id: randomUUID(), name: relative.name, idNumber: relative.idNumber, relation: 'spouse' }],
    'fact:household.monthlyWageIncomeFen': person.incomeFen,
    'fact:household.memberCount': 2,
    statement: `我是${person.name}，${relative.name}病了，电话${relative.phone}，住${relative.address}`,
  });
}

const application: Journey = {
  name: 'an application, from the first slip of the pen to what the bureaus say of it',
  expected: [400, 201, 200, 409, 400, 403, 200, 200, 422, 200, 200, 200, 200, 200],
  walk: async (server, person, { relative, bureau }) => {
    const phone = await Phone.of(server, person.wechat);
    const at = (path: string) => `/api/v1/relief/applications${path}`;
    const key = () => ({ 'idempotency-key': randomUUID() });
    const fields = typedBy(person, relative);
    const statuses: number[] = [];
    const noted = (reply: { status: number; body?: unknown }) => {
      statuses.push(reply.status);
      return reply.body as { id: string; version: number };
    };
    noted(await phone.send('POST', at(''), { programmes: [LIVING], [person.name]: person.phone }));
    const { id, version } = noted(await phone.send('POST', at(''), { programmes: [LIVING] }, key()));
    noted(await phone.send('PATCH', at(`/${id}`), { version, fields }));
    noted(await phone.send('PATCH', at(`/${id}`), { version, fields: { ...fields, statement: relative.name } }));
    const wrong = { 'applicant.phone': person.name, 'household.members': person.idNumber, [relative.name]: 1 };
    noted(await phone.send('PATCH', at(`/${id}`), { version: version + 1, fields: wrong }));
    noted(await phone.send('POST', at(`/${id}/submission`), {}, key()));
    await agreeToAll(phone);
    const { name, idNumber } = person;
    noted(await phone.send('POST', '/api/v1/identity/verifications', { name, idNumber }));
    const once = key();
    const before = bureau.deliveries.length;
    noted(await phone.send('POST', at(`/${id}/submission`), {}, once));
    noted(await phone.send('POST', at(`/${id}/submission`), { version: 99 }, once));
    await until(() => expect(bureau.deliveries.length).toBeGreaterThan(before));
    const view = (await phone.send('GET', at(`/${id}`))).body as unknown as ApplicationView;
    for (const news of newsOf(view.cases[0]?.id ?? '', person)) {
      noted(await sendCallback(server.url, Date.now(), news));
    }
    noted(await phone.send('GET', at(`/${id}/timeline`)));
    noted(await server.get(at(`/${id}/receipt`), { authorization: `Bearer ${phone.session.accessToken}` }));
    noted(await phone.send('GET', at('')));
    return statuses;
  },
};

/** What a bureau tells of a case, people's names in it. */
function newsOf(wbywh: string, { name, idNumber }: CanaryPerson) {
  const common = { wbywh, ywlsh: 'SJ20261125000001' };
  const papers = [{ clbh: '1', clmc: `${name} ${idNumber} 的诊断书` }];
  return [
    { type: 'BZ', data: { ...common, clmx: papers, bzjzrq: '20261210' } },
    { type: 'JD', data: { ...common, sxdm: 'SH01', jdjg: '2', jdrq: '20261210', bytk: `${name}家的收入高于标准` } },
  ];
}

const calls: Journey = {
  name: 'a colleague who calls somebody and writes down whom they spoke to',
  expected: [200, 200, 204, 204, 400, 204],
  walk: async (server, { name, phone, idNumber }, { relative }) => {
    const headers = await staffHeaders(server.url, 'J1001');
    const at = (path: string) => `/api/v1/staff${path}`;
    const reason = `${relative.name}接的电话 ${relative.phone}，说${name}（${idNumber}）知道了`;
    const id = await aCall(server, { office: '120111001', name, phone });
    const replies = [
      await send(server, 'GET', at('/call-list'), undefined, headers),
      await send(server, 'POST', at(`/call-list/${id}/number`), undefined, headers),
      await send(server, 'POST', at(`/call-list/${id}/done`), { reason }, headers),
      await send(server, 'POST', at(`/call-list/${id}/undone`), { reason }, headers),
      await send(server, 'PUT', at(`/routing/${phone}`), { office: '120111001', reason }, headers),
      await send(server, 'PUT', at('/routing/120111001'), { office: '120111001', reason }, headers),
    ];
    return replies.map(({ status }) => status);
  },
};

const disagreeing: Journey = {
  name: 'saying that a figure is wrong and having a statement drawn, with oneself written everywhere',
  expected: [201, 422, 400, 409, 400, 200],
  walk: async (server, { wechat, name, idNumber, phone: number, address }) => {
    const phone = await Phone.of(server, wechat);
    const key = () => ({ 'idempotency-key': randomUUID() });
    const created = await phone.send('POST', '/api/v1/relief/applications', { programmes: [LIVING] }, key());
    const at = `/api/v1/relief/applications/${String(created.body.id)}`;
    const why = `我是${name}，${idNumber}，住${address}`;
    const statement = `行政复议申请书\n${why}，电话${number}`;
    const replies = [
      created,
      await phone.send('POST', `${at}/disputes`, { fact: 'household.ownsCar', says: 'not-mine', why }, key()),
      await phone.send('POST', `${at}/disputes`, { fact: name, says: idNumber, why }, key()),
      await phone.send('GET', `${at}/appeal?programme=${LIVING}`),
      await phone.send('POST', `${at}/appeals`, { programme: name, kind: number, on: address }, key()),
    ];
    const paper = await phone.send('POST', `${at}/appeal-paper`, { statement });
    return [...replies, paper].map(({ status }) => status);
  },
};

/** Add yours here. `calls` makes up whom a call is for, so it comes last. */
export const journeys: readonly Journey[] = [
  typedInWrongPlaces,
  assessment,
  signingIn,
  realName,
  changeOfFigures,
  acts,
  callbacks,
  staff,
  application,
  disagreeing,
  afterADeath,
  ...familyJourneys,
  ...coupleJourneys,
  ...farewellJourneys,
  calls,
];
