import { crash, newSeed } from '../test/crash/crash';
import { emptyDatabase, type TestDatabase } from '../test/database';

/** A short one beside every other test; `npm run crash` kills for longer, and the database too. */
const KILLS = 2;

let database: TestDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.remove());

it('servers killed at any moment lose, double and leak nothing of what anybody was told', async () => {
  const seed = newSeed();
  const servers = database.dialect === 'embedded' ? 1 : 2;
  const kills = { serverKills: KILLS, harms: [] };
  const report = await crash({ ...kills, database, servers, phones: { booking: 8, handingIn: 4 }, seed });
  const { serverKills, diedAlone, found, told } = report;
  const nothing = { lost: [], wrong: [], leaked: [], over: [], words: [] };
  expect({ seed, serverKills, diedAlone, found }).toEqual({ seed, serverKills: KILLS, diedAlone: [], found: nothing });
  expect(told.confirmed.size).toBeGreaterThan(0);
  expect(told.submitted.size).toBeGreaterThan(0);
}, 300_000);
