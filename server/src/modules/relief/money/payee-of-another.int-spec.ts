import type { PayeeReply } from '@jinmen/shared/applications/payee';
import { filled, type TestResident, viewOf } from '../../../../test/relief-house';
import { boy, daughter, mother, startWhomHouse, type WhomHouse } from '../../../../test/whom-house';
import { Transactions } from '../../../platform/database/transactions';
import { PayeesRepository } from './payees.repository';

const CARE = 'disability-care-subsidy';
/** A number of no bank: 62 and a check digit, so that nothing of it is anybody’s. */
const NUMBER = '6200000000000000018';
const accountOf = (owner: object) => ({ way: 'account', owner, card: 'bank-card', number: NUMBER });
const GUARDIAN = accountOf({ kind: 'guardian', name: '别的名字' });

let whom: WhomHouse;
let helper: TestResident;
let day = 0;

beforeAll(async () => {
  whom = await startWhomHouse();
});
afterAll(() => whom.house.end());
beforeEach(async () => {
  day += 1;
  whom.at(new Date(Date.parse('2026-11-25T02:00:00Z') + day * 24 * 3600_000).toISOString());
  whom.house.refused.clear();
  helper = await whom.resident(daughter);
});

/** A draft with everything that is asked for, handed in. */
async function handedIn(who: TestResident, whose?: object, fields: object = {}) {
  const { id, version } = viewOf(await who.post('', { programmes: [CARE], ...(whose && { for: whose }) }));
  viewOf(await who.call('PATCH', `/${id}`, { version, fields: { ...filled([CARE]), ...fields } }));
  return viewOf(await who.post(`/${id}/submission`));
}
const put = (who: TestResident, id: string, body: object) => who.call('PUT', `/${id}/payee`, body);
/** The names of accounts the bureau was told of, for this case. */
const accountsTold = async (caseNo = '') => {
  await whom.house.delivered();
  const told = whom.house.bureaus['disability-benefits'].effects('told') as Told[];
  return told.flatMap(({ caseNo: of, message }) => (of === caseNo && message.type === 'PAYEE' ? [message.data] : []));
};
interface Told {
  readonly caseNo: string;
  readonly message: { readonly type: string; readonly data: object };
}

describe('whose account it is, of an application for a child', () => {
  it('may be the guardian’s, by the name a bureau confirmed, whatever name was sent along', async () => {
    const { id: dependant } = await whom.addDependant(helper);
    const { id, cases } = await handedIn(helper, { dependant });
    const kept = await put(helper, id, GUARDIAN);
    expect((kept.body as unknown as PayeeReply).payee).toMatchObject({ owner: 'guardian', ownerName: '测试**' });
    expect(await accountsTold(cases[0]?.id)).toMatchObject([
      { owner: 'guardian', name: daughter.name, number: NUMBER },
    ]);
    // the same again, with another name, is no change
    expect((await put(helper, id, accountOf({ kind: 'guardian', name: boy.name }))).status).toBe(200);
    expect(await accountsTold(cases[0]?.id)).toHaveLength(1);
  });
});

describe('whose account it is, of an application somebody helps with or makes for themself', () => {
  const refused = async (who: TestResident, id: string, caseNo: string | undefined) => {
    const reply = await put(who, id, GUARDIAN);
    expect([reply.status, reply.body.errors]).toMatchObject([
      400,
      [{ field: 'owner.kind', code: 'payee.not-guardian' }],
    ]);
    expect(await accountsTold(caseNo)).toEqual([]);
  };

  it('is never a guardian’s: whoever helps is nobody’s guardian, and gets no money by saying so', async () => {
    const { id: mandate } = await whom.helps(helper);
    const { id, cases } = await handedIn(helper, { mandate });
    await refused(helper, id, cases[0]?.id);
    expect((await put(helper, id, accountOf({ kind: 'applicant' }))).status).toBe(200);
    expect(await accountsTold(cases[0]?.id)).toMatchObject([{ owner: 'applicant', name: mother.name }]);
  });

  it('is never a guardian’s either where somebody applies for themself', async () => {
    const { id, cases } = await handedIn(helper);
    await refused(helper, id, cases[0]?.id);
  });

  it('stays with the office when a guardian was written there before: the next bureau is told nothing, and it is asked again', async () => {
    const { id: mandate } = await whom.helps(helper);
    const { id, version } = viewOf(await helper.post('', { programmes: [CARE], for: { mandate } }));
    viewOf(await helper.call('PATCH', `/${id}`, { version, fields: filled([CARE]) }));
    await put(helper, id, accountOf({ kind: 'applicant' }));
    const { app } = whom.house.server;
    const before = { way: 'account', card: 'bank-card', number: NUMBER } as const;
    const owner = { kind: 'guardian', name: daughter.name } as const;
    const payees = app.get(PayeesRepository, { strict: false });
    await app.get(Transactions).run(() => payees.add(id, { ...before, owner }));
    expect((await helper.call('GET', `/${id}/payee`)).body.payee).toBeUndefined();
    const { cases } = viewOf(await helper.post(`/${id}/submission`));
    expect(await accountsTold(cases[0]?.id)).toEqual([]);
  });
});
