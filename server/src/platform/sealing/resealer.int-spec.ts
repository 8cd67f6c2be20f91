import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type PlatformProcess, startPlatform } from '../../../test/platform-house';
import { createTable } from '../database/create-table';
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
const GUESTS = 250;

let database: TestDatabase;
let platform: PlatformProcess;

beforeEach(async () => {
  database = await emptyDatabase();
  platform = await startPlatform(database, { more });
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

type File = Record<string, { current: number; keys: Record<string, string> }>;

/** Changes the file of keys as an operator would, and starts again with it. */
async function restartWith(change: (file: File) => void): Promise<void> {
  await platform.stop();
  const path = platform.config.dataKeysFile;
  const file = JSON.parse(readFileSync(path, 'utf8')) as File;
  change(file);
  writeFileSync(path, JSON.stringify(file));
  platform = await startPlatform(database, { more });
}

const addKeys = (file: File) => {
  for (const [purpose, letter] of [
    ['sealing', 's'],
    ['index', 'i'],
  ] as const) {
    const ring = file[purpose];
    if (!ring) throw new Error(`no ${purpose}`);
    ring.keys[2] = Buffer.alloc(32, letter).toString('base64');
    ring.current = 2;
  }
};

const dropOldKeys = (file: File) => {
  delete file.sealing?.keys[1];
  delete file.index?.keys[1];
};

it('a key is retired while guests are read, looked up and change their names, and nobody is lost', async () => {
  const names = Array.from({ length: GUESTS }, (_, index) => `客人 ${index}`);
  const ids: string[] = [];
  for (const name of names) ids.push(await welcome(name));
  await restartWith(addKeys);

  let read = 0;
  const resealed = platform.module.get(Resealer).reseal();
  for (let index = 0; index < GUESTS; index += 7) {
    const [id, name] = [ids[index] ?? '', names[index] ?? ''];
    expect(await nameOf(id)).toBe(name);
    expect(await find(name)).toEqual([id]);
    read += 1;
  }
  expect(await resealed).toEqual({ moved: GUESTS, broken: 0 });
  expect(read).toBeGreaterThan(30);

  await restartWith(dropOldKeys);
  for (const [index, id] of ids.entries()) expect(await nameOf(id)).toBe(names[index]);
  expect(await find(names[3] ?? '')).toEqual([ids[3]]);
  expect(await platform.module.get(Resealer).reseal()).toEqual({ moved: 0, broken: 0 });
});

it('what does not open is counted and left as it is, and what stands after it is moved all the same', async () => {
  const ids = [await welcome('甲'), await welcome('乙'), await welcome('丙')].sort();
  const garbage = Buffer.concat([Buffer.from([1, 0, 1]), Buffer.alloc(64, 7)]);
  await platform.transactions.manager.query('UPDATE tea_guest SET name = ? WHERE id = ?', [garbage, ids[0]]);
  await restartWith(addKeys);
  expect(await platform.module.get(Resealer).reseal()).toEqual({ moved: 2, broken: 1 });
  const rows: { name: Buffer }[] = await platform.transactions.manager.query(
    'SELECT name FROM tea_guest WHERE id = ?',
    [ids[0]],
  );
  expect(rows[0]?.name.equals(garbage)).toBe(true);
});

it('does not undo a change made between its reading and its writing', async () => {
  const id = await welcome('甲');
  await restartWith(addKeys);
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
