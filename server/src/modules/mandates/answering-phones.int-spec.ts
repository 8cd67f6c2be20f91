import type { MandateView } from '@jinmen/shared/residents/mandates';
import { numbered, type TestPerson, type TestResident, viewOf } from '../../../test/relief-house';
import { bodyOf, daughter, mother, startWhomHouse, type WhomHouse } from '../../../test/whom-house';

const LIVING = 'minimum-living-allowance';
const CARE = 'disability-care-subsidy';
const OWN = '13800000106';
const father: TestPerson = { name: '测试大爷', idNumber: numbered('19460304'), birth: '1946-03-04' };

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
  helper = await whom.resident(daughter);
});

/** Asks to help the mother, or whom is said, and be answered by message at this number. */
const ask = (phone: string, more: object = {}, who = helper) => {
  const { name, idNumber } = mother;
  const typed = { name, idNumber, street: '120111001', way: 'sms', phone, days: 90, programmes: [CARE], ...more };
  return whom.call(who, 'POST', '/mandates', typed);
};
const NOT_THEIRS = [
  { field: 'phone', code: 'mandate.not-their-phone', message: expect.stringContaining('街道打电话') },
];
const expectRefused = async (phone: string, more: object = {}) => {
  await whom.house.delivered();
  const before = whom.sent.length;
  const refused = await ask(phone, more);
  expect([refused.status, refused.body.errors]).toEqual([400, NOT_THEIRS]);
  await whom.house.delivered();
  expect(whom.sent.length).toBe(before);
};
const accept = (id: string, code: string) => whom.call(helper, 'POST', `/mandates/${id}/acceptance`, { code });
/** What the helper wrote into an application: their own, or one of somebody. */
async function wrote(phone: string, whose?: object) {
  const { id, version } = viewOf(
    await helper.post('', { programmes: [whose ? CARE : LIVING], ...(whose && { for: whose }) }),
  );
  viewOf(await helper.call('PATCH', `/${id}`, { version, fields: { 'applicant.phone': phone } }));
  return id;
}

describe('a yes by message', () => {
  it('is asked at no number the helper left in an application of their own, however it is typed', async () => {
    const id = await wrote(OWN);
    for (const typed of [OWN, '138 0000 0106', '+86 13800000106']) await expectRefused(typed);
    // of what was thrown away nothing is known any more
    await helper.call('DELETE', `/${id}`);
    expect((await ask(OWN)).status).toBe(201);
  });

  it('is asked at no number the helper left for a farewell', async () => {
    const { body } = await whom.call(helper, 'POST', '/farewells', {});
    const contact = { phone: OWN, wantsCalls: false };
    expect((await whom.call(helper, 'PATCH', `/farewells/${body.id}`, { version: 1, contact })).status).toBe(200);
    await expectRefused(OWN);
  });

  it('leaves every other way open: a call of the street, the person’s own account, another number', async () => {
    await wrote(OWN);
    expect((await ask(OWN, { way: 'call' })).status).toBe(201);
    expect((await ask('', { way: 'account' })).status).toBe(201);
    expect((await ask('13800000009')).status).toBe(201);
  });

  it('may come from the number that stands in what the helper fills in for this very person, for that is theirs', async () => {
    const { id: mandate } = await whom.helps(helper);
    await wrote('13800000009', { mandate });
    expect((await ask('13800000009')).status).toBe(201);
    const { name, idNumber } = father;
    await expectRefused('13800000009', { name, idNumber });
  });

  it('is no yes any more once the helper wrote that number down as their own, nor is it asked there again', async () => {
    const { id } = await whom.asksToHelp(helper, { phone: OWN });
    const code = whom.code();
    await wrote(OWN);
    const late = [await accept(id, code), await whom.call(helper, 'POST', `/mandates/${id}/read-back`)];
    for (const { status, body } of late) expect([status, body.code]).toEqual([422, 'mandate.not-their-phone']);
    expect(bodyOf<MandateView>(await whom.call(helper, 'GET', `/mandates/${id}`)).state).toBe('waiting');
  });

  it('is asked once for one person: a number that answered for the mother says nothing for the father', async () => {
    await whom.helps(helper);
    const { name, idNumber } = father;
    await expectRefused('13800000009', { name, idNumber });
    expect((await ask('13800000009', { name, idNumber, way: 'call' })).status).toBe(201);
    expect((await ask('13800000009')).status).toBe(201);
  });

  it('is one for one person also where both were asked at once: who answers first is believed', async () => {
    const first = await whom.asksToHelp(helper);
    const mothers = whom.code();
    const { name, idNumber } = father;
    const second = await whom.asksToHelp(helper, { name, idNumber });
    const fathers = whom.code();
    expect(bodyOf<MandateView>(await accept(first.id, mothers)).state).toBe('acting');
    expect((await accept(second.id, fathers)).body.code).toBe('mandate.not-their-phone');
  });

  it('of somebody else’s helper is not looked at: an old couple may share a telephone and be helped by two', async () => {
    await whom.helps(helper);
    const other = await whom.resident({ ...daughter, idNumber: numbered('19800101', '077') });
    const { name, idNumber } = father;
    expect((await ask('13800000009', { name, idNumber }, other)).status).toBe(201);
  });
});
