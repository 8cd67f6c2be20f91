import { of } from './application.mjs';
import { ENDED, handedIn } from './application-answers.mjs';
import { residentOf } from './resident.mjs';

const FATHER = '父亲-残疾孩子';
const LIVING = 'minimum-living-allowance';
const CASE = 'packages/relief/case/index?id=a1';
/** As `adult-words.ts` says it. */
const NOT_HERE = {
  code: 'signature.not-here',
  detail:
    '这个字在这部手机上签不了：可能本人自己用过津门民政，要在本人的手机上签；也可能名字和号码跟登记的不一样。把链接发给本人，或者请本人到街道当面签，都行。',
};
const ONE = '**/api/v1/relief/applications/a1';

/** Everything about whose application it is, its family, papers, signatures and money, on a real server. */
export function familyScreens() {
  return [...whomScreens(), ...draftScreens(), ...urgentScreens(), ...afterwardsScreens()];
}

/** The simulators' father, his child on his list and a draft for the child; made anew for each picture. */
async function asFather(phone) {
  const person = await phone.person(FATHER);
  const father = await residentOf(phone.baseUrl, FATHER);
  await father.call('POST', '/identity/verifications', { name: person.realName, idNumber: person.idNumber });
  const [mother, child] = person.members;
  const { items } = await father.call('GET', '/dependants');
  const ward =
    items[0] ??
    (await father.call('POST', '/dependants', {
      name: child.name,
      idNumber: child.idNumber,
      relation: 'child',
      proof: 'bureau',
    }));
  const programmes = [LIVING, 'disability-living-subsidy'];
  const draft = await father.call('POST', '/relief/applications', { programmes, for: { dependant: ward.id } });
  const fields = {
    'applicant.phone': person.phone,
    'applicant.street': '120111001',
    'applicant.address': '示例路 1 号 1 门 101',
    'household.members': [{ id: 'm1', name: mother.name, idNumber: mother.idNumber, relation: 'parent' }],
    'fact:household.hasDisabledMember': true,
  };
  const path = `/relief/applications/${draft.id}`;
  await father.call('PATCH', path, { version: draft.version, fields });
  await phone.open('packages/mine/sign-in/index', '.sim-person');
  await phone.type('.search-box', FATHER); // only the first twenty are listed
  await phone.tapText('.sim-person', FATHER);
  await phone.see('#door-hardship');
  return { father, mother, id: draft.id, path };
}

const asked = (name, show) => ({ name, show: async (phone) => show(phone, await asFather(phone)), whole: true });

function whomScreens() {
  return [
    asked('helping', (phone) => phone.open('packages/mine/helping/index', '#add-child')),
    asked('add-child', (phone) => phone.open('packages/mine/add-child/index', '#child-name')),
    asked('ask-help', (phone) => phone.open('packages/mine/ask-help/index', '#helped-name')),
    { name: 'stop-help', show: (phone) => phone.open('packages/mine/stop-help/index', '#stop-code'), whole: true },
    asked('choose-whom', (phone) => phone.open('packages/relief/choose/index', '#for-whom')),
    asked('form-for-child', (phone, { id }) => phone.open(`packages/relief/apply/index?id=${id}`, '#saved')),
    { name: 'sign-in-borrowed', show: borrowed, whole: true },
  ];
}

async function borrowed(phone) {
  await phone.open('packages/mine/sign-in/index', '#not-my-phone');
  await phone.tap('#not-my-phone');
  await phone.see('#borrowed-card');
}

function draftScreens() {
  const adult =
    (page) =>
    (phone, { id }) =>
      phone.open(`packages/mine/${page}/index?id=${id}&member=m1`, '.page-root .button');
  return [
    asked('papers', (phone, { id }) => phone.open(`packages/mine/papers/index?id=${id}`, '.page-root .card')),
    asked('promise', (phone, { id }) =>
      phone.open(`packages/mine/promise/index?id=${id}&kinds=household-register`, '.page-root .card'),
    ),
    asked('payee', (phone, { id }) => phone.open(`packages/relief/apply/payee/index?id=${id}`, '.page-root .card')),
    asked('review-family', (phone, { id }) => phone.open(`packages/relief/apply/review/index?id=${id}`, '#where')),
    asked('adult', adult('adult')),
    asked('sign-in-turn', adult('sign-in-turn')),
    asked('sign-in-turn-elsewhere', async (phone, { id }) => {
      await phone.answer('**/authorisations', NOT_HERE, 409);
      await adult('sign-in-turn')(phone, { id });
      await phone.type('#own-number', '0000');
      await phone.tap('#agree');
      await phone.see('#other-ways');
    }),
    asked('adult-unasked', async (phone, { father, id, path, mother }) => {
      const { idNumber } = mother;
      await father.call('POST', `${path}/authorisations`, {
        member: 'm1',
        way: 'this-phone',
        accepted: true,
        idNumber,
      });
      await adult('adult')(phone, { id });
      await phone.see('.adult-unasked');
    }),
    asked('authorise-not-you', async (phone, { father, path }) => {
      const { invitation } = await father.call('POST', `${path}/authorisations`, { member: 'm1', way: 'link' });
      await phone.open(`packages/mine/authorise/index?t=${invitation.token}`, '#who-asks');
    }),
    { name: 'authorise-gone', show: (phone) => phone.open('packages/mine/authorise/index?t=nothing', '.page-root') },
    asked('signatures', (phone) => phone.open('packages/mine/signatures/index', '.page-root .title')),
  ];
}

function urgentScreens() {
  return [
    { name: 'urgent-ask', show: (phone) => phone.open('packages/urgent/call/index', '#ask-form'), whole: true },
    { name: 'urgent-sent', show: sendUrgent, whole: true },
  ];
}

async function sendUrgent(phone) {
  await phone.open('packages/urgent/call/index', '#ask-form');
  await phone.choose('没吃的');
  await phone.type('#urgent-place', '示例路 1 号 1 门 101');
  await phone.type('#urgent-phone', '13812345678');
  await phone.tap('#send-urgent');
  await phone.see('#urgent-number');
}

/** The way of that decision, each step before the money that came of it. */
const AUTUMN = ['2026-08-24T02:00:00Z', '2026-08-25T02:00:00Z', '2026-09-18T02:00:00Z'];
const ENDED_IN_AUTUMN = { steps: ENDED.steps.map((step, index) => ({ ...step, at: AUTUMN[index] })) };
const ASKED = { submittedAt: AUTUMN[0], receiptNumber: 'JM20260824000017' };
/** A change is said while it is ahead. */
const now = new Date();
const NEXT_MONTH = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);

const decision = {
  outcome: 'approved',
  on: '2026-09-18',
  amount: { fen: 73_500, per: 'household-month' },
  from: '2026-10-01',
  next: [],
};
const payments = {
  state: 'paying',
  plan: { fen: 73_500, per: 'month', from: '2026-10-01' },
  paid: [
    { month: '2026-11-01', fen: 73_500, on: '2026-11-10', at: '2026-11-10T02:00:00Z' },
    { month: '2026-10-01', fen: 73_500, on: '2026-10-12', at: '2026-10-12T02:00:00Z' },
  ],
  sumFen: 147_000,
  changes: [{ at: '2026-11-02T02:00:00Z', fen: 70_000, from: NEXT_MONTH, why: '孩子每月多了 35 元助学金。' }],
};

/** Money takes a bureau months: made up, marked so by the street's name alone. */
function afterwardsScreens() {
  const paid = [{ programme: LIVING, state: 'approved', decision, payments }];
  const payee = {
    for: [LIVING],
    change: 'reported',
    payee: {
      id: 'p1',
      at: '2026-09-20T02:00:00Z',
      check: 'match',
      way: 'account',
      owner: 'applicant',
      ownerName: '示**',
      card: 'social-security-card',
      end: '1234',
    },
  };
  return [
    of('case-paying', handedIn(paid, { payee, ...ASKED }), async (phone) => {
      await phone.answer(`${ONE}/timeline`, ENDED_IN_AUTUMN);
      await phone.open(CASE, '#timeline');
    }),
    of('report-change', handedIn(paid, { payee, ...ASKED }), async (phone) => {
      await phone.answer(`${ONE}/timeline`, ENDED_IN_AUTUMN);
      await phone.open('packages/mine/report-change/index?id=a1', '.page-root .choice');
    }),
  ];
}
