import type { BookingView } from '@jinmen/shared/bookings/views';
import type { FarewellAskView, FarewellView, NewFarewellLink } from '@jinmen/shared/services/sea-scattering/views';
import { aVoyage } from '../../../../test/a-voyage';
import { AccessHouse, call, must, type Person } from '../../../../test/access/access-house';
import { staffHeaders } from '../../../../test/identity-desk';
import { notSigned } from '../../../../test/not-signed';
import { send } from '../../../../test/resident';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Transactions } from '../../../platform/database/transactions';
import type { UnsettledRelative, UnsettledRelatives } from './family-desk.port';
import { Farewells } from './farewells.port';
import { SignedFarewells } from './signed-farewells';

type Colleague = Readonly<Record<string, string>>;

let house: AccessHouse;
let first: Colleague;
let second: Colleague;
let dead = 0;

beforeAll(async () => {
  house = await AccessHouse.start();
  first = await staffHeaders(house.server.url, 'J1001');
  second = await staffHeaders(house.server.url, 'J1001-2');
});
afterAll(async () => {
  const past = await notSigned(house.server, SignedFarewells);
  await house.end();
  expect(past).toEqual([]);
});

const contact = { phone: '13800005678', wantsCalls: false };
const problem = (status: number, code: string) => ({ status, body: expect.objectContaining({ code }) });
const somebody = () => {
  dead += 1;
  return { name: `测试逝者${'甲乙丙丁戊己庚辛壬癸'[dead]}`, died: `2026-10-${10 + dead}` };
};
const view = (who: Person, id: string) => must<FarewellView>(call(who, 'GET', `/farewells/${id}`));
const titles = async (who: Person) => {
  const { items } = await must<{ items: { title: string }[] }>(call(who, 'GET', '/notices?limit=50'));
  return items.map(({ title }) => title);
};
async function drafted(who: Person, deceased: object, more: object = {}): Promise<string> {
  const { id } = await must<FarewellView>(call(who, 'POST', '/farewells', {}));
  await must(call(who, 'PATCH', `/farewells/${id}`, { version: 1, deceased, contact, ...more }));
  return id;
}
async function signedUp(who: Person, deceased: object = somebody()): Promise<string> {
  const id = await drafted(who, deceased);
  await must(call(who, 'POST', `/farewells/${id}/sign-up`, {}));
  return id;
}
const invited = (who: Person, id: string) => must<NewFarewellLink>(call(who, 'POST', `/farewells/${id}/invitations`));
const joins = (who: Person, { token }: NewFarewellLink) =>
  call(who, 'POST', `/farewell-invitations/${token}/acceptance`, { join: true, relation: '舅舅' });
const holds = async (who: Person, farewell: string) =>
  call(who, 'POST', '/bookings', {
    ...{ service: 'sea-scattering', kind: 'voyage', details: { farewell } },
    windowId: await aVoyage(house.server),
  });
const atDesk = (who: Colleague, to = '', reason?: string) =>
  send(
    house.server,
    reason === undefined ? 'GET' : 'POST',
    `/api/v1/staff/farewell-relatives${to}`,
    reason && { reason },
    who,
  );
const listed = async (): Promise<readonly UnsettledRelative[]> => (await must<UnsettledRelatives>(atDesk(first))).items;

describe('a link that went to somebody it was not meant for', () => {
  it('is taken back by the one who signed up, with every other that is out, and lets nobody in', async () => {
    const [mother, uncle] = [await house.person(), await house.person()];
    const id = await signedUp(mother);
    const links = [await invited(mother, id), await invited(mother, id)];
    for (const _twice of [1, 2]) await must(call(mother, 'DELETE', `/farewells/${id}/invitations`));
    for (const link of links) {
      expect(await joins(uncle, link)).toMatchObject(problem(409, 'farewell-invitation.expired'));
      const looked = await must(call(uncle, 'GET', `/farewell-invitations/${link.token}`));
      expect(looked).toEqual({ state: 'expired' });
    }
    expect(await must(joins(uncle, await invited(mother, id)))).toMatchObject({ id, you: 'kin' });
    expect(await call(uncle, 'DELETE', `/farewells/${id}/invitations`)).toMatchObject(
      problem(409, 'farewell.applicant-only'),
    );
  });

  it('let them in: taken out they read nothing more, stop no voyage, and are told; a person calls', async () => {
    const [mother, uncle] = [await house.person(), await house.person()];
    const id = await signedUp(mother);
    await must(joins(uncle, await invited(mother, id)));
    await must(call(uncle, 'PUT', `/farewells/${id}/view-of-mine`, { state: 'differs', words: '不行' }));
    expect(await holds(mother, id)).toMatchObject(problem(409, 'farewell.differs'));
    const kin = (await view(mother, id)).kin[0]?.id;
    expect(await call(uncle, 'DELETE', `/farewells/${id}/kin/${kin}`)).toMatchObject(
      problem(409, 'farewell.applicant-only'),
    );

    for (const _twice of [1, 2])
      expect(await must(call(mother, 'DELETE', `/farewells/${id}/kin/${kin}`))).toMatchObject({ kin: [] });
    expect((await call(uncle, 'GET', `/farewells/${id}`)).status).toBe(404);
    expect(await titles(uncle)).toEqual(['一起办的亲人改了一下']);
    const asks = await must<{ items: FarewellAskView[] }>(call(uncle, 'GET', '/farewell-asks'));
    expect(asks.items).toMatchObject([{ state: 'not-now' }]);
    await must<BookingView>(holds(mother, id));
    const called = await house.server.app.get(Farewells, { strict: false }).contested();
    expect(called.map((each) => [each.id, each.contested])).toContainEqual([id, false]);
    const acts = await house.server.app.get(Transactions).manager.findBy(AuditRow, { object: `farewell:${id}` });
    expect(acts.filter(({ action }) => action === 'farewell.kin-out')).toHaveLength(1);
  });
});

describe('a family shut out by whoever typed the dead first', () => {
  /** A stranger signed the dead up, was asked by the son, and said no. */
  async function shutOut() {
    const [stranger, son] = [await house.person(), await house.person()];
    const deceased = somebody();
    const id = await signedUp(stranger, deceased);
    await must(
      call(stranger, 'PATCH', `/farewells/${id}`, { version: 3, ashes: { place: 'elsewhere', where: '某处' } }),
    );
    const { id: booking } = await must<BookingView>(holds(stranger, id));
    await must(call(stranger, 'POST', `/bookings/${booking}/confirmation`, {}));
    const draft = await drafted(son, deceased, { kinship: { relation: 'child', way: 'hukou-book' } });
    const { body } = await call(son, 'POST', `/farewells/${draft}/sign-up`, {});
    const { ask } = body.family as { ask: string };
    await must(call(son, 'POST', '/farewell-asks', { ask, relation: '儿子' }));
    const kin = (await view(stranger, id)).kin[0]?.id ?? '';
    await must(call(stranger, 'POST', `/farewells/${id}/kin/${kin}/answer`, { takeIn: false }));
    return { stranger, son, id, kin, booking, draft };
  }

  it('has it handed over by two colleagues: with what they wrote themselves, and without the stranger’s place', async () => {
    const { stranger, son, id, kin, booking } = await shutOut();
    const row = (await listed()).find((each) => each.id === kin);
    expect(row).toMatchObject({
      state: 'not-now',
      relation: '儿子',
      papersSeen: false,
      hasPlace: true,
      phone: '138****5678',
    });
    expect(JSON.stringify(row)).not.toContain(son.name);

    expect(await atDesk(second, `/${kin}/hand-over`, '户口簿看过')).toMatchObject(
      problem(409, 'farewell-hand-over.not-proposed'),
    );
    expect((await atDesk(first, `/${kin}/proposal`, '户口簿、死亡证明看过')).status).toBe(204);
    expect(await atDesk(first, `/${kin}/hand-over`, '户口簿看过')).toMatchObject(
      problem(403, 'farewell-hand-over.same-colleague'),
    );
    expect((await call(son, 'GET', `/farewells/${id}`)).status).toBe(404);

    expect((await atDesk(second, `/${kin}/hand-over`, '又核了一遍')).status).toBe(204);
    const mine = await view(son, id);
    expect(mine).toMatchObject({
      you: 'applicant',
      state: 'signed-up',
      kinship: { relation: 'child' },
      ashes: {},
      phone: '138****5678',
      kin: [{ state: 'asks', relation: '先前登记的亲人' }],
    });
    expect(mine.place).toBeUndefined();
    expect((await call(stranger, 'GET', `/farewells/${id}`)).status).toBe(404);
    expect(await must(call(stranger, 'GET', `/bookings/${booking}`))).toMatchObject({ state: 'cancelled' });
    expect(await titles(son)).toContain('登记现在由您来办');
    expect(await titles(stranger)).toContain('登记换了一位亲人来办');
    await must<BookingView>(holds(son, id));
    expect((await atDesk(second, `/${kin}/hand-over`, '再点一次')).status).toBe(404);
    const acts = await house.server.app.get(Transactions).manager.findBy(AuditRow, { object: `farewell:${id}` });
    const said = acts.filter(({ actorKind }) => actorKind === 'staff').map(({ action, actorId }) => [action, actorId]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['farewell.hand-over-proposed', 'J1001'],
        ['farewell.handed-over', 'J1001-2'],
      ]),
    );
  });

  it('has it handed over by two people, not by one under two work numbers', async () => {
    const { stranger, id, kin } = await shutOut();
    const [one, again] = await Promise.all(
      ['J1003', 'J1003-2'].map((number) => staffHeaders(house.server.url, number)),
    );
    expect((await atDesk(one ?? {}, `/${kin}/proposal`, '户口簿看过')).status).toBe(204);
    expect(await atDesk(again ?? {}, `/${kin}/hand-over`, '又核了一遍')).toMatchObject(
      problem(403, 'farewell-hand-over.same-colleague'),
    );
    expect(await view(stranger, id)).toMatchObject({ you: 'applicant' });
  });

  it('cannot be shut out anew: the dead are the son’s, whoever types them', async () => {
    const { stranger, id, kin } = await shutOut();
    await atDesk(first, `/${kin}/proposal`, '户口簿看过');
    await atDesk(second, `/${kin}/hand-over`, '又核了一遍');
    const { deceased } = await must<FarewellView>(call(stranger, 'POST', '/farewells', {}));
    expect(deceased).toEqual({});
    const again = await drafted(stranger, {
      name: `测试逝者${'甲乙丙丁戊己庚辛壬癸'[dead]}`,
      died: `2026-10-${10 + dead}`,
    });
    expect(await call(stranger, 'POST', `/farewells/${again}/sign-up`, {})).toMatchObject(
      problem(409, 'farewell.family-already'),
    );
    expect((await call(stranger, 'DELETE', `/farewells/${id}/invitations`)).status).toBe(404);
  });

  it('stays as it is where two colleagues do not say so, and is on no list until they ask again', async () => {
    const { stranger, id, kin } = await shutOut();
    expect((await atDesk(second, `/${kin}/closing`, '打过电话，不是家里人')).status).toBe(204);
    expect((await listed()).map((each) => each.id)).not.toContain(kin);
    expect(await view(stranger, id)).toMatchObject({ you: 'applicant', place: { state: 'confirmed' } });
  });
});
