import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { emptyDatabase, type TestDatabase } from '../../../../test/database';
import { type OpenDatabase, openDatabase } from '../../../platform/database/open-database';
import { schema } from '../../../schema';
import { KEPT, type Kept, keptWords } from '../keeping/keeping';
import { nobodysTables, personalTables } from './catalogue';
import { columnsOf, plainColumnsOf } from './field-catalogue';
import { matters } from './matters';
import { privacyImpact } from './privacy-impact';

const DOCUMENT = join(__dirname, '../../../../../docs/privacy-impact.md');
const sealed = new Set((schema.sealed ?? []).map(({ table, column }) => `${table}.${column}`));

let database: TestDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
  opened = await openDatabase(database.config, schema);
});
afterAll(async () => {
  await opened.close();
  await database.remove();
});

/** `table.column` of everything there really is. */
async function realColumns(): Promise<string[]> {
  const { dataSource } = opened;
  if (database.dialect === 'mysql') {
    const rows: { place: string }[] = await dataSource.query(
      `SELECT CONCAT(table_name, '.', column_name) AS place FROM information_schema.columns WHERE table_schema = DATABASE()`,
    );
    return rows.map(({ place }) => place).sort();
  }
  const rows: { place: string }[] = await dataSource.query(
    `SELECT m.name || '.' || c.name AS place FROM sqlite_master m JOIN pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
  );
  return rows.map(({ place }) => place).sort();
}

const catalogued = (): string[] => [
  ...personalTables.flatMap((table) =>
    [...columnsOf(table), ...plainColumnsOf(table)].map(({ name }) => `${table.table}.${name}`),
  ),
  ...nobodysTables.flatMap(({ table, columns }) => columns.split(' ').map((column) => `${table}.${column}`)),
];

describe('the field catalogue', () => {
  it('names every column of every table, each once, and none that is not there', async () => {
    const names = catalogued().sort();
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(await realColumns());
    expect(names.length).toBeGreaterThan(500);
  });

  it('calls everything that is sealed personal, with words', () => {
    const personal = new Set(
      personalTables.flatMap(({ table, personal }) => Object.keys(personal).map((column) => `${table}.${column}`)),
    );
    const city = ['standard_change_record.changed_by', 'standard_change_record.reason'];
    expect([...sealed].filter((place) => !personal.has(place) && !city.includes(place))).toEqual([]);
  });

  it('ties and parts point at tables it knows, parents before their parts', () => {
    const place = new Map(personalTables.map(({ table }, index) => [table, index] as const));
    for (const { table, partOf, whose = [] } of personalTables) {
      if (partOf) expect(place.get(partOf.table)).toBeLessThan(place.get(table) ?? -1);
      for (const tie of whose) if ('in' in tie) expect(place.has(tie.in)).toBe(true);
    }
  });

  it('knows of every column with a person that it is one: their name stays as long as such a row does', async () => {
    const ties = personalTables.flatMap(({ table, whose = [], partOf }) => [
      ...whose.flatMap((tie) => ('is' in tie && tie.is === 'person' ? [`${table}.${tie.column}`] : [])),
      ...(partOf?.table === 'person' ? [`${table}.${partOf.column}`] : []),
    ]);
    const columns = (await realColumns()).filter((place) => /person_id$/.test(place));
    expect(columns.length).toBeGreaterThan(8);
    expect(columns.filter((place) => !ties.includes(place))).toEqual([]);
  });

  it('speaks plainly of each column, purpose and time, and has a use for every matter', () => {
    const words = [
      ...personalTables.flatMap((table) => columnsOf(table).map(({ what }) => what)),
      ...matters.flatMap(({ title, purpose, basis }) => [
        title,
        purpose,
        ...basis.flatMap((each) => (each.kind === 'asked' ? [each.words] : [])),
      ]),
      ...(Object.keys(KEPT) as Kept[]).map((kept) => keptWords(kept, {}).replace('，待民政局核定', '')),
    ];
    expect(words.flatMap((text) => plainWordProblems(text))).toEqual([]);
    const used = new Set(personalTables.map(({ matter }) => matter));
    expect(matters.map(({ code }) => code).filter((code) => code !== 'drafts' && !used.has(code))).toEqual([]);
    expect([...used].filter((code) => !matters.some((matter) => matter.code === code))).toEqual([]);
  });

  it('is what docs/privacy-impact.md says (npm run privacy:impact)', () => {
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(privacyImpact(sealed));
  });
});
