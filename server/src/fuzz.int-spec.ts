import { AccessHouse } from '../test/access/access-house';
import { Fuzz } from '../test/fuzz/fuzz';
import { shares, toldOf, total } from '../test/fuzz/report';

/** A short one beside every other test; `npm run fuzz` asks 50,000 times. */

const SEED = 20_261_126;
/** Of each operation: once as it is meant to be asked, and once made of its description. */
const EACH = 2;
/** Both databases answer alike elsewhere; here it is the description that is held to what it says. */
const MOST = process.env.TEST_DIALECT === 'embedded' ? Number.POSITIVE_INFINITY : 80;

let house: AccessHouse;

beforeAll(async () => {
  house = await AccessHouse.start();
});
afterAll(() => house.end());

it('requests made of our own description find no answer it does not tell, and every operation can go well', async () => {
  const fuzz = new Fuzz(house);
  await fuzz.run({ requests: Math.min(fuzz.size * EACH, MOST), seed: SEED });
  expect(fuzz.faults.map(toldOf)).toEqual([]);
  expect(shares(fuzz.counts)).toEqual([]);
  expect(total(fuzz.counts).requests).toBeGreaterThanOrEqual(Math.min(fuzz.size * EACH, MOST));
}, 240_000);
