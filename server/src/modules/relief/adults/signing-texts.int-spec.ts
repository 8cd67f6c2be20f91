import type { HouseholdMember } from '@jinmen/shared/applications/field';
import { numbered, type TestResident, viewOf } from '../../../../test/relief-house';
import { until } from '../../../../test/until';
import { daughter, startWhomHouse, type WhomHouse } from '../../../../test/whom-house';
import { Jobs } from '../../../platform/jobs/jobs';
import { RelayPace } from '../../../platform/outbox/relay-pace';

const LIVING = 'minimum-living-allowance';
const DAY_MS = 86_400_000;
const husband: HouseholdMember = { id: 'm1', name: '测试丙', idNumber: numbered('19810202'), relation: 'spouse' };

let whom: WhomHouse;
let day = 0;

beforeAll(async () => {
  whom = await startWhomHouse();
  jest.spyOn(whom.house.server.app.get(RelayPace), 'backoffMs').mockReturnValue(20);
});
afterAll(() => whom.house.end());
beforeEach(() => {
  day += 2;
  at('10:00');
});

const dayOf = (more = 0) =>
  new Date(Date.parse('2026-11-25T00:00:00Z') + (day + more) * DAY_MS).toISOString().slice(0, 10);
/** Of this test's day, in Tianjin. */
const at = (hour: string, more = 0) => whom.at(new Date(`${dayOf(more)}T${hour}:00+08:00`).toISOString());
const anna = () => whom.resident(daughter);
const textsTo = (phone: string) => whom.sent.filter((message) => message.phone === phone).length;

/** A draft that names a husband, and what is asked of him. */
async function draft(who: TestResident) {
  const { id, version } = viewOf(await who.post('', { programmes: [LIVING] }));
  viewOf(await who.call('PATCH', `/${id}`, { version, fields: { 'household.members': [husband] } }));
  const text = (phone: string) => who.post(`/${id}/authorisations`, { member: husband.id, way: 'link', phone });
  return { id, text, throwAway: () => who.call('DELETE', `/${id}`) };
}
/** How often a message still waits after it was tried. */
const triedAndWaiting = () =>
  until(async () => {
    const rows = await whom.house.sql<{ tries: number }>(
      "SELECT tries FROM outbox_message WHERE state = 'waiting'",
      [],
    );
    expect(rows.map(({ tries }) => Number(tries) > 1)).toEqual([true]);
  });

describe('a text message with a link to sign', () => {
  it('goes ten times a day for one account and no more, though each draft it was for is thrown away', async () => {
    const who = await anna();
    const replies = [];
    for (let round = 0; round < 11; round += 1) {
      const { text, throwAway } = await draft(who);
      replies.push(await text(`1390000${String(day).padStart(2, '0')}${10 + round}`));
      expect((await throwAway()).status).toBe(204);
    }
    expect(replies.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
    expect(replies.at(-1)?.body).toMatchObject({ code: 'signature.too-many-texts' });
    expect(replies.at(-1)?.body.detail).toEqual(expect.stringContaining('用微信转给家人'));
    at('10:00', 1);
    expect((await (await draft(who)).text('13900000999')).status).toBe(200);
  });

  it('goes to one number five times a day, whoever types it in whatever way; another number and the link itself are not held up', async () => {
    const phone = '13900000777';
    const replies = [];
    for (const typed of [phone, '139 0000 0777', '+8613900000777', phone, phone, phone]) {
      replies.push((await (await draft(await anna())).text(typed)).status);
    }
    expect(replies).toEqual([...Array(5).fill(200), 429]);
    const who = await anna();
    const { id, text } = await draft(who);
    expect((await text(phone)).body.code).toBe('signature.too-many-texts');
    expect((await text('13900000778')).status).toBe(200);
    expect((await who.post(`/${id}/authorisations`, { member: husband.id, way: 'link' })).status).toBe(200);
    await whom.house.delivered();
    expect(textsTo(phone)).toBe(5);
  });

  it('leaves by day alone: one asked for at night waits for the morning, and says how long is left', async () => {
    at('22:30');
    const phone = '13900000666';
    expect((await (await draft(await anna())).text(phone)).status).toBe(200);
    await triedAndWaiting();
    expect(textsTo(phone)).toBe(0);
    at('08:00', 1);
    await whom.house.delivered();
    expect(textsTo(phone)).toBe(1);
    expect(whom.sent.at(-1)?.text).toContain('63 小时内打开');
  });

  it.each([
    ['the draft is thrown away', ({ throwAway }: Drafted) => throwAway()],
    [
      'the link is taken back',
      ({ id }: Drafted, who: TestResident) => who.call('DELETE', `/${id}/authorisations/m1/link`),
    ],
    [
      'another link took its place',
      ({ id }: Drafted, who: TestResident) => who.post(`/${id}/authorisations`, { member: husband.id, way: 'link' }),
    ],
    [
      'the person is no longer in the form',
      async ({ id }: Drafted, who: TestResident) => {
        const { version } = await who.view(id);
        return who.call('PATCH', `/${id}`, { version, fields: { 'household.members': [] } });
      },
    ],
  ])('does not leave any more once %s', async (_when, happens) => {
    at('22:30');
    const phone = '13900000555';
    const who = await anna();
    const drafted = await draft(who);
    expect((await drafted.text(phone)).status).toBe(200);
    expect((await happens(drafted, who)).status).toBeLessThan(300);
    at('08:00', 1);
    await whom.house.delivered();
    expect(textsTo(phone)).toBe(0);
  });

  it('is counted under digests that say nothing, and forgotten the next day', async () => {
    await (await draft(await anna())).text('13900000444');
    const rows = () => whom.house.sql<{ day: string }>('SELECT * FROM text_tries', []);
    expect((await rows()).some((row) => row.day === dayOf())).toBe(true);
    expect(JSON.stringify(await rows())).not.toContain('13900000444');
    at('10:00', 1);
    await whom.house.server.app.get(Jobs).wake('text-tries-sweep');
    expect(await rows()).toEqual([]);
  });
});

type Drafted = Awaited<ReturnType<typeof draft>>;
