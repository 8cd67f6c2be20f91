import { CONSENT_PURPOSES, type ConsentPurpose, consentText } from '@jinmen/shared/residents/consent-texts';
import { AccessHouse, call, must, type Person } from '../../../../test/access/access-house';
import { matrix, send } from '../../../../test/access/matrix';
import { ACCOUNT, askedAndSent } from '../../../../test/access/relief-rows';
import { type Application, aLookedInto, anOpen, aPromised } from '../../../../test/access/relief-things';
import type { Asked } from '../../../../test/access/row';
import { numbered } from '../../../../test/relief-house';
import { Transactions } from '../../../platform/database/transactions';

const AT = '/relief/applications/{id}';
/** Asked of whatever is done in one's own name: last, for it alone would stop most of this. */
const OF_ANY_ACT: readonly ConsentPurpose[] = ['real-name-verification'];
const FOR_ALL_MS = 120_000;
const WIFE = { id: 'm1', name: '测试丙', idNumber: numbered('19810202'), relation: 'spouse' as const };

/**
 * Routes about an application that go on without any yes, and why: each keeps what it is told in the house, or ends
 * something. A route that is not here has to be refused.
 */
const NEEDS_NONE: Readonly<Record<string, 'a draft' | 'kept here' | 'an end'>> = {
  [`PATCH ${AT}`]: 'a draft',
  [`DELETE ${AT}`]: 'a draft',
  [`PUT ${AT}/materials/{kind}`]: 'kept here',
  [`PUT ${AT}/materials/{kind}/way`]: 'kept here',
  [`DELETE ${AT}/materials/{kind}`]: 'kept here',
  [`POST ${AT}/rating`]: 'kept here',
  [`POST ${AT}/follow-up`]: 'kept here',
  [`POST ${AT}/appeals`]: 'kept here',
  [`POST ${AT}/appeal-paper`]: 'kept here',
  [`POST ${AT}/withdrawal`]: 'an end',
  [`DELETE ${AT}/authorisations/{member}/link`]: 'an end',
};

type Make = () => Promise<Asked>;

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

const of = ({ id, cast }: Application, body: object): Asked => ({ at: { id }, cast, body });
const ofWife =
  (said: object): Make =>
  async () =>
    of(await anOpen(house, 'own', { 'household.members': [WIFE] }), { member: WIFE.id, ...said });

/** Where the row of the matrix is about a draft, or says one of several things: the same of an application in hand. */
const IN_HAND: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  [`PUT ${AT}/payee`]: { 'an account': async () => of(await anOpen(house, 'own'), ACCOUNT) },
  [`POST ${AT}/commitments`]: {
    'more time': async () =>
      of(await aPromised(house), { papers: [{ kind: 'income', by: '2026-12-04' }], accepted: true }),
  },
  [`POST ${AT}/supplements`]: { 'a paper': async () => of(await askedAndSent(house, 'own'), {}) },
  [`POST ${AT}/disputes`]: {
    'a figure': async () =>
      of(await aLookedInto(house, 'own'), { fact: 'household.monthlyOtherIncomeFen', says: 'not-mine', why: '不是' }),
  },
  [`POST ${AT}/authorisations`]: {
    'who will not sign': ofWife({ way: 'will-not-sign', reason: '她不愿意' }),
    'who cannot be reached': ofWife({ way: 'unreachable', reason: '在外地' }),
    'who signs at the desk': ofWife({ way: 'at-desk' }),
    'who signed here': ofWife({ accepted: true, idNumber: WIFE.idNumber }),
  },
};

const writing = Object.entries(matrix).filter(
  ([route, { policy }]) => policy === 'application' && !route.startsWith('GET '),
);
const handingOn = writing.flatMap(([route, row]) => {
  if (NEEDS_NONE[route]) return [];
  const makes = IN_HAND[route] ?? { 'what it says': () => row.ask(house, 'own') };
  return Object.entries(makes).map(([what, make]) => [route, what, make] as const);
});

async function refuse(owner: Person, purposes: readonly ConsentPurpose[]): Promise<void> {
  for (const purpose of purposes)
    await must(call(owner, 'POST', '/consents', { purpose, version: consentText(purpose).version, state: 'refused' }));
}

const ownerOf = ({ cast }: Asked) => cast?.owner as Person;

/** What was ever to go to a bureau. */
async function wordsToBureaus(): Promise<number> {
  const [row]: { count: number | string }[] = await house.server.app
    .get(Transactions)
    .manager.query('SELECT COUNT(*) AS count FROM outbox_message');
  return Number(row?.count);
}

describe('of an application in hand', () => {
  it('there is no other route than those named here and those that hand something on', () => {
    const named = [...Object.keys(NEEDS_NONE), ...Object.keys(IN_HAND)];
    expect(named.filter((route) => !writing.some(([known]) => known === route))).toEqual([]);
    expect(new Set(handingOn.map(([route]) => route)).size).toBe(writing.length - Object.keys(NEEDS_NONE).length);
  });

  it.each(handingOn)('%s hands on %s with the yes it was handed in with', async (route, _what, make) => {
    const asked = await make();
    const before = await wordsToBureaus();
    expect(await send(house, route, asked, 'owner')).toMatchObject({ status: 200 });
    expect(await wordsToBureaus()).toBeGreaterThan(before);
  });

  it.each(handingOn)('%s does not hand on %s once every yes was taken back', async (route, _what, make) => {
    const asked = await make();
    const before = await wordsToBureaus();
    for (const purposes of [CONSENT_PURPOSES.filter((each) => !OF_ANY_ACT.includes(each)), OF_ANY_ACT]) {
      await refuse(ownerOf(asked), purposes);
      const { status, text } = await send(house, route, asked, 'owner');
      expect([status, (JSON.parse(text) as { code?: string }).code]).toEqual([403, 'consent.required']);
    }
    expect(await wordsToBureaus()).toBe(before);
  });

  it(
    'what is kept here goes to no bureau without a yes',
    async () => {
      const wrong: string[] = [];
      for (const [route, row] of writing) {
        if (NEEDS_NONE[route] === undefined || NEEDS_NONE[route] === 'an end') continue;
        const asked = await row.ask(house, 'own');
        await refuse(ownerOf(asked), CONSENT_PURPOSES);
        const before = await wordsToBureaus();
        const { status } = await send(house, route, asked, 'owner');
        if ((await wordsToBureaus()) > before) wrong.push(`${route}: ${status}`);
      }
      expect(wrong).toEqual([]);
    },
    FOR_ALL_MS,
  );
});
