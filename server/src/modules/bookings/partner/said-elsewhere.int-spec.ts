import type { WaitingView } from '@jinmen/shared/bookings/views';
import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { NoticeView } from '@jinmen/shared/residents/views';
import { Couples } from '../../../../test/couples';
import { READING_ROOM } from '../../../../test/fakes/reading-room';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../../test/reading-house';
import { answered, send } from '../../../../test/resident';
import { Bookings } from '../bookings.port';

const HOUR_MS = 3_600_000;
const START = MONDAY - 5 * 24 * HOUR_MS;
const TIMES = 3;

let house: ReadingHouse;
let couples: Couples;
let day = 7;

beforeAll(async () => {
  house = await startReadingHouse();
  couples = new Couples(house);
  couples.playRegister();
  // what is given back is free at once: who may have it is the question here
  const { timers } = house.room;
  Object.assign(house.room, { timers: () => ({ ...timers(), restMinutes: { least: 0, most: 0 } }) });
  house.room.limits.set('table', { times: TIMES, otherWay: '着急就打 12345。' });
});
afterAll(() => house.end());
beforeEach(() => {
  house.at(START);
  day += 1;
});

const as = ({ accountId }: Reader, more: object = {}) => ({ authorization: `Bearer ${accountId}`, ...more });

async function heardBy(reader: Reader): Promise<readonly NoticeView[]> {
  const reply = await send(house.server, 'GET', '/api/v1/notices', undefined, as(reader));
  return answered<{ items: readonly NoticeView[] }>(reply).items;
}

/** The holder types somebody's name and number, and says yes for them. */
async function spokenFor(inviter: Reader, person: Reader): Promise<string> {
  const { id } = await inviter.held(await house.open({ kind: 'table', startsIn: day * 24 }), 'table');
  viewOf(await inviter.call('POST', `/${id}/confirmation`, { partnerWay: 'this-phone' }));
  const { name, idNumber } = await couples.personOf(person);
  const said = await inviter.call('POST', `/${id}/partner`, { name, idNumber, agree: true });
  expect(said.body).toMatchObject({ outcome: 'confirmed' });
  return id;
}

async function waits(reader: Reader): Promise<() => Promise<WaitingView>> {
  const date = dayInShanghai(MONDAY + (day + 60) * 24 * HOUR_MS);
  const days: readonly CivilDate[] = [date, addDays(date, 1)];
  const wish = { service: READING_ROOM, kind: 'table', sites: ['north'], days };
  const headers = as(reader, { 'idempotency-key': `waits-${reader.accountId}` });
  const { id } = answered<WaitingView>(await send(house.server, 'POST', '/api/v1/waitlist', wish, headers));
  return async () =>
    answered<WaitingView>(await send(house.server, 'GET', `/api/v1/waitlist/${id}`, undefined, as(reader)));
}

describe('somebody for whom another says yes on a phone of the other', () => {
  it('is told at once on the account that is theirs, in words that name no matter, and takes themself out from there', async () => {
    const [inviter, person] = [await house.reader(), await house.reader()];
    const id = await spokenFor(inviter, person);
    const [notice, ...others] = await heardBy(person);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ title: '有人用您的姓名答应了一个时间', about: { kind: 'booking', id } });
    expect(`${notice?.title}${notice?.line}`).not.toMatch(/婚|离|登记|家|人家|亲|阅览|桌|north/);
    expect(viewOf(await person.call('DELETE', `/${id}`)).state).toBe('cancelled');
    expect((await inviter.view(id)).state).toBe('cancelled');
  });

  it('is told nothing of the sort where they said yes themself, or their own phone is the one it was said on', async () => {
    const { partner } = await couples.both(day);
    expect((await heardBy(partner)).map(({ title }) => title)).toEqual(['时间给您约好了']);
  });

  it('takes themself out as often as they are put in and may book; it counts for whoever put them there', async () => {
    const [inviter, person] = [await house.reader(), await house.reader()];
    for (let time = 0; time < TIMES; time += 1) {
      const id = await spokenFor(inviter, person);
      expect((await person.view(id)).againFrom).toBeUndefined();
      expect((await person.call('DELETE', `/${id}`)).status).toBe(200);
    }
    const windowId = await house.open({ kind: 'table', startsIn: day * 24 + 5, capacity: 2 });
    expect((await person.wish(windowId, 'table')).status).toBe(201);
    expect((await inviter.wish(windowId, 'table')).body.code).toBe('booking.cancelled-often');
  });

  it('keeps their place in a line, before and after, until they are there themself or say yes themself', async () => {
    const [inviter, person] = [await house.reader(), await house.reader()];
    const place = await waits(person);
    const id = await spokenFor(inviter, person);
    expect(await place()).toMatchObject({ state: 'waiting', rank: 1 });
    await person.call('DELETE', `/${id}`);
    expect(await place()).toMatchObject({ state: 'waiting', rank: 1 });
    const { token } = await couples.asked(day);
    expect((await couples.agree(person, token)).status).toBe(200);
    expect((await place()).state).toBe('taken');
  });

  it('waits for nothing more once they came', async () => {
    const [inviter, person] = [await house.reader(), await house.reader()];
    const place = await waits(person);
    const { number, window } = await inviter.view(await spokenFor(inviter, person));
    house.at(Date.parse(window.startsAt) - HOUR_MS / 4);
    const bookings = house.server.app.get(Bookings, { strict: false });
    await house.transactions.run(() => bookings.checkIn(READING_ROOM, number, new Date(house.now())));
    expect((await place()).state).toBe('taken');
  });
});
