import { randomBytes, randomUUID } from 'node:crypto';
import { type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { LegalHolds } from './legal-holds.service';
import { RetentionCommands } from './retention-commands';

const LONG_AGO = '2015-01-01 00:00:00.000';
const LATELY = '2026-11-20 00:00:00.000';

let house: ReadingHouse;
beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

/** Writes a row as its module would have long ago. Its id. */
async function row(table: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  const all: Record<string, unknown> = { id: randomUUID(), ...values };
  const columns = Object.keys(all).map((name) => `\`${name}\``);
  const places = columns.map(() => '?').join(', ');
  await house.transactions.manager.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
    Object.values(all),
  );
  return String(all.id);
}

const run = () => house.server.app.get(RetentionCommands, { strict: false }).run(false);
const isThere = async (table: string, id: string) =>
  (await house.count(`SELECT COUNT(*) AS count FROM ${table} WHERE id = ?`, [id])) === 1;
/** Which of these rows a run leaves, in their order. */
async function left(table: string, ids: readonly string[]): Promise<boolean[]> {
  await run();
  const there: boolean[] = [];
  for (const id of ids) there.push(await isThere(table, id));
  return there;
}

const account = () =>
  row('account', { openid: 'x', openid_key_id: 1, openid_digest: randomBytes(32), created_at: LONG_AGO });

/** A relief application that an office has in hand, about somebody who is no account of ours. */
async function applicationAbout(whom: { kind: string; dependant_id?: string; mandate_id?: string }): Promise<string> {
  const id = await row('relief_application', {
    account_id: randomUUID(),
    state: 'open',
    version: 1,
    programmes: '[]',
    fields: 'x',
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    submitted_at: LONG_AGO,
    receipt_number: `JM${randomUUID().slice(0, 10)}`,
  });
  const subject = { application_id: id, person: 'x', ...whom };
  await house.transactions.manager.query(
    `INSERT INTO relief_application_subject (${Object.keys(subject).join(', ')}) VALUES (?, ?, ?, ?)`,
    Object.values(subject),
  );
  return id;
}

/** In bereavement nobody is a no-show: the time for it is the year 9999. */
async function bookingInGrief(): Promise<string> {
  const reader = await house.reader();
  const { id } = await reader.confirmed(await house.open());
  await reader.call('DELETE', `/${id}`);
  const sql = "UPDATE booking SET starts_at = ?, no_show_at = '9999-01-01 00:00:00.000' WHERE id = ?";
  await house.transactions.manager.query(sql, [LONG_AGO, id]);
  return id;
}

describe('a run removes', () => {
  it('a place at sea that ended, by the day it was for; the place of a farewell stays with its family', async () => {
    const [ended, theirs] = [await bookingInGrief(), await bookingInGrief()];
    await row('farewell', {
      number: 'F1',
      person_id: randomUUID(),
      state: 'scattered',
      version: 1,
      content: 'x',
      booking_id: theirs,
      created_at: LONG_AGO,
      updated_at: LONG_AGO,
      signed_up_at: LONG_AGO,
    });
    expect(await left('booking', [ended, theirs])).toEqual([false, true]);
  });

  it('a farewell that was put aside, with what its vessel was told; not one that a person said is to stay', async () => {
    const putAside = async (number: string) => {
      const id = await row('farewell', {
        ...{ number, person_id: randomUUID(), state: 'withdrawn', version: 1, content: 'x' },
        ...{ created_at: LONG_AGO, updated_at: LONG_AGO, signed_up_at: LONG_AGO, withdrawn_at: LONG_AGO },
      });
      const filing = { booking_id: randomUUID(), farewell_id: id, state: 'ended', party: 'x', changed_at: LONG_AGO };
      await house.transactions.manager.query(
        `INSERT INTO sea_filing (${Object.keys(filing).join(', ')}) VALUES (?, ?, ?, ?, ?)`,
        Object.values(filing),
      );
      return id;
    };
    const [gone, held] = [await putAside('F2'), await putAside('F3')];
    await house.server.app.get(LegalHolds, { strict: false }).hold(`farewell:${held}`, '王某', '法院来函');
    expect(await left('farewell', [gone, held])).toEqual([false, true]);
    const filings = (id: string) => house.count('SELECT COUNT(*) AS count FROM sea_filing WHERE farewell_id = ?', [id]);
    expect([await filings(gone), await filings(held)]).toEqual([0, 1]);
  });

  it('a divorce that was registered, or that nobody came back for; none that is still waiting', async () => {
    const divorce = (received: string, state: string, ended: string | null) =>
      row('marriage_divorce', {
        divorce_no: randomUUID(),
        site: 'north',
        received_on: received.slice(0, 10),
        state,
        ended_on: ended?.slice(0, 10) ?? null,
      });
    const done = await divorce(LONG_AGO, 'done', LONG_AGO);
    const forgotten = await divorce(LONG_AGO, 'accepted', null);
    const waiting = await divorce(LATELY, 'accepted', null);
    expect(await left('marriage_divorce', [done, forgotten, waiting])).toEqual([false, false, true]);
  });

  it('what somebody typed of whom they were to help, once it is over and no application came of it', async () => {
    const mandate = (until: string) =>
      row('mandate', {
        helper_account_id: randomUUID(),
        principal: 'x',
        programmes: '[]',
        street: '120111001',
        way: 'sms',
        until: until.slice(0, 10),
        state: 'not-confirmed',
        code_tries: 0,
        codes_sent: 0,
        created_at: LONG_AGO,
      });
    const [unused, used, young] = [await mandate(LONG_AGO), await mandate(LONG_AGO), await mandate(LATELY)];
    await applicationAbout({ kind: 'helped', mandate_id: used });
    expect(await left('mandate', [unused, used, young])).toEqual([false, true, true]);
  });

  it('a child whose guardian’s account is gone, once no application speaks of it', async () => {
    const childOf = (accountId: string) =>
      row('dependant', {
        account_id: accountId,
        identity: 'x',
        relation: 'child',
        lives_together: 1,
        proof: 'to-show',
        show_code: randomUUID().slice(0, 8),
        created_at: LONG_AGO,
      });
    const [orphan, spoken, living] = [
      await childOf(randomUUID()),
      await childOf(randomUUID()),
      await childOf(await account()),
    ];
    await applicationAbout({ kind: 'ward', dependant_id: spoken });
    expect(await left('dependant', [orphan, spoken, living])).toEqual([false, true, true]);
  });

  it('a death that was said by mistake, long after it was taken back; none that stands', async () => {
    const personId = randomUUID();
    const death = (more: object) =>
      row('verified_death', { person_id: personId, died: '2014-12-30', certificate: 'x', at: LONG_AGO, ...more });
    const mistaken = await death({ withdrawn_at: LONG_AGO, withdrawn_why: 'x' });
    const stands = await death({ standing: personId, settled_at: LONG_AGO });
    expect(await left('verified_death', [mistaken, stands])).toEqual([false, true]);
  });

  it('an answer about consent only when the account is gone', async () => {
    const answered = (accountId: string) =>
      row('consent_change', {
        account_id: accountId,
        purpose: 'progress-messages',
        version: 1,
        state: 'given',
        text_hash: 'x',
        at: LONG_AGO,
      });
    const [gone, living] = [await answered(randomUUID()), await answered(await account())];
    expect(await left('consent_change', [gone, living])).toEqual([false, true]);
  });
});
