import { randomUUID } from 'node:crypto';
import { aWaiting } from '../../../test/a-waiting';
import { type ReadingHouse, startReadingHouse } from '../../../test/reading-house';
import { OwnPhones } from './own-phones.port';

const HERS = '13800000106';
const NOBODYS = '99999919480302001X';

let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const gave = (accountId: string, phone: string) =>
  house.server.app.get(OwnPhones, { strict: false }).gave(accountId, phone, NOBODYS);

describe('a number somebody left', () => {
  it('for a booking is known as theirs, and as nobody else’s', async () => {
    const [anna, berta] = [await house.reader(), await house.reader()];
    const { id } = await anna.held(await house.open());
    expect((await anna.call('POST', `/${id}/confirmation`, { phone: '138 0000 0106' })).status).toBe(200);
    expect([await gave(anna.accountId, HERS), await gave(anna.accountId, '13800000107')]).toEqual([true, false]);
    expect(await gave(berta.accountId, HERS)).toBe(false);
  });

  it('to be told that it is their turn is known as theirs', async () => {
    const accountId = randomUUID();
    await aWaiting(house.server, { accountId, phone: HERS });
    expect(await gave(accountId, HERS)).toBe(true);
  });
});
