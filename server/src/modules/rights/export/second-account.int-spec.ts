import { randomUUID } from 'node:crypto';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import type { ExportView } from '@jinmen/shared/residents/rights';
import { aBookingOf, aKnown, aMandateOf, aWaitingOf, type Known } from '../../../../test/a-death';
import { aDivorceOf, aFarewellOf } from '../../../../test/kept-of-somebody';
import { numbered, type ReliefHouse, startReliefHouse, type TestPerson, viewOf } from '../../../../test/relief-house';
import { answered, send } from '../../../../test/resident';
import { Signers } from '../../../../test/signing';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { Bookings } from '../../bookings/bookings.port';
import { People } from '../../identity/people.port';
import { DisclosuresService } from '../disclosures/disclosures.service';
import { readable } from './readable';

const LIVING = 'minimum-living-allowance';
const WAGE = 'household.monthlyWageIncomeFen';
const WAITING_PHONE = '13800000021';
const FAREWELL_PHONE = '13800000022';
const DIVORCE = 'LH-2026-91';
const HELPED_WORDS = '代她写的难处';
const FOUND_FEN = 567_800;

const personOf = (name: string, birth: TestPerson['birth'], order: string): TestPerson => ({
  ...{ name, birth, idNumber: numbered(birth.replaceAll('-', ''), order) },
});

let house: ReliefHouse;
const hours = [9, 10, 11, 14] as const;
let people = 0;
const signers = new Signers(() => house);
const get = <T>(port: abstract new (...given: never[]) => T): T => house.server.app.get(port, { strict: false });

beforeAll(async () => {
  house = await startReliefHouse();
  // the people of this house are known to the register as in life
  for (const played of ['findOf', 'firstOf']) Reflect.deleteProperty(get(People), played);
  for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'done', body: {} };
  house.bureaus['means-verification'].answer = { kind: 'pending' };
});
afterAll(() => house.end());

const call = ({ accountId }: Known, method: string, path: string) =>
  send(house.server, method, `/api/v1${path}`, undefined, {
    authorization: `Bearer ${accountId}`,
    ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
  });
const copyOf = async (who: Known) => answered<ExportView>(await call(who, 'GET', '/export'));
const itemsOf = async (who: Known, path: string) =>
  answered<{ items: readonly unknown[] }>(await call(who, 'GET', path)).items;

/** The same person on another WeChat, as many minutes after the house's noon as said. */
async function onWechat(person: TestPerson, minutes: number): Promise<Known> {
  const known = await aKnown(house, person);
  const at = `2026-11-25 12:${String(minutes).padStart(2, '0')}:00.000`;
  await house.sql('UPDATE account_person SET verified_at = ? WHERE account_id = ?', [at, known.accountId]);
  return known;
}

/** What is kept of somebody who signed for another's household: what records have of them. */
async function signedAndLookedUp(applicant: Known, signer: TestPerson): Promise<void> {
  const member = { id: 'm1', name: signer.name, idNumber: signer.idNumber, relation: 'spouse' } as const;
  const { id } = await applicant.filledDraft([LIVING], { 'household.members': [member], [`fact:${WAGE}`]: 0 });
  await signers.authorise(applicant, id, { member: 'applicant', accepted: true });
  await signers.authorise(applicant, id, { member: 'm1', accepted: true, idNumber: signer.idNumber });
  const [opened] = viewOf(await applicant.post(`/${id}/submission`)).cases;
  await house.delivered();
  await house.tell('social-assistance', { kind: 'accepted', caseNo: opened?.id ?? '', on: '2026-11-25' });
  await house.delivered();
  const checks = await house.sql<{ id: string }>(
    "SELECT id FROM relief_means_check WHERE application_id = ? AND member = 'm1'",
    [id],
  );
  const facts = [{ fact: WAGE, value: FOUND_FEN, from: '社会保险' }];
  for (const { id: checkNo } of checks)
    await house.tell('means-verification', { kind: 'check-finished', checkNo, facts });
  expect(checks).toHaveLength(1);
}

/** Somebody with a little of everything that is kept by who they are, and who confirmed the same name on a second WeChat. */
async function somebodyKnownTwice() {
  people += 2;
  const person = personOf('测试甲', '1980-01-01', String(300 + people));
  const relative = personOf('测试丙', '1981-02-02', String(301 + people));
  const [first, other] = [await onWechat(person, 1), await aKnown(house, relative)];
  const booking = await aBookingOf(house, first, person, other, hours[people / 2 - 1]);
  await aWaitingOf(house, first, WAITING_PHONE);
  const mandate = await aMandateOf(house, first, person, other);
  const helped = viewOf(await other.post('', { programmes: [LIVING], for: { mandate } }));
  const fields = { statement: HELPED_WORDS };
  viewOf(await other.call('PATCH', `/${helped.id}`, { version: helped.version, fields }));
  await signedAndLookedUp(other, person);
  const divorceNo = `${DIVORCE}-${people}`;
  await aDivorceOf(house, divorceNo, [person, relative]);
  const farewell = await aFarewellOf(house, first, FAREWELL_PHONE);
  const number = (await get(Bookings).find(booking))?.number ?? '';
  const byPerson = [number, divorceNo, WAITING_PHONE, FAREWELL_PHONE, HELPED_WORDS, String(FOUND_FEN), farewell.number];
  const paths = [`/farewells/${farewell.id}`, `/relief/applications/${helped.id}`, `/mandates/${mandate}`];
  return { person, first, second: await onWechat(person, 2), other, booking, byPerson, paths };
}

describe('who confirms a name on a second WeChat', () => {
  it('takes home only what was done in it, and reads there that it is only that', async () => {
    const { first, second, byPerson } = await somebodyKnownTwice();
    const { id } = await second.filledDraft([LIVING], { statement: '在这个微信里写的' });
    await signers.authorise(second, id, { member: 'applicant', accepted: true });
    const copy = await copyOf(second);
    const text = JSON.stringify(copy);
    for (const kept of byPerson) expect(text).not.toContain(kept);
    expect(text).toContain('在这个微信里写的');
    const signed = copy.sections.flatMap(({ records }) => records).filter(({ table }) => table === 'relief_signature');
    expect(signed.map(({ values }) => values.家里哪个人)).toEqual(['applicant']);
    expect(copy.only).toMatch(/^这份里只有您在这个微信里办的事。/);
    expect(readable(copy)).toContain(copy.only);
    expect(plainWordProblems(copy.only ?? '', [])).toEqual([]);
    const whole = await copyOf(first);
    for (const kept of byPerson) expect(JSON.stringify(whole)).toContain(kept);
    expect(JSON.stringify(whole)).not.toContain('在这个微信里写的');
    expect(whole.only).toBeUndefined();
  });

  it('opens nothing there that is kept of the person: no divorce, nobody who helps, no farewell, no signature', async () => {
    const { first, second, paths } = await somebodyKnownTwice();
    const lists = ['/marriage/divorce', '/mandates', '/farewells', '/relief/signatures', '/relief/applications'];
    for (const path of lists) {
      expect([path, await itemsOf(second, path)]).toEqual([path, []]);
      expect([path, (await itemsOf(first, path)).length]).toEqual([path, 1]);
    }
    for (const path of paths) {
      expect([path, (await call(second, 'GET', path)).status]).toEqual([path, 404]);
      expect([path, (await call(first, 'GET', path)).status]).toEqual([path, 200]);
    }
    const [signature] = (await itemsOf(first, '/relief/signatures')) as readonly { id: string }[];
    const taken = `/relief/signatures/${signature?.id}/withdrawal`;
    expect((await call(second, 'POST', taken)).status).toBe(404);
    expect((await call(first, 'POST', taken)).status).toBe(204);
  });

  it('is not told there what offices were given of the person, nor who looked at it', async () => {
    const { person, first, second, other, booking } = await somebodyKnownTwice();
    const confirmed = { topic: 'marriage-registration.confirmed', bureau: 'marriage-registry' } as const;
    const told = { ...confirmed, id: randomUUID(), order: booking, appendedAt: new Date(0) };
    await get(Transactions).run(() => get(DisclosuresService).received(told));
    await signedAndLookedUp(other, person);
    const actor = { kind: 'staff', id: 'J1001' } as const;
    await get(Transactions).run(() =>
      get(Audit).record({ action: 'after-death.read', actor, person: first.personId, facts: {} }),
    );
    expect(await itemsOf(second, '/accesses')).toEqual([]);
    expect(await itemsOf(first, '/accesses')).toHaveLength(1);
    expect(await itemsOf(second, '/disclosures')).toEqual([]);
    expect(await itemsOf(first, '/disclosures')).not.toEqual([]);
  });

  it('hears nothing there of what somebody files for the person', async () => {
    const person = personOf('测试甲', '1980-01-01', '391');
    const [first, second] = [await onWechat(person, 1), await onWechat(person, 2)];
    const helper = await aKnown(house, personOf('测试丙', '1981-02-02', '392'));
    const mandate = await aMandateOf(house, first, person, helper);
    viewOf(await helper.post('', { programmes: [LIVING], for: { mandate } }));
    const progress = expect.objectContaining({ title: '您的申请有新进展' });
    expect(await itemsOf(first, '/notices')).toContainEqual(progress);
    expect(await itemsOf(second, '/notices')).toEqual([]);
  });

  it('reaches all of it from the moment the first is deleted', async () => {
    const { first, second, byPerson, paths } = await somebodyKnownTwice();
    expect((await call(first, 'DELETE', '/me')).status).toBe(204);
    const copy = await copyOf(second);
    for (const kept of byPerson) expect(JSON.stringify(copy)).toContain(kept);
    expect(copy.only).toBeUndefined();
    for (const path of paths) expect([path, (await call(second, 'GET', path)).status]).toEqual([path, 200]);
  });
});
