import { checkDigit } from '@jinmen/shared/kernel/id-number';
import type { DependantView } from '@jinmen/shared/residents/dependants';
import { legalHolds } from '../../../test/legal-holds';
import { numbered, type TestResident } from '../../../test/relief-house';
import { bodyOf, boy, daughter, startWhomHouse, type WhomHouse } from '../../../test/whom-house';
import { Identity } from '../../bureaus/identity/identity.port';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Transactions } from '../../platform/database/transactions';
import { GuardianshipDesk } from './dependants.port';

let whom: WhomHouse;
let guardian: TestResident;
let day = 0;

beforeAll(async () => {
  whom = await startWhomHouse();
});
afterAll(() => whom.house.end());
/** A day of its own for each, so that none uses up another's questions. */
beforeEach(async () => {
  day += 1;
  whom.at(new Date(Date.parse('2026-11-25T02:00:00Z') + day * 24 * 3600_000).toISOString());
  whom.house.refused.clear();
  whom.kinship = { kind: 'yes' };
  guardian = await whom.resident(daughter);
});

const add = (more: object = {}) =>
  whom.call(guardian, 'POST', '/dependants', { ...boy, relation: 'child', proof: 'bureau', ...more });

describe('a child on the list', () => {
  it('is proved by the household register, masked, with the age the number says', async () => {
    expect(await whom.addDependant(guardian)).toEqual({
      id: expect.any(String),
      name: '测试**',
      idNumber: expect.stringMatching(/^9\*{16}.$/),
      age: 9,
      under14: true,
      minor: true,
      relation: 'child',
      livesTogether: true,
      proof: 'confirmed',
    });
    const stored = JSON.stringify(await whom.house.sql('SELECT HEX(identity) AS i FROM dependant', []));
    expect(stored).not.toContain(Buffer.from(boy.idNumber).toString('hex').toUpperCase());
    expect(whom.house.server.logs()).not.toMatch(new RegExp(`${boy.name}|${boy.idNumber}`));
  });

  it('waits for the answer without keeping the guardian waiting', async () => {
    whom.kinship = { kind: 'unavailable' };
    const added = bodyOf<DependantView>(await add());
    expect(added).toMatchObject({ proof: 'asking', waits: 'answer', showCode: expect.stringMatching(/^\w{8}$/) });
    whom.kinship = { kind: 'yes' };
    await whom.house.delivered();
    const view = bodyOf<DependantView>(await whom.call(guardian, 'GET', `/dependants/${added.id}`));
    expect(view).toMatchObject({ proof: 'confirmed' });
    expect(view.showCode).toBeUndefined();
  });

  it.each(['registered-otherwise', 'not-known', 'other-name', 'no-such-number', 'deceased'] as const)(
    'is a paper to show, in the same words, when the register says %s',
    async (because) => {
      whom.kinship = { kind: 'not-yes', because };
      const { id: _id, showCode, ...told } = await whom.addDependant(guardian);
      expect(showCode).toMatch(/^[2-9A-Z]{8}$/);
      whom.kinship = { kind: 'not-yes', because: 'no-such-number' };
      const { id: _other, showCode: _code, ...same } = await whom.addDependant(await whom.resident(daughter));
      expect(told).toEqual(same);
      expect(told).toMatchObject({ proof: 'to-show', waits: 'paper' });
    },
  );

  it('is added once however often, and asked about anew', async () => {
    whom.kinship = { kind: 'not-yes', because: 'not-known' };
    const first = await whom.addDependant(guardian);
    whom.kinship = { kind: 'yes' };
    const again = await whom.addDependant(guardian);
    expect([again.id, first.proof, again.proof]).toEqual([first.id, 'to-show', 'confirmed']);
  });

  it('typed anew while the register was asked is confirmed by the answer to the second question alone', async () => {
    const identity = whom.house.server.app.get(Identity, { strict: false });
    const names: string[] = [];
    const register = jest.spyOn(identity, 'kinship').mockImplementation(async (_guardian, { name }) => {
      names.push(name);
      if (names.length > 1) return { kind: 'not-yes', because: 'other-name' };
      await add({ name: '测试改名' });
      return { kind: 'yes' };
    });
    const { id } = bodyOf<DependantView>(await add());
    await whom.house.delivered();
    register.mockRestore();
    const view = bodyOf<DependantView>(await whom.call(guardian, 'GET', `/dependants/${id}`));
    expect([names, view.proof]).toEqual([[boy.name, '测试改名'], 'to-show']);
  });

  it('under 14 needs the guardian’s own yes before anybody is asked', async () => {
    whom.house.refused.add('child-under-14');
    const before = whom.asked.length;
    const refused = await add();
    expect([refused.status, refused.body.code, refused.body.purpose]).toEqual([
      403,
      'consent.required',
      'child-under-14',
    ]);
    expect(whom.asked.length).toBe(before);
    const teenager = { name: '测试少年', idNumber: numbered('20110611') };
    expect((await add(teenager)).status).toBe(201);
  });

  it('is asked about nowhere when the yes was taken back while the question waited; the paper or a new yes leads on', async () => {
    whom.kinship = { kind: 'unavailable' };
    const { id } = bodyOf<DependantView>(await add());
    whom.house.refused.add('child-under-14');
    whom.kinship = { kind: 'yes' };
    const before = whom.asked.length;
    await whom.house.delivered();
    const told = whom.asked.slice(before).length;
    const view = bodyOf<DependantView>(await whom.call(guardian, 'GET', `/dependants/${id}`));
    expect(view).toMatchObject({ proof: 'to-show', showCode: expect.any(String) });
    whom.house.refused.clear();
    expect(await whom.addDependant(guardian)).toMatchObject({ id, proof: 'confirmed' });
    expect(told).toBe(0);
  });

  it.each([
    ['tomorrow', '20171126', 403],
    ['today', '20171125', 201],
    ['yesterday', '20171124', 201],
  ])('whose fourteenth birthday is %s is asked about by that rule', async (_day, birth, status) => {
    whom.at('2031-11-25T02:00:00Z');
    whom.house.refused.add('child-under-14');
    expect((await add({ name: '测试少年', idNumber: numbered(birth) })).status).toBe(status);
  });

  it.each([
    ['oneself', { idNumber: daughter.idNumber }, 'dependant.yourself'],
    ['a child who has grown up', { idNumber: numbered('20001231') }, 'dependant.grown-up'],
  ])('is never %s', async (_who, typed, code) => {
    const refused = await add(typed);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ field: 'idNumber', code }]);
  });

  it('is nobody’s but the guardian’s, and can be taken off the list', async () => {
    const { id } = await whom.addDependant(guardian);
    const other = await whom.resident(daughter);
    const theirs = await whom.call(other, 'GET', `/dependants/${id}`);
    const none = await whom.call(other, 'GET', '/dependants/4b1f6d7e-0000-4000-8000-000000000000');
    expect([theirs.status, theirs.body]).toEqual([404, none.body]);
    expect((await whom.call(other, 'DELETE', `/dependants/${id}`)).status).toBe(404);
    expect((await whom.call(guardian, 'DELETE', `/dependants/${id}`)).status).toBe(204);
    expect(bodyOf<{ items: unknown[] }>(await whom.call(guardian, 'GET', '/dependants')).items).toEqual([]);
  });

  it('stays on it while a court wants it kept: the guardian reads so in plain words, and can take it off afterwards', async () => {
    const { id } = await whom.addDependant(guardian);
    const [holds, object] = [legalHolds(whom.house.server), `dependant:${id}`];
    expect(await holds.hold(object, '王某', '法院来函')).toBe(true);
    const { status, body } = await whom.call(guardian, 'DELETE', `/dependants/${id}`);
    expect([status, body.code]).toEqual([409, 'dependant.kept']);
    expect(body.detail).toBe(
      '按规定，这一位的登记要先留着，现在还不能去掉。不影响您办别的事。想问为什么，请打 12345。',
    );
    expect((await whom.call(guardian, 'GET', `/dependants/${id}`)).status).toBe(200);
    await holds.release(object, '王某', '案子结了');
    expect((await whom.call(guardian, 'DELETE', `/dependants/${id}`)).status).toBe(204);
    expect((await whom.call(guardian, 'GET', `/dependants/${id}`)).status).toBe(404);
  });

  it('is one of ten at most; more than those are added at the street', async () => {
    for (let order = 301; order <= 310; order += 1) {
      const added = await add({ proof: 'paper', idNumber: numbered('20170611', String(order)) });
      expect(added.status).toBe(201);
    }
    const one = await add({ proof: 'paper', idNumber: numbered('20170611', '311') });
    expect([one.status, one.body.code]).toEqual([422, 'dependant.too-many']);
    expect((await add({ proof: 'paper', idNumber: numbered('20170611', '310') })).status).toBe(201);
  });

  it('asks the bureau no more often than about oneself: five a day, ten about one number', async () => {
    const somebody = (order: number) => {
      const seventeen = `99999920170611${String(order).padStart(3, '0')}`;
      return seventeen + checkDigit(seventeen);
    };
    for (let order = 101; order < 106; order += 1) expect((await add({ idNumber: somebody(order) })).status).toBe(201);
    expect((await add({ idNumber: somebody(106) })).body.code).toBe('identity.too-many');
    for (let asker = 0; asker < 11; asker += 1) {
      const { status } = await whom.call(await whom.resident(daughter), 'POST', '/dependants', {
        ...boy,
        idNumber: somebody(201),
        relation: 'child',
        proof: 'bureau',
      });
      expect(status).toBe(asker < 10 ? 201 : 429);
    }
  });
});

describe('a paper at the street', () => {
  it('is found by the code alone, confirmed with a reason, and the code is used up', async () => {
    const { id, showCode = '' } = await whom.addDependant(guardian, { proof: 'paper' });
    const desk = whom.house.server.app.get(GuardianshipDesk, { strict: false });
    await expect(desk.find('J2001', '22222222')).rejects.toMatchObject({ code: 'guardianship.unknown-code' });
    expect(await desk.find('J2001', showCode.toLowerCase())).toMatchObject({ ward: { ...boy, age: 9 } });
    await desk.confirm('J2001', showCode, '看了户口簿原件');
    await expect(desk.confirm('J2001', showCode, '再来一次')).rejects.toMatchObject({ status: 404 });
    const view = bodyOf<DependantView>(await whom.call(guardian, 'GET', `/dependants/${id}`));
    expect([view.proof, view.waits]).toEqual(['confirmed', undefined]);
    const { manager } = whom.house.server.app.get(Transactions);
    const acts = await manager.findBy(AuditRow, { object: `dependant:${id}` });
    expect(acts.map(({ action, actorKind }) => [action, actorKind])).toEqual(
      expect.arrayContaining([
        ['guardianship.looked-at', 'staff'],
        ['guardianship.confirmed', 'staff'],
      ]),
    );
  });
});
