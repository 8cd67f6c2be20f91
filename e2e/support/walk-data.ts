import { randomUUID } from 'node:crypto';
import type { SigningAnswer } from '@jinmen/shared/applications/adults';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { NewInvitationView, WindowView } from '@jinmen/shared/bookings/views';
import { addDays, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { UrgentView } from '@jinmen/shared/urgent/views';
import { bookTogether, type House, holdTime, knownResident, openDay } from './booking-api';
import { makeFarewells } from './farewell-walk';
import { aloneWithoutIncome, threeBelowTheLine } from './households';
import { PROGRAMME_AT, TONGUES } from './relief-bureaus';
import type { ResidentApi } from './resident-api';
import { Simulators } from './simulators';
import { StaffApi } from './staff-api';
import { until } from './until';

/** Lives alone; the means check finds more than they said, so that they are refused and may dispute it. */
const RESIDENT = '单人-核对后收入高';
const BRIDE = '新人-女';
/** Waits for the yes of another, and for a day to talk; he was taken for dead before, by mistake. */
const GROOM = '新人-男';
/** Has a spouse who must sign, and asks by a link. */
const HUSBAND = '夫妻-妻子另有手机';

/** Whose phone it is. */
export const WALKERS = { resident: RESIDENT, oneOfTwo: GROOM } as const;

const BUREAU = 'social-assistance';
const LIVING = PROGRAMME_AT[BUREAU];
const SITE = 'registry-120101';
/** For what a bureau or a job of the server does in between. */
const PATIENCE_MS = 60_000;

type Madeup = Awaited<ReturnType<typeof makeWalkData>>;

/** What they have going, so that each page has something to show: ids, and secrets of links; `kept` lies on the phone. */
export type WalkData = Madeup & { readonly kept: string };

export async function makeWalkData(house: House) {
  const resident = await knownResident(house, RESIDENT);
  const [relief, bookings, farewells] = await Promise.all([
    makeRelief(house, resident),
    makeBookings(house, resident),
    makeFarewells(house, resident),
  ]);
  return { ...relief, ...bookings, ...farewells };
}

async function makeRelief(house: House, resident: ResidentApi) {
  const today = dayInShanghai(Date.now());
  const husband = await knownResident(house, HUSBAND);
  const theirs = await husband.completeDraft([LIVING], threeBelowTheLine, today);
  const own = await resident.completeDraft(['temporary-assistance'], aloneWithoutIncome, today);
  const { realName: name, idNumber } = await new Simulators(house.simulators).person(HUSBAND);
  const members = [{ id: randomUUID(), name, idNumber, relation: 'sibling' }];
  const fields = { 'household.members': members };
  await resident.get('PATCH', `/relief/applications/${own.id}`, { version: own.version, fields });
  const link = { member: otherAdult(theirs), way: 'link' };
  const links = `/relief/applications/${theirs.id}/authorisations`;
  const { invitation } = await husband.get<SigningAnswer>('POST', links, link, randomUUID());
  const said = { kinds: ['no-food'], place: '北站候车室', phone: '13812345678', forSomebodyElse: false };
  const { number } = await resident.get<UrgentView>('POST', '/urgent-requests', said, randomUUID());
  return {
    refused: await makeRefused(house, resident),
    programme: LIVING,
    draft: own.id,
    member: otherAdult(await resident.application(own.id)),
    authorisation: invitation?.token ?? '',
    urgent: number,
  };
}

function otherAdult({ adults = [] }: ApplicationView): string {
  const found = adults.find(({ member }) => member !== 'applicant');
  if (!found) throw new Error('nobody else has to sign');
  return found.member;
}

/** Handed in, looked up, and refused: after that there are figures to dispute and a decision to appeal. */
async function makeRefused(house: House, resident: ResidentApi): Promise<string> {
  const bureaus = new Simulators(house.simulators);
  const today = dayInShanghai(Date.now());
  const { id, version } = await resident.completeDraft([LIVING], aloneWithoutIncome, today);
  const { body } = await resident.submit(id, version, randomUUID());
  const caseNo = body.cases[0]?.id ?? '';
  const { accepted, refused } = TONGUES[BUREAU];
  await bureaus.callback(accepted(caseNo, today));
  await until('the means check', async () => (await resident.application(id)).evaluations.length > 1, PATIENCE_MS);
  await bureaus.callback(refused(caseNo, today));
  const decision = async () => (await resident.application(id)).cases[0]?.items[0]?.decision;
  await until('the refusal', decision, PATIENCE_MS);
  return id;
}

async function makeBookings(house: House, resident: ResidentApi) {
  const [bride, he] = [await knownResident(house, BRIDE), await knownResident(house, GROOM)];
  const [first, second] = await openDay(house, { kind: 'marriage', site: SITE, least: 2 });
  const [talk, otherTalk] = await openDay(house, { kind: 'counselling', site: SITE, least: 2 });
  if (!first || !second || !talk || !otherTalk) throw new Error('not enough open times');
  const confirmed = await bookTogether(resident, bride, 'marriage', first);
  const held = await holdTime(resident, 'counselling', talk);
  const stopped = await makeStopped(house, he, otherTalk);
  const pending = await holdTime(he, 'marriage', second);
  const yes = { details: { bothMainland: true }, partnerWay: 'own-phone' };
  await he.get('POST', `/bookings/${pending.id}/confirmation`, yes, randomUUID());
  const { token } = await he.get<NewInvitationView>('POST', `/bookings/${pending.id}/invitations`, {}, randomUUID());
  const days = [addDays(first.day, 30)];
  const wait = { service: 'marriage-registration', kind: 'counselling', sites: [SITE], days };
  await he.get('POST', '/waitlist', wait, randomUUID());
  return {
    ...{ confirmed: confirmed.id, held: held.id, pending: pending.id, invitation: token, stopped },
    ...{ site: SITE, day: first.day },
  };
}

/** Taken for dead, and found to be alive: what stopped by itself is told on a page of its own. */
async function makeStopped(house: House, who: ResidentApi, talk: WindowView): Promise<string> {
  const bureaus = new Simulators(house.simulators);
  const { id } = await holdTime(who, 'counselling', talk);
  await who.get('POST', `/bookings/${id}/confirmation`, {}, randomUUID());
  const { realName: name, idNumber: certNo } = await bureaus.person(GROOM);
  const data = { paperNo: certNo, name, certNo, deathDate: dayInShanghai(Date.now()) };
  await bureaus.callback({ bureau: 'funeral-affairs', type: 'DEATH_VERIFIED', data });
  const staff = await StaffApi.signIn(house, 'J1001');
  const death = await until(
    'all to be stopped',
    async () => {
      const { items } = await staff.get<{ items: readonly { id: string; settled: boolean }[] }>('GET', '/after-death');
      return items.find(({ settled }) => settled);
    },
    PATIENCE_MS,
  );
  await staff.get('POST', `/after-death/${death.id}/withdrawal`, { reason: '登记时写错了一位号码' });
  return death.id;
}
