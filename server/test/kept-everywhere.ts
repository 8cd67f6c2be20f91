import { Bookings } from '../src/modules/bookings/bookings.port';
import { People } from '../src/modules/identity/people.port';
import { aBookingOf, aKnown, aMandateOf, aWaitingOf, type Known } from './a-death';
import { aDivorceOf, aFarewellOf } from './kept-of-somebody';
import { numbered, type ReliefHouse, startReliefHouse, type TestPerson, viewOf } from './relief-house';
import { Signers } from './signing';

export const LIVING = 'minimum-living-allowance';
const WAGE = 'household.monthlyWageIncomeFen';
const WAITING_PHONE = '13800000021';
const FAREWELL_PHONE = '13800000022';
const DIVORCE = 'LH-2026-91';
const HELPED_WORDS = '代她写的难处';
const FOUND_FEN = 567_800;
const HOURS = [9, 10, 11, 14] as const;

/** A house whose people are known to the register as in life, by their number. */
export async function startKeepingHouse(): Promise<ReliefHouse> {
  const house = await startReliefHouse();
  for (const played of ['findOf', 'firstOf'])
    Reflect.deleteProperty(house.server.app.get(People, { strict: false }), played);
  for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'done', body: {} };
  house.bureaus['means-verification'].answer = { kind: 'pending' };
  return house;
}

/** What is kept of somebody who signed at the desk for another's household: what records have of them. */
export async function signedAndLookedUp(house: ReliefHouse, applicant: Known, signer: TestPerson): Promise<void> {
  const signers = new Signers(() => house);
  const member = { id: 'm1', name: signer.name, idNumber: signer.idNumber, relation: 'spouse' } as const;
  const { id } = await applicant.filledDraft([LIVING], { 'household.members': [member], [`fact:${WAGE}`]: 0 });
  await signers.authorise(applicant, id, { member: 'applicant', accepted: true });
  const [opened] = viewOf(await applicant.post(`/${id}/submission`)).cases;
  await house.delivered();
  const [caseNo, on] = [opened?.id ?? '', '2026-11-25'] as const;
  await house.tell('social-assistance', { kind: 'accepted', caseNo, on });
  await house.tellCommon('social-assistance', { kind: 'signed-at-desk', caseNo, idNumber: signer.idNumber, on });
  await house.delivered();
  const checks = await house.sql<{ id: string }>(
    "SELECT id FROM relief_means_check WHERE application_id = ? AND member = 'm1'",
    [id],
  );
  const facts = [{ fact: WAGE, value: FOUND_FEN, from: '社会保险' }];
  for (const { id: checkNo } of checks)
    await house.tell('means-verification', { kind: 'check-finished', checkNo, facts });
  if (checks.length !== 1) throw new Error(`${checks.length} records were asked about one signer`);
}

export const personOf = (name: string, birth: TestPerson['birth'], order: string): TestPerson => ({
  ...{ name, birth, idNumber: numbered(birth.replaceAll('-', ''), order) },
});

/**
 * Somebody with a little of everything that is kept by who they are; `other` helps them and comes along to their booking.
 * @param order which of the four there may be in one house.
 */
export async function somebodyKept(house: ReliefHouse, order: number) {
  const person = personOf('测试甲', '1980-01-01', String(300 + 2 * order));
  const relative = personOf('测试丙', '1981-02-02', String(301 + 2 * order));
  const [first, other] = [await aKnown(house, person), await aKnown(house, relative)];
  const booking = await aBookingOf(house, first, person, other, HOURS[order]);
  await aWaitingOf(house, first, WAITING_PHONE);
  const mandate = await aMandateOf(house, first, person, other);
  const helped = viewOf(await other.post('', { programmes: [LIVING], for: { mandate } }));
  const fields = { statement: HELPED_WORDS };
  viewOf(await other.call('PATCH', `/${helped.id}`, { version: helped.version, fields }));
  await signedAndLookedUp(house, other, person);
  const divorceNo = `${DIVORCE}-${order}`;
  await aDivorceOf(house, divorceNo, [person, relative]);
  const farewell = await aFarewellOf(house, first, FAREWELL_PHONE);
  const number = (await house.server.app.get(Bookings, { strict: false }).find(booking))?.number ?? '';
  const byPerson = [number, divorceNo, WAITING_PHONE, FAREWELL_PHONE, HELPED_WORDS, String(FOUND_FEN), farewell.number];
  const paths = [`/farewells/${farewell.id}`, `/relief/applications/${helped.id}`, `/mandates/${mandate}`];
  return { person, first, other, booking, byPerson, paths };
}

/** What is read there is kept of a person. */
export const KEPT_LISTS = [
  '/marriage/divorce',
  '/mandates',
  '/farewells',
  '/relief/signatures',
  '/relief/applications',
] as const;
