import type { BookingView } from '@jinmen/shared/bookings/views';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../../test/reading-house';
import { send } from '../../../../test/resident';
import { instantOf } from '../../../platform/clock';
import { Jobs } from '../../../platform/jobs/jobs';
import { SlotDesk } from '../../slot-inventory/slot-inventory.port';
import { BOOKING_TIMES_JOB } from '../booking-times.job';
import { Bookings } from '../bookings.port';
import { TOMORROW_JOB } from '../messages/tomorrow.job';
import { DisplacedDesk } from './displaced-desk.port';
import { DISPLACED_JOB } from './displaced-watch';

const HOUR_MS = 3_600_000;
let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const wake = (job: string) => house.server.app.get(Jobs).wake(job);
const port = <T>(act: (bookings: Bookings) => Promise<T>) =>
  house.transactions.run(() => act(house.server.app.get(Bookings, { strict: false })));

async function titles({ accountId }: Reader): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${accountId}` };
  const { body } = await send(house.server, 'GET', '/api/v1/notices?limit=50', undefined, headers);
  return (body.items as { title: string }[]).map(({ title }) => title).toReversed();
}

/** As when a whole day is closed: the windows first, then whoever had booked them. */
async function close(windowIds: readonly string[]): Promise<void> {
  const desk = house.server.app.get(SlotDesk, { strict: false });
  await house.transactions.run(() =>
    desk.apply(windowIds.map((windowId) => ({ act: 'close', windowId, why: '停电' }))),
  );
  await port((bookings) => bookings.displace(windowIds, '停电'));
  await wake(DISPLACED_JOB);
}

const taken = (ids: readonly string[]) =>
  house.count(`SELECT SUM(taken) AS count FROM slot_window WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);

describe('a whole day that is closed', () => {
  it('is told once to each, who find three other times kept for them, take one in a tap, and lose no other', async () => {
    const closed = [await house.open({ startsIn: 240 }), await house.open({ startsIn: 241 })];
    const others = await Promise.all([264, 265, 266, 288].map((startsIn) => house.open({ startsIn, capacity: 2 })));
    const readers = [await house.reader(), await house.reader()];
    const ids: string[] = [];
    for (const [at, reader] of readers.entries()) ids.push((await reader.confirmed(closed[at] ?? '')).id);
    house.at(house.now() + 1000);
    await close(closed);
    await wake(DISPLACED_JOB);
    const seen: BookingView[] = [];
    for (const [at, reader] of readers.entries()) seen.push(await reader.view(ids[at] ?? ''));
    for (const { state, offers } of seen) {
      expect(state).toBe('displaced');
      expect(offers?.windows).toHaveLength(3);
      expect(offers?.until).toBe(new Date(house.now() + 24 * HOUR_MS).toISOString());
    }
    expect(seen[0]?.offers?.windows[0]).toMatchObject({ id: others[0], siteName: 'north library' });
    expect(await taken(others)).toBe(6);
    const desk = house.server.app.get(DisplacedDesk, { strict: false });
    const lost = { title: expect.any(String), siteName: 'north library', people: [{ role: 'holder', name: '测试**' }] };
    expect((await desk.list('J1001')).items).toMatchObject(ids.toSorted().map((id) => ({ id, ...lost })));
    const [anna, berta] = readers as [Reader, Reader];
    for (const reader of readers) expect(await titles(reader)).toEqual(['时间给您约好了', '您约的那天办不了了']);
    // kept for the two of them: nobody else gets it
    expect((await (await house.reader()).wish(others[0] ?? '')).status).toBe(409);
    house.at(house.now() + 1000);
    const moved = await anna.call('POST', `/${ids[0]}/reschedule`, { windowId: others[0] });
    expect(viewOf(moved)).toMatchObject({ state: 'confirmed', window: { id: others[0] } });
    expect((await titles(anna)).at(-1)).toBe('您约的时间改好了');
    expect((await desk.list('J1001')).items.map(({ id }) => id)).toEqual([ids[1]]);
    await expect(desk.showNumber('J1001', ids[0] ?? '', 'holder')).rejects.toThrow();
    const read = "SELECT COUNT(*) AS count FROM audit_row WHERE action = 'displaced.read'";
    expect(await house.count(read)).toBe(2);
    await wake(DISPLACED_JOB);
    // hers for good, three kept for the other, two resting
    expect(await house.count('SELECT COUNT(*) AS count FROM kept_time')).toBe(3);
    house.at(house.now() + 24 * HOUR_MS);
    await wake(DISPLACED_JOB);
    const left = await berta.view(ids[1] ?? '');
    expect([left.state, left.offers, left.acts]).toEqual(['displaced', undefined, ['reschedule', 'cancel']]);
    expect(await house.count('SELECT COUNT(*) AS count FROM kept_time')).toBe(0);
    expect(await titles(berta)).toHaveLength(2);
  });

  it('says nothing to whoever cancelled before they could be told, and keeps nothing for them', async () => {
    const closed = await house.open({ startsIn: 400 });
    const reader = await house.reader();
    const { id } = await reader.confirmed(closed);
    await port((bookings) => bookings.displace([closed], '停电'));
    expect((await reader.call('DELETE', `/${id}`)).status).toBeLessThan(300);
    await wake(DISPLACED_JOB);
    await wake(DISPLACED_JOB);
    expect(await house.count('SELECT COUNT(*) AS count FROM displaced_booking WHERE booking_id = ?', [id])).toBe(0);
    expect(await house.count('SELECT COUNT(*) AS count FROM kept_time WHERE booking_id = ?', [id])).toBe(0);
  });
});

describe('the people of a booking', () => {
  it('are reminded the day before, once, and once more after they moved to another time that day', async () => {
    const [one, other] = [await house.open({ startsIn: 600 }), await house.open({ startsIn: 602 })];
    const reader = await house.reader();
    const { id } = await reader.confirmed(one);
    await wake(TOMORROW_JOB);
    const reminded = async () => (await titles(reader)).filter((title) => title === '您约的时间就是明天').length;
    expect(await reminded()).toBe(0);
    house.at(MONDAY + 580 * HOUR_MS);
    await Promise.all([wake(TOMORROW_JOB), wake(TOMORROW_JOB)]);
    await wake(TOMORROW_JOB);
    expect(await reminded()).toBe(1);
    viewOf(await reader.call('POST', `/${id}/reschedule`, { windowId: other }));
    await wake(TOMORROW_JOB);
    expect(await reminded()).toBe(2);
  });

  it('find the day they missed in a ledger of their own, and why it was excused', async () => {
    const [anna, berta] = [await house.reader(), await house.reader()];
    const { id, number } = await anna.confirmed(await house.open({ startsIn: 700 }));
    house.at(MONDAY + 703 * HOUR_MS);
    await wake(BOOKING_TIMES_JOB);
    const ledger = async (reader: Reader) => (await reader.call('GET', '/no-shows')).body.items;
    const missed = { booking: id, number, siteName: 'north library' };
    expect(await ledger(anna)).toEqual([
      { ...missed, service: 'reading-room', kind: 'desk', startsAt: instantOf(MONDAY + 700 * HOUR_MS).toISOString() },
    ]);
    expect((await titles(anna)).at(-1)).toBe('您约的时间已经过了');
    expect(await ledger(berta)).toEqual([]);
    await port((bookings) => bookings.excuse(number, '那天住院了'));
    expect(await ledger(anna)).toMatchObject([{ ...missed, excused: { why: '那天住院了' } }]);
    // nothing follows from it
    expect((await anna.wish(await house.open({ startsIn: 720 }))).status).toBe(201);
  });
});
