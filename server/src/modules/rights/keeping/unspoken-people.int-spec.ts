import { randomUUID } from 'node:crypto';
import { type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { numbered } from '../../../../test/relief-house';
import { send } from '../../../../test/resident';
import { People } from '../../identity/people.port';
import { LegalHolds } from './legal-holds.service';
import { RetentionCommands } from './retention-commands';
import { UnspokenPeople } from './unspoken-people.service';

const LONG_AGO = '2015-01-01 00:00:00.000';

let house: ReadingHouse;
beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const part = <Part>(port: abstract new (...args: never[]) => Part) => house.server.app.get(port, { strict: false });
const isThere = async (personId: string) =>
  (await house.count('SELECT COUNT(*) AS count FROM person WHERE id = ?', [personId])) === 1;
const sql = (query: string, values: readonly unknown[]) => house.transactions.manager.query(query, [...values]);
const run = async (dry: boolean) => (await part(RetentionCommands).run(dry)).lines;
const people = (lines: readonly string[]) => lines.filter((line) => line.startsWith('people (person): '));

async function deletesTheirAccount({ accountId }: Reader): Promise<void> {
  const headers = { authorization: `Bearer ${accountId}` };
  expect((await send(house.server, 'DELETE', '/api/v1/me', undefined, headers)).status).toBe(204);
}

/** A booking that was cancelled: kept for a time, as every one is. */
async function cancelled(reader: Reader): Promise<string> {
  const { id } = await reader.confirmed(await house.open());
  expect((await reader.call('DELETE', `/${id}`)).status).toBe(200);
  return id;
}

/** Its day so long ago that it is kept no longer. */
const age = (id: string) => sql('UPDATE booking SET starts_at = ? WHERE id = ?', [LONG_AGO, id]);

let born = 0;
/** Somebody the identity bureau confirmed for another, of whom no row speaks yet. */
async function recorded(): Promise<string> {
  born += 1;
  const number = numbered('20170611', String(born + 100));
  return house.transactions.run(() => part(People).record('测试孩子', number));
}

async function childOf(accountId: string, personId: string): Promise<void> {
  await sql(
    `INSERT INTO dependant (id, account_id, person_id, identity, relation, lives_together, proof, confirmed_on, created_at)
     VALUES (?, ?, ?, 'x', 'child', 1, 'confirmed', '2015-01-01', ?)`,
    [randomUUID(), accountId, personId, LONG_AGO],
  );
}

describe('name and number of whoever deleted their account', () => {
  it('stay with what has to stay, and go in the run that removes the last of it', async () => {
    const anna = await house.reader();
    const id = await cancelled(anna);
    await deletesTheirAccount(anna);
    await run(false);
    expect(await isThere(anna.personId)).toBe(true);
    await age(id);
    expect(people(await run(true))).toEqual(['people (person): person 1']);
    expect(await isThere(anna.personId)).toBe(true);
    expect(people(await run(false))).toEqual(['people (person): person 1']);
    expect(await isThere(anna.personId)).toBe(false);
    expect(people(await run(false))).toEqual(['people (person): nothing']);
  });

  it('stay while one row of them stays, and go with none but their own', async () => {
    const [berta, clara] = [await house.reader(), await house.reader()];
    const [old, young, hers] = [await cancelled(berta), await cancelled(berta), await cancelled(clara)];
    await deletesTheirAccount(berta);
    await age(old);
    await age(hers);
    expect(people(await run(true))).toEqual(['people (person): nothing']);
    await run(false);
    expect([await isThere(berta.personId), await isThere(clara.personId)]).toEqual([true, true]);
    expect(await house.count('SELECT COUNT(*) AS count FROM booking WHERE id = ?', [young])).toBe(1);
  });

  it('stay under a legal hold, of what spoke of them or of themself, until it is released', async () => {
    const dora = await house.reader();
    const id = await cancelled(dora);
    await deletesTheirAccount(dora);
    await age(id);
    await part(LegalHolds).hold(`booking:${id}`, '王某', '法院来函');
    expect(people(await run(true))).toEqual(['people (person): nothing']);
    await run(false);
    await part(LegalHolds).release(`booking:${id}`, '王某', '案子结了');
    await part(LegalHolds).hold(`person:${dora.personId}`, '王某', '法院来函');
    expect(people(await run(false))).toEqual(['people (person): nothing; 1 under a legal hold stay']);
    expect(await isThere(dora.personId)).toBe(true);
    await part(LegalHolds).release(`person:${dora.personId}`, '王某', '案子结了');
    await run(false);
    expect(await isThere(dora.personId)).toBe(false);
  });
});

describe('name and number of somebody recorded for another', () => {
  it('go at once with the account that spoke of them, unless somebody else speaks of them too', async () => {
    const [emma, frida] = [await house.reader(), await house.reader()];
    const [child, shared] = [await recorded(), await recorded()];
    await childOf(emma.accountId, child);
    await childOf(emma.accountId, shared);
    await childOf(frida.accountId, shared);
    await deletesTheirAccount(emma);
    expect([await isThere(child), await isThere(shared)]).toEqual([false, true]);
  });

  it('stay under a legal hold when the account that spoke of them goes', async () => {
    const ilse = await house.reader();
    const child = await recorded();
    await childOf(ilse.accountId, child);
    await part(LegalHolds).hold(`person:${child}`, '王某', '法院来函');
    await deletesTheirAccount(ilse);
    expect(await isThere(child)).toBe(true);
    await part(LegalHolds).release(`person:${child}`, '王某', '案子结了');
    await run(false);
    expect(await isThere(child)).toBe(false);
  });

  it('stay when somebody begins to speak of them in the moment they are looked at', async () => {
    const gerda = await house.reader();
    const child = await recorded();
    const number = numbered('20170611', String(born + 100));
    let known = (): void => undefined;
    const isKnown = new Promise<void>((resolve) => {
      known = resolve;
    });
    let sweeping = Promise.resolve({});
    const swept = isKnown.then(() => {
      sweeping = part(UnspokenPeople).sweep(false);
    });
    await house.transactions.run(async () => {
      expect(await part(People).record('测试孩子', number)).toBe(child);
      known();
      await swept;
      await new Promise((resolve) => setTimeout(resolve, 200));
      await childOf(gerda.accountId, child);
    });
    await sweeping;
    expect(await isThere(child)).toBe(true);
  });
});
