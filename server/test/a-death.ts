import { randomInt } from 'node:crypto';
import { checkDigit } from '@jinmen/shared/kernel/id-number';
import { AfterDeath } from '../src/modules/after-death/after-death.service';
import { DeathRegister } from '../src/modules/after-death/death-register.service';
import { Bookings } from '../src/modules/bookings/bookings.port';
import { BookingsRepository } from '../src/modules/bookings/bookings.repository';
import { People } from '../src/modules/identity/people.port';
import { PeopleService } from '../src/modules/identity/people.service';
import { MandatesService } from '../src/modules/mandates/mandates.service';
import { SlotDesk } from '../src/modules/slot-inventory/slot-inventory.port';
import { WaitingRepository } from '../src/modules/waiting-list/waiting.repository';
import { Transactions } from '../src/platform/database/transactions';
import type { ReliefHouse, TestPerson, TestResident } from './relief-house';
import type { TestServer } from './server';

/** The verified death of somebody who had nothing going on, for whoever takes it back. */
export async function aDeath({ app }: TestServer): Promise<string> {
  const first17 = `120101195001${String(randomInt(1, 28)).padStart(2, '0')}${String(randomInt(1000)).padStart(3, '0')}`;
  const person = { name: '测试逝者', idNumber: first17 + checkDigit(first17) };
  const personId = await app.get(Transactions).run(async () => {
    const known = await app.get(People, { strict: false }).record(person.name, person.idNumber);
    await app.get(AfterDeath, { strict: false }).verified({ person, died: '2026-11-20', certificate: person.idNumber });
    return known;
  });
  const kept = await app.get(DeathRegister, { strict: false }).latest(100);
  const death = kept.find((each) => each.personId === personId);
  if (!death) throw new Error('no death was kept');
  return death.id;
}

/** Somebody with a phone here whose name and number are confirmed. */
export type Known = TestResident & { readonly personId: string };

export async function aKnown(house: ReliefHouse, person: TestPerson): Promise<Known> {
  const resident = house.resident(person);
  const people = house.server.app.get(PeopleService, { strict: false });
  const link = () => people.link(resident.accountId, person.name, person.idNumber);
  return Object.assign(resident, { personId: await house.server.app.get(Transactions).run(link) });
}

/** Counselling for two, at this hour of the day in Tianjin: the holder asked, the other comes along. */
export function aBookingOf(
  { server: { app } }: ReliefHouse,
  holder: Known,
  person: TestPerson,
  other: Known,
  hour: 9 | 10 | 11 | 14 = 9,
) {
  const [startsAt, endsAt] = [hour, hour + 1].map((each) => new Date(Date.UTC(2026, 11, 5, each - 8))) as [Date, Date];
  const window = {
    pool: { service: 'marriage-registration', site: 'registry-120101', kind: 'counselling' },
    ...{ day: '2026-12-05' as const, startsAt, endsAt, capacity: 1 },
    ...{ heldBack: 0, opensAt: new Date('2026-11-01T01:00:00Z'), closesAt: startsAt, marks: {} },
  };
  return app.get(Transactions).run(async () => {
    const [made] = await app.get(SlotDesk, { strict: false }).apply([{ act: 'open', window }]);
    const outcome = await app.get(Bookings, { strict: false }).placeFor({
      ...{ service: 'marriage-registration', kind: 'counselling', windowId: made?.windowId ?? '', details: {} },
      ...{ person: { personId: holder.personId, ...person }, accountId: holder.accountId, until: 'confirmed' },
    });
    if (!('booking' in outcome)) throw new Error(JSON.stringify(outcome));
    const { id } = outcome.booking;
    await app.get(BookingsRepository, { strict: false }).addParty(id, {
      ...{ role: 'partner', personId: other.personId, accountId: other.accountId, way: 'own-phone' },
      confirmedAt: new Date('2026-11-25T02:00:00Z'),
    });
    return id;
  });
}

export async function aWaitingOf(
  { server: { app } }: ReliefHouse,
  { accountId, personId }: Known,
  phone = '13800000007',
): Promise<string> {
  const add = () =>
    app.get(WaitingRepository, { strict: false }).add({
      ...{ service: 'marriage-registration', kind: 'marriage', accountId, personId, told: { phone, details: {} } },
      wishes: [{ pool: 'registration', site: 'jinmen-lake', day: '2026-12-05' }],
    });
  return (await app.get(Transactions).run(add))?.row.id ?? '';
}

/** The helper acts for the one who died. */
export function aMandateOf({ server: { app } }: ReliefHouse, dead: Known, person: TestPerson, helper: Known) {
  const mandates = app.get(MandatesService, { strict: false });
  return app.get(Transactions).run(async () => {
    const of = { helperAccountId: helper.accountId, programmes: ['minimum-living-allowance'], street: '120101001' };
    const row = await mandates.add({ ...of, way: 'call', until: '2099-01-01' }, person);
    const waiting = await mandates.move(row, 'bureau', { state: 'waiting', principalPersonId: dead.personId });
    return (await mandates.move(waiting, 'resident', { state: 'acting' })).id;
  });
}
