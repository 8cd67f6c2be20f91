import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { start } from '../test/child';
import { emptyDatabase } from '../test/database';
import { startServer, type TestServer } from '../test/server';
import { type RecordedChange, StandardRecords } from './modules/standards/standard-records';
import { readLockOwner } from './platform/database/embedded-lock';
import { sendCommand } from './platform/operator-socket/message';

/** A real key, because others are refused; of its figures in the release none is in force when these tests play. */
const KEY = 'minimum-living-allowance-urban';
const UNIT = 'fen-per-person-month';
let dir: string;
let server: TestServer;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'jinmen-change-'));
  server = await startServer({ CLOCK_AT: '2026-03-01T09:00:00+08:00' });
});

afterAll(async () => {
  await server.end();
  rmSync(dir, { recursive: true, force: true });
});

function row(from: string, value: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const source = { document: '津民规〔2026〕×号', row: 'A.1', confidence: 'official' };
  return { key: KEY, value, unit: UNIT, from, source, ...more };
}

interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

/** What `npm run data:apply -- change.json` runs, in a process of its own, while the server runs in this one. */
async function apply(content: unknown, config = server.database.config): Promise<Outcome> {
  const file = join(dir, 'change.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const { databaseUrl, dataDir } = config;
  const env = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  const child = start('src/data-apply.main.ts', [file], env);
  const code = await child.ends();
  return { code, said: child.said() };
}

const change = (...rows: unknown[]) => ({ by: '救助处 王处', why: '津民规〔2026〕×号', rows });

async function inForce(asOf: string): Promise<{ version: number; mine: StandardRow[] }> {
  const body = (await (await server.get(`/api/v1/standards?asOf=${asOf}`)).json()) as {
    version: number;
    standards: StandardRow[];
  };
  return { version: body.version, mine: body.standards.filter(({ key }) => key === KEY) };
}

async function changes(): Promise<RecordedChange[]> {
  return (await server.app.get(StandardRecords).list()).filter(({ key }) => key === KEY);
}

describe('an operator’s change, while the server runs', () => {
  it('shows at once, and an open earlier row ends where the new one begins', async () => {
    const { version } = await inForce('2026-03-01');
    const outcome = await apply(change(row('2025-01-01', 100), row('2026-01-01', 200)));
    expect(outcome).toEqual({ code: 0, said: expect.stringContaining(`added ${KEY} from 2026-01-01: 200 ${UNIT}`) });
    expect((await inForce('2025-12-31')).mine.map(({ value }) => value)).toEqual([100]);
    const today = await inForce('2026-03-01');
    expect(today.mine.map(({ value }) => value)).toEqual([200]);
    expect(today.version).toBeGreaterThan(version);
    expect((await inForce('2024-12-31')).mine).toEqual([]);
  });

  it('replaces the row with the same key and first day, and records who, when, why, before and after', async () => {
    const started = Date.now();
    expect((await apply(change(row('2026-01-01', 250)))).said).toContain(`200 ${UNIT} became 250 ${UNIT}`);
    expect((await inForce('2026-03-01')).mine.map(({ value }) => value)).toEqual([250]);
    const recorded = await changes();
    expect(recorded).toHaveLength(3);
    const replaced = recorded.find(({ before }) => before !== null);
    expect(replaced).toMatchObject({
      changedBy: '救助处 王处',
      reason: '津民规〔2026〕×号',
      fromDay: '2026-01-01',
      before: row('2026-01-01', 200),
      after: row('2026-01-01', 250),
    });
    const stopped = Date.UTC(2026, 2, 1, 1);
    // over the socket it is the server, with its stopped clock, that writes the record; on MySQL the command itself
    if (server.database.dialect === 'embedded') expect(replaced?.changedAt.getTime()).toBe(stopped);
    else expect(replaced?.changedAt.getTime()).toBeGreaterThanOrEqual(started);
  });

  it.each([
    [
      'an explicit last day that reaches into the next row',
      change(row('2027-01-01', 300), row('2025-01-01', 100, { to: '2026-01-01' })),
      /change\.json, row 2 \(minimum-living-allowance-urban\): "to" overlaps the standing row minimum-living-allowance-urban from 2026-01-01/,
    ],
    ['the same first day twice', change(row('2027-01-01', 300), row('2027-01-01', 301)), /row 2 .*already has a row/],
    [
      'no source',
      change(row('2027-01-01', 300), row('2028-01-01', 1, { source: undefined })),
      /row 2 .*"source" is missing/,
    ],
    ['a day that does not exist', change(row('2027-01-01', 300), row('2027-02-29', 1)), /row 2 .*"from" must be a day/],
    [
      'an unknown unit',
      change(row('2027-01-01', 300), row('2028-01-01', 1, { unit: 'yuan' })),
      /row 2 .*"unit" must be/,
    ],
    [
      'another unit than the key has',
      change(row('2027-01-01', 300), row('2028-01-01', 1, { unit: 'fen-once' })),
      /row 2 \(minimum-living-allowance-urban\): "unit" is fen-once, but .* is fen-per-person-month/,
    ],
    [
      'a unit no rule can use',
      change(row('2027-01-01', 1, { key: 'low-income-margin-equality', unit: 'months' })),
      /row 1 \(low-income-margin-equality\): low-income-margin-equality is months, not a flag/,
    ],
    [
      'a mistyped key',
      change(row('2027-01-01', 300), row('2027-01-01', 1, { key: 'minimum-living-alowance' })),
      /change\.json, row 2 \(minimum-living-alowance\): "key" is no standard that a rule or a figure/,
    ],
    ['a negative value', change(row('2027-01-01', 300), row('2028-01-01', -1)), /row 2 .*"value" must be/],
    ['nobody who decided', { why: 'x', rows: [row('2027-01-01', 300)] }, /change\.json: "by" must say who/],
    ['text that is no JSON', '{"by":', /change\.json: not JSON/],
  ])('with %s is refused with its place, and not half of it applied', async (_what, content, words) => {
    const before = await inForce('2027-06-01');
    const recorded = (await changes()).length;
    const outcome = await apply(content);
    expect(outcome.code).toBe(1);
    expect(outcome.said).toMatch(words);
    expect(outcome.said).not.toContain('    at ');
    expect(await inForce('2027-06-01')).toEqual(before);
    expect(await changes()).toHaveLength(recorded);
  });

  it('may give a figure the release leaves open and a rule names', async () => {
    const outcome = await apply(change(row('2027-01-01', 1, { key: 'low-income-margin-equality', unit: 'flag' })));
    expect(outcome).toEqual({ code: 0, said: expect.stringContaining('added low-income-margin-equality') });
  });

  it('needs exactly one file', async () => {
    const child = start('src/data-apply.main.ts', [], {});
    expect(await child.ends()).toBe(1);
    expect(child.said()).toContain('usage: npm run data:apply -- change.json');
  });
});

describe('an operator’s change, while no server runs', () => {
  it('is made by the command itself and is there when the server starts', async () => {
    const database = await emptyDatabase();
    const outcome = await apply(change(row('2026-01-01', 200)), database.config);
    expect(outcome).toEqual({ code: 0, said: expect.stringContaining('added') });
    expect(readLockOwner(database.config.dataDir)).toBeUndefined();
    const later = await startServer({}, database);
    const body = (await (await later.get('/api/v1/standards?asOf=2026-02-01')).json()) as { standards: StandardRow[] };
    expect(body.standards.find(({ key }) => key === KEY)?.value).toBe(200);
    await later.end();
  });
});

describe('the operator’s socket', () => {
  it('may be opened by its owner only, and answers a command nobody knows', async () => {
    const path = readLockOwner(server.database.config.dataDir)?.operatorSocket;
    if (server.database.dialect === 'mysql') {
      expect(path).toBeUndefined();
      return;
    }
    expect(statSync(path ?? '').mode & 0o777).toBe(0o600);
    expect(await sendCommand(path ?? '', { command: 'format-disk' })).toEqual({
      ok: false,
      lines: ['unknown command "format-disk"'],
    });
  });

  it('is found though the data folder’s path is longer than a socket’s may be', async () => {
    if (server.database.dialect === 'mysql') return;
    const dataDir = join(dir, 'long-'.repeat(30));
    mkdirSync(dataDir);
    const far = await startServer({ DATA_DIR: dataDir });
    expect((await apply(change(row('2026-01-01', 7)), { dataDir })).code).toBe(0);
    await far.end();
  });

  it('does not keep a stopping server waiting for someone who says nothing', async () => {
    if (server.database.dialect === 'mysql') return;
    const stopping = await startServer();
    const path = readLockOwner(stopping.database.config.dataDir)?.operatorSocket ?? '';
    const silent = connect({ path, allowHalfOpen: true });
    await once(silent, 'connect');
    silent.write('{"command":');
    await sendCommand(path, { command: 'x' }); // answered, so the server has taken the silent one in before it
    await stopping.stop(); // ends, though the silent one does not
    silent.destroy();
    await stopping.database.remove();
  });
});
