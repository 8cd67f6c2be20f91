import { randomUUID } from 'node:crypto';
import { allowAgain, withhold } from '../../../test/confirmed';
import { READING_ROOM } from '../../../test/fakes/reading-room';
import { MONDAY, type ReadingHouse, startReadingHouse } from '../../../test/reading-house';
import { Transactions } from '../../platform/database/transactions';
import { Holding } from './holding.service';

let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const problem = (status: number, code: string) => ({ status, body: expect.objectContaining({ code }) });

describe('a time that is kept', () => {
  it('is theirs for ten minutes, told once under one key, and nobody else’s to read', async () => {
    const [anna, berta, windowId] = [await house.reader(), await house.reader(), await house.open()];
    const key = randomUUID();
    const [one, other] = await Promise.all([anna.wish(windowId, 'desk', key), anna.wish(windowId, 'desk', key)]);
    expect(one.status).toBe(201);
    expect(other.body).toEqual(one.body);
    expect(one.body).toMatchObject({
      number: expect.stringMatching(/^JM-[2-9A-Z]{6}$/),
      state: 'held',
      window: { id: windowId, state: 'sold-out', left: 0 },
      holdUntil: new Date(house.now() + 600_000).toISOString(),
      parties: [{ role: 'holder', name: '测试**', you: true, confirmed: false }],
      acts: ['renew', 'confirm', 'reschedule', 'cancel'],
      steps: [{ words: '时间先给您留着' }],
    });
    expect(await anna.view(String(one.body.id))).toEqual(one.body);
    const none = await berta.call('GET', `/${randomUUID()}`);
    expect(await berta.call('GET', `/${one.body.id}`)).toMatchObject({ status: 404, body: none.body });
    expect((await berta.call('GET', '')).body).toEqual({ items: [] });
    expect((await anna.call('GET', '')).body).toEqual({ items: [one.body] });
  });

  it('goes to as many as there is room for, and tells the others three times nearby', async () => {
    const windowId = await house.open({ startsIn: 200, capacity: 3 });
    const near = await Promise.all([
      house.open({ startsIn: 224 }),
      house.open({ startsIn: 200, site: 'south' }),
      house.open({ startsIn: 152 }),
    ]);
    await house.open({ startsIn: 272 });
    const readers = await Promise.all(Array.from({ length: 12 }, () => house.reader()));
    const replies = await Promise.all(readers.map((reader) => reader.wish(windowId)));
    const lost = replies.filter(({ status }) => status !== 201);
    expect(lost).toHaveLength(9);
    for (const reply of lost) expect(reply).toMatchObject(problem(409, 'booking.window-full'));
    expect(lost[0]?.body.near).toMatchObject([
      { id: near[0] },
      { id: near[1], siteName: 'south library' },
      { id: near[2] },
    ]);
    expect(await house.count('SELECT COUNT(*) AS count FROM booking WHERE window_id = ?', [windowId])).toBe(3);
  });

  it('is one for one person, from however many phones and at however many places at once', async () => {
    const anna = await house.reader();
    const windows = await Promise.all(
      Array.from({ length: 8 }, () => house.open({ startsIn: 300 + Math.random() * 9, capacity: 5 })),
    );
    const replies = await Promise.all(windows.map((windowId) => anna.wish(windowId)));
    const won = replies.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    for (const reply of replies.filter(({ status }) => status !== 201)) {
      expect(reply).toMatchObject(problem(409, 'booking.already-yours'));
      expect(reply.body.booking).toBe(won[0]?.body.id);
    }
    const taken = 'SELECT SUM(taken) AS count FROM slot_window WHERE id IN (?, ?, ?, ?, ?, ?, ?, ?)';
    expect(await house.count(taken, windows)).toBe(1);
  });

  it('is refused a second early, whatever the phone’s clock says, with the time it opens', async () => {
    const anna = await house.reader();
    const opensAt = MONDAY - 3_600_000;
    const windowId = await house.open({ opensAt });
    const before = house.now();
    house.at(opensAt - 1000);
    const early = await anna.wish(windowId);
    expect(early).toMatchObject(problem(409, 'booking.not-open-yet'));
    expect(early.body).toMatchObject({
      opensAt: new Date(opensAt).toISOString(),
      detail: expect.stringContaining('11\u00a0月\u00a030\u00a0日 8:00'),
    });
    house.at(opensAt);
    expect((await anna.wish(windowId)).status).toBe(201);
    house.at(before);
  });

  it('needs their yes to the use of their name, to be kept and to be confirmed; what they have they see and give back', async () => {
    const { server } = house;
    const [anna, mine, other] = [await house.reader(), await house.open(), await house.open()];
    const { id } = await anna.held(mine);
    await withhold(server, anna.accountId);
    const refused = { ...problem(403, 'consent.required') };
    const named = { body: expect.objectContaining({ purpose: 'real-name-verification' }) };
    expect(await anna.wish(other)).toMatchObject({ ...refused, ...named });
    const wanted = { service: READING_ROOM, kind: 'desk', windowId: other, details: {} };
    const plain = server.app.get(Holding, { strict: false });
    const alone = server.app.get(Transactions).run(() => plain.hold(anna.accountId, wanted));
    await expect(alone).rejects.toMatchObject({ code: 'consent.required' });
    expect(await anna.call('POST', `/${id}/confirmation`, {})).toMatchObject({ ...refused, ...named });
    expect((await anna.view(id)).state).toBe('held');
    expect((await anna.call('GET', '')).body).toMatchObject({ items: [{ id }] });
    expect((await anna.call('DELETE', `/${id}`)).body).toMatchObject({ state: 'cancelled' });
    await allowAgain(server, anna.accountId);
    expect(await anna.wish(other)).toMatchObject({ status: 201 });
  });

  it('leaves nothing when its service, its kind, its window or its person is refused', async () => {
    const [anna, windowId] = [await house.reader(), await house.open()];
    const wish = { service: 'reading-room', kind: 'desk', windowId };
    const at = async (more: object) => {
      const { status, body } = await anna.call('POST', '', { ...wish, ...more });
      return [status, (body.errors as { field: string }[] | undefined)?.[0]?.field ?? body.code];
    };
    expect(await at({ service: 'boat-trip' })).toEqual([400, 'service']);
    expect(await at({ kind: 'sofa' })).toEqual([400, 'kind']);
    expect(await at({ kind: 'table' })).toEqual([400, 'windowId']);
    expect(await at({ windowId: randomUUID() })).toEqual([400, 'windowId']);
    expect(await at({ details: { lamp: 'yes' } })).toEqual([400, 'details.lamp']);
    house.room.refused.set(anna.personId, { code: 'reading-room.no-card', words: '还没有读者证。' });
    expect(await at({})).toEqual([409, 'reading-room.no-card']);
    house.room.refused.clear();
    expect(await house.count('SELECT taken AS count FROM slot_window WHERE id = ?', [windowId])).toBe(0);
    expect(await house.count('SELECT COUNT(*) AS count FROM booking WHERE window_id = ?', [windowId])).toBe(0);
    expect((await anna.wish(windowId)).status).toBe(201);
  });
});
