import { consentText } from '@jinmen/shared/residents/consent-texts';
import { StandardChanges } from '../src/modules/standards/standard-changes.service';
import { Audit } from '../src/platform/audit/audit';
import { Transactions } from '../src/platform/database/transactions';
import { sendCallback } from './callback';
import type { CanaryPerson } from './canary';
import { staffHeaders } from './identity-desk';
import { Phone, send } from './resident';
import type { TestServer } from './server';

/**
 * Something people do, with a made-up person put wherever a person's data may go, the wrong places too. A new feature
 * adds its own to the list below; the scan then looks for this person in everything the server has written.
 */
export interface Journey {
  readonly name: string;
  /** The statuses it was answered with. */
  readonly walk: (server: TestServer, person: CanaryPerson) => Promise<readonly number[]>;
  /** What they must be: a journey turned away at the door shows nothing. */
  readonly expected: readonly number[];
}

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
  expected: [401, 200],
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

/** Add yours here. */
export const journeys: readonly Journey[] = [
  typedInWrongPlaces,
  assessment,
  signingIn,
  realName,
  changeOfFigures,
  acts,
  callbacks,
  staff,
];
