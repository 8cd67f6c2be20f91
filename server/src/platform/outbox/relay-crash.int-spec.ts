import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { killRelay, notOnce, RELAY_MOMENTS } from '../../../test/killed-relay';
import { type LocalBureau, startLocalBureau } from '../../../test/local-bureau';

let database: TestDatabase;
let bureau: LocalBureau;

beforeEach(async () => {
  [database, bureau] = await Promise.all([emptyDatabase(), startLocalBureau()]);
});
afterEach(async () => {
  await bureau.close();
  await database.remove();
});

describe('a relay killed', () => {
  it.each(Object.keys(RELAY_MOMENTS).flatMap((moment) => [1, 4].map((nth) => [moment, nth] as const)))(
    '%s of delivery %d loses nothing: all took effect once, in order, under one key each',
    async (moment, nth) => {
      expect(notOnce(await killRelay({ database, bureau }, moment, nth))).toEqual([]);
    },
  );
});
