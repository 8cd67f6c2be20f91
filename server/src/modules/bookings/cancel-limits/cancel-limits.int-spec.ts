import type { BookingView } from '@jinmen/shared/bookings/views';
import { Couples } from '../../../../test/couples';
import { READING_ROOM } from '../../../../test/fakes/reading-room';
import { type Reader, type ReadingHouse, readerOf, startReadingHouse } from '../../../../test/reading-house';
import { type Reply, send } from '../../../../test/resident';
import { heardStatements } from '../../../../test/statements';
import { until } from '../../../../test/until';
import { Bookings } from '../bookings.port';
import { CancelLimits } from './cancel-limits.service';

const MINUTE = 60_000;
const TIMES = 3;
const OTHER_WAY = '着急就打 12345。';
const OFTEN = 'booking.cancelled-often';
/** Looks at counts; a job removes those of a month that is over. */
const COUNTS = /^SELECT .*booking_cancel_count/s;
const DECEMBER = Date.parse('2026-12-01T00:00:00+08:00');
const NOVEMBER = Date.parse('2026-11-25T10:00:00+08:00');
let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
  const { timers } = house.room;
  // what is given back is free at once: who may have it is the question here
  Object.assign(house.room, { timers: () => ({ ...timers(), restMinutes: { least: 0, most: 0 } }) });
});
beforeEach(() => {
  house.at(NOVEMBER);
  house.room.limits.clear();
  house.room.limits.set('desk', { times: TIMES, otherWay: OTHER_WAY });
});
afterAll(() => house.end());

let hours = 48;

/** In December, after the house's own Monday. */
function open(): Promise<string> {
  hours += 1;
  return house.open({ startsIn: hours, capacity: 60 });
}

async function givesBack(reader: Reader, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const { id } = await reader.confirmed(await open());
    expect((await reader.call('DELETE', `/${id}`)).status).toBe(200);
  }
}

async function codeOf(reader: Reader): Promise<unknown> {
  const { status, body } = await reader.wish(await open());
  if (status !== 201) return body.code;
  await reader.call('DELETE', `/${String(body.id)}`);
  return 'held';
}

const port = <Result>(work: (bookings: Bookings) => Promise<Result>) =>
  house.transactions.run(() => work(house.server.app.get(Bookings, { strict: false })));

describe('whoever gave a time back so often in a month as its service says', () => {
  it('holds no new one until the next month begins in Tianjin, and is told how often it was, from when, and who helps', async () => {
    const reader = await house.reader();
    await givesBack(reader, TIMES - 1);
    const last = await reader.confirmed(await open());
    await reader.call('DELETE', `/${last.id}`);
    const { status, body } = await reader.wish(await open());
    expect([status, body.code]).toEqual([409, OFTEN]);
    expect(body.detail).toBe(
      `这个月您自己取消过 3 次，先不能再约新的了，12\u00a0月\u00a01\u00a0日起可以再约。现在约着的照样算数。${OTHER_WAY}`,
    );
    house.at(DECEMBER - 1);
    expect(await codeOf(reader)).toBe(OFTEN);
    house.at(DECEMBER);
    expect(await codeOf(reader)).toBe('held');
  });

  it('keeps what they hold, on whatever phone it was, and may move it', async () => {
    const reader = await house.reader();
    await givesBack(reader, TIMES - 1);
    house.room.keysByDay = true;
    const [kept, given] = [
      await reader.confirmed(await open()),
      await reader.confirmed(await house.open({ startsIn: 90 })),
    ];
    house.room.keysByDay = false;
    await reader.call('DELETE', `/${given.id}`);
    const other = await readerOf(house.server, (await reader.person()).idNumber);
    expect(await codeOf(other)).toBe(OFTEN);
    expect((await reader.view(kept.id)).state).toBe('confirmed');
    const moved = await reader.call('POST', `/${kept.id}/reschedule`, { windowId: await open() });
    expect([moved.status, moved.body.state]).toEqual([200, 'confirmed']);
  });

  it('is neither let into a waiting list nor given a place by one', async () => {
    const reader = await house.reader();
    await givesBack(reader, TIMES);
    const wish = { service: READING_ROOM, kind: 'desk', sites: ['north'], days: ['2026-12-02'] };
    const headers = { authorization: `Bearer ${reader.accountId}`, 'idempotency-key': `waits-${reader.accountId}` };
    const { status, body } = await send(house.server, 'POST', '/api/v1/waitlist', wish, headers);
    expect([status, body.code]).toEqual([409, OFTEN]);
    const place = {
      service: READING_ROOM,
      kind: 'desk',
      windowId: await open(),
      details: {},
      fromResting: true,
    } as const;
    const given = { ...place, person: await reader.person(), accountId: reader.accountId, until: new Date(DECEMBER) };
    expect(await port((bookings) => bookings.placeFor(given))).toEqual({ kind: 'not-them', code: OFTEN });
  });

  it('may still have what has no limit', async () => {
    const reader = await house.reader();
    await givesBack(reader, TIMES);
    const table = await house.open({ kind: 'table', startsIn: 95 });
    expect((await reader.wish(table, 'table')).status).toBe(201);
  });
});

describe('is not counted', () => {
  it('what the office called off or closed, what was only held, and what was moved', async () => {
    const reader = await house.reader();
    await givesBack(reader, TIMES - 1);
    const calledOff = await reader.confirmed(await open());
    expect(await port((bookings) => bookings.callOff(calledOff.id, '停电'))).toBe('done');
    const closed = await open();
    const lost = await reader.confirmed(closed);
    await port((bookings) => bookings.displace([closed], '停电'));
    expect((await reader.call('DELETE', `/${lost.id}`)).status).toBe(200);
    const letGo = await reader.held(await open());
    await reader.call('DELETE', `/${letGo.id}`);
    const moved = await reader.confirmed(await open());
    await reader.call('POST', `/${moved.id}/reschedule`, { windowId: await open() });
    await port((bookings) => bookings.callOff(moved.id, '停电'));
    expect(await codeOf(reader)).toBe('held');
  });

  it('that the other of a couple gave it back: it stands against whoever did', async () => {
    house.room.limits.set('table', { times: 2, otherWay: OTHER_WAY });
    const couples = new Couples(house);
    couples.playRegister();
    const { inviter, partner, booking } = await couples.both(5);
    await partner.call('DELETE', `/${booking.id}`);
    const { id } = await partner.confirmed(await open());
    await partner.call('DELETE', `/${id}`);
    expect(
      await house.count('SELECT tries AS count FROM booking_cancel_count WHERE person_id = ?', [partner.personId]),
    ).toBe(2);
    expect(
      await house.count('SELECT COUNT(*) AS count FROM booking_cancel_count WHERE person_id = ?', [inviter.personId]),
    ).toBe(0);
    const table = await house.open({ kind: 'table', startsIn: 150 });
    expect((await partner.wish(table, 'table')).body.code).toBe(OFTEN);
    expect((await inviter.wish(table, 'table')).status).toBe(201);
  });
});

describe('before the one that uses up the last', () => {
  it('its own person, and they alone, see from when they could book again', async () => {
    const reader = await house.reader();
    await givesBack(reader, TIMES - 2);
    const notYet = await reader.confirmed(await open());
    expect(notYet.againFrom).toBeUndefined();
    await reader.call('DELETE', `/${notYet.id}`);
    const held = await reader.held(await open());
    expect((await reader.view(held.id)).againFrom).toBeUndefined();
    const sure = await reader.call('POST', `/${held.id}/confirmation`, {});
    expect(sure.body.againFrom).toBe('2026-12-01');
    const listed = (await reader.call('GET', '')).body.items as BookingView[];
    expect(listed.filter(({ againFrom }) => againFrom === '2026-12-01').map(({ id }) => id)).toEqual([held.id]);
    const gone = await reader.call('DELETE', `/${held.id}`);
    expect(gone.body).not.toHaveProperty('againFrom');
  });

  it('a couple’s other one, who gave none back, sees nothing', async () => {
    house.room.limits.set('table', { times: 2, otherWay: OTHER_WAY });
    const couples = new Couples(house);
    couples.playRegister();
    const first = await couples.both(6);
    await first.partner.call('DELETE', `/${first.booking.id}`);
    const windowId = await house.open({ kind: 'table', startsIn: 7 * 24 });
    const { id } = await first.inviter.held(windowId, 'table');
    await first.inviter.call('POST', `/${id}/confirmation`, { partnerWay: 'own-phone' });
    const partnerView = (await couples.agree(first.partner, await couples.invite(first.inviter, id))).body;
    expect(partnerView.againFrom).toBe('2026-12-01');
    expect((await first.inviter.view(id)).againFrom).toBeUndefined();
  });
});

describe('twenty who press at once on two phones of one person', () => {
  it('get as many as the limit says and none more', async () => {
    const one = await house.reader();
    const phones = [one, await readerOf(house.server, (await one.person()).idNumber)];
    const windows = [await open(), await open(), await open()];
    let given = 0;
    const press = async (turn: number) => {
      const phone = phones[turn % 2] as Reader;
      for (let tries = 0; tries < 60; tries += 1) {
        const { status, body } = await phone.wish(windows[(turn + tries) % 3] as string);
        if (body.code === OFTEN) return OFTEN;
        if (status !== 201) continue;
        given += 1;
        await phone.call('POST', `/${String(body.id)}/confirmation`, {});
        expect((await phone.call('DELETE', `/${String(body.id)}`)).status).toBe(200);
      }
      return 'never refused';
    };
    const ends = await Promise.all(Array.from({ length: 20 }, (_, turn) => press(turn)));
    expect(new Set(ends)).toEqual(new Set([OFTEN]));
    expect(given).toBe(TIMES);
  });
});

describe('a hold that began while the last one was being given back', () => {
  it('waits for it and is refused', async () => {
    const [reader, windowId] = [await house.reader(), await open()];
    await givesBack(reader, TIMES - 1);
    const { id } = await reader.confirmed(await open());
    const { turned } = house.room;
    let begun: Promise<Reply> | undefined;
    house.room.turned = async () => {
      house.room.turned = turned;
      const heard = heardStatements(house.server);
      begun = reader.wish(windowId);
      // the embedded database lets nobody begin meanwhile
      if (house.server.database.dialect === 'mysql') {
        await until(() => expect(heard.matching(COUNTS).length).toBeGreaterThan(1));
      }
      heard.stop();
    };
    expect((await reader.call('DELETE', `/${id}`)).status).toBe(200);
    expect((await begun)?.body.code).toBe(OFTEN);
  });
});

describe('what is asked of the database', () => {
  it('is nothing more where there is no limit, and one question for all who stand in line where there is one', async () => {
    const readers = await Promise.all(Array.from({ length: 6 }, () => house.reader()));
    const ask = async () => {
      const windowId = await open();
      const heard = heardStatements(house.server);
      const replies = await Promise.all(readers.map((reader) => reader.wish(windowId)));
      const asked = heard.matching(COUNTS).length;
      heard.stop();
      for (const [at, { body }] of replies.entries()) await readers[at]?.call('DELETE', `/${String(body.id)}`);
      return { asked, said: new Set(replies.map(({ status }) => status)) };
    };
    house.room.limits.clear();
    expect(await ask()).toEqual({ asked: 0, said: new Set([201]) });
    house.room.limits.set('desk', { times: TIMES, otherWay: OTHER_WAY });
    const { asked } = await ask();
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(readers.length);
  });
});

describe('a count', () => {
  it('goes when its month is over, and not before', async () => {
    const reader = await house.reader();
    await givesBack(reader, 1);
    const sweep = () => house.server.app.get(CancelLimits, { strict: false }).sweep();
    const rows = () =>
      house.count('SELECT COUNT(*) AS count FROM booking_cancel_count WHERE person_id = ?', [reader.personId]);
    house.at(DECEMBER - MINUTE);
    await sweep();
    expect(await rows()).toBe(1);
    house.at(DECEMBER);
    await sweep();
    expect(await rows()).toBe(0);
  });

  it('is in the copy its person takes home', async () => {
    const reader = await house.reader();
    await givesBack(reader, 1);
    const headers = { authorization: `Bearer ${reader.accountId}` };
    const { body } = await send(house.server, 'GET', '/api/v1/export', undefined, headers);
    expect(JSON.stringify(body)).toContain('"这个月您自己取消过几次":1');
  });
});
