import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { startServer, type TestServer } from '../../../test/server';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { openDatabase } from '../../platform/database/open-database';
import { schema } from '../../schema';
import { SealStandardChanges20261125100300 } from './migrations/20261125100300-seal-standard-changes';
import { StandardChange } from './standard-change.entity';
import { StandardChanges } from './standard-changes.service';
import { StandardRecords } from './standard-records';

const BY = '救助处 𠮷田建国';
const WHY = '经𠮷田建国核实改正';
const after = { key: 'tea', value: 3, unit: 'flag', from: '2026-01-01', source: { row: 'A.1', confidence: 'seed' } };

let database: TestDatabase;
let server: TestServer | undefined;

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  await database.remove();
});

/** A database of the first release, in which three changes stand in the open. */
async function ofTheFirstRelease(leftOver?: string): Promise<void> {
  const migrations = schema.migrations.filter((migration) => migration !== SealStandardChanges20261125100300);
  const opened = await openDatabase(database.config, { entities: [], migrations });
  for (const id of ['a', 'b', 'c']) {
    await opened.dataSource.query(
      `INSERT INTO standard_change (id, changed_at, changed_by, reason, standard_key, from_day, before_row, after_row)
       VALUES (?, '2026-03-01 01:00:00.123', ?, ?, 'tea', '2026-01-01', NULL, ?)`,
      [id, BY, `${WHY} ${id}`, JSON.stringify(after)],
    );
  }
  if (leftOver !== undefined) await opened.dataSource.query(leftOver);
  await opened.close();
}

const start = async () => {
  server = await startServer({}, database);
  return server;
};

/** Everything the embedded database has on the disk. */
function bytesOnDisk(): Buffer {
  const { dataDir } = database.config;
  return Buffer.concat(
    readdirSync(dataDir)
      .filter((name) => name.startsWith('jinmen.db'))
      .map((name) => readFileSync(join(dataDir, name))),
  );
}

describe('the change records of the first release', () => {
  it('are carried over whole, sealed, and stand nowhere in the open any more', async () => {
    await ofTheFirstRelease();
    if (database.dialect === 'embedded') expect(bytesOnDisk().includes(BY)).toBe(true);
    const { app, stop } = await start();
    const records = await app.get(StandardRecords).list();
    expect(records.map(({ reason }) => reason).sort()).toEqual(['a', 'b', 'c'].map((id) => `${WHY} ${id}`));
    expect(records[0]).toEqual({
      changedBy: BY,
      reason: expect.any(String),
      key: 'tea',
      fromDay: '2026-01-01',
      changedAt: new Date('2026-03-01T01:00:00.123Z'),
      before: null,
      after,
    });
    await expect(app.get(DataSource).query('SELECT * FROM standard_change')).rejects.toThrow();
    const stored = await app.get(DataSource).manager.find(StandardChange);
    expect(stored.some(({ changedBy, reason }) => Buffer.concat([changedBy, reason]).includes('𠮷田'))).toBe(false);
    await stop();
    server = undefined;
    if (database.dialect === 'embedded') expect(bytesOnDisk().includes('𠮷田')).toBe(false);
  });

  it('are carried over by a second run when the first was cut off before the open table went', async () => {
    await ofTheFirstRelease('CREATE TABLE standard_change_record (id varchar(36))');
    const { app } = await start();
    expect(await app.get(StandardRecords).list()).toHaveLength(3);
  });

  it('are what they were after going back and forth', async () => {
    await ofTheFirstRelease();
    const opened = await openDatabase(database.config, schema);
    while ((await opened.dataSource.query('SELECT * FROM standard_change').catch(() => [])).length === 0) {
      await opened.dataSource.undoLastMigration();
    }
    const rows: { changed_by: string; reason: string }[] = await opened.dataSource.query(
      'SELECT * FROM standard_change',
    );
    expect(rows.map(({ changed_by: by }) => by)).toEqual([BY, BY, BY]);
    await opened.close();
  });
});

it('a change made today is sealed too, and tied down by an audit record that names nobody', async () => {
  const { app } = await start();
  const row = { key: 'low-income-margin-equality', value: 1, unit: 'flag', from: '2027-01-01' };
  const source = { document: '津民规〔2026〕×号', row: 'A.1', confidence: 'official' };
  const file = { by: BY, why: WHY, rows: [{ ...row, source }] };
  await app.get(StandardChanges).apply(JSON.stringify(file), 'change.json');
  expect(await app.get(StandardRecords).list()).toEqual([expect.objectContaining({ changedBy: BY, reason: WHY })]);
  const [record] = await app.get(DataSource).manager.find(StandardChange);
  const [audited] = await app.get(DataSource).manager.findBy(AuditRow, { action: 'standard.changed' });
  expect(audited).toMatchObject({
    object: `standard-change:${record?.id}`,
    actorKind: 'staff',
    facts: JSON.stringify({ key: row.key, from: row.from, after: 1 }),
  });
  const all = Buffer.concat(
    [record?.changedBy, record?.reason, audited?.reason].map((each) => each ?? Buffer.alloc(0)),
  );
  expect(all.includes('𠮷田')).toBe(false);
});
