import type { BookingView } from '@jinmen/shared/bookings/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Couples } from '../../../../test/couples';
import { READING_ROOM } from '../../../../test/fakes/reading-room';
import { playReplaced } from '../../../../test/fakes/replaced-reading-room';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../../test/reading-house';
import { send } from '../../../../test/resident';
import { instantOf } from '../../../platform/clock';
import { Jobs } from '../../../platform/jobs/jobs';
import { Gauges } from '../../../platform/metrics/gauges';
import { Notices } from '../../notices/notices.port';
import { Placings } from '../../placing/placings.port';
import { SlotDesk } from '../../slot-inventory/slot-inventory.port';
import type { Booking, BookingPerson, HoldWish } from '../bookable-service.port';
import { BOOKING_TIMES_JOB } from '../booking-times.job';
import { Bookings } from '../bookings.port';
import { TOMORROW_JOB } from '../messages/tomorrow.job';
import { DisplacedDesk } from './displaced-desk.port';
import { DisplacedTelling } from './displaced-telling.service';
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

  it('is told to everybody though the words of one do not open any more, and to that one as soon as they do', async () => {
    const closed = [await house.open({ startsIn: 480 }), await house.open({ startsIn: 481 })];
    await house.open({ startsIn: 504, capacity: 9 });
    const readers = [await house.reader(), await house.reader()];
    const ids: string[] = [];
    for (const [at, reader] of readers.entries()) ids.push((await reader.confirmed(closed[at] ?? '')).id);
    const { manager } = house.transactions;
    const [row] = await manager.query('SELECT details FROM booking WHERE id = ?', [ids[0]]);
    const put = (details: unknown) => manager.query('UPDATE booking SET details = ? WHERE id = ?', [details, ids[0]]);
    const told = () =>
      Promise.all(readers.map(async (reader) => (await titles(reader)).includes('您约的那天办不了了')));
    await port((bookings) => bookings.displace(closed, '停电'));
    await put(Buffer.from('another'));
    await wake(DISPLACED_JOB);
    expect(await told()).toEqual([false, true]);
    await put(row.details);
    await wake(DISPLACED_JOB);
    expect(await told()).toEqual([true, true]);
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
    await port((bookings) => bookings.excuse(READING_ROOM, number, '那天住院了'));
    expect(await ledger(anna)).toMatchObject([{ ...missed, excused: { why: '那天住院了' } }]);
    // nothing follows from it
    expect((await anna.wish(await house.open({ startsIn: 720 }))).status).toBe(201);
  });
});

describe('all who lost their time at once', () => {
  const LOST = '您约的那天办不了了';
  /** Nothing that was opened by one test is there for the next. */
  let hours = 1000;
  beforeEach(() => {
    hours += 1000;
    house.at(MONDAY + hours * HOUR_MS);
  });

  /** Readers with one place each in windows some days ahead, whoever is first having booked first. */
  async function booked(count: number): Promise<readonly { who: Reader; id: string; windowId: string }[]> {
    const all = [];
    for (let at = 0; at < count; at += 1) {
      const [who, windowId] = [await house.reader(), await house.open({ startsIn: hours + 400 + at })];
      house.at(house.now() + 1000);
      all.push({ who, windowId, id: (await who.confirmed(windowId)).id });
    }
    return all;
  }
  const others = (count: number) =>
    Promise.all(Array.from({ length: count }, (_each, at) => house.open({ startsIn: hours + 424 + 24 * at })));
  const closeAll = (all: readonly { windowId: string }[]) => close(all.map(({ windowId }) => windowId));
  const offered = async ({ who, id }: { who: Reader; id: string }) =>
    ((await who.view(id)).offers?.windows ?? []).map((window) => window.id);
  const timesTold = async ({ who }: { who: Reader }) => (await titles(who)).filter((title) => title === LOST).length;
  const plans = async (by: string) => {
    const text = await house.server.app.get(Gauges).text();
    return Number(new RegExp(`displaced_plans_total\\{by="${by}"\\} (\\d+)`).exec(text)?.[1]);
  };
  /** While `work` goes on, a port does some of it otherwise. */
  async function instead<Port extends object>(
    token: abstract new (...args: never[]) => Port,
    change: (real: Port) => Partial<Port>,
    work: () => Promise<unknown>,
  ): Promise<void> {
    const port = house.server.app.get<Port>(token, { strict: false });
    const changed = change(port);
    Object.assign(port, changed);
    await work();
    for (const name of Object.keys(changed)) Reflect.deleteProperty(port, name);
  }

  it('are planned for together: what one can do without is kept for whoever cannot', async () => {
    const all = await booked(3);
    const scarce = await others(3);
    const [nearest, carla] = [scarce[0], all[2]?.who.personId];
    const admit = async ({ holder, window }: HoldWish) =>
      holder.personId === carla && window.id !== nearest ? { code: 'reading-room.far', words: '' } : undefined;
    const before = await plans('solver');
    Object.assign(house.room, { admit });
    await closeAll(all);
    Reflect.deleteProperty(house.room, 'admit');
    const kept = await Promise.all(all.map(offered));
    // one by one the first would have been given all three
    expect(kept.map((windows) => windows.length)).toEqual([1, 1, 1]);
    expect(kept.flat().toSorted()).toEqual(scarce.toSorted());
    expect(kept[2]).toEqual([nearest]);
    expect(await plans('solver')).toBe(before + 3);
    expect(await Promise.all(all.map(timesTold))).toEqual([1, 1, 1]);
  });

  it('come by how often they lost a time before', async () => {
    const all = await booked(2);
    const [early, late] = all as [(typeof all)[number], (typeof all)[number]];
    const [between] = await others(1);
    await closeAll([late]);
    viewOf(await late.who.call('POST', `/${late.id}/reschedule`, { windowId: between }));
    const only = await house.open({ startsIn: hours + 500 });
    await closeAll([early, { windowId: between ?? '' }]);
    expect([await offered(early), await offered(late)]).toEqual([[], [only]]);
    expect([await timesTold(early), await timesTold(late)]).toEqual([1, 2]);
  });

  it('have nothing kept on a day they said they cannot come on, whenever they said it', async () => {
    playReplaced(house.server);
    const [one] = (await booked(1)) as [{ who: Reader; id: string; windowId: string }];
    const [between] = await others(1);
    await closeAll([one]);
    const impossible = [dayInShanghai(MONDAY + (hours + 448) * HOUR_MS)];
    expect((await one.who.call('PUT', `/${one.id}/wishes`, { impossible, sites: [] })).status).toBeLessThan(300);
    viewOf(await one.who.call('POST', `/${one.id}/reschedule`, { windowId: between }));
    const [, , possible] = await others(3);
    await closeAll([{ windowId: between ?? '' }]);
    expect(await offered(one)).toEqual([possible]);
  });

  it('have nothing kept for them that one of two may not have', async () => {
    const couples = new Couples(house);
    couples.playRegister();
    const { inviter, partner, id, windowId } = await couples.both(Math.ceil(hours / 24) + 10);
    const tables = [];
    for (const at of [1, 2, 3, 4]) tables.push(await house.open({ kind: 'table', startsIn: hours + 300 + 24 * at }));
    const [ofOne, ofOther, ...ofBoth] = tables;
    const refusal = { code: 'reading-room.not-then', words: '' };
    const admit = async ({ window }: HoldWish) => (window.id === ofOne ? refusal : undefined);
    const admitPartner = async ({ window }: Booking, { personId }: BookingPerson) =>
      window.id === ofOther && personId === partner.personId ? refusal : undefined;
    Object.assign(house.room, { admit, admitPartner });
    await close([windowId]);
    for (const name of ['admit', 'admitPartner']) Reflect.deleteProperty(house.room, name);
    expect(await offered({ who: inviter, id })).toEqual(ofBoth);
    expect(await offered({ who: partner, id })).toEqual(ofBoth);
  });

  it('are told with times kept for them also when there is no plan', async () => {
    const all = await booked(2);
    await others(6);
    const [solver, turns] = [await plans('solver'), await plans('turns')];
    const solve = () => Promise.reject(new Error('no plan within 10000 ms'));
    await instead(
      Placings,
      () => ({ solve }),
      () => closeAll(all),
    );
    const kept = (await Promise.all(all.map(offered))).flat();
    expect([kept.length, new Set(kept).size]).toEqual([6, 6]);
    expect(await Promise.all(all.map(timesTold))).toEqual([1, 1]);
    // it is asked once; the second and the third time follow without it
    expect([await plans('solver'), await plans('turns')]).toEqual([solver, turns + 3]);
  });

  it('are planned for again, and told once, when somebody takes a time between plan and message', async () => {
    const all = await booked(2);
    const times = await others(7);
    const quick = await house.reader();
    let taken = false;
    const change = (real: Placings) => {
      const asked = real.solve.bind(real);
      const solve = async (...problem: Parameters<Placings['solve']>) => {
        const plan = await asked(...problem);
        if (!taken) await quick.confirmed(plan.placed[0]?.slot ?? '');
        taken = true;
        return plan;
      };
      return { solve };
    };
    await instead(Placings, change, () => closeAll(all));
    const kept = (await Promise.all(all.map(offered))).flat();
    const [his] = (await quick.call('GET', '?limit=1')).body.items as [BookingView];
    expect([...kept, his.window.id].toSorted()).toEqual(times.toSorted());
    expect(await Promise.all(all.map(timesTold))).toEqual([1, 1]);
  });

  it('are told whole or not at all when it breaks in the middle, and once when two look at the same moment', async () => {
    const all = await booked(3);
    await others(9);
    const broken = all[1]?.who.accountId;
    const change = (real: Notices) => {
      const send = real.post.bind(real);
      const post = async (notice: Parameters<Notices['post']>[0]) => {
        if (notice.accountId === broken) throw new Error('the power went');
        await send(notice);
      };
      return { post };
    };
    await instead(Notices, change, () => closeAll(all));
    expect(await Promise.all(all.map(timesTold))).toEqual([1, 0, 1]);
    const first = await Promise.all(all.map(offered));
    expect(first.map((windows) => windows.length)).toEqual([3, 0, 3]);
    const telling = house.server.app.get(DisplacedTelling, { strict: false });
    await Promise.all([telling.look(), telling.look()]);
    const kept = await Promise.all(all.map(offered));
    expect([kept[0], kept[2]]).toEqual([first[0], first[2]]);
    expect(new Set(kept.flat()).size).toBe(9);
    expect(await Promise.all(all.map(timesTold))).toEqual([1, 1, 1]);
  });
});
