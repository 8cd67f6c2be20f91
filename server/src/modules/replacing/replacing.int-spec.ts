import { playReplaced, type ReplacedReadingRoom } from '../../../test/fakes/replaced-reading-room';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../test/reading-house';
import { type Reply, send } from '../../../test/resident';
import { Bookings } from '../bookings/bookings.port';
import { SlotDesk } from '../slot-inventory/slot-inventory.port';
import { ReplacingDesk, RoundCalls } from './replacing-desk.port';

const ROOM = ['reading-room', 'displaced'] as const;
const DAY_MS = 24 * 3_600_000;
let house: ReadingHouse;
let replaced: ReplacedReadingRoom;
let desk: ReplacingDesk;
let phone: RoundCalls;

beforeAll(async () => {
  house = await startReadingHouse();
  const { app } = house.server;
  const get = <T>(token: abstract new (...args: never[]) => T) => app.get<T>(token, { strict: false });
  Object.assign(house.room, { replaced: 'together' });
  replaced = playReplaced(house.server);
  desk = get(ReplacingDesk);
  phone = get(RoundCalls);
});
afterAll(() => house.end());

async function titles({ accountId }: Reader): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${accountId}` };
  const { body } = await send(house.server, 'GET', '/api/v1/notices?limit=50', undefined, headers);
  return (body.items as { title: string }[]).map(({ title }) => title);
}

/** Readers with a place in a window that is closed under them. */
async function lost(count: number, startsIn: number): Promise<{ readers: Reader[]; ids: string[] }> {
  const windowId = await house.open({ startsIn, capacity: count });
  const readers: Reader[] = [];
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const reader = await house.reader();
    readers.push(reader);
    ids.push((await reader.confirmed(windowId)).id);
  }
  await close(windowId);
  return { readers, ids };
}

function close(windowId: string): Promise<unknown> {
  const { app } = house.server;
  return house.transactions.run(async () => {
    await app.get(SlotDesk, { strict: false }).apply([{ act: 'close', windowId, why: '停电' }]);
    await app.get(Bookings, { strict: false }).displace([windowId], '停电');
  });
}

const told = (title: string) => title === '海上不便出船，日子要改';
const mine = async () => {
  const view = (await desk.rounds('J1001')).find(({ service }) => service === ROOM[0]);
  if (!view) throw new Error('no round');
  return view;
};

describe('a round for everybody who lost a time', () => {
  it('is planned without telling anybody, holds to what a person decided, and is kept and told once', async () => {
    const { readers, ids } = await lost(3, 300);
    const [near, far] = [
      await house.open({ startsIn: 301, capacity: 2 }),
      await house.open({ startsIn: 340, capacity: 2 }),
    ];
    const plan = await desk.plan('J1001', ...ROOM);
    expect(plan).toMatchObject({ waiting: 3, proven: true, stale: false });
    expect(plan.members.map(({ slot }) => slot).toSorted()).toEqual([far, near, near].toSorted());
    expect(await desk.plan('J1001', ...ROOM)).toMatchObject({ members: plan.members });
    expect(await house.count('SELECT COUNT(*) AS count FROM kept_time')).toBe(0);
    const [first, second, third] = ids.toSorted() as [string, string, string];
    const pinned = await desk.pin('J1001', ...ROOM, first, far);
    const slotOf = (id: string) => pinned.members.find((member) => member.id === id)?.slot;
    expect([slotOf(first), slotOf(second), slotOf(third)]).toEqual([far, near, near]);
    // between the plan and the act one of them cancels, and somebody else takes one of the two near places
    const cancelling = readers[ids.indexOf(third)] as Reader;
    expect((await cancelling.call('DELETE', `/${third}`)).status).toBeLessThan(300);
    await (await house.reader()).confirmed(near);
    await (await house.reader()).confirmed(near);
    expect(await mine()).toMatchObject({ waiting: 2, stale: true });
    const results = await Promise.all([1, 2].map(() => desk.apply('J1001', ...ROOM, '停电一天')));
    expect(results.reduce((sum, { placed }) => sum + placed, 0)).toBe(2);
    expect(results.reduce((sum, { elsewhere }) => sum + elsewhere, 0)).toBe(1);
    expect(await desk.apply('J1001', ...ROOM, '停电一天')).toMatchObject({ placed: 0 });
    expect(await house.count("SELECT COUNT(*) AS count FROM audit_row WHERE action = 'replacing.applied'")).toBe(1);
    for (const id of [first, second]) {
      const reader = readers[ids.indexOf(id)] as Reader;
      const view = await reader.view(id);
      expect([view.state, view.offers?.windows[0]?.id]).toEqual(['displaced', far]);
      expect((await titles(reader)).filter(told)).toHaveLength(1);
    }
    expect((await titles(cancelling)).filter(told)).toHaveLength(0);
    const taking = readers[ids.indexOf(first)] as Reader;
    expect(viewOf(await taking.call('POST', `/${first}/reschedule`, { windowId: far }))).toMatchObject({
      state: 'confirmed',
    });
    const waiting = readers[ids.indexOf(second)] as Reader;
    expect((await waiting.call('POST', `/${second}/later`)).status).toBe(204);
    expect((await waiting.call('POST', `/${first}/later`)).status).toBe(404);
    expect(await waiting.view(second)).toMatchObject({ state: 'displaced', offers: { windows: [{ id: far }] } });
  });

  it('loses nobody: a time suspended again, a night, and a silence each lead to a call and to the front of the next round', async () => {
    // 05:00 in Tianjin
    house.at(Date.parse('2026-11-26T21:00:00Z'));
    const { readers, ids } = await lost(2, 400);
    const [one] = ids as [string, string];
    const only = await house.open({ startsIn: 420, capacity: 2 });
    replaced.disliked.add(only);
    const before = (await mine()).members.length;
    await desk.plan('J1001', ...ROOM);
    await close(only);
    const again = await house.open({ startsIn: 430, capacity: before });
    const result = await desk.apply('J1001', ...ROOM, '风大');
    expect(result).toMatchObject({ failed: 0, withoutPlace: 0 });
    const calls = (await mine()).calls;
    expect(calls.find(({ id }) => id === one)).toMatchObject({
      name: '测试**',
      phone: '138****5678',
      reason: 'quiet-hours',
    });
    expect(await phone.showNumber('J1001', ...ROOM, one)).toBe('13812345678');
    await phone.called('J1001', ...ROOM, one, '打通了');
    await expect(phone.called('J1001', ...ROOM, one, '打通了')).rejects.toThrow();
    expect(await readers[0]?.view(one)).toMatchObject({ state: 'displaced', offers: { windows: [{ id: again }] } });
    // what was kept is over: nothing is cancelled, and they are waiting again
    house.at(house.now() + 30 * DAY_MS);
    const next = await mine();
    expect(next.members.find(({ id }) => id === one)).toMatchObject({ displaced: 2 });
    expect(next.calls.find(({ id }) => id === one)).toMatchObject({ reason: 'no-answer' });
    expect((await readers[0]?.view(one))?.state).toBe('displaced');
  });

  it('keeps on its list whom an earlier round reached nobody of, until somebody did or they have a place again', async () => {
    house.at(Date.parse('2027-01-10T21:00:00Z'));
    const hours = (house.now() - MONDAY) / 3_600_000;
    const { readers, ids } = await lost(1, hours + 300);
    const [first] = ids as [string];
    const kept = await house.open({ startsIn: hours + 400, capacity: 9 });
    await desk.plan('J1001', ...ROOM);
    expect(await desk.apply('J1001', ...ROOM, '停电')).toMatchObject({ failed: 0 });
    const callOf = async (id: string) => (await mine()).calls.find((each) => each.id === id);
    expect(await callOf(first)).toMatchObject({ reason: 'quiet-hours' });
    // the next round, by day, is not about them: something is kept for them
    house.at(house.now() + 12 * 3_600_000);
    const { ids: others } = await lost(1, hours + 301);
    await house.open({ startsIn: hours + 401, capacity: 9 });
    await desk.plan('J1001', ...ROOM);
    expect((await mine()).members.map(({ id }) => id)).not.toContain(first);
    await desk.apply('J1001', ...ROOM, '又停电');
    expect(await callOf(others[0] ?? '')).toBeUndefined();
    expect(await callOf(first)).toMatchObject({ reason: 'quiet-hours', phone: '138****5678' });
    expect(await phone.showNumber('J1001', ...ROOM, first)).toBe('13812345678');
    await phone.called('J1001', ...ROOM, first, '打通了');
    await expect(phone.called('J1001', ...ROOM, first, '打通了')).rejects.toThrow();
    expect(await callOf(first)).toMatchObject({ reason: 'quiet-hours', calledAt: expect.any(String) });
    expect(viewOf((await readers[0]?.call('POST', `/${first}/reschedule`, { windowId: kept })) as Reply)).toMatchObject(
      {
        state: 'confirmed',
      },
    );
    expect(await callOf(first)).toBeUndefined();
    // what they took is closed too: nobody calls about what was said before
    await close(kept);
    expect(await callOf(first)).toBeUndefined();
  });
});
