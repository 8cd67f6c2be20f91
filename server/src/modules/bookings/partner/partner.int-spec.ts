import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { brokenRules } from '../../../../test/booking-invariants';
import { Couples } from '../../../../test/couples';
import { READING_ROOM } from '../../../../test/fakes/reading-room';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../../test/reading-house';
import { numbered } from '../../../../test/relief-house';
import { AddressLimits } from '../../../platform/address-limit/address-limits';
import { instantOf } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import { SlotDesk } from '../../slot-inventory/slot-inventory.port';
import { BOOKING_TIMES_JOB } from '../booking-times.job';
import { Bookings } from '../bookings.port';
import { BookingsRepository } from '../bookings.repository';

const HOUR_MS = 3_600_000;
const START = MONDAY - 5 * 24 * HOUR_MS;

let house: ReadingHouse;
let couples: Couples;
let day = 7;

beforeAll(async () => {
  house = await startReadingHouse();
  couples = new Couples(house);
});
afterAll(() => house.end());
beforeEach(() => {
  house.at(START);
  house.room.refused.clear();
  couples.playRegister();
  day += 1;
});

const problem = (status: number, code: string) => ({ status, body: expect.objectContaining({ code }) });
const wake = (job: string) => house.server.app.get(Jobs).wake(job);
const taken = (windowId: string) => house.count('SELECT taken AS count FROM slot_window WHERE id = ?', [windowId]);

describe('a link', () => {
  it('says who asks, for what and when, and takes one yes, once', async () => {
    const { inviter, partner, id, token, windowId, on } = await couples.asked(day);
    expect(await couples.look(token)).toEqual({
      state: 'open',
      from: '测*',
      service: 'reading-room',
      kind: 'table',
      title: '双人桌',
      siteName: 'north library',
      day: on,
      startsAt: expect.stringContaining(on),
      until: new Date(START + 24 * HOUR_MS).toISOString(),
    });
    const key = randomUUID();
    const [one, again] = [await couples.agree(partner, token, key), await couples.agree(partner, token, key)];
    expect(one).toMatchObject({ status: 200, body: { id, state: 'confirmed' } });
    expect(again.body).toEqual(one.body);
    expect((await inviter.view(id)).parties).toEqual([
      { role: 'holder', name: '测试**', you: true, confirmed: true },
      { role: 'partner', name: '测试**', you: false, confirmed: true },
    ]);
    expect((await partner.view(id)).parties.map(({ you }) => you)).toEqual([false, true]);
    expect(await couples.agree(partner, token)).toMatchObject(problem(409, 'booking-invitation.used'));
    expect(await couples.look(token)).toEqual({ state: 'used' });
    expect(await taken(windowId)).toBe(1);
  });

  it('is none when it was replaced, ran out, or nobody made it; and not for the one who sent it', async () => {
    const { inviter, partner, id, token } = await couples.asked(day);
    expect(await couples.agree(undefined, token)).toMatchObject({ status: 401 });
    expect(await couples.agree(inviter, token)).toMatchObject(problem(409, 'booking-invitation.yourself'));
    expect(await couples.decline(inviter, token)).toMatchObject(problem(409, 'booking-invitation.yourself'));
    const second = await couples.invite(inviter, id);
    expect(await couples.agree(partner, token)).toMatchObject(problem(409, 'booking-invitation.revoked'));
    expect(await couples.look(token)).toEqual({ state: 'revoked' });
    expect((await couples.agree(partner, `${second.slice(0, -1)}_`)).status).toBe(404);
    expect((await couples.look(randomUUID(), partner)).state).toBeUndefined();
    house.at(START + 24 * HOUR_MS);
    expect(await couples.agree(partner, second)).toMatchObject(problem(409, 'booking-invitation.expired'));
    expect(await couples.look(second)).toEqual({ state: 'expired' });
    expect(await inviter.view(id)).toMatchObject({ state: 'pending-partner', parties: [{ role: 'holder' }] });
  });

  it('is one of ten a day, and of so many that one network may look at: then there is a time to wait, in words', async () => {
    const { inviter, partner, id, token } = await couples.asked(day);
    for (let sent = 1; sent < 10; sent += 1) await couples.invite(inviter, id);
    const more = await inviter.call('POST', `/${id}/invitations`, {});
    expect(more).toMatchObject(problem(429, 'booking-invitation.too-many-links'));
    const enough = jest.spyOn(house.server.app.get(AddressLimits, { strict: false }), 'take').mockResolvedValue(60);
    expect((await couples.agree(partner, token)).body.code).toBe('booking-invitation.too-many');
    expect((await couples.decline(partner, token)).body.code).toBe('booking-invitation.too-many');
    enough.mockRestore();
    expect((await couples.agree(partner, token)).body.code).toBe('booking-invitation.revoked');
  });

  it('tells the other person alone why they cannot, and changes nothing', async () => {
    const { inviter, partner, id, token } = await couples.asked(day);
    const before = await inviter.view(id);
    house.room.refused.set(partner.personId, { code: 'reading-room.too-young', words: '还没到年龄。' });
    expect(await couples.agree(partner, token)).toMatchObject(problem(409, 'reading-room.too-young'));
    house.room.refused.clear();
    await partner.held(await house.open());
    expect(await couples.agree(partner, token)).toMatchObject(problem(409, 'booking.already-yours'));
    expect(await inviter.view(id)).toEqual(before);
    expect(await couples.look(token)).toMatchObject({ state: 'open' });
  });

  it('has one booking for one person, whichever side they are on and however many ask at once', async () => {
    const [one, other] = [await couples.asked(day), await couples.asked(day + 60)];
    const { partner } = one;
    const replies = await Promise.all([
      couples.agree(partner, one.token),
      couples.agree(partner, other.token),
      partner.wish(await house.open()),
    ]);
    expect(replies.map(({ status }) => status).filter((status) => status < 300)).toHaveLength(1);
    const keys = 'SELECT COUNT(*) AS count FROM booking_quota WHERE quota_key = ?';
    expect(await house.count(keys, [partner.personId])).toBe(1);
  });

  it('holds no token in the database', async () => {
    const { id, token } = await couples.asked(day);
    const query =
      'SELECT i.* FROM booking_invitation i JOIN booking_asking a ON a.id = i.asking_id WHERE a.booking_id = ?';
    const rows = await house.transactions.manager.query(query, [id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('on this phone, in turn', () => {
  it('takes their own name and number; and every reason against it is one answer', async () => {
    const { inviter, partner, id } = await couples.asked(day);
    const { name, idNumber } = await couples.personOf(partner);
    const here = (body: object) => inviter.call('POST', `/${id}/partner`, { name, idNumber, agree: true, ...body });
    const before = await inviter.view(id);
    couples.playRegister({ kind: 'not-confirmed', because: 'other-name' });
    const unknown = await here({});
    couples.playRegister();
    house.room.refused.set(partner.personId, { code: 'reading-room.too-young', words: '还没到年龄。' });
    const young = await here({});
    house.room.refused.clear();
    const elsewhere = await partner.held(await house.open());
    const busy = await here({});
    expect(unknown).toMatchObject({ status: 200, body: { outcome: 'not-here' } });
    expect([young.body, busy.body]).toEqual([unknown.body, unknown.body]);
    expect(await inviter.view(id)).toEqual(before);
    const own = await couples.personOf(inviter);
    expect((await here({ idNumber: own.idNumber })).body).toMatchObject({ errors: [{ field: 'idNumber' }] });
    await partner.call('DELETE', `/${elsewhere.id}`);
    expect(await here({})).toMatchObject({ body: { outcome: 'confirmed', booking: { state: 'confirmed' } } });
    expect(await here({})).toMatchObject({ body: { outcome: 'confirmed' } });
  });

  it('says nothing of a partner who agreed on their own phone: the right number is answered like any other', async () => {
    const { inviter, partner, id } = await couples.both(day);
    const { name, idNumber } = await couples.personOf(partner);
    const here = (typed: object) => inviter.call('POST', `/${id}/partner`, { name, idNumber, agree: true, ...typed });
    const wrong = numbered('19500101', '999');
    const tried = [await here({}), await here({ idNumber: wrong }), await here({ name: '测试错名' })];
    const seen = tried.map(({ status, body }) => ({ status, ...body, requestId: '', traceId: '' }));
    expect(seen[0]).toMatchObject({ status: 409, code: 'booking.nothing-asked' });
    expect(seen).toEqual([seen[0], seen[0], seen[0]]);
    expect((await inviter.view(id)).state).toBe('confirmed');
  });

  it('hears the same yes again only as often as anybody may ask about a number', async () => {
    const { inviter, partner, id } = await couples.asked(day);
    const { name, idNumber } = await couples.personOf(partner);
    const here = (order: string) =>
      inviter.call('POST', `/${id}/partner`, { name, idNumber: numbered('19500101', order), agree: true });
    expect(await inviter.call('POST', `/${id}/partner`, { name, idNumber, agree: true })).toMatchObject({
      body: { outcome: 'confirmed' },
    });
    for (const order of ['990', '991', '992', '993'])
      expect(await here(order)).toMatchObject(problem(409, 'booking.nothing-asked'));
    expect(await here('994')).toMatchObject(problem(429, 'identity.too-many'));
    const right = await inviter.call('POST', `/${id}/partner`, { name, idNumber, agree: true });
    expect(right).toMatchObject(problem(429, 'identity.too-many'));
  });
});

describe('near the cut-off', () => {
  const closes = (windowId: string, ms: number) =>
    house.transactions.run(() =>
      house.server.app.get(SlotDesk, { strict: false }).apply([{ act: 'change', windowId, closesAt: instantOf(ms) }]),
    );

  it('keeps nothing longer than to it, so that nobody is asked for what is over', async () => {
    const inviter = await house.reader();
    const windowId = await house.open({ kind: 'table', startsIn: day * 24 });
    const cutOff = MONDAY + (day * 24 - 1) * HOUR_MS;
    await closes(windowId, cutOff);
    house.at(cutOff - 4 * 60_000);
    const { id, holdUntil } = await inviter.held(windowId, 'table');
    expect(holdUntil).toBe(instantOf(cutOff).toISOString());
    const renewed = viewOf(await inviter.call('POST', `/${id}/renewal`));
    expect(renewed.holdUntil).toBe(holdUntil);
    house.at(cutOff);
    const late = await inviter.call('POST', `/${id}/confirmation`, { partnerWay: 'desk' });
    expect(late).toMatchObject(problem(409, 'booking.hold-lapsed'));
  });

  it('lets another time be agreed to at most until the old one begins', async () => {
    const { inviter, partner, id, windowId } = await couples.both(day);
    const begins = MONDAY + day * 24 * HOUR_MS;
    await closes(windowId, begins - HOUR_MS);
    const other = await house.open({ kind: 'table', startsIn: day * 24 + 50 });
    house.at(begins - 30 * 60_000);
    const asked = viewOf(await inviter.call('POST', `/${id}/reschedule`, { windowId: other }));
    expect(asked.change?.until).toBe(instantOf(begins).toISOString());
    house.at(begins);
    expect((await partner.call('POST', `/${id}/change-agreement`)).status).toBe(409);
  });
});

describe('at a desk', () => {
  it('hears of another time that was closed meanwhile, and everything stays as it was', async () => {
    const { inviter, partner, id, number } = await couples.both(day);
    const other = await house.open({ kind: 'table', startsIn: day * 24 + 5 });
    viewOf(await inviter.call('POST', `/${id}/reschedule`, { windowId: other }));
    const desk = house.server.app.get(SlotDesk, { strict: false });
    await house.transactions.run(() => desk.apply([{ act: 'close', windowId: other, why: '停电' }]));
    const bookings = house.server.app.get(Bookings, { strict: false });
    const [before, person] = [await inviter.view(id), await couples.personOf(partner)];
    const there = () => house.transactions.run(() => bookings.confirmAtDesk(READING_ROOM, number, person));
    expect(await there()).toMatchObject({ code: 'booking.hold-lapsed' });
    expect(await inviter.view(id)).toEqual(before);
  });

  it('is a yes with the person there, and choosing it is none', async () => {
    const { inviter, partner, id, number } = await couples.asked(day);
    const chosen = viewOf(await inviter.call('POST', `/${id}/partner-way`, { way: 'desk' }));
    expect(chosen).toMatchObject({ state: 'pending-partner', asked: { way: 'desk' } });
    const bookings = house.server.app.get(Bookings, { strict: false });
    const person = await couples.personOf(partner);
    const there = () => house.transactions.run(() => bookings.confirmAtDesk(READING_ROOM, number, person));
    expect([await there(), await there()]).toEqual(['done', 'already']);
    expect(await inviter.view(id)).toMatchObject({ state: 'confirmed' });
  });
});

describe('from an account of their own', () => {
  const seenBy = async (reader: Reader, id: string) => {
    const { status, body } = await reader.call('GET', `/${id}`);
    return [status, { ...body, requestId: '' }];
  };
  const listed = async (reader: Reader) =>
    ((await reader.call('GET', '')).body.items as unknown as BookingView[]).map(({ id }) => id);

  it('whoever said yes at a desk or on the other’s phone finds the booking, and whoever did not finds none', async () => {
    const { inviter, partner, id, number, token } = await couples.asked(day);
    const none = await seenBy(partner, randomUUID());
    expect(none[0]).toBe(404);
    expect(await seenBy(partner, id)).toEqual(none);
    expect((await couples.decline(partner, token)).status).toBe(204);
    expect([await seenBy(partner, id), await listed(partner)]).toEqual([none, []]);
    const bookings = house.server.app.get(Bookings, { strict: false });
    const person = await couples.personOf(partner);
    expect(await house.transactions.run(() => bookings.confirmAtDesk(READING_ROOM, number, person))).toBe('done');
    expect((await partner.view(id)).parties.map(({ you }) => you)).toEqual([false, true]);
    expect([await listed(partner), await listed(inviter)]).toEqual([[id], [id]]);
    expect((await partner.call('GET', `/${id}/pass`)).status).toBe(200);
    expect(await partner.wish(await house.open())).toMatchObject({ status: 409, body: { booking: id } });
    const other = await house.open({ kind: 'table', startsIn: day * 24 + 5 });
    await inviter.call('POST', `/${id}/reschedule`, { windowId: other });
    expect((await partner.view(id)).change).toMatchObject({ yours: true });
    const moved = viewOf(await partner.call('POST', `/${id}/change-agreement`, {}));
    expect(moved).toMatchObject({ state: 'confirmed', window: { id: other } });
  });

  it('so does whoever said yes in turn, on any phone of theirs', async () => {
    const { inviter, partner, id } = await couples.asked(day);
    const { name, idNumber } = await couples.personOf(partner);
    await inviter.call('POST', `/${id}/partner`, { name, idNumber, agree: true });
    expect(await listed(partner)).toEqual([id]);
    const again = await couples.onAnotherPhone(partner);
    expect([await listed(again), (await again.view(id)).parties[1]?.you]).toEqual([[id], true]);
    viewOf(await again.call('DELETE', `/${id}`));
    expect((await inviter.view(id)).state).toBe('cancelled');
  });
});

describe('when nobody answers', () => {
  it('reminds both four hours before the end, once, and tells both when it is over', async () => {
    const { inviter, partner, id, token, windowId } = await couples.asked(day);
    await couples.look(token, partner);
    const told = async (account: string) => {
      const query = 'SELECT topic FROM notice WHERE account_id = ? ORDER BY created_at';
      const rows: { topic: string }[] = await house.transactions.manager.query(query, [account]);
      return rows.map(({ topic }) => topic);
    };
    house.at(START + 20 * HOUR_MS - 1);
    await wake('booking-askings');
    expect(await told(partner.accountId)).toEqual([]);
    house.at(START + 20 * HOUR_MS);
    await wake('booking-askings');
    await wake('booking-askings');
    expect(await told(inviter.accountId)).toEqual(['booking-unanswered']);
    expect(await told(partner.accountId)).toEqual(['booking-asked']);
    house.at(START + 24 * HOUR_MS);
    await wake(BOOKING_TIMES_JOB);
    expect(await inviter.view(id)).toMatchObject({ state: 'expired' });
    expect(await told(partner.accountId)).toEqual(['booking-asked', 'booking-not-confirmed']);
    expect(await taken(windowId)).toBe(1);
  });
});

describe('another time', () => {
  it('waits beside the old one for the other’s yes, and then the old one rests', async () => {
    const { inviter, partner, id, windowId } = await couples.both(day);
    const other = await house.open({ kind: 'table', startsIn: day * 24 + 5 });
    const asked = viewOf(await inviter.call('POST', `/${id}/reschedule`, { windowId: other }));
    expect(asked).toMatchObject({ state: 'confirmed', window: { id: windowId }, change: { yours: false } });
    expect([await taken(windowId), await taken(other)]).toEqual([1, 1]);
    expect(await partner.view(id)).toMatchObject({ change: { yours: true, window: { id: other } } });
    expect(await inviter.call('POST', `/${id}/change-agreement`, {})).toMatchObject(
      problem(403, 'booking.others-word'),
    );
    const moved = viewOf(await partner.call('POST', `/${id}/change-agreement`, {}));
    expect(moved).toMatchObject({ state: 'confirmed', window: { id: other } });
    expect(moved.change).toBeUndefined();
  });

  it('is given back when it is taken back, or when the link to it is answered with a no, or not at all', async () => {
    const { inviter, partner, id, windowId } = await couples.both(day);
    const other = await house.open({ kind: 'table', startsIn: day * 24 + 5 });
    const third = await house.open({ kind: 'table', startsIn: day * 24 + 6 });
    await inviter.call('POST', `/${id}/reschedule`, { windowId: other });
    const kept = viewOf(await inviter.call('POST', `/${id}/change-withdrawal`, {}));
    expect(kept).toMatchObject({ state: 'confirmed', window: { id: windowId } });
    expect(kept.change).toBeUndefined();
    await inviter.call('POST', `/${id}/reschedule`, { windowId: third });
    const token = await couples.invite(inviter, id);
    expect(await couples.look(token, partner)).toMatchObject({ state: 'open', change: true });
    const before = await inviter.view(id);
    expect((await couples.decline(partner, token)).status).toBe(204);
    expect(await inviter.view(id)).toEqual(before);
    house.at(START + 24 * HOUR_MS);
    await wake('booking-askings');
    const after = await inviter.view(id);
    expect(after).toMatchObject({ state: 'confirmed', window: { id: windowId } });
    expect(after.change).toBeUndefined();
    expect(await couples.look(token)).toMatchObject({ state: 'expired' });
    const stranger = await house.reader();
    expect((await couples.look(token, stranger)).state).toBe('expired');
  });

  it('that is kept for nobody any more is agreed to by nobody, and everything stays as it was', async () => {
    const { inviter, partner, id } = await couples.both(day);
    const other = await house.open({ kind: 'table', startsIn: day * 24 + 5 });
    viewOf(await inviter.call('POST', `/${id}/reschedule`, { windowId: other }));
    const before = await inviter.view(id);
    await house.transactions.manager.query(
      `UPDATE slot_hold SET lapses_at = '2020-01-01 00:00:00.000'
       WHERE id IN (SELECT hold_id FROM slot_hold_line WHERE window_id = ?)`,
      [other],
    );
    const agreed = await partner.call('POST', `/${id}/change-agreement`, {});
    expect(agreed).toMatchObject(problem(409, 'booking.hold-lapsed'));
    expect(await inviter.view(id)).toEqual(before);
  });

  it('agreed to and taken back at one moment is either, and its place is the booking’s or nobody’s', async () => {
    const { inviter, partner, id } = await couples.both(day);
    const other = await house.open({ kind: 'table', startsIn: day * 24 + 5 });
    // other couples of this file are being asked still
    const before = await brokenRules(house.server);
    await inviter.call('POST', `/${id}/reschedule`, { windowId: other });
    const letGo = await whileHeld(id);
    const agreement = partner.call('POST', `/${id}/change-agreement`, {});
    await pause(300);
    const withdrawal = inviter.call('POST', `/${id}/change-withdrawal`, {});
    await pause(300);
    await letGo();
    await Promise.all([agreement, withdrawal]);
    const { state, window, change } = await inviter.view(id);
    expect([state, change]).toEqual(['confirmed', undefined]);
    expect(await taken(window.id)).toBe(1);
    expect(await brokenRules(house.server)).toEqual(before);
  });
});

/** The booking's row is somebody's until the returned function is called. */
async function whileHeld(id: string): Promise<() => Promise<void>> {
  const { app } = house.server;
  let letGo: () => void = () => undefined;
  let isHeld: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (letGo = resolve));
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const holding = app.get(Transactions).run(async () => {
    await app.get(BookingsRepository, { strict: false }).findForUpdate({ id });
    isHeld();
    await over;
  });
  await held;
  return () => {
    letGo();
    return holding;
  };
}
