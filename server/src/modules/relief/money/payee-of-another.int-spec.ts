import type { PayeeReply } from '@jinmen/shared/applications/payee';
import { filled, numbered, type TestResident, viewOf } from '../../../../test/relief-house';
import { answered } from '../../../../test/resident';
import { until } from '../../../../test/until';
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
    expect(answered<PayeeReply>(kept).payee).toMatchObject({ owner: 'guardian', ownerName: '测试**' });
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

describe('that a helper said where the money goes', () => {
  let order = 500;
  const PHONE = () => `1380000${order}0`;
  /** Somebody new to be helped, who has said yes by message. */
  async function helped() {
    order += 1;
    const person = { ...mother, idNumber: numbered('19480302', String(order)) };
    const { name, idNumber } = person;
    const { id: mandate } = await whom.helps(helper, { name, idNumber, phone: PHONE() });
    return { person, mandate };
  }
  const OTHER = '6200000000000000026';
  const to = (number: string) => ({ ...accountOf({ kind: 'applicant' }), number, sure: true });
  const told = (phone = PHONE()) =>
    whom.sent.flatMap((message) =>
      message.phone === phone && message.text.includes('钱打到哪里，') ? [message.text] : [],
    );
  const inbox = async (who: TestResident) => {
    const { items } = (await whom.call(who, 'GET', '/notices')).body as { items: { title: string }[] };
    return items.filter(({ title }) => title === '帮您办事的人改了一处').length;
  };
  const night = () => whom.at(new Date(Date.parse('2026-11-25T15:00:00Z') + day * 24 * 3600_000).toISOString());
  const morning = () => whom.at(new Date(Date.parse('2026-11-26T00:00:00Z') + day * 24 * 3600_000).toISOString());

  it('is told to the person each time, on the telephone they said yes on, and not when nothing changed', async () => {
    const { mandate } = await helped();
    const { id } = await handedIn(helper, { mandate });
    expect((await put(helper, id, to(NUMBER))).status).toBe(200);
    await whom.house.delivered();
    expect(told()).toEqual([expect.stringMatching(/^津门民政：测试\*\*替您办的.*12345.*停掉代办/)]);
    await put(helper, id, to(NUMBER));
    await put(helper, id, to(OTHER));
    await put(helper, id, { way: 'street', trouble: 'no-card' });
    await whom.house.delivered();
    expect(told()).toHaveLength(3);
    expect(told().join()).not.toContain('0018');
  });

  it('is told in the morning when it was said at night, also when the helper has given up helping by then', async () => {
    const { mandate } = await helped();
    const { id } = await handedIn(helper, { mandate });
    night();
    expect((await put(helper, id, to(NUMBER))).status).toBe(200);
    expect((await whom.call(helper, 'DELETE', `/mandates/${mandate}`)).status).toBe(204);
    await until(async () => {
      const waiting =
        "SELECT tries FROM outbox_message WHERE state = 'waiting' AND topic = 'sms.mandate-payee-changed'";
      expect((await whom.house.sql<{ tries: number }>(waiting, [])).map(({ tries }) => Number(tries) > 0)).toEqual([
        true,
      ]);
    });
    expect(told()).toEqual([]);
    morning();
    await whom.house.delivered();
    expect(told()).toHaveLength(1);
  });

  it('is told on their own account, and by message to a number they left there and not to the one the helper typed', async () => {
    const { person, mandate } = await helped();
    const herself = await whom.resident(person);
    viewOf(
      await herself
        .post('', { programmes: [CARE] })
        .then(async ({ body: { id, version } }) =>
          herself.call('PATCH', `/${id}`, { version, fields: { 'applicant.phone': '13900000321' } }),
        ),
    );
    const { id } = await handedIn(helper, { mandate }, { 'applicant.phone': '13800000106' });
    await whom.house.delivered();
    const before = whom.sent.length;
    await put(helper, id, to(NUMBER));
    await whom.house.delivered();
    expect([await inbox(herself), await inbox(helper)]).toEqual([1, 0]);
    expect(whom.sent.slice(before).map(({ phone }) => phone)).toEqual(['13900000321']);
  });

  it('is told on the telephone they said yes on too, when their account left no number', async () => {
    const { person, mandate } = await helped();
    const herself = await whom.resident(person);
    const { id } = await handedIn(helper, { mandate });
    await put(helper, id, to(NUMBER));
    await whom.house.delivered();
    expect([await inbox(herself), told().length]).toEqual([1, 1]);
  });

  it('is told to nobody when the person said it themself, or somebody of their own matter', async () => {
    const { person, mandate } = await helped();
    const herself = await whom.resident(person);
    const { id } = await handedIn(helper, { mandate });
    expect((await put(herself, id, to(NUMBER))).status).toBe(200);
    const own = await handedIn(helper);
    expect((await put(helper, own.id, to(NUMBER))).status).toBe(200);
    await whom.house.delivered();
    expect([await inbox(herself), told().length]).toEqual([0, 0]);
  });

  it('cannot be said before the person said yes: there is nobody yet to tell', async () => {
    const { id: mandate } = await whom.asksToHelp(helper, { phone: '13800007777' });
    const { id } = viewOf(await helper.post('', { programmes: [CARE], for: { mandate } }));
    const early = await put(helper, id, to(NUMBER));
    expect([early.status, early.body.code]).toEqual([422, 'mandate.waiting']);
    expect((await helper.call('GET', `/${id}/payee`)).body.payee).toBeUndefined();
  });
});
