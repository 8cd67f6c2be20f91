import { newSeed } from '../test/crash/crash';
import { drill } from '../test/drill/drill';

/** A short one of `npm run drill`, on little data: lost twice where there is a log to follow, else once. */
it('a city that lost its database is there again from its backup, and who was forgotten stays so', async () => {
  const dialect = process.env.TEST_DIALECT === 'embedded' ? 'embedded' : 'mysql';
  const { wrong, faults, lostMs } = await drill({ dialect, rows: 120, people: 6, seed: newSeed() });
  expect(wrong).toEqual([]);
  expect(faults.filter(({ found }) => !found)).toEqual([]);
  expect(lostMs === 'since the backup' || lostMs < 5 * 60_000).toBe(true);
}, 300_000);
