import { newReader, type Reader, type ReadingHouse, readerOf, startReadingHouse } from '../../../test/reading-house';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';

const MINUTE = 60_000;
let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

async function numberOf(reader: Reader): Promise<string> {
  return (await reader.person()).idNumber;
}

describe('whoever wants many places to hand on', () => {
  it('gets what five people may have, from however many accounts', async () => {
    const windowId = await house.open({ capacity: 60 });
    const five = await Promise.all(Array.from({ length: 5 }, () => newReader(house.server)));
    const accounts: Reader[] = [];
    for (const person of five)
      for (let count = 0; count < 20; count += 1) accounts.push(await readerOf(house.server, await numberOf(person)));
    const replies = await Promise.all(accounts.map((account) => account.wish(windowId)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(await house.count('SELECT taken AS count FROM slot_window WHERE id = ?', [windowId])).toBe(5);
  });

  it('gains nothing by cancelling for somebody: the freed place is nobody’s while it rests', async () => {
    const begun = house.now();
    const freed: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      const [seller, buyer] = [await house.reader(), await house.reader()];
      const windowId = await house.open({ capacity: 1 });
      const { id } = await seller.confirmed(windowId);
      house.at(begun);
      expect((await seller.call('DELETE', `/${id}`)).status).toBe(200);
      for (const minute of [0, 2, 4]) {
        house.at(begun + minute * MINUTE);
        expect((await buyer.wish(windowId)).body.code).toBe('booking.window-full');
      }
      freed.push(windowId);
    }
    const minutes = await wakings(begun, freed);
    expect(minutes).toHaveLength(freed.length);
    expect(minutes[0]).toBeGreaterThanOrEqual(5);
    // nobody can be there at the right moment by knowing when it was cancelled
    expect(new Set(minutes).size).toBeGreaterThan(2);
  });
});

/** The minute after `begun` at which each is anybody's again, looked at up to the thirtieth. */
async function wakings(begun: number, windows: readonly string[]): Promise<readonly number[]> {
  const inventory = house.server.app.get(SlotInventory, { strict: false });
  const minutes: number[] = [];
  for (let minute = 1; minute <= 31; minute += 1) {
    house.at(begun + minute * MINUTE);
    const woken = await house.transactions.run(() => inventory.wakeRested());
    minutes.push(...woken.filter((id) => windows.includes(id)).map(() => minute));
  }
  house.at(begun);
  return minutes;
}
