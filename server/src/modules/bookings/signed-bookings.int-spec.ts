import { randomUUID } from 'node:crypto';
import { afterReading } from '../../../test/after-reading';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { Reader, type ReadingHouse, startReadingHouse } from '../../../test/reading-house';
import { timeOver } from '../../../test/time-over';
import { IntegrityChecks } from '../../platform/integrity/integrity-checks';
import { KeysFile } from '../../platform/sealing/keys-file';
import { SigningCommands } from '../../platform/signed-rows/signing-commands';
import { BookingRow } from './booking.entity';
import { BookingTimes } from './booking-times.job';

const DAY_MS = 24 * 3_600_000;

let database: TestDatabase;
let house: ReadingHouse;
let reader: Reader;

beforeEach(async () => {
  database = await emptyDatabase();
  house = await startReadingHouse({ KEEP_BOOKINGS_DAYS: '30' }, database);
  reader = await house.reader();
});
afterEach(() => house.end());

const get = <Part>(part: abstract new (...args: never[]) => Part) =>
  house.server.app.get<Part>(part, { strict: false });
/** As somebody with the database in their hands. */
const sql = <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  house.transactions.manager.query(text, [...values]);
const look = async () => {
  const results = await get(IntegrityChecks).run({ all: false });
  const found = results.find(({ name }) => name === 'signed booking');
  if (!found) throw new Error('nobody looks at the signatures of bookings');
  return found;
};
const found = async () => (await look()).wrong;
const over = () => get(SigningCommands).signed('运维 李工', '都换成新版本了');
const act = (id: string, name: string) => reader.call('POST', `/${id}/${name}`, {});
const cancel = (id: string) => reader.call('DELETE', `/${id}`);

/** One with a story: held, kept longer, confirmed. */
async function confirmed(): Promise<string> {
  const { id } = await reader.held(await house.open());
  await act(id, 'renewal');
  await act(id, 'confirmation');
  return id;
}

/** What a server of before wrote: it knows no signature. */
async function cancelledByTheVersionBefore(id: string): Promise<void> {
  const [row] = await sql<{ version: number }>('SELECT version FROM booking WHERE id = ?', [id]);
  const version = Number(row?.version) + 1;
  const at = new Date(house.now()).toISOString().replace('T', ' ').replace('Z', '');
  await sql("UPDATE booking SET state = 'cancelled', hold_id = NULL, ended_at = ?, version = ? WHERE id = ?", [
    at,
    version,
    id,
  ]);
  await sql('INSERT INTO booking_step (booking_id, version, act, why, at) VALUES (?, ?, ?, NULL, ?)', [
    id,
    version,
    'cancel',
    at,
  ]);
}

describe('bookings only the server wrote', () => {
  it('stand where their steps led, each signed, whatever happened to them', async () => {
    const first = await confirmed();
    await cancel(first);
    await reader.held(await house.open());
    house.at(house.now() + DAY_MS);
    await get(BookingTimes).look();
    reader = await house.reader();
    await confirmed();
    house.at(house.now() + 30 * DAY_MS);
    await get(BookingTimes).look();
    expect(await over()).toMatchObject({
      ok: true,
      lines: expect.arrayContaining(['booking: 0 rows were signed as they stand']),
    });
    expect(await look()).toMatchObject({ seen: '3 of 3 signed', wrong: [] });
  });

  it('are no finding when one of them moves while somebody looks at it', async () => {
    // the embedded database lets nobody in beside a transaction
    if (house.server.database.dialect === 'embedded') return;
    const id = await confirmed();
    await over();
    afterReading(BookingRow, () => cancel(id));
    expect(await look()).toMatchObject({ seen: '1 of 1 signed', wrong: [] });
    expect(await sql('SELECT state FROM booking')).toEqual([{ state: 'cancelled' }]);
    expect(await look()).toMatchObject({ seen: '1 of 1 signed', wrong: [] });
  });

  it('stay so when the time to keep them is over, with all their steps', async () => {
    await cancel(await confirmed());
    await over();
    house.at(house.now() + 80 * DAY_MS);
    expect(await timeOver(house.server)).toContain('bookings (booking): booking_step 4, booking_party 1, booking 1');
    expect(await look()).toMatchObject({ seen: '0 of 0 signed', wrong: [] });
  });

  it('stay so when the key they were signed with is in use no more', async () => {
    const id = await confirmed();
    await over();
    const file = new KeysFile(`${database.config.dataDir}/keys.json`);
    file.add('audit');
    file.use('audit', 2);
    await house.server.stop();
    house = await startReadingHouse({}, database);
    reader = new Reader(house.server, reader.accountId, reader.personId);
    expect(await found()).toEqual([]);
    await cancel(id);
    expect(await look()).toMatchObject({ seen: '1 of 1 signed', wrong: [] });
  });
});

describe('in the database nobody unseen', () => {
  let id: string;
  let other: string;

  beforeEach(async () => {
    const first = reader;
    reader = await house.reader();
    other = await confirmed();
    reader = first;
    id = await confirmed();
    await over();
    expect(await found()).toEqual([]);
  });

  it.each([
    [
      'gives a booking another state',
      "UPDATE booking SET state = 'checked-in', ended_at = no_show_at WHERE id = ?",
      'is checked-in, and its steps led to confirmed',
    ],
    ['gives it another time', "UPDATE booking SET starts_at = '2026-12-24 01:00:00.000' WHERE id = ?", 'row'],
    ['gives it another place', "UPDATE booking SET site = 'south' WHERE id = ?", 'row'],
    ['makes it another thing', "UPDATE booking SET kind = 'vip' WHERE id = ?", 'row'],
    ['forgives what nobody forgave', "UPDATE booking SET excused_at = '2026-11-25 02:00:00.000' WHERE id = ?", 'row'],
    ['lets it be kept longer once more', 'UPDATE booking SET renewals = 0 WHERE id = ?', 'row'],
    [
      'says that a step was another',
      "UPDATE booking_step SET act = 'move' WHERE version = 2 AND booking_id = ?",
      'steps',
    ],
    [
      'says that a step was one that cannot have been',
      "UPDATE booking_step SET act = 'check-in' WHERE version = 2 AND booking_id = ?",
      'cannot have had its step 2, check-in',
    ],
    ['says why', "UPDATE booking_step SET why = '窗口关了' WHERE version = 2 AND booking_id = ?", 'steps'],
    [
      'says when',
      "UPDATE booking_step SET at = '2026-11-24 01:00:00.000' WHERE version = 3 AND booking_id = ?",
      'steps',
    ],
    ['takes a step out of the middle', 'DELETE FROM booking_step WHERE version = 2 AND booking_id = ?', 'misses steps'],
    ['takes the last step away', 'DELETE FROM booking_step WHERE version = 3 AND booking_id = ?', 'misses steps'],
    ['takes the signature away', 'UPDATE booking SET signed = NULL WHERE id = ?', 'is not signed'],
    ['writes a signature', 'UPDATE booking SET signed = story WHERE id = ?', 'row'],
  ])('%s', async (_who, text, what) => {
    await sql(text, [id]);
    const says = { row: 'is not what was signed', steps: 'has other steps than it was signed with' }[what] ?? what;
    expect(await found()).toEqual([`booking ${id} ${says}`]);
  });

  it('closes the gap of a step they took', async () => {
    await sql('DELETE FROM booking_step WHERE version = 2 AND booking_id = ?', [id]);
    await sql('UPDATE booking_step SET version = 2 WHERE version = 3 AND booking_id = ?', [id]);
    expect(await found()).toEqual([`booking ${id} misses steps`]);
    await sql('UPDATE booking SET version = 2 WHERE id = ?', [id]);
    expect(await found()).toEqual([`booking ${id} is not what was signed`]);
  });

  it('takes the last step back with all that came of it', async () => {
    await sql('DELETE FROM booking_step WHERE version = 3 AND booking_id = ?', [id]);
    await sql("UPDATE booking SET version = 2, state = 'held', expires_at = no_show_at WHERE id = ?", [id]);
    expect(await found()).toEqual([`booking ${id} is not what was signed`]);
  });

  it('gives a booking the story and the signature of another', async () => {
    await sql('DELETE FROM booking_step WHERE booking_id = ?', [id]);
    await sql('UPDATE booking_step SET booking_id = ? WHERE booking_id = ?', [id, other]);
    await sql('DELETE FROM booking_party WHERE booking_id = ?', [other]);
    await sql('DELETE FROM booking_quota WHERE booking_id = ?', [other]);
    const [row] = await sql<{ story: Buffer; signed: Buffer }>('SELECT story, signed FROM booking WHERE id = ?', [
      other,
    ]);
    await sql('UPDATE booking SET story = ?, signed = ? WHERE id = ?', [row?.story, row?.signed, id]);
    expect(await found()).toContain(`booking ${id} is not what was signed`);
  });

  it('makes a booking', async () => {
    const made = randomUUID();
    const columns =
      'service, kind, site, window_id, starts_at, no_show_at, renewals, details, created_at, story, signed';
    await sql(
      `INSERT INTO booking (id, number, state, version, expires_at, hold_id, ${columns})
       SELECT ?, 'FORGED', 'held', 1, no_show_at, ?, ${columns} FROM booking WHERE id = ?`,
      [made, randomUUID(), id],
    );
    await sql(
      "INSERT INTO booking_step (booking_id, version, act, at) VALUES (?, 1, 'hold', '2026-11-25 02:00:00.000')",
      [made],
    );
    expect(await found()).toEqual([`booking ${made} is not what was signed`]);
  });

  it('has what they wrote signed by what happens to it next', async () => {
    await sql("UPDATE booking SET starts_at = '2026-12-24 01:00:00.000' WHERE id = ?", [id]);
    expect((await cancel(id)).status).toBe(200);
    expect(await found()).toEqual([`booking ${id} is not signed`]);
    expect(house.server.logs()).toContain(`"alarm":"a row is not what was signed","row":"booking:${id}"`);
  });
});

describe('while a version serves that signs nothing', () => {
  it('what it wrote is let pass, until somebody answers for it; then it is signed as it stands', async () => {
    const id = await confirmed();
    await cancelledByTheVersionBefore(id);
    reader = await house.reader();
    const old = await confirmed();
    await sql('UPDATE booking SET story = NULL, signed = NULL WHERE id = ?', [old]);
    expect(await look()).toMatchObject({
      seen: '0 of 2 signed, and 2 without a signature let pass until --signed',
      wrong: [],
    });
    expect(await over()).toMatchObject({
      ok: true,
      lines: expect.arrayContaining(['booking: 2 rows were signed as they stand']),
    });
    expect(await look()).toMatchObject({ seen: '2 of 2 signed', wrong: [] });
    await sql('UPDATE booking SET story = NULL, signed = NULL WHERE id = ?', [old]);
    expect(await found()).toEqual([`booking ${old} is not signed`]);
  });

  it('a state that its steps did not lead to is found all the same, and never signed', async () => {
    const id = await confirmed();
    await sql("UPDATE booking SET state = 'no-show', ended_at = no_show_at, signed = NULL WHERE id = ?", [id]);
    const says = `booking ${id} is no-show, and its steps led to confirmed`;
    expect(await found()).toEqual([says]);
    expect(await over()).toMatchObject({ ok: false, lines: expect.arrayContaining([`  not signed: ${says}`]) });
    expect(await sql('SELECT id FROM booking WHERE signed IS NULL')).toEqual([{ id }]);
    expect(await found()).toEqual([says]);
  });

  it('nobody may leave it so: after a week it is a finding itself', async () => {
    await cancel(await confirmed());
    house.at(house.now() + 7 * DAY_MS);
    expect(await found()).toEqual([]);
    house.at(house.now() + 1);
    expect(await found()).toEqual([expect.stringContaining('still let pass')]);
    await over();
    expect(await found()).toEqual([]);
  });

  it('is over by the word of somebody with a name, on record', async () => {
    expect(await get(SigningCommands).signed(' ', '换好了')).toMatchObject({ ok: false });
    expect(await sql("SELECT 1 FROM audit_row WHERE action = 'rows.signed'")).toEqual([]);
    await over();
    expect(await sql("SELECT object FROM audit_row WHERE action = 'rows.signed'")).toContainEqual({
      object: 'signed-rows:booking',
    });
  });
});
