import { Feedback } from '../../src/modules/relief/money/feedback.service';
import { photoOfPaper } from '../hostile-files';
import { numbered } from '../relief-house';
import { type AccessHouse, call, must, type Person } from './access-house';
import type { Whose } from './policies';
import {
  type Application,
  aDecided,
  aDependant,
  aDraft,
  aLookedInto,
  aMandateBetween,
  anAsked,
  anOpen,
  LIVING,
  ON,
} from './relief-things';
import type { Asked, Row, Rows } from './row';

const AT = '/relief/applications/{id}';
const APPLICATION = 'application';
/** Of no bank: 62 and a check digit. */
export const ACCOUNT = {
  way: 'account',
  owner: { kind: 'applicant' },
  card: 'bank-card',
  number: '6200000000000000018',
};

type Make = (house: AccessHouse, whose: Whose) => Promise<Application>;

/** A request about an application that `make` brought to where the request makes sense. */
function of(make: Make, asked: Omit<Asked, 'at' | 'cast'> = {}, at: Readonly<Record<string, string>> = {}): Row {
  const ask = async (house: AccessHouse, whose: Whose) => {
    const { id, cast } = await make(house, whose);
    return { at: { id, ...at }, cast, theirs: [id], ...asked };
  };
  return { policy: APPLICATION, ask };
}

const own = (row: Row): Row => ({ ...row, whose: ['own'] });

const withPaper: Make = async (house, whose) => {
  const application = await aDraft(house, whose);
  await upload(house, application);
  return application;
};

export const askedAndSent: Make = async (house, whose) => {
  const application = await anAsked(house, whose);
  await upload(house, application, 'diagnosis');
  return application;
};

const askedHowTheyAre: Make = async (house, whose) => {
  const application = await aDecided(house, whose, 'approved');
  await house.run(() => house.server.app.get(Feedback, { strict: false }).askLater(application.id));
  return application;
};

let photo: Promise<Buffer> | undefined;
export const aPhoto = (): Promise<Buffer> => {
  photo ??= photoOfPaper(300, 200);
  return photo;
};

async function upload(house: AccessHouse, { id, by }: Application, kind = 'identity-card'): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await aPhoto())]), 'x.jpg');
  const headers = { authorization: `Bearer ${by.phone.session.accessToken}` };
  const path = `${house.server.url}/api/v1/relief/applications/${id}/materials/${kind}`;
  const { status } = await fetch(path, { method: 'PUT', headers, body: form });
  if (status !== 200) throw new Error(`a photo was answered ${status}`);
}

/** A household of two grown-ups, and the link that asks the second. */
async function invited(house: AccessHouse): Promise<{ application: Application; token: string; wife: Person }> {
  const wife = await house.person('1981-02-02', '测试丙');
  const members = [{ id: 'm1', name: wife.name, idNumber: wife.idNumber, relation: 'spouse' as const }];
  const application = await aDraft(house, 'own', { 'household.members': members });
  const asked = { member: 'm1', way: 'link' };
  const path = `/relief/applications/${application.id}/authorisations`;
  const { invitation } = await must<{ invitation: { token: string } }>(call(application.by, 'POST', path, asked));
  return { application, token: invitation.token, wife };
}

const byLink = (body: object): Row => ({
  policy: 'link-holder',
  named: 'token',
  ask: async (house) => {
    const { token, wife } = await invited(house);
    return { at: { token }, body, cast: { owner: wife } };
  },
});

/** Signed by link: hers to take back, and not his who filed. */
async function signed(house: AccessHouse) {
  const { application, token, wife } = await invited(house);
  await must(call(wife, 'POST', `/relief/invitations/${token}/signature`, { accepted: true }));
  const { items } = await must<{ items: { id: string }[] }>(call(wife, 'GET', '/relief/signatures'));
  return { id: items[0]?.id ?? '', cast: { owner: wife, other: application.by } };
}

const newOne: Row = {
  policy: 'own-act',
  ask: async (house) => ({ body: { programmes: [LIVING] }, cast: { owner: await house.person() } }),
};

export const reliefRows: Rows = {
  'POST /relief/applications': newOne,
  'GET /relief/applications': {
    policy: 'own-list',
    ask: async (house) => {
      const { id, cast } = await aDraft(house, 'own');
      return { cast, theirs: [id] };
    },
  },
  'GET /papers': {
    policy: 'own-list',
    ask: async (house) => {
      const { by, cast } = await withPaper(house, 'own');
      const { items } = await must<{ items: { id: string }[] }>(call(by, 'GET', '/papers'));
      return { cast, theirs: items.map(({ id }) => id) };
    },
  },
  [`GET ${AT}`]: of(aDraft),
  [`PATCH ${AT}`]: {
    policy: APPLICATION,
    ask: async (house, whose) => {
      const { id, version, cast } = await aDraft(house, whose);
      return { at: { id }, cast, body: { version, fields: { 'applicant.address': '示例里2号楼' } } };
    },
  },
  [`DELETE ${AT}`]: of(aDraft),
  [`POST ${AT}/submission`]: of(aDraft, { body: {} }),
  [`POST ${AT}/withdrawal`]: of(anOpen, { body: {} }),
  [`GET ${AT}/timeline`]: of(anOpen),
  [`GET ${AT}/receipt`]: of(anOpen),
  [`GET ${AT}/public-notice`]: of(aDraft),
  [`GET ${AT}/payee`]: of(aDraft),
  [`PUT ${AT}/payee`]: of(aDraft, { body: ACCOUNT }),
  [`POST ${AT}/changes`]: of(anOpen, { body: { kind: 'address', text: '搬家了' } }),
  [`POST ${AT}/rating`]: of((house, whose) => aDecided(house, whose, 'refused'), { body: { score: 4 } }),
  [`POST ${AT}/follow-up`]: of(askedHowTheyAre, { body: { answer: 'better' } }),
  [`PUT ${AT}/materials/{kind}`]: {
    policy: APPLICATION,
    ask: async (house, whose) => {
      const { id, cast } = await aDraft(house, whose);
      return { at: { id, kind: 'identity-card' }, cast, file: await aPhoto() };
    },
  },
  [`PUT ${AT}/materials/{kind}/way`]: of(aDraft, { body: { way: 'in-person' } }, { kind: 'identity-card' }),
  [`GET ${AT}/materials/{kind}`]: of(withPaper, {}, { kind: 'identity-card' }),
  [`DELETE ${AT}/materials/{kind}`]: of(withPaper, {}, { kind: 'identity-card' }),
  [`POST ${AT}/commitments`]: of(aDraft, {
    body: { papers: [{ kind: 'income', by: '2026-12-05' }], accepted: true },
  }),
  [`POST ${AT}/supplements`]: of(askedAndSent, { body: {} }),
  [`POST ${AT}/authorisations`]: own(of(aDraft, { body: { member: 'applicant', accepted: true } })),
  [`DELETE ${AT}/authorisations/{member}/link`]: {
    policy: APPLICATION,
    whose: ['own'],
    ask: async (house) => {
      const { application } = await invited(house);
      return { at: { id: application.id, member: 'm1' }, cast: application.cast };
    },
  },
  [`POST ${AT}/disputes`]: own(
    of(aLookedInto, { body: { fact: 'household.monthlyOtherIncomeFen', says: 'not-mine', why: '不是我的' } }),
  ),
  [`GET ${AT}/appeal`]: of((house, whose) => aDecided(house, whose, 'refused'), { query: `programme=${LIVING}` }),
  [`POST ${AT}/appeals`]: of((house, whose) => aDecided(house, whose, 'refused'), {
    body: { programme: LIVING, kind: 'reconsideration', on: ON },
  }),
  [`POST ${AT}/appeal-paper`]: of(aDraft, { body: { statement: '行政复议申请书' } }),

  'GET /relief/invitations/{token}': {
    policy: 'public',
    named: 'token',
    ask: async (house) => ({ at: { token: (await invited(house)).token } }),
  },
  'POST /relief/invitations/{token}/signature': byLink({ accepted: true }),
  'POST /relief/invitations/{token}/refusal': byLink({}),
  'GET /relief/signatures': {
    policy: 'own-list',
    ask: async (house) => {
      const { id, cast } = await signed(house);
      return { cast: { owner: cast.owner }, theirs: [id] };
    },
  },
  'POST /relief/signatures/{id}/withdrawal': {
    policy: 'owner-only',
    ask: async (house) => {
      const { id, cast } = await signed(house);
      return { at: { id }, cast, body: {} };
    },
  },

  'GET /dependants': {
    policy: 'own-list',
    ask: async (house) => {
      const owner = await house.person();
      return { cast: { owner }, theirs: [await aDependant(house, owner)] };
    },
  },
  'POST /dependants': {
    policy: 'own-act',
    ask: async (house) => ({
      body: { name: '测试小红', idNumber: numbered('20180611'), relation: 'child', proof: 'paper' },
      cast: { owner: await house.person() },
    }),
  },
  'GET /dependants/{id}': { policy: 'owner-only', ask: aChildOf },
  'DELETE /dependants/{id}': { policy: 'owner-only', ask: aChildOf },

  'GET /mandates': {
    policy: 'own-list',
    ask: async (house) => {
      const [helper, owner] = [await house.person(), await house.person()];
      return { cast: { owner }, theirs: [await aMandateBetween(house, helper, owner)] };
    },
  },
  'POST /mandates': {
    policy: 'own-act',
    ask: async (house) => ({
      body: {
        ...{ name: '测试大娘', idNumber: numbered('19480302'), street: '120111001', way: 'sms' },
        ...{ phone: '13800000009', programmes: [LIVING], days: 90 },
      },
      cast: { owner: await house.person() },
    }),
  },
  'GET /mandates/{id}': { policy: 'owner-only', ask: aMandateOf('acting') },
  'DELETE /mandates/{id}': { policy: 'owner-only', ask: aMandateOf('acting') },
  'POST /mandates/{id}/acceptance': { policy: 'owner-only', ask: aMandateOf('waiting', {}) },
  'POST /mandates/{id}/read-back': {
    policy: 'owner-only',
    ask: async (house) => {
      const owner = await house.person();
      const id = await aMandateBetween(house, owner, await house.person(), 'waiting', 'sms');
      return { at: { id }, cast: { owner }, body: {} };
    },
  },
  'POST /mandates/revocations': {
    policy: 'public',
    ask: async () => ({ body: { phone: '13800000009', code: '1234 5678' } }),
  },
};

async function aChildOf(house: AccessHouse): Promise<Asked> {
  const owner = await house.person();
  return { at: { id: await aDependant(house, owner) }, cast: { owner } };
}

/** The helped one's, and their helper's; whoever helps somebody else has no part in it. */
function aMandateOf(state: 'acting' | 'waiting', body?: object): Row['ask'] {
  return async (house) => {
    const owner = await house.person();
    const id = await aMandateBetween(house, await house.person(), owner, state);
    return { at: { id }, cast: { owner }, ...(body && { body }) };
  };
}
