import { randomUUID } from 'node:crypto';
import { call, must, type Person } from '../../../../test/access/access-house';
import { aDecided, aDependant, anOpen, LIVING } from '../../../../test/access/relief-things';
import { confirm } from '../../../../test/confirmed';
import { RelativesHouse } from '../../../../test/relatives-house';
import type { Reply } from '../../../../test/resident';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Transactions } from '../../../platform/database/transactions';
import { People } from '../../identity/people.port';
import { personalTables } from '../catalogue/catalogue';
import { DeletionLedger } from '../forgetting/deletion-ledger';
import { Deletions } from '../forgetting/deletions.service';
import { allowedOf } from './allowed-fields';
import { DeceasedRequest } from './deceased-request.entity';
import { DeceasedRequests } from './deceased-requests.repository';
import { KinWish } from './kin-wish.entity';
import { RelativesCopy } from './relatives-copy.service';

let house: RelativesHouse;

beforeAll(async () => {
  house = await RelativesHouse.start();
});
afterAll(() => house.end());
afterEach(() => jest.restoreAllMocks());

const manager = () => house.app.get(Transactions).manager;
const copy = async (id: string, who = house.second) => house.send(who, 'POST', `/${id}/copy`);
const accountsOf = (personId: string) => house.app.get(People, { strict: false }).accountsOf(personId);
const SECRET = '肺上有个东西，儿子不知道';

/** Applied for themself and for their child, was refused, complained, and had things to say. */
async function someLife(): Promise<{ readonly who: Person; readonly receipt: string; readonly childs: string }> {
  const { by: who, id } = await aDecided(house.access, 'own', 'refused');
  const [row] = await house.access.run(() =>
    manager().query('SELECT receipt_number AS receipt FROM relief_application WHERE id = ?', [id]),
  );
  const ward = await must(
    call(who, 'POST', '/relief/applications', {
      programmes: [LIVING],
      for: { dependant: await aDependant(house.access, who) },
    }),
  );
  const handedIn = `${randomUUID().slice(0, 8)}-of-child`;
  const change =
    "UPDATE relief_application SET state = 'open', receipt_number = ?, submitted_at = created_at WHERE id = ?";
  await manager().query(change, [handedIn, ward.id]);
  await must(call(who, 'POST', '/complaints', { kind: 'complaint', text: SECRET }));
  await must(call(who, 'POST', '/relief/applications', { programmes: [LIVING] }));
  return { who, receipt: String((row as { receipt: string }).receipt), childs: handedIn };
}

describe('the copy a near relative takes home', () => {
  it('says what was applied for and what became of it, and nothing of health, income, household, words or others', async () => {
    const { who, receipt, childs } = await someLife();
    const { status, body } = await copy(await house.recordedAbout(who.idNumber));
    const text = String(body.text);
    expect(status).toBe(200);
    expect(text).toContain(receipt);
    expect(text).toMatch(/不给，2026\s年\s11\s月\s25\s日定的/);
    expect(text).not.toContain(childs);
    for (const never of [SECRET, who.idNumber, '人均收入', '还没递', '您', '同意过', '电话', '住址'])
      expect([never, text.includes(never)]).toEqual([never, false]);
  });

  it('is read out of no column of the catalogue but those that are allowed', async () => {
    const { who } = await someLife();
    const id = await house.recordedAbout(who.idNumber);
    const found = await house.access.run(() => house.app.get(DeceasedRequests, { strict: false }).findForUpdate(id));
    if (!found) throw new Error('it was not recorded');
    const asked = jest.spyOn(manager(), 'query');
    await house.app.get(RelativesCopy, { strict: false }).of(found);
    // the server asks for what is nobody's beside it: the time, what waits to be sent
    const ofSomebody = ([sql]: readonly [string, ...unknown[]]) =>
      personalTables.some(({ table }) => new RegExp(`\\b${table}\\b`).test(sql));
    const read = asked.mock.calls.filter(ofSomebody).flatMap(([sql]) => {
      const [, columns = sql, table = ''] = /^SELECT (.+?) FROM (\w+) WHERE/s.exec(sql) ?? [];
      return columns.split(', ').map((column) => `${table}.${column}`);
    });
    expect(read.length).toBeGreaterThan(10);
    const allowed = Object.entries(allowedOf(who.personId)).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    const personal = personalTables.flatMap(({ table, personal: own }) =>
      Object.keys(own).map((name) => `${table}.${name}`),
    );
    expect(personal.filter((place) => read.includes(place) && !allowed.includes(place))).toEqual([]);
    expect(read.filter((place) => !allowed.includes(place) && !/\.(id|farewell_id)$/.test(place))).toEqual([]);
  });

  it('has what a helper handed in for them, which is theirs', async () => {
    const { cast, id } = await anOpen(house.access, 'helped');
    const [row]: { receipt: string }[] = await manager().query(
      'SELECT receipt_number AS receipt FROM relief_application WHERE id = ?',
      [id],
    );
    const principal = String(cast.owner?.idNumber);
    expect(String((await copy(await house.recordedAbout(principal))).body.text)).toContain(row?.receipt);
    const helper = String(cast.helper?.idNumber);
    expect(String((await copy(await house.recordedAbout(helper))).body.text)).not.toContain(row?.receipt);
  });

  it('of somebody nobody here knows says that there is nothing', async () => {
    const { body } = await house.record();
    expect(String((await copy(String(body.id))).body.text)).toContain('这里没有可以给的');
  });

  it('comes out of the printer once more for who gave it on that day, and for nobody else and not the day after', async () => {
    const id = await house.recordedAbout((await house.access.person()).idNumber);
    expect((await copy(id)).status).toBe(200);
    expect((await copy(id)).status).toBe(200);
    expect((await copy(id, await house.colleague('J2001-3'))).status).toBe(409);
    await manager().update(DeceasedRequest, { id }, { endedAt: new Date('2026-11-23T02:00:00Z') });
    expect((await copy(id)).status).toBe(409);
    const action = 'deceased-request.copy-made';
    expect(await manager().countBy(AuditRow, { action, object: `deceased-request:${id}` })).toBe(2);
  });

  it('is what the relative finds in their own copy, the one who died masked', async () => {
    const [anna, mother] = [await house.access.person(), await house.access.person()];
    const relative = { relativeName: anna.name, relativeIdNumber: anna.idNumber, need: '办房产继承' };
    await house.recordedAbout(mother.idNumber, relative);
    const own = JSON.stringify((await call(anna, 'GET', '/export')).body);
    expect(own).toContain('办房产继承');
    expect(own).not.toContain(mother.idNumber);
    // on the phone of the one who died somebody else may read along
    expect(JSON.stringify((await call(mother, 'GET', '/export')).body)).not.toContain('办房产继承');
  });
});

describe('the accounts of somebody who died', () => {
  const ask = (id: string) => house.send(house.second, 'POST', `/${id}/deletion`, { reason: '户口注销证明看过' });

  it('go as they could have deleted them: in the ledger, so that a restored backup forgets again; what an office has stays', async () => {
    const { by: who, id: application } = await anOpen(house.access, 'own');
    const id = await house.recordedAbout(who.idNumber, { asks: 'deletion' });
    expect((await ask(id)).body).toEqual({ accounts: 1 });
    expect(await accountsOf(who.personId)).toEqual([]);
    expect(house.app.get(DeletionLedger, { strict: false }).read().accounts).toContain(who.accountId);
    expect((await call(who, 'GET', '/me')).status).toBe(401);
    expect(await manager().query('SELECT 1 FROM relief_application WHERE id = ?', [application])).toHaveLength(1);
    const [row] = await manager().findBy(AuditRow, { action: 'account.deleted', person: who.accountId });
    expect([row?.actorKind, row?.actorId]).toEqual(['system', 'deceased-request']);
    expect((await house.listed(house.second)).find((each) => each.id === id)?.state).toBe('answered');
    expect((await ask(id)).body.code).toBe('deceased-request.over');
  });

  it('are those the server tied to them: what somebody wrote there is neither copied nor deleted with them', async () => {
    const { by: mallory, id: application } = await anOpen(house.access, 'own');
    const who = await house.access.person();
    const given = 'UPDATE account_person SET person_id = ? WHERE account_id = ?';
    await manager().query(given, [who.personId, mallory.accountId]);
    const [row]: { receipt: string }[] = await manager().query(
      'SELECT receipt_number AS receipt FROM relief_application WHERE id = ?',
      [application],
    );
    expect(String((await copy(await house.recordedAbout(who.idNumber))).body.text)).not.toContain(row?.receipt);
    const id = await house.recordedAbout(who.idNumber, { asks: 'deletion' });
    expect((await ask(id)).body).toEqual({ accounts: 1 });
    expect(house.app.get(DeletionLedger, { strict: false }).read().accounts).not.toContain(mallory.accountId);
    expect((await call(mallory, 'PUT', '/me/kin-wish', { withheld: true })).status).toBe(403);
  });

  it('are those of whose number was taken down: a request that somebody points at the living gives and deletes nothing', async () => {
    const [dead, living] = [await house.access.person(), await house.access.person()];
    for (const asks of ['deletion', 'copy'] as const) {
      const id = await house.recordedAbout(dead.idNumber, { asks });
      await manager().update(DeceasedRequest, { id }, { personId: living.personId });
      const { status, body } = asks === 'deletion' ? await ask(id) : await copy(id);
      expect([asks, status, body.code]).toEqual([asks, 409, 'deceased-request.other-person']);
    }
    expect(house.access.server.logs()).toContain('points at another person');
    expect((await call(living, 'GET', '/me')).status).toBe(200);
    expect(await accountsOf(dead.personId)).toEqual([dead.accountId]);
  });

  it('that began to go are taken back by nobody: neither while they go nor when that broke off', async () => {
    const who = await house.access.person();
    const id = await house.recordedAbout(who.idNumber, { asks: 'deletion' });
    const takenBack = () => house.send(house.clerk, 'POST', `/${id}/withdrawal`, { reason: '他说不要了' });
    const deletions = house.app.get(Deletions, { strict: false });
    const whole = deletions.delete.bind(deletions);
    const during: Reply[] = [];
    jest.spyOn(deletions, 'delete').mockImplementationOnce(async (...given) => {
      during.push(await takenBack());
      await whole(...given);
      throw new Error('the power went');
    });
    expect((await ask(id)).status).toBe(500);
    const refused = await house.send(house.second, 'POST', `/${id}/refusal`, { reason: '材料不全' });
    for (const { status, body } of [...during, await takenBack(), refused])
      expect([status, body.code]).toEqual([409, 'deceased-request.being-deleted']);
    expect((await ask(id)).status).toBe(200);
    expect((await house.listed(house.second)).find((each) => each.id === id)?.state).toBe('answered');
    expect((await takenBack()).body.code).toBe('deceased-request.over');
  });

  it('that were not all gone when it was interrupted go when it is asked for again', async () => {
    const who = await house.access.person();
    const id = await house.recordedAbout(who.idNumber, { asks: 'deletion' });
    const deletions = jest.spyOn(house.app.get(Deletions, { strict: false }), 'delete');
    deletions.mockRejectedValueOnce(new Error('the power went'));
    expect((await ask(id)).status).toBe(500);
    expect((await house.listed(house.second)).find((each) => each.id === id)?.state).toBe('recorded');
    expect((await ask(id)).status).toBe(200);
    expect(await accountsOf(who.personId)).toEqual([]);
  });
});

describe('what somebody said for the time after their death', () => {
  const say = (who: Person, withheld: boolean) => call(who, 'PUT', '/me/kin-wish', { withheld });
  const said = async (who: Person) => (await call(who, 'GET', '/me/kin-wish')).body;

  it('is, if nothing was said, what the law says; and can be said and taken back', async () => {
    const anna = await house.access.person();
    expect(await said(anna)).toEqual({ withheld: false, sayable: true });
    await Promise.all([say(anna, true), say(anna, true)]);
    expect(await said(anna)).toEqual({ withheld: true, sayable: true });
    expect(JSON.stringify((await call(anna, 'GET', '/export')).body)).toContain('您说过走了以后不给家里人');
    await say(anna, false);
    expect(await said(anna)).toEqual({ withheld: false, sayable: true });
  });

  it.each(['copy', 'correction', 'deletion'])(
    'holds at the desk: of a %s nothing is given, said plainly and on record',
    async (asks) => {
      const anna = await house.access.person();
      await say(anna, true);
      const more = { deceasedName: '逝者', deceasedIdNumber: anna.idNumber, asks, change: '写错了' };
      const { status, body } = await house.record(more);
      expect([status, body.state]).toEqual([201, 'refused']);
      expect(body.answer).toBe('逝者生前说过，走了以后，这里的资料不给家里人。按他的意思，没有给。');
      expect((await copy(String(body.id))).status).toBe(409);
      expect(await accountsOf(anna.personId)).toEqual([anna.accountId]);
      const [row] = await manager().findBy(AuditRow, { object: `deceased-request:${body.id}` });
      expect(row?.facts).toContain('"withheld":true');
    },
  );

  it('outlives their account where something of them stays, and goes with the last of it', async () => {
    const anna = (await anOpen(house.access, 'helped')).cast.owner as Person; // cast: who is helped owns it
    const berta = await house.access.person();
    for (const who of [anna, berta]) await say(who, true);
    for (const who of [anna, berta]) expect((await call(who, 'DELETE', '/me')).status).toBe(204);
    const left = await Promise.all([anna, berta].map(({ personId }) => manager().countBy(KinWish, { personId })));
    expect(left).toEqual([1, 0]);
  });

  it('is not said on a second account, which somebody else might have made in their name', async () => {
    const anna = await house.access.person();
    const later = await house.access.stranger();
    await house.access.run(() => confirm(house, later.accountId, anna.name, anna.idNumber));
    const second = { ...anna, ...later };
    expect(await said(second)).toEqual({ withheld: false, sayable: false });
    expect((await say(second, true)).status).toBe(409);
    expect(await said(anna)).toEqual({ withheld: false, sayable: true });
  });
});
