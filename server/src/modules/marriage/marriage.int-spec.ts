import { createHmac, randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { json, sendKey } from '../../../test/local-bureau';
import { aBooking, type MarriageHouse, type Somebody, startMarriageHouse } from '../../../test/marriage-house';
import { numbered } from '../../../test/relief-house';
import { answered } from '../../../test/resident';
import { until } from '../../../test/until';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Clock } from '../../platform/clock';
import { Jobs } from '../../platform/jobs/jobs';
import type { Booking, BookingTurn } from '../bookings/bookable-service.port';
import { Openings } from '../openings/openings.port';
import { ReplacingDesk } from '../replacing/replacing-desk.port';
import { Divorces } from './divorces.service';
import { MarriageReview } from './marriage.entity';
import { refusals, WITHDRAWN_DIVORCE } from './marriage-words';
import { BookingCancelled } from './registry-messages.handoff';
import { RegistryTurns } from './registry-turns.service';

let house: MarriageHouse;

beforeAll(async () => {
  house = await startMarriageHouse();
});
afterAll(() => house.end());

const turn = (act: BookingTurn['act'], booking: Booking) =>
  house.transactions.run(() => house.server.app.get(RegistryTurns, { strict: false }).take({ act, booking }));
const heardOf = ({ id }: Booking) =>
  house
    .heard()
    .filter(([path, body]) => path !== 'reviews' && body.apptNo === id)
    .map(([path]) => path.replace('appointments/', ''));
const aCouple = () =>
  Promise.all([house.somebody('1996-05-02', 'male', '测试甲'), house.somebody('1997-01-28', 'female', '测试乙')]);
const aTime = (site = 'yifeng-street', at = '2026-12-01T09:00') => house.open({ site, pool: 'registration', at });

describe('what the registry is told', () => {
  it('is every confirmed booking and what becomes of it, each once and in order, however ill it was', async () => {
    const booking = aBooking('marriage', await aTime(), await aCouple(), 'JM-AAAAA2');
    const other = { ...booking, site: 'registry-120101', window: await aTime('registry-120101', '2026-12-02T10:00') };
    house.registry.behave(json(503, { code: '90', msg: '系统忙' }));
    for (const act of ['held', 'asked', 'confirmed'] as const) await turn(act, booking);
    await turn('displaced', booking);
    await turn('moved', other);
    await turn('cancelled', other);
    await turn('expired', other);
    await until(() => expect(house.registry.deliveries.length).toBeGreaterThan(1));
    expect(heardOf(booking)).toEqual([]);
    const replies = { first: 0 };
    house.registry.behave((response, delivery) => {
      house.registry.takeEffect(delivery);
      const isLost = replies.first++ % 2 === 0;
      if (isLost) return void response.socket?.destroy();
      const later = delivery.path.endsWith('/reviews');
      json(later ? 202 : 200, { code: later ? '1' : '0', msg: '成功' })(response, delivery);
    });
    await until(() => {
      expect(heardOf(booking)).toHaveLength(4);
      expect(house.heard().filter(([path]) => path === 'reviews')).toHaveLength(2);
    });
    expect(heardOf(booking)).toEqual(['appointments', 'suspend', 'move', 'cancel']);
    const [, told] = house.heard().find(([path, body]) => path === 'appointments' && body.apptNo === booking.id) ?? [];
    expect(told).toMatchObject({ orgCode: 'TS01', bizType: 'JH', date: '2026-12-01', from: '09:00', to: '10:00' });
    const [, moved] = house.heard().find(([path]) => path === 'appointments/move') ?? [];
    expect(moved).toMatchObject({ orgCode: '120101', date: '2026-12-02', from: '10:00' });
  });

  it('is nothing of a booking that nobody confirmed', async () => {
    const booking = aBooking('marriage', await aTime('tiankai-park'), await aCouple(), 'JM-BBBBB3');
    for (const act of ['held', 'asked', 'cancelled', 'expired', 'displaced', 'moved'] as const)
      await turn(act, booking);
    const later = aBooking('counselling', booking.window, booking.parties, 'JM-CCCCC4');
    await turn('confirmed', later);
    await until(() => expect(heardOf(later)).toHaveLength(1));
    expect(heardOf(booking)).toEqual([]);
  });

  it('and will not have is for a person to look at, not forgotten', async () => {
    house.registry.behave(json(404, { code: '44', msg: '没有这件预约' }));
    const message = {
      id: randomUUID(),
      topic: '',
      bureau: 'marriage-registry',
      order: randomUUID(),
      payload: {},
    } as const;
    const handler = house.server.app.get(BookingCancelled, { strict: false });
    expect(await handler.deliver({ ...message, appendedAt: new Date(0) })).toEqual({
      kind: 'failed',
      answered: true,
      why: 'rejected (44)',
    });
    house.registry.behave((response, delivery) => {
      house.registry.takeEffect(delivery);
      json(200, { code: '0', msg: '成功' })(response, delivery);
    });
  });
});

describe('联网审查', () => {
  const noticesOf = async (who: Somebody) => {
    const { body } = await who.call('GET', '/notices');
    return (body.items as { title: string }[]).map(({ title }) => title);
  };

  it('is answered to each person alone, and only when there is something to explain', async () => {
    const [groom, bride] = await aCouple();
    const booking = aBooking('marriage', await aTime('jinmen-lake'), [groom, bride], 'JM-DDDDD5');
    await turn('confirmed', booking);
    const reviews = await house.transactions.manager.findBy(MarriageReview, { bookingId: booking.id });
    const noOf = ({ personId }: Somebody) => reviews.find((each) => each.personId === personId)?.id ?? '';
    expect(reviews).toHaveLength(2);
    expect(await house.tells('REVIEW_DONE', { reviewNo: noOf(groom), result: 'CLEAR' })).toBe(200);
    const before = await groom.call('GET', '/notices');
    expect(await house.tells('REVIEW_DONE', { reviewNo: noOf(bride), result: 'ATTEND' })).toBe(200);
    expect(await noticesOf(bride)).toEqual(['有一件事请您到窗口说']);
    expect(await groom.call('GET', '/notices')).toEqual({ ...before, headers: expect.anything() });
    expect(await noticesOf(groom)).toEqual([]);
    expect(await house.tells('REVIEW_DONE', { reviewNo: noOf(bride), result: 'ATTEND' })).toBe(200);
    expect(await noticesOf(bride)).toHaveLength(1);
    const kept = await house.transactions.manager.findOneByOrFail(MarriageReview, { id: noOf(bride) });
    expect(kept.answer?.toString('latin1')).not.toContain('attend');
  });

  it('reaches nobody’s phone when the person has none here', async () => {
    const [groom, bride] = await aCouple();
    const booking = aBooking('marriage', await aTime('shuwai-taoyuan'), [groom, bride], 'JM-EEEEE6');
    const parties = booking.parties.map(({ accountId, ...party }) =>
      party.role === 'holder' ? { accountId, ...party } : party,
    );
    await turn('confirmed', { ...booking, parties: parties as Booking['parties'] });
    const review = await house.transactions.manager.findOneByOrFail(MarriageReview, {
      bookingId: booking.id,
      personId: bride.personId,
    });
    expect(await house.tells('REVIEW_DONE', { reviewNo: review.id, result: 'ATTEND' })).toBe(200);
    expect([await noticesOf(groom), await noticesOf(bride)]).toEqual([[], []]);
  });
});

describe('a divorce between its two steps', () => {
  const accepted = (divorceNo: string, people: readonly Somebody[], receivedDate = '2026-11-25') =>
    house.tells('DIVORCE_ACCEPTED', {
      divorceNo,
      orgCode: '120101',
      receivedDate,
      persons: people.map(({ name, idNumber }) => ({ name, certNo: idNumber })),
    });
  const refusal = (who: Somebody, site: string, at: string, other?: Somebody) =>
    house
      .open({ site, pool: 'divorce', at, capacity: 9 })
      .then((window) =>
        house.server.app.get(Divorces, { strict: false }).refusalFor(window, who.personId, other?.personId),
      );

  it('is seen by its two people alone, with the days the law gives', async () => {
    const [one, other] = await aCouple();
    const stranger = await house.somebody('1980-01-01', 'male');
    expect(await accepted('LH-1', [one, other])).toBe(200);
    expect(await accepted('LH-1', [one, other])).toBe(200);
    const { body } = await one.call('GET', '/marriage/divorce');
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        state: 'cooling',
        site: 'registry-120101',
        siteName: '和平区婚姻登记处',
        receivedOn: '2026-11-25',
        days: { coolingUntil: '2026-12-25', from: '2026-12-26', until: '2027-01-25', expected: true },
      },
    ]);
    expect((await other.call('GET', '/marriage/divorce')).body).toEqual(body);
    expect((await stranger.call('GET', '/marriage/divorce')).body).toEqual({ items: [] });
  });

  it('goes on at the same registry, in its thirty days, with the same two people, and nowhere else', async () => {
    const [one, other] = await aCouple();
    const stranger = await house.somebody('1981-01-01', 'female');
    expect(await refusal(one, 'registry-120101', '2026-12-28T09:00')).toBe(refusals.noApplication);
    await accepted('LH-2', [one, other]);
    expect(await refusal(one, 'registry-120102', '2026-12-28T09:00')).toBe(refusals.anotherRegistry);
    expect(await refusal(one, 'registry-120101', '2026-12-25T09:00')).toBe(refusals.notInItsDays);
    expect(await refusal(one, 'registry-120101', '2027-01-26T09:00')).toBe(refusals.notInItsDays);
    expect(await refusal(one, 'registry-120101', '2026-12-28T10:00')).toBeUndefined();
    expect(await refusal(other, 'registry-120101', '2027-01-25T09:00', one)).toBeUndefined();
    expect(await refusal(one, 'registry-120101', '2026-12-28T11:00', stranger)).toBe(refusals.notTheOther);
  });

  it('ends by the registry’s word: taken back by one of them, done, or lapsed when nobody came', async () => {
    const stateOf = async (who: Somebody) =>
      ((await who.call('GET', '/marriage/divorce')).body.items as { state: string }[]).map(({ state }) => state);
    const [[one, other], [third, fourth], [fifth, sixth]] = [await aCouple(), await aCouple(), await aCouple()];
    await accepted('LH-3', [one, other]);
    await accepted('LH-4', [third, fourth], '2026-10-20');
    await accepted('LH-5', [fifth, sixth], '2026-09-01');
    expect([await stateOf(one), await stateOf(third), await stateOf(fifth)]).toEqual([
      ['cooling'],
      ['ready'],
      ['lapsed'],
    ]);
    expect(await house.tells('DIVORCE_WITHDRAWN', { divorceNo: 'LH-3', date: '2026-11-26' })).toBe(200);
    expect(await house.tells('DIVORCE_DONE', { divorceNo: 'LH-3', date: '2026-11-26' })).toBe(200);
    expect(await house.tells('DIVORCE_DONE', { divorceNo: 'LH-4', date: '2026-11-26' })).toBe(200);
    expect([await stateOf(other), await stateOf(fourth)]).toEqual([['withdrawn'], ['done']]);
    expect(await refusal(one, 'registry-120101', '2026-12-29T09:00')).toBe(refusals.noApplication);
  });

  it('taken back calls off the second step that was booked for it, and both read why; counselling stays', async () => {
    const [one, other] = await aCouple();
    await accepted('LH-6', [one, other]);
    const book = async (kind: string, pool: 'divorce' | 'counselling', at: string) => {
      const window = await house.open({ site: 'registry-120101', pool, at, capacity: 2 });
      const wish = { service: 'marriage-registration', kind, windowId: window.id };
      const { body } = await one.call('POST', '/bookings', wish);
      const said = kind === 'counselling' ? {} : { partnerWay: 'own-phone' };
      expect((await one.call('POST', `/bookings/${body.id}/confirmation`, said)).status).toBe(200);
      return String(body.id);
    };
    const [second, counselling] = [
      await book('divorce-certificate', 'divorce', '2026-12-30T09:00'),
      await book('counselling', 'counselling', '2026-12-30T10:00'),
    ];
    const { token } = (await one.call('POST', `/bookings/${second}/invitations`, {})).body;
    expect((await other.call('POST', `/invitations/${token}/confirmation`, { agree: true })).status).toBe(200);
    expect(await house.tells('DIVORCE_WITHDRAWN', { divorceNo: 'LH-6', date: '2026-11-26' })).toBe(200);
    for (const who of [one, other]) {
      const { body } = await who.call('GET', `/bookings/${second}`);
      const steps = body.steps as { words: string }[];
      expect([body.state, steps.at(-1)?.words]).toEqual(['cancelled', `取消了（${WITHDRAWN_DIVORCE}）`]);
      const notices = (await who.call('GET', '/notices')).body.items as { title: string }[];
      expect(notices.filter(({ title }) => title === '您约的时间取消了')).toHaveLength(1);
    }
    expect((await one.call('GET', `/bookings/${counselling}`)).body.state).toBe('confirmed');
    await until(() =>
      expect(house.heard().filter(([path, { apptNo }]) => path.endsWith('cancel') && apptNo === second)).toHaveLength(
        1,
      ),
    );
  });
});

describe('a booking, from its time to the counter', () => {
  const wish = (who: Somebody, kind: string, windowId: string, details?: object) =>
    who.call('POST', '/bookings', { service: 'marriage-registration', kind, windowId, ...(details && { details }) });
  const stateOf = async (who: Somebody, id: unknown) => (await who.call('GET', `/bookings/${id}`)).body.state;

  async function booked(site: string, at: string) {
    const who = await house.somebody('1990-03-03', 'female', '测试来');
    const window = await house.open({ site, pool: 'counselling', at, capacity: 3 });
    const { body } = await wish(who, 'counselling', window.id);
    const { status } = await who.call('POST', `/bookings/${body.id}/confirmation`, {});
    expect([body.state, status]).toEqual(['held', 200]);
    return { who, id: String(body.id), number: String(body.number) };
  }

  it('is refused with the right office, or the age on that day, and nothing is kept', async () => {
    const window = await house.open({ site: 'registry-120105', pool: 'registration', at: '2026-12-03T09:00' });
    const [groom] = await aCouple();
    const abroad = await wish(groom, 'marriage', window.id, { bothMainland: false });
    expect(abroad).toMatchObject({ body: { code: 'marriage.other-office', detail: refusals.otherOffice.words } });
    const young = await house.somebody('2004-12-04', 'male');
    expect((await wish(young, 'marriage', window.id, { bothMainland: true })).body.code).toBe('marriage.too-young');
    expect((await wish(groom, 'marriage', window.id, { bothMainland: true })).status).toBe(201);
  });

  it('carries a pass the counter can check with the key both sides have, and is taken when they come', async () => {
    const { who, id, number } = await booked('registry-120103', '2026-11-26T10:30');
    const seal = (text: string) => createHmac('sm3', sendKey.key).update(text).digest('hex');
    const { code, token } = (await who.call('GET', `/bookings/${id}/pass`)).body as { code: string; token: string };
    expect(token).toBe(`${number}.${code}.${seal(`pass\n${number}\n${code}`).slice(0, 32)}`);
    const came = (occurredAt: string) => house.tells('CHECKED_IN', { showNo: number, occurredAt });
    const before = house.server.app.get(Clock).now().getTime();
    house.at(Date.parse('2026-11-25T03:00:00Z'));
    expect(await came('2026-11-25T10:25:00+08:00')).toBe(200);
    // nobody has come tomorrow
    expect(await came('2026-11-26T10:25:00+08:00')).toBe(422);
    expect(await stateOf(who, id)).toBe('confirmed');
    house.at(Date.parse('2026-11-26T02:25:00Z'));
    expect(await came('2026-11-26T10:25:00+08:00')).toBe(200);
    expect(await stateOf(who, id)).toBe('checked-in');
    house.at(before);
  });

  it('on a day the registry closes is kept without a place, and that day opens no more', async () => {
    const first = await booked('registry-120106', '2026-11-30T10:30');
    const second = await booked('registry-120106', '2026-11-30T15:30');
    const elsewhere = await booked('registry-120110', '2026-11-30T15:30');
    const closed = { orgCode: '120106', date: '2026-11-30', reason: '停电检修' };
    const eventId = randomUUID();
    for (let times = 0; times < 2; times += 1) expect(await house.tells('DAY_CLOSED', closed, eventId)).toBe(200);
    expect([await stateOf(first.who, first.id), await stateOf(second.who, second.id)]).toEqual([
      'displaced',
      'displaced',
    ]);
    expect(await stateOf(elsewhere.who, elsewhere.id)).toBe('confirmed');
    const told = () => house.heard().filter(([, body]) => body.apptNo === first.id || body.apptNo === second.id);
    await until(() => expect(told().filter(([path]) => path === 'appointments/suspend')).toHaveLength(2));
    expect(told()).toHaveLength(4);
    const { exceptions } = await house.server.app.get(Openings, { strict: false }).plan('marriage-registration');
    expect(exceptions).toContainEqual(
      expect.objectContaining({ site: 'registry-120106', day: '2026-11-30', what: { open: false, why: '停电检修' } }),
    );
  });

  it('that lost its day says what would do: the next round holds to it, and tells once', async () => {
    const { app } = house.server;
    const { who, id } = await booked('registry-120116', '2026-12-08T10:30');
    expect((await who.call('PUT', `/bookings/${id}/wishes`, { impossible: [], sites: [] })).status).toBe(409);
    await house.tells('DAY_CLOSED', { orgCode: '120116', date: '2026-12-08', reason: '停电检修' });
    await app.get(Jobs).wake('bookings.displaced');
    const wishes = { impossible: ['2026-12-09'], sites: ['registry-120116'] };
    const stranger = await house.somebody('1990-03-03', 'female', '测试来');
    const say = (by: Somebody, body: object) => by.call('PUT', `/bookings/${id}/wishes`, body);
    expect((await say(stranger, wishes)).status).toBe(404);
    expect((await say(who, { ...wishes, impossible: ['2026-02-30'] })).status).toBe(400);
    const saidBefore = async (by: Somebody) => (await by.call('GET', `/bookings/${id}/wishes`)).body;
    expect(await saidBefore(who)).toEqual({});
    for (let times = 0; times < 2; times += 1) expect((await say(who, wishes)).status).toBe(204);
    expect(await saidBefore(who)).toEqual({ said: wishes });
    expect(await saidBefore(stranger)).toMatchObject({ status: 404 });
    const at = (day: string, site: string) => house.open({ site, pool: 'counselling', at: `${day}T10:30` });
    await at('2026-12-09', 'registry-120116');
    await at('2026-12-08', 'registry-120104');
    const fits = await at('2026-12-11', 'registry-120116');
    // what was kept for them at once is over
    const now = app.get(Clock).now().getTime();
    house.at(now + 36 * 3_600_000);
    const desk = app.get(ReplacingDesk, { strict: false });
    const { members } = await desk.plan('J1001', 'marriage-registration', 'displaced');
    expect(members.find((each) => each.id === id)).toMatchObject({ slot: fits.id, worse: false });
    const told = async () => {
      const { body } = await who.call('GET', '/notices?limit=50');
      return (body.items as { title: string }[]).filter(({ title }) => title === '给您留了一个时间').length;
    };
    expect(await told()).toBe(0);
    for (let times = 0; times < 2; times += 1) await desk.apply('J1001', 'marriage-registration', 'displaced', '停电');
    expect(await told()).toBe(1);
    const { state, offers } = answered<BookingView>(await who.call('GET', `/bookings/${id}`));
    expect(state).toBe('displaced');
    expect(offers?.windows.filter(({ kept }) => kept).map(({ id }) => id)).toEqual([fits.id]);
    house.at(now);
  });

  it('that the counter does not know is answered to the counter', async () => {
    const { idNumber } = await house.somebody('1991-01-01', 'female');
    const came = { showNo: 'JM-ZZZZZ9', name: '测试来', certNo: idNumber };
    expect(await house.tells('PARTNER_CAME', { queryNo: 'W-1', ...came })).toBe(200);
    const twisted = idNumber.replace(/\d$/, (last) => String((Number(last) + 1) % 10)).replace('X', '1');
    expect(await house.tells('PARTNER_CAME', { queryNo: 'W-2', ...came, certNo: twisted })).toBe(200);
    const answers = () => house.heard().filter(([path]) => path === 'desk-answers');
    await until(() => expect(answers()).toHaveLength(2));
    const results = Object.fromEntries(answers().map(([, body]) => [body.queryNo, body.result]));
    expect(results).toEqual({ 'W-1': 'UNKNOWN', 'W-2': 'REFUSED' });
  });

  it('of a number nobody has is not applied, and neither is an excuse for somebody who came', async () => {
    const { number } = await booked('registry-120104', '2026-12-04T10:30');
    expect(await house.tells('CHECKED_IN', { showNo: 'JM-ZZZZZ8', occurredAt: '2026-11-20T10:25:00+08:00' })).toBe(200);
    expect(await house.tells('ABSENCE_EXCUSED', { showNo: number, reason: '路封了' })).toBe(200);
    expect(house.server.logs()).toContain('callback not-applicable');
  });
});

describe('the second person, at the counter', () => {
  it('says yes there with their ID; a no of the law is told to the counter, and shows nowhere else', async () => {
    const groom = await house.somebody('1996-05-02', 'male', '测试甲');
    const window = await house.open({ site: 'registry-120114', pool: 'registration', at: '2026-12-07T09:00' });
    const { body } = await groom.call('POST', '/bookings', {
      service: 'marriage-registration',
      kind: 'marriage',
      windowId: window.id,
      details: { bothMainland: true, ceremony: true },
    });
    const waits = await groom.call('POST', `/bookings/${body.id}/confirmation`, { partnerWay: 'desk' });
    expect(waits.body.state).toBe('pending-partner');
    const seen = async () => (await groom.call('GET', `/bookings/${body.id}`)).body;
    const before = await seen();
    const came = (queryNo: string, birth: string) => {
      const certNo = numbered(birth.replaceAll('-', ''), '972');
      return house.tells('PARTNER_CAME', { queryNo, showNo: body.number, name: '测试丙', certNo });
    };
    const answer = async (queryNo: string) => {
      const said = () => house.heard().find(([path, each]) => path === 'desk-answers' && each.queryNo === queryNo);
      await until(() => expect(said()).toBeDefined());
      return said()?.[1];
    };
    expect(await came('W-10', '2006-12-08')).toBe(200);
    expect(await answer('W-10')).toMatchObject({ result: 'REFUSED', words: refusals.tooYoung.words });
    expect(await seen()).toEqual(before);
    expect(await came('W-11', '2006-12-07')).toBe(200);
    expect(await answer('W-11')).toMatchObject({ result: 'CONFIRMED' });
    expect((await seen()).state).toBe('confirmed');
    expect(await came('W-12', '2006-12-07')).toBe(200);
    expect(await answer('W-12')).toMatchObject({ result: 'ALREADY' });
    const of = (wanted: string) => house.heard().filter(([path, { apptNo }]) => path === wanted && apptNo === body.id);
    await until(() => expect([of('appointments').length, of('reviews').length]).toEqual([1, 2]));
    expect(of('appointments')[0]?.[1]).toMatchObject({
      ceremony: 'Y',
      persons: [
        { role: 'A', name: '测试甲', certNo: groom.idNumber },
        { role: 'B', name: '测试丙' },
      ],
    });
  });
});

describe('the names on a pass', () => {
  async function married(groom: Somebody, bride: Somebody): Promise<string> {
    const { id: windowId } = await house.open({
      site: 'registry-120112',
      pool: 'registration',
      at: '2026-12-08T09:00',
    });
    const details = { bothMainland: true };
    const wish = { service: 'marriage-registration', kind: 'marriage', windowId, details };
    const id = String((await groom.call('POST', '/bookings', wish)).body.id);
    await groom.call('POST', `/bookings/${id}/confirmation`, { partnerWay: 'own-phone' });
    expect((await groom.call('POST', `/bookings/${id}/pass/own-name`)).body.code).toBe('booking.no-pass');
    const { token } = (await groom.call('POST', `/bookings/${id}/invitations`, {})).body;
    expect((await bride.call('POST', `/invitations/${token}/confirmation`, { agree: true })).status).toBe(200);
    return id;
  }

  it('are masked; each may see their own and never the other’s, which is written down, and not without end', async () => {
    const [groom, bride] = await aCouple();
    const stranger = await house.somebody('1990-04-04', 'male');
    const id = await married(groom, bride);
    const pass = await bride.call('GET', `/bookings/${id}/pass`);
    expect(JSON.stringify(pass.body)).not.toMatch(/测试[甲乙]/);
    const ask = (who: Somebody) => who.call('POST', `/bookings/${id}/pass/own-name`);
    expect((await ask(groom)).body).toEqual({ name: '测试甲' });
    expect((await ask(bride)).body).toEqual({ name: '测试乙' });
    expect((await ask(stranger)).status).toBe(404);
    const shown = { action: 'booking.own-name-shown', object: `booking:${id}` };
    const written = await house.transactions.manager.findBy(AuditRow, shown);
    expect(new Map(written.map(({ actorId, person }) => [actorId, person]))).toEqual(
      new Map([groom, bride].map(({ accountId, personId }) => [accountId, personId])),
    );
    for (let times = 1; times < 20; times += 1) expect((await ask(groom)).status).toBe(200);
    expect((await ask(groom)).body.code).toBe('booking.own-name-too-many');
    expect((await ask(bride)).status).toBe(200);
    expect(house.server.logs()).not.toMatch(/测试[甲乙]/);
  });
});
