import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Like } from 'typeorm';
import { aBookingOf, aKnown, aMandateOf, aWaitingOf, type Known } from '../../../test/a-death';
import { aCall } from '../../../test/call-list';
import {
  numbered,
  type ReliefHouse,
  startReliefHouse,
  type TestPerson,
  type TestResident,
  viewOf,
} from '../../../test/relief-house';
import { send } from '../../../test/resident';
import { Signers } from '../../../test/signing';
import type { CaseMessage } from '../../bureaus/common-messages/common-messages.port';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { Bookings } from '../bookings/bookings.port';
import { People } from '../identity/people.port';
import { Mandates } from '../mandates/mandates.port';
import { Notices } from '../notices/notices.port';
import { AFTER_DEATH_JOB } from './after-death.job';
import { AfterDeathDesk } from './after-death.port';
import { AfterDeath } from './after-death.service';
import { VerifiedDeathRow } from './death.entity';
import { DeathRegister } from './death-register.service';
import { Deaths } from './deaths.port';
import { Stoppers } from './stoppers.service';

const LIVING = 'minimum-living-allowance';
const DIED: CivilDate = '2026-11-20';
const STREET = '120101001';

const personOf = (name: string, birth: '1980-01-01' | '1981-02-02' | '1970-05-05', order: string): TestPerson => ({
  ...{ name, birth, idNumber: numbered(birth.replaceAll('-', ''), order) },
});
const anna = personOf('测试甲', '1980-01-01', '711');
const wife = personOf('测试丙', '1981-02-02', '712');
const friend = personOf('测试戊', '1970-05-05', '713');

let house: ReliefHouse;
let transactions: Transactions;
const signers = new Signers(() => house);
const get = <T>(port: abstract new (...given: never[]) => T): T => house.server.app.get(port, { strict: false });
const run = <T>(work: () => Promise<T>): Promise<T> => transactions.run(work);
const follow = () => get(Jobs).wake(AFTER_DEATH_JOB);

beforeAll(async () => {
  house = await startReliefHouse();
  transactions = house.server.app.get(Transactions);
  // the people of this house are known to the register as in life
  for (const played of ['findOf', 'firstOf']) Reflect.deleteProperty(get(People), played);
  for (const bureau of Object.values(house.bureaus)) bureau.answer = { kind: 'pending' };
  house.bureaus['social-assistance'].answer = { kind: 'done', body: {} };
});
afterAll(() => house.end());

const known = (person: TestPerson): Promise<Known> => aKnown(house, person);

/** The household asks for something; she signed for it, on a phone of her own. */
async function household(asking: Known, signing: Known): Promise<{ id: string; caseNo: string }> {
  const member = { id: 'm1', name: wife.name, idNumber: wife.idNumber, relation: 'spouse' as const };
  const { id } = await asking.filledDraft([LIVING], { 'household.members': [member] });
  await signers.authorise(asking, id, { member: 'applicant', accepted: true });
  const { status } = await signers.sign(signing, await signers.invite(asking, id, 'm1'));
  if (status !== 204) throw new Error(`she was answered ${status}`);
  const [opened] = viewOf(await asking.post(`/${id}/submission`)).cases;
  return { id, caseNo: opened?.id ?? '' };
}

async function titlesOf({ accountId }: TestResident): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${accountId}` };
  const { body } = await send(house.server, 'GET', '/api/v1/notices?limit=50', undefined, headers);
  return (body.items as { title: string }[]).map(({ title }) => title);
}
const toldChanges = async (caseNo: string): Promise<readonly object[]> => {
  await house.delivered();
  const told = house.bureaus['social-assistance'].effects('told') as { caseNo: string; message: CaseMessage }[];
  return told.flatMap(({ caseNo: of, message }) => (of === caseNo && message.type === 'CHANGE' ? [message.data] : []));
};
const count = async (table: string, where: string, values: readonly unknown[]): Promise<number> => {
  const [row] = await house.sql<{ n: number | string }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`, values);
  return Number(row?.n);
};
const verify = (person: TestPerson, name = person.name) =>
  run(() =>
    get(AfterDeath).verified({
      person: { name, idNumber: person.idNumber },
      died: DIED,
      certificate: person.idNumber,
    }),
  );

describe('after a verified death', () => {
  it('what they had going on stops once, the others hear of it, nothing is addressed to the dead, and all can be taken back', async () => {
    const [asking, dead, other] = [await known(anna), await known(wife), await known(friend)];
    const { id, caseNo } = await household(asking, dead);
    const booking = await aBookingOf(house, dead, wife, other);
    const waiting = await aWaitingOf(house, dead);
    const mandate = await aMandateOf(house, dead, wife, other);
    const call = await aCall(house.server, { office: STREET, accountId: dead.accountId });
    const before = (await titlesOf(dead)).length;

    expect(await verify(wife)).toBe(true);
    expect(await verify(wife)).toBe(true);
    await follow();
    await follow();

    expect((await get(Bookings).find(booking))?.state).toBe('cancelled');
    expect(await titlesOf(other)).toContain('您约的时间取消了');
    expect(await count('waiting_entry', "id = ? AND state = 'left'", [waiting])).toBe(1);
    expect((await run(() => get(Mandates).find(mandate)))?.state).toBe('ended');
    expect(await count('notice_call', "id = ? AND state = 'done'", [call])).toBe(1);
    expect(await toldChanges(caseNo)).toEqual([expect.objectContaining({ kind: 'death', on: DIED })]);
    expect((await titlesOf(asking)).filter((title) => title === '家里的情况变了，可以再看看')).toHaveLength(1);

    expect(await get(Deaths).isDeadAccount(dead.accountId)).toBe(true);
    await run(() =>
      get(Notices).post({ accountId: dead.accountId, topic: 'decision', about: { kind: 'application', id } }),
    );
    expect(await titlesOf(dead)).toHaveLength(before);

    const desk = get(AfterDeathDesk);
    const [link] = await desk.list('J1001');
    expect(link).toMatchObject({ name: '测*丙', died: DIED, state: 'standing', settled: true });
    expect(new Set(link?.effects.map(({ what, state }) => `${what} ${state}`))).toEqual(
      new Set([
        'booking stopped',
        'waiting stopped',
        'relief stopped',
        'mandate stopped',
        'messages stopped',
        'survivor told',
      ]),
    );
    expect(link?.effects.find(({ what }) => what === 'booking')?.which).toMatch(/月/);
    expect(await count('audit_row', "action = 'after-death.stopped' AND person = ?", [dead.personId])).toBe(5);

    // who confirms the same name on another phone later is shown nothing of it, and told of nothing
    const later = await known(wife);
    await desk.withdraw('J1001', link?.id ?? '', '登记时写错了一位号码');
    await follow();
    await expect(desk.withdraw('J1001', link?.id ?? '', '再收回一次')).rejects.toMatchObject({ status: 404 });
    expect(await get(Deaths).isDeadAccount(dead.accountId)).toBe(false);
    expect((await titlesOf(dead)).filter((title) => title === '有几件事给您停错了')).toHaveLength(1);
    expect(await count('waiting_entry', "id = ? AND state = 'waiting'", [waiting])).toBe(1);
    expect((await toldChanges(caseNo)).at(-1)).toMatchObject({
      kind: 'household',
      text: expect.stringContaining('有误'),
    });
    const read = (who: TestResident) =>
      send(house.server, 'GET', `/api/v1/stopped-by-mistake/${link?.id}`, undefined, {
        authorization: `Bearer ${who.accountId}`,
      });
    const own = await read(dead);
    expect(
      Object.fromEntries(
        (own.body.items as { what: string; restored: boolean }[]).map((each) => [each.what, each.restored]),
      ),
    ).toEqual({
      ...{ booking: false, mandate: false, waiting: true, relief: true, messages: true },
    });
    const lost = (own.body.items as { what: string; which: string[]; how: string }[]).find(
      ({ what }) => what === 'booking',
    );
    expect(lost).toMatchObject({ which: [expect.stringMatching(/^\d+\u00a0月\u00a0\d+\u00a0日 \d{1,2}:\d\d，./)] });
    expect(lost?.how).toContain('再约一次');
    expect((await read(other)).status).toBe(404);
    expect((await read(later)).status).toBe(404);
    expect(await titlesOf(later)).not.toContain('有几件事给您停错了');

    expect(await verify(wife)).toBe(true);
    await follow();
    expect((await desk.list('J1001')).map(({ state }) => state).sort()).toEqual(['standing', 'withdrawn']);
  });

  it('of somebody not known here, or of another name, keeps nothing and stops nothing', async () => {
    const stranger = personOf('测试辛', '1970-05-05', '799');
    expect(await verify(stranger)).toBe(false);
    const alive = personOf('测试庚', '1970-05-05', '714');
    const { personId, accountId } = await known(alive);
    expect(await verify(alive, '测试壬')).toBe(false);
    expect(await count('verified_death', 'person_id = ?', [personId])).toBe(0);
    expect(await get(Deaths).isDeadAccount(accountId)).toBe(false);
    expect(await get(Deaths).isDeadAccount(randomUUID())).toBe(false);
  });

  it('many deaths that cannot be followed keep none behind them waiting', async () => {
    const register = get(DeathRegister);
    const rows = Array.from({ length: 21 }, (_, number) => {
      const id = `broken-${String(number).padStart(2, '0')}`;
      return { id, personId: id, standing: id, died: DIED, certificate: Buffer.from('x'), at: new Date(0) };
    });
    for (const row of rows)
      await transactions.manager.insert(VerifiedDeathRow, {
        ...row,
        settledAt: null,
        withdrawnAt: null,
        withdrawnWhy: null,
      });
    const dead = await known(personOf('测试辛', '1970-05-05', '715'));
    const waiting = await aWaitingOf(house, dead);
    expect(await verify(personOf('测试辛', '1970-05-05', '715'))).toBe(true);
    const deadOf = register.deadOf.bind(register);
    const failing = jest.spyOn(register, 'deadOf').mockImplementation(async (death) => {
      if (death.id.startsWith('broken-')) throw new Error('this one is broken');
      return deadOf(death);
    });
    await follow();
    failing.mockRestore();
    await transactions.manager.delete(VerifiedDeathRow, { id: Like('broken-%') });
    expect(await count('waiting_entry', "id = ? AND state = 'waiting'", [waiting])).toBe(0);
  });

  it('a death that is taken back while it is being followed is taken back all the same', async () => {
    const person = personOf('测试庚', '1970-05-05', '719');
    const dead = await known(person);
    const waiting = await aWaitingOf(house, dead);
    const desk = get(AfterDeathDesk);
    const theirs = async () => {
      for (const each of await desk.list('J1001'))
        if (await count('verified_death', 'id = ? AND person_id = ?', [each.id, dead.personId])) return each;
      throw new Error('their death is not on the list');
    };
    const last = get(Stoppers).find('messages');
    if (!last) throw new Error('nothing stops messages');
    const going = last.going.bind(last);
    let isTakenBack = false;
    // before it is verified: the job follows it at once
    const meanwhile = jest.spyOn(last, 'going').mockImplementation(async (of) => {
      const found = await going(of);
      if (of.personId === dead.personId && !isTakenBack) {
        isTakenBack = true;
        await desk.withdraw('J1001', (await theirs()).id, '登记时写错了一位号码');
      }
      return found;
    });
    expect(await verify(person)).toBe(true);
    await follow();
    await follow();
    meanwhile.mockRestore();
    expect(isTakenBack).toBe(true);
    expect(await theirs()).toMatchObject({ state: 'withdrawn', settled: true });
    expect(await count('waiting_entry', "id = ? AND state = 'waiting'", [waiting])).toBe(1);
    expect((await titlesOf(dead)).filter((title) => title === '有几件事给您停错了')).toHaveLength(1);
  });
});
