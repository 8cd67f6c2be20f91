import type { QueryRunner } from 'typeorm';
import { readSchema } from '../test/constraint-names';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { type MadeRow, MadeRows } from '../test/made-rows';
import { UNIQUE_PROMISES } from '../test/unique-promises';
import { type OpenDatabase, openDatabase } from './platform/database/open-database';
import { isDuplicate } from './platform/database/retryable';
import { schema } from './schema';

let database: TestDatabase;
let opened: OpenDatabase;
let runner: QueryRunner;

beforeAll(async () => {
  database = await emptyDatabase();
  opened = await openDatabase(database.config, schema);
  runner = opened.dataSource.createQueryRunner();
});

afterAll(async () => {
  await runner.release();
  await opened.close();
  await database.remove();
});

/** Where the database says which UNIQUE it was: on MySQL its name, else its columns. */
const refusalOf = (name: string, table: string, columns: readonly string[]): string =>
  database.dialect === 'mysql' ? `'${name}'` : `: ${columns.map((column) => `${table}.${column}`).join(', ')}`;

const only = (row: MadeRow, columns: readonly string[]): MadeRow =>
  Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)));

describe('what there may be one of, whatever the code above forgets to look at', () => {
  it('is all in the list of promises, and nothing else is', async () => {
    const names = (await readSchema(opened.dataSource)).filter((name) => name.includes('.uq_'));
    expect(names).toEqual(
      Object.entries(UNIQUE_PROMISES)
        .map(([name, [table]]) => `${table}.${name}`)
        .sort(),
    );
  });

  it.each(
    Object.entries(UNIQUE_PROMISES).map(([name, [table, columns, promise]]) => ({ name, table, columns, promise })),
  )('$name: $promise, and a second is refused by the database', async ({ name, table, columns }) => {
    const unique = columns.split(' ');
    const rows = await MadeRows.of(table, runner);
    const first = rows.next();
    await rows.insert(first);
    const second = rows.insert({ ...rows.next(), ...only(first, unique) });
    const refusal: unknown = await second.catch((error: unknown) => error);
    expect(isDuplicate(refusal)).toBe(true);
    expect(String(refusal)).toContain(refusalOf(name, table, unique));
    for (const column of unique) {
      const others = unique.filter((each) => each !== column);
      await rows.insert({ ...rows.next(), ...only(first, others) });
    }
  });
});
