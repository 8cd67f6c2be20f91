import { randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { aVoyage } from '../../../../test/a-voyage';
import { type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { answered, type Reply, send } from '../../../../test/resident';
import { ReplacingDesk } from '../../replacing/replacing-desk.port';
import { VoyagesDesk } from '../voyages/voyages-desk.port';

const SEA = 'sea-scattering';
const BY = { kind: 'staff', id: 'J1001' } as const;
let house: ReadingHouse;
let people = 0;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const desk = () => house.server.app.get(ReplacingDesk, { strict: false });
const call = (who: Reader, method: string, path: string, body?: unknown): Promise<Reply> =>
  send(house.server, method, `/api/v1${path}`, body, {
    authorization: `Bearer ${who.accountId}`,
    'idempotency-key': randomUUID(),
  });

/** A family with so many who come along, signed up, and what it wishes. */
async function family(aboard: number, wishes: object = {}): Promise<{ who: Reader; id: string }> {
  people += 1;
  const who = await house.reader();
  const { id } = answered<FarewellView>(await call(who, 'POST', '/farewells', {}));
  const deceased = { name: `测试逝者${'甲乙丙丁戊己'[people]}`, died: `2026-10-1${people}` };
  const sections = {
    ...{ deceased, company: { aboard, ashore: 0, named: [] } },
    contact: { phone: '13800005678', wantsCalls: false },
    wishes: { impossible: [], proxy: 'never', ...wishes },
  };
  answered(await call(who, 'PATCH', `/farewells/${id}`, { version: 1, ...sections }));
  answered(await call(who, 'POST', `/farewells/${id}/sign-up`, {}));
  return { who, id };
}

async function booked({ who, id: farewell }: { who: Reader; id: string }, windowId: string): Promise<string> {
  const wish = { service: SEA, kind: 'voyage', windowId, details: { farewell } };
  const { id } = answered<BookingView>(await call(who, 'POST', '/bookings', wish));
  answered(await call(who, 'POST', `/bookings/${id}/confirmation`, {}));
  return id;
}

describe('families of a voyage that does not sail', () => {
  it('are kept whole on others by their wishes, told once, and the next one is planned with who only signed up', async () => {
    const lost = await aVoyage(house.server);
    const [small, large] = [
      await aVoyage(house.server, { capacity: { urns: 3, seats: 3 } }),
      await aVoyage(house.server, { capacity: { urns: 3, seats: 8 } }),
    ];
    const many = await family(4);
    const few = await family(2, { latest: '2027-02-03' });
    const [manyBooking, fewBooking] = [await booked(many, lost), await booked(few, lost)];
    await house.server.app.get(VoyagesDesk, { strict: false }).suspend(lost, '海上风大，船不能出海', BY, '海事局通知');
    const plan = await desk().plan('J1001', SEA, 'displaced');
    const slotOf = (booking: string) => plan.members.find(({ id }) => id === booking)?.slot;
    expect([slotOf(manyBooking), slotOf(fewBooking)]).toEqual([large, small]);
    expect(await desk().apply('J1001', SEA, 'displaced', '海上风大')).toMatchObject({
      placed: 2,
      elsewhere: 0,
      failed: 0,
    });
    const kept = answered<BookingView>(await call(many.who, 'GET', `/bookings/${manyBooking}`));
    expect([kept.state, kept.offers?.windows[0]?.id]).toEqual(['displaced', large]);
    const { items } = (await call(many.who, 'GET', '/notices?limit=50')).body as { items: { title: string }[] };
    expect(items.filter(({ title }) => title === '海上不便出船，日子要改')).toHaveLength(1);
    // who only signed up gets what is left, and the family says the word
    const signed = await family(1);
    await desk().plan('J1001', SEA, 'sign-ups');
    expect(await desk().apply('J1001', SEA, 'sign-ups', '本月安排')).toMatchObject({ placed: 1, failed: 0 });
    const { place } = answered<FarewellView>(await call(signed.who, 'GET', `/farewells/${signed.id}`));
    expect(place).toMatchObject({ state: 'held', voyage: { id: small } });
    expect(await desk().plan('J1001', SEA, 'sign-ups')).toMatchObject({ waiting: 0 });
  });
});
