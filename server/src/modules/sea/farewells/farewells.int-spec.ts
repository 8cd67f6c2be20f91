import { randomUUID } from 'node:crypto';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { BookingView } from '@jinmen/shared/bookings/views';
import type { FamilyFound, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { notSigned } from '../../../../test/not-signed';
import { newReader, type Reader, type ReadingHouse, readerOf, startReadingHouse } from '../../../../test/reading-house';
import { numbered } from '../../../../test/relief-house';
import { answered, type Reply, send } from '../../../../test/resident';
import { AddressLimits } from '../../../platform/address-limit/address-limits';
import { Jobs } from '../../../platform/jobs/jobs';
import { Bookings } from '../../bookings/bookings.port';
import { VoyagesDesk } from '../voyages/voyages-desk.port';
import { LEFT_WITHOUT } from './farewell-words';
import { Farewells } from './farewells.port';
import { SignedFarewells } from './signed-farewells';

const NOW = Date.parse('2026-11-25T02:00:00Z');
const DAY_MS = 24 * 3_600_000;
const STAFF = { kind: 'staff', id: 'test' } as const;

let house: ReadingHouse;
let people = 0;
let days = 9;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(async () => {
  const past = await notSigned(house.server, SignedFarewells);
  await house.end();
  expect(past).toEqual([]);
});
beforeEach(() => house.at(NOW));

const call = (who: Reader, method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Reply> =>
  send(house.server, method, `/api/v1${path}`, body, {
    authorization: `Bearer ${who.accountId}`,
    'idempotency-key': key,
  });
const seen = <View = FarewellView>(reply: Reply): View => answered<View>(reply);
const problem = (status: number, code: string) => ({ status, body: expect.objectContaining({ code }) });
const view = async (who: Reader, id: string) => seen(await call(who, 'GET', `/farewells/${id}`));
const contact = { phone: '13800005678', wantsCalls: false };
const somebody = () => {
  people += 1;
  return { name: `测试逝者${'甲乙丙丁戊己庚辛壬癸'[people % 10]}`, died: `2026-10-${10 + people}` };
};
const drafted = async (who: Reader, deceased: object, company?: object): Promise<string> => {
  const { id } = seen(await call(who, 'POST', '/farewells', {}));
  seen(await call(who, 'PATCH', `/farewells/${id}`, { version: 1, deceased, contact, ...(company && { company }) }));
  return id;
};
const signUp = (who: Reader, id: string, body: object = {}) => call(who, 'POST', `/farewells/${id}/sign-up`, body);
const signedUp = async (who: Reader, deceased: object = somebody(), company?: object): Promise<string> => {
  const id = await drafted(who, deceased, company);
  seen(await signUp(who, id));
  return id;
};
const aVoyage = async (capacity = { urns: 9, seats: 9 }): Promise<string> => {
  days += 1;
  const startsAt = new Date(NOW + days * DAY_MS);
  const at = (hours: number) => new Date(startsAt.getTime() + hours * 3_600_000);
  const { id } = await house.transactions.run(() =>
    house.server.app.get(VoyagesDesk, { strict: false }).open(
      {
        vessel: '国宾9号',
        startsAt,
        endsAt: at(3),
        opensAt: new Date(NOW - DAY_MS),
        closesAt: at(-48),
        meeting: { place: '天津市殡仪服务总站', at: at(-2) },
        timetable: [{ step: 'rite', at: startsAt }],
        capacity,
        sample: true,
      },
      STAFF,
      'test',
    ),
  );
  return id;
};
const hold = (who: Reader, farewell: string, windowId: string, more: object = {}) =>
  call(who, 'POST', '/bookings', {
    service: 'sea-scattering',
    kind: 'voyage',
    windowId,
    details: { farewell, ...more },
  });
const farewells = () => house.server.app.get(Farewells, { strict: false });
const seatsOf = async (voyage: string) =>
  house.count(
    'SELECT w.taken AS count FROM slot_window w JOIN sea_voyage v ON v.seats_window_id = w.id WHERE v.id = ?',
    [voyage],
  );

describe('a draft', () => {
  it('begins a claim for money with what was typed of the one who died, and says where that comes from', async () => {
    const who = await newReader(house.server);
    const claim = async () => {
      const programmes = ['funeral-subsidy', 'eco-burial-reward'];
      return seen<ApplicationView>(await call(who, 'POST', '/relief/applications', { programmes }));
    };
    expect((await claim()).found).toBeUndefined();
    const { id, version } = seen(await call(who, 'POST', '/farewells', {}));
    const deceased = { died: '2026-10-01', cremated: '2026-10-03', hukouInTianjin: true };
    seen(await call(who, 'PATCH', `/farewells/${id}`, { version, deceased }));
    const { fields, found } = await claim();
    expect(fields).toMatchObject({
      'fact:deceased.cremationDay': '2026-10-03',
      'fact:deceased.hukouOutsideTianjin': false,
      'fact:burial.way': 'sea',
    });
    expect(found).toMatchObject({ 'fact:deceased.cremationDay': '撒海登记' });
    const living = await call(who, 'POST', '/relief/applications', { programmes: ['minimum-living-allowance'] });
    expect(seen<ApplicationView>(living).found).toBeUndefined();
    // both parents: nobody knows for which of them the next claim is
    seen(await call(who, 'POST', '/farewells', {}));
    expect((await claim()).found).toBeUndefined();
  });

  it('begins with nothing, keeps each section as it was typed, and shows numbers by their ends alone', async () => {
    const who = await newReader(house.server);
    const { id, version } = seen(await call(who, 'POST', '/farewells', {}));
    const deceased = { name: '测试 逝者', idNumber: '11010519491231002x', died: '2026-10-01' };
    const typed = { version, deceased, contact: { phone: '138 0000 5678', wantsCalls: true } };
    const changed = seen(await call(who, 'PATCH', `/farewells/${id}`, typed));
    expect(changed).toMatchObject({
      version: 2,
      deceased: { name: '测试逝者', idNumber: '1****************X' },
      phone: '138****5678',
    });
    const again = { version: 1, deceased: changed.deceased, contact: { phone: changed.phone, wantsCalls: true } };
    expect(seen(await call(who, 'PATCH', `/farewells/${id}`, again)).version).toBe(2);
    const wrong = { version: 2, deceased: { ...deceased, idNumber: '110105194912310021' } };
    expect((await call(who, 'PATCH', `/farewells/${id}`, wrong)).body).toMatchObject({
      errors: [{ field: 'deceased.idNumber', code: 'id-number.check-digit' }],
    });
    const stale = await call(who, 'PATCH', `/farewells/${id}`, { version: 1, ashes: { place: 'at-home' } });
    expect(stale).toMatchObject(problem(409, 'farewell.stale'));
    expect(stale.body).toMatchObject({ current: { version: 2 } });
    const [kept]: { content: Buffer }[] = await house.transactions.manager.query(
      'SELECT content FROM farewell WHERE id = ?',
      [id],
    );
    for (const personal of ['测试逝者', '11010519491231002X', '13800005678'])
      expect(Buffer.from(kept?.content ?? []).includes(personal)).toBe(false);
    const other = await newReader(house.server);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { version: 2 }],
      ['POST', '/sign-up', {}],
      ['POST', '/withdrawal', {}],
      ['PUT', '/view-of-mine', { state: 'differs' }],
    ] as const)
      expect((await call(other, method, `/farewells/${id}${path}`, body)).status).toBe(404);
    expect((await call(other, 'GET', '/farewells')).body).toEqual({ items: [] });
  });
});

describe('the life of a farewell', () => {
  it('asks for a telephone alone, takes a place for the urn and each who comes, and loses nothing when it is put down', async () => {
    const who = await newReader(house.server);
    const { id } = seen(await call(who, 'POST', '/farewells', {}));
    expect(await signUp(who, id)).toMatchObject({ status: 400, body: { errors: [{ field: 'contact.phone' }] } });
    const impossible = new Date(NOW + (days + 1) * DAY_MS).toISOString().slice(0, 10);
    const company = { aboard: 3, ashore: 1, named: [{ id: 'a', name: '测试老人', age: 82, where: 'aboard' }] };
    const sections = { contact, company, wishes: { impossible: [impossible], proxy: 'never' } };
    seen(await call(who, 'PATCH', `/farewells/${id}`, { version: 1, ...sections }));
    const voyage = await aVoyage({ urns: 2, seats: 4 });
    expect(await hold(who, id, voyage)).toMatchObject(problem(409, 'farewell.not-signed-up'));
    const key = randomUUID();
    const signed = seen(await call(who, 'POST', `/farewells/${id}/sign-up`, {}, key));
    expect(seen(await call(who, 'POST', `/farewells/${id}/sign-up`, {}, key))).toEqual(signed);
    expect(signed).toMatchObject({ state: 'signed-up', acts: expect.arrayContaining(['choose-voyage', 'withdraw']) });
    expect((await farewells().unplaced()).map((each) => each.id)).toContain(id);

    expect(await hold(who, id, voyage)).toMatchObject(problem(409, 'farewell.impossible-day'));
    const stranger = await newReader(house.server);
    expect(await hold(stranger, id, voyage)).toMatchObject(problem(400, 'request.invalid'));
    expect(await seatsOf(voyage)).toBe(0);
    const held = seen<BookingView>(await hold(who, id, voyage, { evenThen: true }));
    expect(await seatsOf(voyage)).toBe(3);
    const until = new Date(NOW + 30 * 60_000).toISOString();
    expect((await view(who, id)).place).toMatchObject({ state: 'held', keptUntil: until, voyage: { id: voyage } });
    seen<BookingView>(await call(who, 'POST', `/bookings/${held.id}/confirmation`, {}));
    expect((await view(who, id)).acts).toEqual(expect.arrayContaining(['passes', 'change-voyage']));
    expect((await farewells().unplaced()).map((each) => each.id)).not.toContain(id);

    const { version } = await view(who, id);
    const grow = (aboard: number) =>
      call(who, 'PATCH', `/farewells/${id}`, { version, company: { ...company, aboard } });
    expect(await grow(5)).toMatchObject(problem(409, 'farewell.voyage-full'));
    expect(await view(who, id)).toMatchObject({ version, company: { aboard: 3 } });
    seen(await grow(4));
    expect(await seatsOf(voyage)).toBe(4);

    expect(await call(who, 'POST', `/farewells/${id}/withdrawal`, {})).toMatchObject(
      problem(409, 'farewell.has-place'),
    );
    const put = seen(await call(who, 'POST', `/farewells/${id}/withdrawal`, { givePlaceBack: true }));
    expect(put).toMatchObject({ state: 'withdrawn', acts: ['restore'], company: { aboard: 4 } });
    expect(put.place).toBeUndefined();
    house.at(NOW + 90 * DAY_MS);
    const back = seen(await call(who, 'POST', `/farewells/${id}/restoration`));
    expect(back).toMatchObject({ state: 'signed-up', company: { aboard: 4 } });
    expect(back.steps.map(({ words }) => words)).toEqual([
      ...['开始准备', '登记好了', '先留了一个位置', '航班定下来了', '一起去的人数改了', '位置放开了，登记还在'],
      ...['先放下了，登记的内容还留着', '接着办'],
    ]);
  });

  it('that asks the crew takes an urn alone, also where every seat is somebody’s', async () => {
    const voyage = await aVoyage({ urns: 3, seats: 1 });
    const [first, crew] = [await newReader(house.server), await newReader(house.server)];
    seen(await hold(first, await signedUp(first), voyage));
    const id = await signedUp(crew);
    seen(await call(crew, 'PATCH', `/farewells/${id}`, { version: 3, way: 'proxy' }));
    expect((await hold(first, await signedUp(first), voyage)).body).toMatchObject({ code: 'booking.window-full' });
    seen(await hold(crew, id, voyage));
    expect((await view(crew, id)).place?.voyage).toMatchObject({ id: voyage, state: 'open' });
    expect(await seatsOf(voyage)).toBe(1);
  });

  it('goes on when its voyage does not sail, and is found by its place also after that is over', async () => {
    const who = await newReader(house.server);
    const id = await signedUp(who);
    const voyage = await aVoyage();
    const { id: booking } = seen<BookingView>(await hold(who, id, voyage));
    seen<BookingView>(await call(who, 'POST', `/bookings/${booking}/confirmation`, {}));
    const desk = house.server.app.get(VoyagesDesk, { strict: false });
    expect(await desk.suspend(voyage, '风大，船不能出去', STAFF, 'test')).toBe(1);
    expect((await view(who, id)).place).toMatchObject({ state: 'displaced', booking });
    expect(await farewells().ofBooking(booking)).toMatchObject({ id, bookingId: booking });
    seen(await call(who, 'POST', `/farewells/${id}/withdrawal`, { givePlaceBack: true }));
    expect((await farewells().ofBooking(booking))?.bookingId).toBeUndefined();
  });

  it('is told of its place once each, in words of its own, and never of what the family has just laid aside itself', async () => {
    const who = await newReader(house.server);
    const id = await signedUp(who);
    const [first, other] = [await aVoyage(), await aVoyage()];
    const { id: booking } = seen<BookingView>(await hold(who, id, first));
    seen<BookingView>(await call(who, 'POST', `/bookings/${booking}/confirmation`, {}));
    seen<BookingView>(await call(who, 'POST', `/bookings/${booking}/reschedule`, { windowId: other }));
    const { startsAt } = seen<FarewellView>(await call(who, 'GET', `/farewells/${id}`)).place?.voyage ?? {};
    house.at(Date.parse(startsAt ?? '') - DAY_MS);
    await house.server.app.get(Jobs).wake('bookings.tomorrow');
    await house.server.app.get(Jobs).wake('bookings.tomorrow');
    const callOff = () => house.server.app.get(Bookings, { strict: false }).callOff(booking, LEFT_WITHOUT);
    expect(await house.transactions.run(callOff)).toBe('done');
    const { steps } = seen<FarewellView>(await call(who, 'GET', `/farewells/${id}`));
    expect(steps.at(-1)?.words).toBe('那天开船的时候没有等到您，登记还在');
    house.at(NOW);
    const again = seen<BookingView>(await hold(who, id, first));
    seen<BookingView>(await call(who, 'POST', `/bookings/${again.id}/confirmation`, {}));
    seen(await call(who, 'POST', `/farewells/${id}/withdrawal`, { givePlaceBack: true }));
    const { items } = (await call(who, 'GET', '/notices?limit=50')).body as { items: { title: string }[] };
    expect(items.map(({ title }) => title).toSorted()).toEqual(
      ['日子定下来了', '日子改好了', '定好的日子是明天', '那一班的位置放开了', '日子定下来了'].toSorted(),
    );
  });

  it('that a desk signed up is told of on the phone they confirmed their name on first', async () => {
    const idNumber = numbered('19480302', '877');
    const first = await readerOf(house.server, idNumber);
    house.at(house.now() + 1000);
    const later = await readerOf(house.server, idNumber);
    const applicant = { name: '测试读者', idNumber };
    const given = { reference: randomUUID(), applicant, phone: '13900001234', sections: { deceased: somebody() } };
    const { id } = await house.transactions.run(() => farewells().signUpByDesk(given));
    expect(
      await house.count('SELECT COUNT(*) AS count FROM farewell WHERE id = ? AND account_id = ?', [
        id,
        first.accountId,
      ]),
    ).toBe(1);
    expect((await call(first, 'GET', `/farewells/${id}`)).status).toBe(200);
    expect((await call(later, 'GET', `/farewells/${id}`)).status).toBe(404);
  });

  it('that a desk signed up before they had a phone is told of on the first they confirm their name on, and on no later one', async () => {
    const idNumber = numbered('19480302', '878');
    const applicant = { name: '测试读者', idNumber };
    const given = { reference: randomUUID(), applicant, phone: '13900001234', sections: { deceased: somebody() } };
    await house.transactions.run(() => farewells().signUpByDesk(given));
    const first = await readerOf(house.server, idNumber);
    house.at(house.now() + 1000);
    const later = await readerOf(house.server, idNumber);
    const relative = await newReader(house.server);
    const draft = await drafted(relative, given.sections.deceased);
    const found = (await signUp(relative, draft)).body.family as FamilyFound;
    seen(await call(relative, 'POST', '/farewell-asks', { ask: found.ask, relation: '弟弟' }));
    const titles = async (who: Reader) =>
      ((await call(who, 'GET', '/notices')).body.items as { title: string }[]).map(({ title }) => title);
    expect(await titles(first)).toContain('家里有人想和您一起办');
    expect(await titles(later)).toEqual([]);
  });

  it('that a desk signed up is the same record, and theirs on the phone they confirm their name on', async () => {
    const caller = await newReader(house.server);
    const person = await farewells().find(await signedUp(caller));
    const applicant = { name: '测试读者', idNumber: person?.applicant?.idNumber ?? '' };
    const given = { reference: randomUUID(), applicant, phone: '13900001234', sections: { deceased: somebody() } };
    const phoneIn = () => house.transactions.run(() => farewells().signUpByDesk(given));
    const [first, again] = [await phoneIn(), await phoneIn()];
    expect(again.id).toBe(first.id);
    expect(await view(caller, first.id)).toMatchObject({ you: 'applicant', state: 'signed-up', phone: '139****1234' });
    const sibling = await newReader(house.server);
    const other = { ...given, reference: randomUUID(), applicant: { ...applicant, idNumber: await numberOf(sibling) } };
    const met = await house.transactions.run(() => farewells().signUpByDesk(other));
    expect(met).toMatchObject({ id: first.id, kin: [{ personId: sibling.personId, state: 'asks' }] });
  });
});

async function numberOf(who: Reader): Promise<string> {
  return (await farewells().find(await signedUp(who)))?.applicant?.idNumber ?? '';
}

describe('siblings', () => {
  const familyOf = (reply: Reply) => reply.body.family as FamilyFound;

  it('who sign up in the same moment have one farewell between them, and the second finds the first', async () => {
    const deceased = somebody();
    const siblings = await Promise.all([1, 2, 3].map(() => newReader(house.server)));
    const ids: string[] = [];
    for (const who of siblings) ids.push(await drafted(who, deceased));
    const replies = await Promise.all(siblings.map((who, at) => signUp(who, ids[at] ?? '')));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409)) {
      expect(reply.body).toMatchObject({ code: 'farewell.family-already', family: { name: '测*' } });
      for (const id of ids) expect(JSON.stringify(reply.body)).not.toContain(id);
    }
  });

  it('can ask, be taken in, and differ; then no voyage is chosen for them, and nothing that stands is lost', async () => {
    const deceased = { ...somebody(), idNumber: '11010519491231002X' };
    const [first, second] = [await newReader(house.server), await newReader(house.server)];
    const id = await signedUp(first, deceased, { aboard: 1, ashore: 0, named: [] });
    const draft = await drafted(second, { idNumber: '110105194912310 02x' });
    expect((await view(second, draft)).family).toMatchObject({ name: '测*' });
    const { ask } = familyOf(await signUp(second, draft));
    const stranger = await newReader(house.server);
    const me = { relation: '妹妹', words: '我也想去' };
    expect(await call(stranger, 'POST', '/farewell-asks', { ask, ...me })).toMatchObject(
      problem(409, 'farewell.ask-gone'),
    );
    for (const _time of [1, 2])
      expect(seen(await call(second, 'POST', '/farewell-asks', { ask, ...me }))).toMatchObject({ state: 'asked' });
    expect((await call(second, 'GET', `/farewells/${id}`)).status).toBe(404);
    const asked = (await view(first, id)).kin[0];
    expect(asked).toMatchObject({ state: 'asks', name: expect.stringContaining('测'), words: '我也想去' });
    const answer = (takeIn: boolean) => call(first, 'POST', `/farewells/${id}/kin/${asked?.id}/answer`, { takeIn });
    seen(await answer(true));
    expect(await answer(false)).toMatchObject(problem(409, 'farewell.kin-answered'));
    const theirs = await view(second, id);
    expect(theirs).toMatchObject({ you: 'kin', acts: ['speak'], kin: [{ you: true, state: 'silent' }] });
    expect(JSON.stringify(theirs)).not.toMatch(/\d{17}|1\*+X|138\*/);
    expect(await call(second, 'PATCH', `/farewells/${id}`, { version: 2, way: 'proxy' })).toMatchObject(
      problem(409, 'farewell.applicant-only'),
    );

    const voyage = await aVoyage();
    seen<BookingView>(await hold(first, id, voyage));
    const differs = { state: 'differs', words: '想等春天' };
    seen(await call(second, 'PUT', `/farewells/${id}/view-of-mine`, differs));
    expect(await view(first, id)).toMatchObject({
      place: { state: 'held' },
      open: expect.arrayContaining([{ section: 'kinship', words: expect.stringContaining('工作人员会打电话') }]),
      kin: [{ state: 'differs', words: '想等春天' }],
    });
    expect((await farewells().contested()).map((each) => each.id)).toEqual([id]);
    const titles = ((await call(first, 'GET', '/notices')).body.items as { title: string }[]).map(({ title }) => title);
    expect(titles.sort()).toEqual(['家里有人想和您一起办', '家里有人说了自己的想法']);
    seen(await call(first, 'POST', `/farewells/${id}/withdrawal`, { givePlaceBack: true }));
    seen(await call(first, 'POST', `/farewells/${id}/restoration`));
    expect(await hold(first, id, voyage)).toMatchObject(problem(409, 'farewell.differs'));
    seen(await call(second, 'PUT', `/farewells/${id}/view-of-mine`, { state: 'agrees' }));
    seen<BookingView>(await hold(first, id, voyage));
  });

  it('may look at so many links from one phone or network; then there is a time to wait, in words', async () => {
    const first = await newReader(house.server);
    const id = await signedUp(first, somebody());
    const { token } = seen<{ token: string }>(await call(first, 'POST', `/farewells/${id}/invitations`));
    const look = () => send(house.server, 'GET', `/api/v1/farewell-invitations/${token}`);
    const enough = jest.spyOn(house.server.app.get(AddressLimits, { strict: false }), 'take').mockResolvedValue(60);
    expect(await look()).toMatchObject(problem(429, 'farewell.too-many'));
    enough.mockRestore();
    expect((await look()).body).toMatchObject({ state: 'open' });
  });

  it('join by a link, once; and two families of the same name and day are kept apart by their numbers', async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => newReader(house.server)));
    if (!first || !second || !third) throw new Error('three readers were made');
    const deceased = { ...somebody(), idNumber: '440524188001010014' };
    const id = await signedUp(first, deceased);
    const { token } = seen<{ token: string }>(await call(first, 'POST', `/farewells/${id}/invitations`));
    const look = await send(house.server, 'GET', `/api/v1/farewell-invitations/${token}`);
    expect(look.body).toEqual({ state: 'open', from: '测*', until: expect.any(String) });
    const join = (who: Reader) =>
      call(who, 'POST', `/farewell-invitations/${token}/acceptance`, { join: true, relation: '弟弟' });
    expect(await join(first)).toMatchObject(problem(409, 'farewell-invitation.yourself'));
    expect(seen(await join(second))).toMatchObject({ id, you: 'kin' });
    expect(await join(third)).toMatchObject(problem(409, 'farewell-invitation.used'));

    const namesake = await drafted(third, { name: deceased.name, died: deceased.died });
    expect(await signUp(third, namesake)).toMatchObject(problem(409, 'farewell.family-already'));
    expect(await signUp(third, namesake, { notTheSame: true })).toMatchObject(problem(409, 'farewell.family-already'));
    const { version } = await view(third, namesake);
    const known = { version, deceased: { ...deceased, idNumber: numbered('19400102', '001') } };
    seen(await call(third, 'PATCH', `/farewells/${namesake}`, known));
    expect(seen(await signUp(third, namesake))).toMatchObject({ state: 'signed-up', you: 'applicant' });
  });
});
