import { randomUUID } from 'node:crypto';
import type { WaitingView } from '@jinmen/shared/bookings/views';
import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { READING_ROOM } from '../../../test/fakes/reading-room';
import { figures } from '../../../test/figures';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../test/reading-house';
import { type Reply, send } from '../../../test/resident';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Jobs } from '../../platform/jobs/jobs';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import { inOrder, nextFor, rankOf, type Waiter } from './line';
import { WaitingRepository } from './waiting.repository';
import { WaitingDesk } from './waiting-desk.port';
import { WaitingGiver } from './waiting-giver';
import { WaitingOffers } from './waiting-offers';
import { passedOverWords } from './waiting-words';

const HOUR_MS = 3_600_000;
const BOOKING_TIMES_JOB = 'booking-times';
let house: ReadingHouse;
let day = 40;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

/** A day of its own for each test: nobody waits for it yet. */
function nextDay(): { readonly startsIn: number; readonly date: CivilDate } {
  day += 1;
  return { startsIn: day * 24, date: dayInShanghai(MONDAY + day * 24 * HOUR_MS) };
}

function call(reader: Reader, method: string, path = '', body?: unknown, key: string = randomUUID()): Promise<Reply> {
  const headers = { authorization: `Bearer ${reader.accountId}`, 'idempotency-key': key };
  return send(house.server, method, `/api/v1/waitlist${path}`, body, headers);
}

const wish = (days: readonly CivilDate[], more: object = {}) => ({
  ...{ service: READING_ROOM, kind: 'desk', sites: ['north'], days },
  ...more,
});

async function waits(days: readonly CivilDate[], more: object = {}) {
  const reader = await house.reader();
  const { status, body } = await call(reader, 'POST', '', wish(days, more));
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  const id = String(body.id);
  const now = async () => (await call(reader, 'GET', `/${id}`)).body as unknown as WaitingView;
  return { reader, id, now };
}

const give = () => house.server.app.get(WaitingGiver, { strict: false }).give();
const inventory = () => house.server.app.get(SlotInventory, { strict: false });

/** Everything in the window is somebody's; `free` lets one unit rest, as a cancelled booking does. */
async function fullWindow({ startsIn, capacity = 1 }: { startsIn: number; capacity?: number }) {
  const windowId = await house.open({ startsIn, capacity });
  const holders = await Promise.all(
    Array.from({ length: capacity }, async () => (await house.reader()).held(windowId)),
  );
  const free = async (index = 0) => {
    const sql = 'SELECT hold_id FROM booking WHERE id = ?';
    const [row]: { hold_id: string }[] = await house.transactions.manager.query(sql, [holders[index]?.id]);
    const restUntil = new Date(house.now() + HOUR_MS);
    await house.transactions.run(() => inventory().release(String(row?.hold_id), { restUntil }));
  };
  return { windowId, free };
}

describe('a party that waits', () => {
  it('stands in line once, with a rank only those count for who want the same, and nobody else can look', async () => {
    const [one, other] = [nextDay().date, nextDay().date];
    const anna = await waits([one]);
    await waits([other]);
    const berta = await waits([one, other]);
    expect(await anna.now()).toMatchObject({
      state: 'waiting',
      rank: 1,
      sites: [{ id: 'north', name: 'north library' }],
      days: [one],
    });
    expect((await berta.now()).rank).toBe(3);
    const again = await call(anna.reader, 'POST', '', wish([other]));
    expect(again).toMatchObject({ status: 409, body: { code: 'waiting.already', waiting: anna.id } });
    expect((await call(berta.reader, 'GET', `/${anna.id}`)).status).toBe(404);
    expect((await call(berta.reader, 'DELETE', `/${anna.id}`)).status).toBe(404);
    expect((await call(anna.reader, 'DELETE', `/${anna.id}`)).body).toMatchObject({ state: 'left' });
    expect((await berta.now()).rank).toBe(2);
    expect((await call(anna.reader, 'POST', '', wish([one]))).status).toBe(201);
  });

  it('joins once under one key, and is told which field is wrong', async () => {
    const reader = await house.reader();
    const { date } = nextDay();
    const at = async (more: object) => {
      const { status, body } = await call(reader, 'POST', '', wish([date], more));
      return [status, (body.errors as { field: string }[] | undefined)?.[0]?.field];
    };
    expect(await at({ service: 'boat-trip' })).toEqual([400, 'service']);
    expect(await at({ kind: 'sofa' })).toEqual([400, 'kind']);
    expect(await at({ days: ['2020-01-01'] })).toEqual([400, 'days']);
    expect(await at({ phone: '12' })).toEqual([400, 'phone']);
    expect(await at({ details: { lamp: 'yes' } })).toEqual([400, 'details.lamp']);
    const key = randomUUID();
    const both = await Promise.all([1, 2].map(() => call(reader, 'POST', '', wish([date]), key)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
  });
});

describe('what comes free', () => {
  it('is kept for the first who waits for it, who is told, while everybody else sees it full', async () => {
    const { startsIn, date } = nextDay();
    const { windowId, free } = await fullWindow({ startsIn });
    const [anna, berta] = [await waits([date]), await waits([date])];
    await give();
    expect((await anna.now()).state).toBe('waiting');
    await free();
    await give();
    const { state, offer } = await anna.now();
    expect(state).toBe('offered');
    expect(offer).toMatchObject({
      siteName: 'north library',
      window: { id: windowId },
      until: new Date(house.now() + 2 * HOUR_MS).toISOString(),
    });
    const booking = await anna.reader.view(String(offer?.booking));
    expect(booking).toMatchObject({ state: 'held', holdUntil: offer?.until });
    expect((await (await house.reader()).wish(windowId)).status).toBe(409);
    expect(await berta.now()).toMatchObject({ state: 'waiting', rank: 1 });
    const headers = { authorization: `Bearer ${anna.reader.accountId}` };
    const { body } = await send(house.server, 'GET', '/api/v1/notices', undefined, headers);
    expect(body).toMatchObject({ items: [{ title: '给您留了一个时间', about: { kind: 'waiting', id: anna.id } }] });
    expect((await call(anna.reader, 'DELETE', `/${anna.id}`)).body.code).toBe('waiting.offered');
  });

  it('goes past somebody who has a booking, who keeps their place, and rests on when nobody can have it', async () => {
    const { startsIn, date } = nextDay();
    const { windowId, free } = await fullWindow({ startsIn });
    const anna = await waits([date]);
    expect((await anna.now()).note).toBeUndefined();
    viewOf(await anna.reader.wish(await house.open({ startsIn: startsIn + 500 })));
    await free();
    await give();
    expect(await anna.now()).toMatchObject({ state: 'waiting', rank: 1, note: passedOverWords });
    const rests = await house.transactions.run(() => inventory().resting(READING_ROOM));
    expect(rests.find(({ window }) => window.id === windowId)?.units).toBe(1);
    const berta = await waits([date]);
    await give();
    expect((await berta.now()).state).toBe('offered');
    expect(await anna.now()).toMatchObject({ state: 'waiting', rank: 1 });
  });

  it('is given once each, in the order of the line, when several give at once', async () => {
    const { startsIn, date } = nextDay();
    const { free } = await fullWindow({ startsIn, capacity: 4 });
    const parties = [];
    for (let count = 0; count < 6; count += 1) parties.push(await waits([date]));
    for (let index = 0; index < 4; index += 1) await free(index);
    await Promise.all([give(), give(), give()]);
    const states = await Promise.all(parties.map(async ({ now }) => (await now()).state));
    expect(states).toEqual(['offered', 'offered', 'offered', 'offered', 'waiting', 'waiting']);
    expect((await parties[4]?.now())?.rank).toBe(1);
  });
});

describe('a time that is kept', () => {
  const look = () => house.server.app.get(Jobs).wake(BOOKING_TIMES_JOB);
  const book = (party: Awaited<ReturnType<typeof waits>>, id: unknown, method: string, path = '') =>
    party.reader.call(method, `/${id}${path}`, method === 'POST' ? {} : undefined);

  it('is theirs once confirmed; somebody who booked another way stops waiting', async () => {
    const { startsIn, date } = nextDay();
    const { free } = await fullWindow({ startsIn });
    await fullWindow({ startsIn: 7 * 24 });
    const series = [
      'waiting_list_ended_total{how="taken"}',
      'waiting_list_ended_total{how="booked-otherwise"}',
      `booking_steps_total{service="${READING_ROOM}",act="confirm"}`,
    ];
    const before = await figures(house.server, series);
    const [anna, berta] = [await waits([date]), await waits([date])];
    await free();
    await give();
    const { offer } = await anna.now();
    expect((await book(anna, offer?.booking, 'POST', '/confirmation')).body).toMatchObject({ state: 'confirmed' });
    expect(await anna.now()).toMatchObject({ state: 'taken' });
    await berta.reader.confirmed(await house.open({ startsIn: startsIn + 501 }));
    expect(await berta.now()).toMatchObject({ state: 'taken' });
    const after = await figures(house.server, [...series, `booking_windows_sold_out{service="${READING_ROOM}"}`]);
    expect(after).toEqual([...before.map((figure, at) => figure + (at === 2 ? 2 : 1)), 1]);
  });

  it('and not wanted goes to the next at once, and they keep their place for another one', async () => {
    const { startsIn, date } = nextDay();
    const { windowId, free } = await fullWindow({ startsIn });
    const [anna, berta] = [await waits([date]), await waits([date])];
    await free();
    await give();
    expect((await book(anna, (await anna.now()).offer?.booking, 'DELETE')).status).toBeLessThan(300);
    await give();
    expect(await berta.now()).toMatchObject({ state: 'offered', offer: { window: { id: windowId } } });
    expect(await anna.now()).toMatchObject({ state: 'waiting', rank: 1 });
    const other = await fullWindow({ startsIn: startsIn + 1 });
    await other.free();
    await give();
    expect(await anna.now()).toMatchObject({ state: 'offered', offer: { window: { id: other.windowId } } });
  });

  it('and let run out goes to the next; after the second time the waiting is over, and they are told', async () => {
    const { startsIn, date } = nextDay();
    const [first, second] = [await fullWindow({ startsIn }), await fullWindow({ startsIn: startsIn + 1 })];
    const anna = await waits([date]);
    const before = house.now();
    for (const { free } of [first, second]) {
      await free();
      await give();
      expect((await anna.now()).state).toBe('offered');
      house.at(house.now() + 2 * HOUR_MS);
      await look();
    }
    expect(await anna.now()).toMatchObject({ state: 'over', note: expect.stringContaining('两次') });
    const headers = { authorization: `Bearer ${anna.reader.accountId}` };
    const { body } = await send(house.server, 'GET', '/api/v1/notices', undefined, headers);
    expect(body).toMatchObject({ items: [{ title: '您的候补到这里了' }, {}, {}] });
    house.at(before);
  });
});

describe('a time for two that was taken from the line', () => {
  it('gives the party its place back when the other person stays silent', async () => {
    const { startsIn, date } = nextDay();
    const windowId = await house.open({ kind: 'table', startsIn });
    const other = await (await house.reader()).held(windowId, 'table');
    const anna = await waits([date], { kind: 'table' });
    const before = house.now();
    const sql = 'SELECT hold_id FROM booking WHERE id = ?';
    const [row]: { hold_id: string }[] = await house.transactions.manager.query(sql, [other.id]);
    const restUntil = new Date(house.now() + HOUR_MS);
    await house.transactions.run(() => inventory().release(String(row?.hold_id), { restUntil }));
    await give();
    const { offer } = await anna.now();
    const asked = await anna.reader.call('POST', `/${offer?.booking}/confirmation`, { partnerWay: 'own-phone' });
    expect(viewOf(asked).state).toBe('pending-partner');
    const berta = await waits([date], { kind: 'table' });
    expect((await anna.now()).state).toBe('taken');
    house.at(before + 24 * HOUR_MS);
    await house.server.app.get(Jobs).wake(BOOKING_TIMES_JOB);
    expect(await anna.now()).toMatchObject({ state: 'waiting', rank: 1 });
    const placeOf = (id: string) => house.count('SELECT place AS count FROM waiting_entry WHERE id = ?', [id]);
    expect(await placeOf(anna.id)).toBeLessThan(await placeOf(berta.id));
    house.at(before);
  });
});

describe('the order of a line', () => {
  it('is changed by staff only with a reason, which is kept, and decides who is next', async () => {
    const { startsIn, date } = nextDay();
    const { free } = await fullWindow({ startsIn });
    const [anna, berta] = [await waits([date]), await waits([date])];
    const desk = house.server.app.get(WaitingDesk, { strict: false });
    const placeOf = async (id: string) => {
      const line = (await desk.lines('J1001')).find(({ service }) => service === READING_ROOM);
      return line?.items.find((each) => each.id === id)?.place ?? 0;
    };
    expect(await placeOf(berta.id)).toBe((await placeOf(anna.id)) + 1);
    await desk.move('J1001', berta.id, await placeOf(anna.id), '登记处停电，他们那天白跑了一趟');
    expect(await berta.now()).toMatchObject({ rank: 1 });
    await expect(desk.move('J1001', berta.id, await placeOf(berta.id), '再来')).rejects.toMatchObject({ status: 409 });
    await expect(desk.move('J1001', randomUUID(), 1, '没有这个人')).rejects.toMatchObject({ status: 404 });
    const acts = await house.transactions.manager.findBy(AuditRow, { object: `waiting:${berta.id}` });
    expect(acts.map(({ action, actorId, reason }) => [action, actorId, reason === null])).toEqual([
      ['waiting-list.moved', 'J1001', false],
    ]);
    await free();
    await give();
    expect((await berta.now()).state).toBe('offered');
    expect((await anna.now()).state).toBe('waiting');
  });

  it('is no obstacle for whoever stands behind when somebody’s words do not open any more', async () => {
    const [{ startsIn, date }, other] = [nextDay(), nextDay()];
    const [here, there] = [await fullWindow({ startsIn }), await fullWindow({ startsIn: other.startsIn })];
    const broken = await waits([date]);
    const behind = await waits([date]);
    const elsewhere = await waits([other.date]);
    const put = (told: unknown) =>
      house.transactions.manager.query('UPDATE waiting_entry SET told = ? WHERE id = ?', [told, broken.id]);
    const [row] = await house.transactions.manager.query('SELECT told FROM waiting_entry WHERE id = ?', [broken.id]);
    await put(Buffer.from('another'));
    await here.free();
    await there.free();
    await give();
    await put(row.told);
    const states = await Promise.all([broken, behind, elsewhere].map(async ({ now }) => (await now()).state));
    expect(states).toEqual(['waiting', 'offered', 'offered']);
  });

  it('goes on for everybody else when one place cannot be given', async () => {
    const [one, other] = [nextDay(), nextDay()];
    const [here, there] = [await fullWindow(one), await fullWindow(other)];
    const [first, second] = [await waits([one.date]), await waits([other.date])];
    await here.free();
    await there.free();
    const offers = house.server.app.get(WaitingOffers, { strict: false });
    const toTheFirst = offers.toTheFirst.bind(offers);
    const failing = jest.spyOn(offers, 'toTheFirst').mockImplementation(async (window, ...more) => {
      if (window.id === here.windowId) throw new Error('this one is broken');
      return toTheFirst(window, ...more);
    });
    await give();
    expect([(await first.now()).state, (await second.now()).state]).toEqual(['waiting', 'offered']);
    failing.mockRestore();
    await give();
    expect((await first.now()).state).toBe('offered');
  });

  it('is counted by the database as the rules of the line say', async () => {
    const [first, sites] = [nextDay().date, ['north', 'south']];
    const pick = <Item>(items: readonly Item[]) => items.filter(() => Math.random() < 0.5);
    for (let count = 0; count < 12; count += 1) {
      const days = [0, 1, 2].map((ahead) => addDays(first, ahead));
      await waits(
        [days[count % 3] ?? first, ...pick(days)].filter((each, at, all) => all.indexOf(each) === at),
        {
          sites: [sites[count % 2], ...pick(sites)].filter((each, at, all) => all.indexOf(each) === at),
        },
      );
    }
    const waiting = house.server.app.get(WaitingRepository, { strict: false });
    const opened = (await waiting.line(READING_ROOM, 500)).filter(({ row }) => row.state === 'waiting');
    const line: readonly Waiter[] = opened.map(({ row, wishes }) => ({ id: row.id, place: row.place, wishes }));
    for (const { row } of opened) expect([row.id, await waiting.rank(row)]).toEqual([row.id, rankOf(line, row.id)]);
    const free = { pool: 'desk', site: 'south', day: first };
    const wanting = await waiting.wanting(READING_ROOM, free, randomUUID(), 1);
    expect(wanting[0]?.row.id).toBe(nextFor(inOrder(line), free)?.id);
  });
});
