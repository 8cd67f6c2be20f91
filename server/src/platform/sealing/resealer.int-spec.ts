import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type PlatformProcess, startPlatform } from '../../../test/platform-house';
import { BlobStore } from '../blobs/blob-store';
import { BlobsModule } from '../blobs/blobs.module';
import { createTable } from '../database/create-table';
import { KeyCommands } from './key-commands';
import { KeysModule } from './keys.module';
import { KeysFile } from './keys-file';
import { Resealer } from './resealer';
import { labelIn, type SealedColumn } from './sealed-column';
import { Sealing } from './sealing';

const guestName: SealedColumn = {
  table: 'tea_guest',
  column: 'name',
  subject: 'guest',
  field: 'name',
  index: { purpose: 'guest-name', keyId: 'name_key', digest: 'name_digest' },
};

class CreateTeaGuest20260101000100 implements MigrationInterface {
  readonly name = 'CreateTeaGuest20260101000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'tea_guest',
      columns: {
        id: 'string(36)',
        name: { type: 'bytes', nullable: true },
        name_key: 'int',
        name_digest: 'binary(32)',
      },
      primaryKey: ['id'],
      uniques: { uq_tea_guest_name: ['name_digest'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('tea_guest');
  }
}

const more = { entities: [], migrations: [CreateTeaGuest20260101000100], sealed: [guestName] };
const parts = { imports: [BlobsModule, KeysModule] };
const GUESTS = 250;

let database: TestDatabase;
let platform: PlatformProcess;

beforeEach(async () => {
  database = await emptyDatabase();
  platform = await startPlatform(database, { more, parts });
});

afterEach(async () => {
  await platform.stop();
  await database.remove();
});

async function welcome(name: string): Promise<string> {
  const [id, sealing] = [randomUUID(), platform.module.get(Sealing)];
  const { keyId, digest } = sealing.index('guest-name', name);
  const row = [id, sealing.seal(labelIn(guestName, id), name), keyId, digest];
  await platform.transactions.manager.query(
    'INSERT INTO tea_guest (id, name, name_key, name_digest) VALUES (?, ?, ?, ?)',
    row,
  );
  return id;
}

async function nameOf(id: string): Promise<string> {
  const rows: { name: Buffer }[] = await platform.transactions.manager.query(
    'SELECT name FROM tea_guest WHERE id = ?',
    [id],
  );
  return platform.module.get(Sealing).open(labelIn(guestName, id), rows[0]?.name ?? Buffer.alloc(0));
}

async function find(name: string): Promise<string[]> {
  const digests = platform.module
    .get(Sealing)
    .indexes('guest-name', name)
    .map(({ digest }) => digest);
  const sql = `SELECT id FROM tea_guest WHERE name_digest IN (${digests.map(() => '?').join(', ')})`;
  const rows: { id: string }[] = await platform.transactions.manager.query(sql, digests);
  return rows.map(({ id }) => id);
}

const HOURS_LATER = () => Date.now() + 2 * 3_600_000;

/** Changes the file of keys as an operator does, and starts again with it, so much later that nothing is under way. */
async function restartWith(change: (file: KeysFile) => void): Promise<void> {
  await platform.stop();
  change(new KeysFile(platform.config.dataKeysFile));
  platform = await startPlatform(database, { more, parts, nowMs: HOURS_LATER });
}

const newKeys = (file: KeysFile) => {
  for (const purpose of ['sealing', 'index'] as const) file.use(purpose, file.add(purpose));
};

it('a key is retired while guests are read, looked up and change their names, and nobody is lost', async () => {
  const names = Array.from({ length: GUESTS }, (_, index) => `客人 ${index}`);
  const ids: string[] = [];
  for (const name of names) ids.push(await welcome(name));
  const photo = randomUUID();
  await platform.module.get(BlobStore).put(photo, Buffer.from('王小明的残疾证'));
  await restartWith(newKeys);
  const commands = () => platform.module.get(KeyCommands, { strict: false });
  expect(await commands().retire('sealing', 1)).toEqual({
    ok: false,
    lines: [`${GUESTS} of tea_guest.name`, '1 files of residents', 'sealing 1 stays'],
  });
  const killed = commands().rotate(() => {
    throw new Error('killed after its first batch');
  });
  await expect(killed).rejects.toThrow('killed');

  let read = 0;
  const rotated = commands().rotate();
  for (let index = 0; index < GUESTS; index += 7) {
    const [id, name] = [ids[index] ?? '', names[index] ?? ''];
    expect(await nameOf(id)).toBe(name);
    expect(await find(name)).toEqual([id]);
    read += 1;
  }
  const left = GUESTS - 200;
  expect(await rotated).toEqual({ ok: true, lines: [`${left} values and 1 files were moved to the keys in use`] });
  expect(read).toBeGreaterThan(30);

  expect((await commands().retire('sealing', 2)).ok).toBe(false);
  expect((await commands().retire('sealing', 1)).ok).toBe(true);
  expect(await commands().retire('index', 1)).toMatchObject({ ok: false, lines: [expect.stringContaining('restart')] });
  await restartWith(() => undefined);
  expect((await commands().retire('index', 1)).ok).toBe(true);
  await restartWith(() => undefined);
  expect((await commands().status()).lines).toEqual([
    'sealing 2: in use',
    'index 2: in use',
    'audit 1: in use',
    'session-token 1: in use',
  ]);
  for (const [index, id] of ids.entries()) expect(await nameOf(id)).toBe(names[index]);
  expect(await find(names[3] ?? '')).toEqual([ids[3]]);
  expect((await platform.module.get(BlobStore).get(photo))?.toString()).toBe('王小明的残疾证');
  expect(await commands().rotate()).toEqual({
    ok: true,
    lines: ['0 values and 0 files were moved to the keys in use'],
  });
});

it('what does not open, or is filed twice, is counted and left, and what stands after it is moved all the same', async () => {
  const ids = [await welcome('甲'), await welcome('乙'), await welcome('丙'), await welcome('丁')].sort();
  const garbage = Buffer.concat([Buffer.from([1, 0, 1]), Buffer.alloc(64, 7)]);
  await platform.transactions.manager.query('UPDATE tea_guest SET name = ? WHERE id = ?', [garbage, ids[0]]);
  const twice = await nameOf(ids[1] ?? '');
  await restartWith(newKeys);
  await welcome(twice); // by a process that did not look under the older key
  expect(await platform.module.get(Resealer).reseal()).toEqual({ moved: 2, broken: 1, twice: 1, owners: [] });
  const rows: { name: Buffer }[] = await platform.transactions.manager.query(
    'SELECT name FROM tea_guest WHERE id = ?',
    [ids[0]],
  );
  expect(rows[0]?.name.equals(garbage)).toBe(true);
  expect(await nameOf(ids[1] ?? '')).toBe(twice);
});

it('does not undo a change made between its reading and its writing', async () => {
  const id = await welcome('甲');
  await restartWith(newKeys);
  const sealing = platform.module.get(Sealing);
  const open = sealing.open.bind(sealing);
  jest.spyOn(sealing, 'open').mockImplementationOnce((label, sealed) => {
    const plain = open(label, sealed);
    const fresh = sealing.seal(label, '乙');
    changing = platform.transactions.run(() =>
      platform.transactions.manager.query('UPDATE tea_guest SET name = ? WHERE id = ?', [fresh, id]),
    );
    return plain;
  });
  let changing: Promise<unknown> = Promise.resolve();
  await platform.module.get(Resealer).reseal();
  await changing;
  expect(await nameOf(id)).toBe('乙');
});
