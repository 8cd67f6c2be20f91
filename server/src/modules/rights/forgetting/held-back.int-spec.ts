import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { DeletionView } from '@jinmen/shared/residents/rights';
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

/** Whether a farewell is held by a hold that is still being begun while somebody deletes their account. */
async function heldWhile(farewellId: string, who: Reader): Promise<boolean> {
  const outside = new AsyncResource('their phone');
  let deleting: Promise<unknown> = Promise.resolve();
  const held = await house.transactions.run(async () => {
    const begun = await holds().hold(`farewell:${farewellId}`, '王某', '法院来函');
    deleting = outside.runInAsyncScope(() => deletesTheirAccount(who));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return begun;
  });
  await deleting;
  return held;
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

  it('is said before the tap, of a child on the list as well, which goes with the account when nothing holds it', async () => {
    const frida = await house.reader();
    const child = randomUUID();
    await house.transactions.manager.query(
      `INSERT INTO dependant (id, account_id, identity, relation, lives_together, proof, show_code, created_at)
       VALUES (?, ?, 'x', 'child', 1, 'to-show', ?, '2026-11-25 00:00:00.000')`,
      [child, frida.accountId, child.slice(0, 8)],
    );
    const said = async () => answered<DeletionView>(await call(frida, 'GET', '/me/deletion'));
    await holds().hold(`dependant:${child}`, '王某', '法院来函');
    const held = await said();
    expect([held.goes.join().includes('孩子'), held.stays[0]?.what]).toEqual([false, '按规定要先留着的 1 件']);
    await holds().release(`dependant:${child}`, '王某', '案子结了');
    expect((await said()).goes).toContain('您添的孩子、您监护的人 1 位');
    await deletesTheirAccount(frida);
    expect(await isThere('dependant', child)).toBe(false);
  });

  it('is what a hold that is begun in the moment of the tap is about: whoever holds it and whoever looks agree', async () => {
    const clara = await house.reader();
    const id = await farewellOf(clara);
    expect(await heldWhile(id, clara)).toBe(true);
    expect(await isThere('farewell', id)).toBe(true);
  });

  it('is also what they wrote beside the farewell of another, where a hold on that one is begun in that moment', async () => {
    const [dora, emil] = [await house.reader(), await house.reader()];
    const id = await farewellOf(dora);
    const memory = await memoryIn(id, emil);
    expect(await heldWhile(id, emil)).toBe(true);
    expect(await isThere('sea_memory', memory)).toBe(true);
  });
});
