import { randomUUID } from 'node:crypto';
import type { ExportView } from '@jinmen/shared/residents/rights';
import type { MeView } from '@jinmen/shared/residents/views';
import { aKnown, type Known } from '../../../../test/a-death';
import { KEPT_LISTS, somebodyKept, startKeepingHouse } from '../../../../test/kept-everywhere';
import { numbered, type ReliefHouse, type TestPerson } from '../../../../test/relief-house';
import { answered, send } from '../../../../test/resident';
import { Transactions } from '../../../platform/database/transactions';
import { IntegrityChecks } from '../../../platform/integrity/integrity-checks';
import { SigningCommands } from '../../../platform/signed-rows/signing-commands';
import { PeopleService } from '../people.service';

const THIEF: TestPerson = { name: '测试乙', birth: '1990-05-05', idNumber: numbered('19900505', '901') };
const LONG_AGO = '2020-01-01 00:00:00.000';

let house: ReliefHouse;
let kept: Awaited<ReturnType<typeof somebodyKept>>;
/** Confirmed on an account of their own; and one more account, on which nobody is. */
let thief: Known;
let nobody: Known;
/** Of the same name and number as `kept.first`, confirmed later: perhaps somebody else's. */
let second: Known;

const get = <T>(port: abstract new (...given: never[]) => T): T => house.server.app.get(port, { strict: false });
const sql = (query: string, ...values: readonly unknown[]) => house.sql<Record<string, unknown>>(query, values);
const call = ({ accountId }: Known, method: string, path: string) =>
  send(house.server, method, `/api/v1${path}`, undefined, { authorization: `Bearer ${accountId}` });
const itemsOf = async (who: Known, path: string) =>
  answered<{ items: readonly unknown[] }>(await call(who, 'GET', path)).items;
const isOver = () => get(SigningCommands).signed('运维 李工', '都换成新版本了');
const alarmsOf = (row: string) =>
  house.server.logs().split(`"alarm":"a row is not what was signed","row":"${row}"`).length - 1;

/** What `npm run integrity` says of accounts and people. */
async function found(): Promise<readonly string[]> {
  const results = await get(IntegrityChecks).run({ all: false });
  const ours = results.filter(({ name }) => ['signed account-person', 'signed person'].includes(name));
  expect(ours).toHaveLength(2);
  return ours.flatMap(({ wrong }) => wrong);
}

/** Of what is kept of somebody, what an account reads: in the copy, in each list, page by page. */
async function readBy(who: Known) {
  const copy = JSON.stringify(answered<ExportView>(await call(who, 'GET', '/export')));
  const lists: number[] = [];
  for (const path of KEPT_LISTS) lists.push((await itemsOf(who, path)).length);
  const pages: number[] = [];
  for (const path of kept.paths) pages.push((await call(who, 'GET', path)).status);
  return { copied: kept.byPerson.filter((each) => copy.includes(each)), lists, pages };
}

const NOTHING = { copied: [], lists: KEPT_LISTS.map(() => 0), pages: [404, 404, 404] };
const all = () => ({ copied: kept.byPerson, lists: KEPT_LISTS.map(() => 1), pages: [200, 200, 200] });

beforeAll(async () => {
  house = await startKeepingHouse();
  kept = await somebodyKept(house, 0);
  thief = await aKnown(house, THIEF);
  second = await aKnown(house, kept.person);
  nobody = Object.assign(house.resident(), { personId: '' });
});
afterAll(() => house.end());

/** The two tables as they stand, to be put back after what a test does to them. */
async function asItWas(): Promise<() => Promise<void>> {
  const [links, people] = [await sql('SELECT * FROM account_person'), await sql('SELECT * FROM person')];
  return async () => {
    await sql('DELETE FROM account_person');
    const known = people.map(({ id }) => id);
    await sql(`DELETE FROM person WHERE id NOT IN (${known.map(() => '?').join(', ')})`, ...known);
    for (const { id, first_account_id: first, signed } of people)
      await sql('UPDATE person SET first_account_id = ?, signed = ? WHERE id = ?', first, signed, id);
    for (const link of links)
      await sql(
        `INSERT INTO account_person (${Object.keys(link).join(', ')}) VALUES (?, ?, ?, ?)`,
        ...Object.values(link),
      );
  };
}

let putBack: () => Promise<void>;
beforeEach(async () => {
  putBack = await asItWas();
});
afterEach(() => putBack());

describe('while the version before may still serve', () => {
  it('an account without a signature is whose it was, and who confirmed themself first reaches', async () => {
    await sql('UPDATE account_person SET signed = NULL');
    await sql('UPDATE account_person SET verified_at = ? WHERE account_id = ?', LONG_AGO, kept.first.accountId);
    await sql('UPDATE person SET signed = NULL, first_account_id = NULL');
    expect(await readBy(kept.first)).toEqual(all());
    expect(await readBy(second)).toEqual(NOTHING);
    await sql('DELETE FROM account_person WHERE account_id = ?', kept.first.accountId);
    expect(await readBy(second)).toEqual(all());
    expect(await found()).toEqual([]);
  });

  it('an account that version tied to somebody the new one knows reaches them', async () => {
    const person = { ...THIEF, idNumber: numbered('19900505', '903') };
    const people = get(PeopleService);
    const personId = await get(Transactions).run(() => people.record(person.name, person.idNumber));
    const accountId = randomUUID();
    await sql(
      'INSERT INTO account_person (account_id, person_id, verified_at) VALUES (?, ?, ?)',
      accountId,
      personId,
      LONG_AGO,
    );
    expect(await people.firstOf(personId)).toBe(accountId);
    const later = randomUUID();
    await get(Transactions).run(() => people.link(later, person.name, person.idNumber));
    expect(await people.firstOf(personId)).toBe(accountId);
    expect(await people.accountsOf(personId)).toEqual([later, accountId]);
  });

  it('what is signed wrongly opens nothing already', async () => {
    await sql('UPDATE account_person SET person_id = ? WHERE account_id = ?', kept.first.personId, thief.accountId);
    expect(await readBy(thief)).toEqual(NOTHING);
    expect(await found()).toEqual([
      `account-person ${thief.accountId} is not what was signed`,
      `person ${thief.personId} is reached on an account somebody gave away`,
    ]);
  });

  it('somebody answers for what stands, and it is signed: who confirmed themself first reaches', async () => {
    await sql('UPDATE account_person SET signed = NULL');
    await sql('UPDATE account_person SET verified_at = ? WHERE account_id = ?', LONG_AGO, kept.first.accountId);
    await sql('UPDATE person SET signed = NULL, first_account_id = NULL');
    expect((await isOver()).ok).toBe(true);
    expect(await found()).toEqual([]);
    expect(await readBy(kept.first)).toEqual(all());
    expect(await readBy(second)).toEqual(NOTHING);
  });
});

describe('whoever has the database and writes whose an account is', () => {
  beforeAll(() => isOver());

  it.each([
    ['gives their own to somebody', 'person_id = ?', []],
    ['gives it to somebody since before everybody', 'person_id = ?, verified_at = ?', [LONG_AGO]],
    ['gives it away without a signature', 'person_id = ?, signed = NULL', []],
  ] as const)('and %s, reads nothing there', async (_how, change, more) => {
    await sql(
      `UPDATE account_person SET ${change} WHERE account_id = ?`,
      kept.first.personId,
      ...more,
      thief.accountId,
    );
    const before = alarmsOf(`account-person:${thief.accountId}`);
    expect(await readBy(thief)).toEqual(NOTHING);
    expect(answered<MeView>(await call(thief, 'GET', '/me'))).toEqual({ accountId: thief.accountId });
    expect(alarmsOf(`account-person:${thief.accountId}`)).toBeGreaterThan(before);
    expect(await found()).toContainEqual(expect.stringContaining(`account-person ${thief.accountId} is not `));
    expect(await readBy(kept.first)).toEqual(all());
  });

  it('and gives it to the other of a couple, sees no booking of theirs', async () => {
    await sql('UPDATE account_person SET person_id = ? WHERE account_id = ?', kept.other.personId, thief.accountId);
    expect((await call(thief, 'GET', `/bookings/${kept.booking}`)).status).toBe(404);
    expect(await itemsOf(thief, '/bookings')).toEqual([]);
    expect((await call(kept.other, 'GET', `/bookings/${kept.booking}`)).status).toBe(200);
  });

  it('and copies a link with its signature to another account, reads nothing there', async () => {
    await sql(
      `INSERT INTO account_person (account_id, person_id, verified_at, signed)
       SELECT ?, person_id, verified_at, signed FROM account_person WHERE account_id = ?`,
      nobody.accountId,
      kept.first.accountId,
    );
    expect(await readBy(nobody)).toEqual(NOTHING);
    expect(await found()).toEqual([`account-person ${nobody.accountId} is not what was signed`]);
  });

  it('and makes a later account the earlier, reads there no more than before', async () => {
    await sql('UPDATE account_person SET verified_at = ? WHERE account_id = ?', LONG_AGO, second.accountId);
    expect(await readBy(second)).toEqual(NOTHING);
    expect(await found()).toEqual([`account-person ${second.accountId} is not what was signed`]);
    expect(await readBy(kept.first)).toEqual(all());
  });

  it('and says that a later account is the one that reaches, has none that does', async () => {
    const { personId } = kept.first;
    await sql('UPDATE person SET first_account_id = ? WHERE id = ?', second.accountId, personId);
    expect(await readBy(second)).toEqual(NOTHING);
    expect(alarmsOf(`person:${personId}`)).toBeGreaterThan(0);
    expect(await found()).toEqual([`person ${personId} is not what was signed`]);
    await sql('UPDATE person SET first_account_id = NULL, signed = NULL WHERE id = ?', personId);
    expect(await readBy(second)).toEqual(NOTHING);
    expect(await found()).toEqual([`person ${personId} is not signed`]);
  });

  it('and takes the first account away, has nobody reach it, not whoever confirms the name next either', async () => {
    const { personId, accountId } = kept.first;
    await sql('DELETE FROM account_person WHERE account_id = ?', accountId);
    expect(await readBy(second)).toEqual(NOTHING);
    const third = await aKnown(house, kept.person);
    expect(await readBy(third)).toEqual(NOTHING);
    expect(await found()).toEqual([`person ${personId} is reached on an account that is not theirs`]);
  });

  it('and gives the first away, has nobody else reach it either, also not by the act that signs', async () => {
    const { personId, accountId } = kept.first;
    await sql('UPDATE account_person SET person_id = ? WHERE account_id = ?', thief.personId, accountId);
    expect(await readBy(second)).toEqual(NOTHING);
    const problems = [
      `account-person ${accountId} is not what was signed`,
      `person ${personId} is reached on an account somebody gave away`,
    ];
    expect(await found()).toEqual(problems);
    expect((await isOver()).ok).toBe(false);
    expect(await found()).toEqual(problems);
    expect(await readBy(second)).toEqual(NOTHING);
  });

  it('and puts the link of a deleted account back, reads nothing on it, nor on the one they came back with', async () => {
    const was = await sql('SELECT * FROM account_person WHERE account_id = ?', thief.accountId);
    await get(Transactions).run(async () => {
      await sql('DELETE FROM account_person WHERE account_id = ?', thief.accountId);
      await get(PeopleService).left(thief.accountId, [thief.personId]);
    });
    const again = await aKnown(house, THIEF);
    const [row = {}] = was;
    const values = Object.entries(row);
    const insert = (link: readonly (readonly [string, unknown])[]) =>
      sql(
        `INSERT INTO account_person (${link.map(([column]) => column).join(', ')}) VALUES (?, ?, ?, ?)`,
        ...link.map(([, value]) => value),
      );
    await insert(values);
    expect(await get(PeopleService).reachedBy(thief.accountId)).toBeUndefined();
    expect(await get(PeopleService).reachedBy(again.accountId)).toBe(thief.personId);
    await sql('DELETE FROM account_person WHERE account_id = ?', thief.accountId);
    await insert(values.map(([column, value]) => [column, column === 'account_id' ? nobody.accountId : value]));
    expect(await get(PeopleService).findOf(nobody.accountId)).toBeUndefined();
  });
});

describe('whoever’s account somebody gave away', () => {
  beforeAll(() => isOver());

  it('says once more who they are, and all is theirs again: on record, and found no more', async () => {
    const { personId, accountId } = kept.first;
    await sql('UPDATE account_person SET person_id = ? WHERE account_id = ?', thief.personId, accountId);
    expect(await readBy(kept.first)).toMatchObject({ copied: expect.not.arrayContaining([kept.byPerson[1]]) });
    const { name, idNumber } = kept.person;
    await get(Transactions).run(() => get(PeopleService).link(accountId, name, idNumber));
    expect(await readBy(kept.first)).toEqual(all());
    expect(await readBy(second)).toEqual(NOTHING);
    expect(await found()).toEqual([]);
    const facts = await sql(
      "SELECT facts FROM audit_row WHERE action = 'identity.link-replaced' AND person = ?",
      accountId,
    );
    expect(facts).toEqual([{ facts: JSON.stringify({ stood: thief.personId }) }]);
    expect(personId).not.toBe(thief.personId);
  });
});
