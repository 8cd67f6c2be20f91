import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { legalHolds } from '../../../../test/legal-holds';
import { type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { answered, send } from '../../../../test/resident';
import { Jobs } from '../../../platform/jobs/jobs';

let house: ReadingHouse;
beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const holds = () => legalHolds(house.server);
const call = ({ accountId }: Reader, method: string, path: string, body?: unknown) =>
  send(house.server, method, `/api/v1${path}`, body, {
    authorization: `Bearer ${accountId}`,
    'idempotency-key': randomUUID(),
  });
const deletesTheirAccount = async (who: Reader) => expect((await call(who, 'DELETE', '/me')).status).toBe(204);
const farewellOf = async (who: Reader) => answered<FarewellView>(await call(who, 'POST', '/farewells', {})).id;
const isThere = async (table: string, id: string) =>
  (await house.count(`SELECT COUNT(*) AS count FROM ${table} WHERE id = ?`, [id])) === 1;

/** Words somebody of the family wrote down beside a farewell that another began. */
async function memoryIn(farewellId: string, { accountId, personId }: Reader): Promise<string> {
  const id = randomUUID();
  await house.transactions.manager.query(
    `INSERT INTO sea_memory (id, farewell_id, owner, account_id, words)
     VALUES (?, ?, ?, ?, 'x')`,
    [id, farewellId, personId, accountId],
  );
  return id;
}

describe('what a legal hold keeps of whoever deletes their account', () => {
  it('is also what they wrote beside a held farewell of another; it goes within the hour after the hold', async () => {
    const [anna, berta] = [await house.reader(), await house.reader()];
    const [held, free] = [await farewellOf(anna), await farewellOf(anna)];
    const [kept, gone] = [await memoryIn(held, berta), await memoryIn(free, berta)];
    await holds().hold(`farewell:${held}`, '王某', '法院来函');
    await deletesTheirAccount(berta);
    expect([await isThere('sea_memory', kept), await isThere('sea_memory', gone)]).toEqual([true, false]);
    await holds().release(`farewell:${held}`, '王某', '案子结了');
    await house.server.app.get(Jobs).wake('account-forgotten-again');
    expect([await isThere('sea_memory', kept), await isThere('farewell', held)]).toEqual([false, true]);
  });

  it('is what a hold that is begun in the moment of the tap is about: whoever holds it and whoever looks agree', async () => {
    const clara = await house.reader();
    const id = await farewellOf(clara);
    const outside = new AsyncResource('her phone');
    let deleting: Promise<unknown> = Promise.resolve();
    const held = await house.transactions.run(async () => {
      const begun = await holds().hold(`farewell:${id}`, '王某', '法院来函');
      deleting = outside.runInAsyncScope(() => deletesTheirAccount(clara));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return begun;
    });
    await deleting;
    expect([held, await isThere('farewell', id)]).toEqual([true, true]);
  });
});
