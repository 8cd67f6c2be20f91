import { randomUUID } from 'node:crypto';
import { aCall } from '../../../test/call-list';
import { emptyDatabase } from '../../../test/database';
import { startServer, type TestServer } from '../../../test/server';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { CallList } from './call-list.port';
import { NoticeCall } from './notice-call.entity';

let server: TestServer;
let now = Date.parse('2026-11-25T10:00:00+08:00');
const clerk = { staffId: 'J2001', offices: ['120111001'] };
const operator = { staffId: 'J1001', offices: 'all' } as const;

beforeAll(async () => {
  server = await startServer({}, await emptyDatabase());
  jest.spyOn(server.app.get(Clock), 'now').mockImplementation(() => new Date(now));
});

afterAll(() => server.end());

const calls = () => server.app.get(CallList, { strict: false });
const audit = () => server.app.get(Transactions).manager.find(AuditRow, { order: { at: 'ASC' } });

describe('the call list', () => {
  it('shows a clerk their own office alone, names and numbers masked, the longest waiting first', async () => {
    const first = await aCall(server, { office: '120111001', name: '欧阳文静', phone: '13812345678' });
    now += 1000;
    const second = await aCall(server, { office: '120111001', name: '李四' });
    const other = await aCall(server, { office: '120111002' });
    const { items } = await calls().list(clerk);
    expect(items.map(({ id }) => id)).toEqual([first, second]);
    expect(items[0]).toMatchObject({ name: '欧阳**', phone: '138****5678', office: '120111001', state: 'open' });
    expect((await calls().list(operator)).items.map(({ id }) => id)).toContain(other);
    expect((await calls().list({ staffId: 'J2009', offices: [] })).items).toEqual([]);
  });

  it('moves a call made to the done ones with what was written, and back', async () => {
    const id = await aCall(server, { office: '120111001' });
    await calls().mark(clerk, id, 'done', '已告诉李老太的女儿');
    const done = (await calls().list(clerk)).items.find((item) => item.id === id);
    expect(done).toMatchObject({ state: 'done', lastReason: '已告诉李老太的女儿' });
    await expect(calls().mark(clerk, id, 'done', '再来一次')).rejects.toThrow('call.unknown');
    await calls().mark(clerk, id, 'open', '打错人了');
    expect((await calls().list(clerk)).items.find((item) => item.id === id)).toMatchObject({ state: 'open' });
  });

  it('gives another office no number of it, and takes no mark from there', async () => {
    const id = await aCall(server, { office: '120111001' });
    const other = { staffId: 'J2002', offices: ['120111002'] };
    await expect(calls().showNumber(other, id)).rejects.toThrow('call.unknown');
    await expect(calls().mark(other, id, 'done', '不归我们')).rejects.toThrow('call.unknown');
    expect((await calls().list(clerk)).items.find((item) => item.id === id)).toMatchObject({ state: 'open' });
  });

  it('lets one of two who finish the same call at once', async () => {
    const id = await aCall(server, { office: '120111001' });
    const both = await Promise.allSettled([
      calls().mark(clerk, id, 'done', '甲打的'),
      calls().mark(operator, id, 'done', '乙打的'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('records every look and every act: who, which, whose, and of an act why', async () => {
    const accountId = randomUUID();
    const id = await aCall(server, { office: '120111001', accountId });
    const before = (await audit()).length;
    now += 1000;
    await calls().list(clerk);
    now += 1000;
    await calls().showNumber(clerk, id);
    now += 1000;
    await calls().mark(clerk, id, 'done', '已告诉本人');
    const rows = (await audit()).slice(before);
    expect(rows.map(({ action, actorId, object, person }) => [action, actorId, object, person])).toEqual([
      ['call-list.read', 'J2001', null, null],
      ['call-list.number-shown', 'J2001', `notice-call:${id}`, accountId],
      ['call-list.done', 'J2001', `notice-call:${id}`, null],
    ]);
    expect(rows[2]?.reason).not.toBeNull();
  });

  it('keeps what a clerk wrote unreadable in the database', async () => {
    const id = await aCall(server, { office: '120111001' });
    await calls().mark(clerk, id, 'done', '王小明接的电话');
    const row = await server.app.get(Transactions).manager.findOneByOrFail(NoticeCall, { id });
    expect(row.lastReason?.includes('王小明')).toBe(false);
  });

  it('wants a fresh code after thirty numbers an hour, with an alarm on record, and counts nothing that was refused', async () => {
    now += 3_600_000;
    const id = await aCall(server, { office: '120111001' });
    for (let count = 0; count < 30; count += 1) expect(await calls().showNumber(clerk, id)).toBe('13812345678');
    await expect(calls().showNumber(clerk, id)).rejects.toThrow('staff.show-again');
    expect((await audit()).filter(({ action }) => action === 'staff.many-numbers')).toMatchObject([
      { actorId: 'J2001', facts: expect.stringContaining('"numbers":30') },
    ]);
    await expect(calls().showNumber(operator, id)).resolves.toBe('13812345678');
    now += 3_600_000;
    await expect(calls().showNumber(clerk, id)).resolves.toBe('13812345678');
  });

  it('says at night until when nobody is to be called', async () => {
    expect((await calls().list(clerk)).quietUntil).toBeUndefined();
    now = Date.parse('2026-11-25T22:00:00+08:00');
    expect((await calls().list(clerk)).quietUntil).toBe('2026-11-26T00:00:00.000Z');
  });
});
