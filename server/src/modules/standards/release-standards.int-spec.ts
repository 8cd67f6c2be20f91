import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardRows } from '@jinmen/shared/standards/standards';
import { emptyDatabase } from '../../../test/database';
import { startServer, type TestServer } from '../../../test/server';
import { Transactions } from '../../platform/database/transactions';
import { ReleaseStandards } from './release-standards';
import { StandardChanges } from './standard-changes.service';
import { type RecordedChange, StandardRecords } from './standard-records';

let server: TestServer;

beforeEach(async () => {
  server = await startServer();
});

afterEach(() => server.end());

function shipped(): StandardRow {
  const [row] = standardRows;
  if (row === undefined) throw new Error('the release ships no standards');
  return row;
}

const operatorsWish = (row: StandardRow) => JSON.stringify({ by: '救助处', why: '试行', rows: [row] });

async function inForce(row: StandardRow, from: TestServer = server): Promise<number | undefined> {
  const body = (await (await from.get(`/api/v1/standards?asOf=${row.from}`)).json()) as { standards: StandardRow[] };
  return body.standards.find(({ key }) => key === row.key)?.value;
}

function follow(rows: readonly StandardRow[]): Promise<void> {
  return server.app.get(Transactions).run(() => server.app.get(ReleaseStandards).follow(rows));
}

function changes(): Promise<RecordedChange[]> {
  return server.app.get(StandardRecords).list();
}

describe('the figures of the release', () => {
  it('are all there after the first start, none of them a recorded change', async () => {
    expect(await inForce(shipped())).toBe(shipped().value);
    expect(await changes()).toEqual([]);
  });

  it('do not undo what an operator set when the server starts again', async () => {
    const database = await emptyDatabase();
    const mine = { ...shipped(), value: shipped().value + 1 };
    const first = await startServer({}, database);
    await first.app.get(StandardChanges).apply(operatorsWish(mine), 'change.json');
    await first.stop();
    const second = await startServer({}, database);
    expect(await inForce(mine, second)).toBe(mine.value);
    await second.end();
  });

  it('are corrected by a later release, and that is recorded with before and after', async () => {
    const corrected = standardRows.map((row) => (row === shipped() ? { ...row, value: row.value + 1 } : row));
    await follow(corrected);
    expect(await inForce(shipped())).toBe(shipped().value + 1);
    expect(await changes()).toEqual([
      expect.objectContaining({ changedBy: 'release', key: shipped().key, fromDay: shipped().from }),
    ]);
  });

  it('are left as they stand, with a warning, where they contradict what an operator set; all others follow', async () => {
    const [theirs, other] = ['minimum-living-allowance-rural', 'minimum-living-allowance-urban'].map(
      (key): StandardRow => ({ ...shipped(), key, from: '2026-01-01', to: '2026-12-31' }),
    );
    if (!theirs || !other) throw new Error('two rows were made');
    await server.app.get(StandardChanges).apply(operatorsWish(theirs), 'change.json');
    await follow([...standardRows, { ...theirs, from: '2026-06-01', value: 1 }, { ...other, value: 2 }]);
    expect(await inForce({ ...theirs, from: '2026-06-01' })).toBe(theirs.value);
    expect(await inForce(other)).toBe(2);
    expect(server.logs()).toContain(`"standard":"${theirs.key}"`);
    expect(server.logs()).not.toContain(`"standard":"${other.key}"`);
  });
});
