import { randomUUID } from 'node:crypto';
import { anAccount } from '../../../test/an-account';
import { besideHeld } from '../../../test/beside-held';
import { type ReliefHouse, startReliefHouse, type TestResident } from '../../../test/relief-house';
import { send } from '../../../test/resident';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { NOT_OPENED } from '../../platform/sealing/those-that-open';
import { Holidays } from '../holidays/holidays.port';
import { ComplaintDesk } from './complaints.port';
import { Complaints } from './complaints.service';

const AT = '/api/v1/complaints';
let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

const call = (anna: TestResident, method: string, path = '', body?: unknown, key: string = randomUUID()) =>
  send(house.server, method, `${AT}${path}`, body, {
    authorization: `Bearer ${anna.accountId}`,
    'idempotency-key': key,
  });
const desk = () => house.server.app.get(ComplaintDesk, { strict: false });
const said = { kind: 'complaint', text: '打了三次电话没有人接' };

describe('a complaint', () => {
  it('gets a number and a day, once under one key, and is nobody else’s to read', async () => {
    const [anna, berta] = [house.resident(), house.resident()];
    const key = randomUUID();
    const replies = await Promise.all([1, 2].map(() => call(anna, 'POST', '', said, key)));
    const [{ body }] = replies as [(typeof replies)[0]];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(body).toMatchObject({
      ...said,
      state: 'open',
      number: expect.stringMatching(/^TS20261125-/),
      due: { on: '2026-12-16', clock: '15 个工作日', expected: false, overdue: false },
    });
    const { items } = (await call(anna, 'GET')).body as unknown as { items: unknown[] };
    expect(items).toHaveLength(1);
    expect((await call(anna, 'GET', `/${body.id}`)).status).toBe(200);
    expect((await call(berta, 'GET', `/${body.id}`)).status).toBe(404);
  });

  it.each(['complaint', 'suggestion', 'correction'])('is read as what it was said to be: a %s', async (kind) => {
    const anna = house.resident();
    const { body } = await call(anna, 'POST', '', { ...said, kind });
    expect(body.kind).toBe(kind);
    expect((await call(anna, 'GET', `/${body.id}`)).body.kind).toBe(kind);
  });

  it('whose words do not open any more says so, and keeps neither the desk nor whoever complained from the others', async () => {
    const carla = house.resident();
    const [broken, whole] = [(await call(carla, 'POST', '', said)).body, (await call(carla, 'POST', '', said)).body];
    await house.sql("UPDATE complaint SET text = X'00' WHERE id = ?", [broken.id]);
    const texts = [NOT_OPENED, said.text];
    const of = (items: readonly { readonly id: string; readonly text: string }[]) =>
      [broken, whole].map(({ id }) => items.find((each) => each.id === id)?.text);
    expect(of((await desk().list('all', 'J1001')).items)).toEqual(texts);
    const own = (await call(carla, 'GET')).body as unknown as { items: { id: string; text: string }[] }; // cast: its schema
    expect(of(own.items)).toEqual(texts);
    await desk().answer('all', 'J1001', String(broken.id), { text: '请再说一遍', reason: '打不开' });
    await house.sql('DELETE FROM complaint WHERE id = ?', [broken.id]);
  });

  it('about an application goes to its office; about somebody else’s it is refused', async () => {
    const [anna, berta] = [house.resident(), house.resident()];
    const { id: application } = await anna.submitted(['minimum-living-allowance']);
    const { body } = await call(anna, 'POST', '', { ...said, application });
    expect(body).toMatchObject({ application: { id: application } });
    expect((await call(berta, 'POST', '', { ...said, application })).status).toBe(400);
    const ids = async (offices: readonly string[] | 'all') => (await desk().list(offices, 'J1001')).items;
    expect((await ids(['120111001'])).map(({ id }) => id)).toContain(body.id);
    expect((await ids(['120101001'])).map(({ id }) => id)).not.toContain(body.id);
    await expect(
      desk().answer(['120101001'], 'J1001', String(body.id), { text: '好的', reason: '查过' }),
    ).rejects.toMatchObject({
      status: 404,
    });
  });

  it('stands in the list with its numbers masked; to see them whole is a look that counts and is on record', async () => {
    const anna = house.resident();
    const text =
      '请打 １３８００００５６７８ 或者 138-0000-5679，孩子的号是 4405241880 0101 0014，窗口电话 022-23456789 没人接';
    const { body } = await call(anna, 'POST', '', { kind: 'complaint', text });
    const id = String(body.id);
    expect(body.text).toBe(text);
    expect((await desk().list('all', 'J1001')).items.find((each) => each.id === id)).toMatchObject({
      text: '请打 １３８****５６７８ 或者 138-****-5679，孩子的号是 4********* **** ***4，窗口电话 022-23456789 没人接',
      numbersMasked: 3,
    });
    const { manager } = house.server.app.get(Transactions);
    const looks = async () => {
      const [row]: { count: number | string }[] = await manager.query(
        "SELECT COUNT(*) AS count FROM number_view WHERE staff_id = 'J1001'",
      );
      return Number(row?.count);
    };
    const before = await looks();
    expect(await desk().showText('all', 'J1001', id)).toBe(text);
    expect(await looks()).toBe(before + 3);
    expect(await manager.countBy(AuditRow, { object: `complaint:${id}`, action: 'complaint.text-shown' })).toBe(1);
    await expect(desk().showText(['120101001'], 'J2009', id)).rejects.toMatchObject({ status: 404 });
    await desk().answer('all', 'J1001', id, { text: '请打他的 13800009999', reason: '查过' });
    const answered = (await desk().list('all', 'J1001')).items.find((each) => each.id === id);
    expect(answered?.answer?.text).toBe('请打他的 138****9999');
  });

  it('has an expected day where no notice tells the holidays, at the phone and at the desk; a notice counts at once', async () => {
    const anna = house.resident();
    const onDay = (day: string) =>
      jest.spyOn(house.server.app.get(Clock), 'now').mockReturnValue(new Date(`${day}T02:00:00Z`));
    onDay('2026-12-14');
    const { body } = await call(anna, 'POST', '', said);
    const dues = async () => [
      (await call(anna, 'GET', `/${body.id}`)).body.due,
      (await desk().list('all', 'J1001')).items.find(({ id }) => id === body.id)?.due,
    ];
    const clock = '15 个工作日，预计的日子，以放假通知为准';
    const expected = { on: '2027-01-04', clock, expected: true, overdue: false };
    expect(body.due).toEqual(expected);
    expect(await dues()).toEqual([expected, expected]);
    const off = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'];
    const notice = { off, work: [], document: '国办发明电〔2026〕示例号' };
    await house.server.app.get(Holidays, { strict: false }).load('2027', notice, 'J1001', '通知发了');
    const known = { on: '2027-01-06', clock: '15 个工作日', expected: false, overdue: false };
    expect(await dues()).toEqual([known, known]);
    onDay('2027-01-07');
    expect(await dues()).toEqual([1, 2].map(() => ({ ...known, overdue: true })));
    jest.restoreAllMocks();
  });

  it('is answered once; the resident reads it and is told, and the reason stays in the record', async () => {
    const anna = house.resident();
    const { body } = await call(anna, 'POST', '', said);
    const id = String(body.id);
    await desk().answer('all', 'J1001', id, { text: '换了号码，请再打。', reason: '电话线路坏了，已报修' });
    await expect(desk().answer('all', 'J1001', id, { text: '再答', reason: '再来' })).rejects.toMatchObject({
      status: 409,
    });
    expect((await call(anna, 'GET', `/${id}`)).body).toMatchObject({
      state: 'answered',
      answer: { text: '换了号码，请再打。' },
    });
    const notices = await send(house.server, 'GET', '/api/v1/notices', undefined, {
      authorization: `Bearer ${anna.accountId}`,
    });
    expect(notices.body).toMatchObject({ items: [{ title: '您说的事有回音了', about: { kind: 'complaint', id } }] });
    const acts = await house.server.app.get(Transactions).manager.findBy(AuditRow, { object: `complaint:${id}` });
    expect(acts.map(({ action }) => action)).toEqual(['complaint.answered']);
    expect(JSON.stringify(acts)).not.toContain('报修');
  });

  it('more than a few a day is asked to wait, and nothing else is kept of it', async () => {
    const anna = house.resident();
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) statuses.push((await call(anna, 'POST', '', said)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    expect((await call(anna, 'POST', '', { kind: 'other', text: '' })).status).toBe(400);
  });

  it('is no more than those few when two come in the same moment', async () => {
    const { server } = house;
    const resident = { accountId: await anAccount(server), sessionId: randomUUID() };
    const transactions = server.app.get(Transactions);
    const take = () =>
      transactions.run(() =>
        server.app.get(Complaints, { strict: false }).take(resident, { kind: 'complaint', text: said.text }),
      );
    for (let count = 0; count < 4; count++) await take();
    const second = await besideHeld(transactions, take, take);
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'complaint.too-many' } });
  });
});
