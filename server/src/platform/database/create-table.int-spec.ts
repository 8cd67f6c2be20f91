import { randomBytes } from 'node:crypto';
import { openTeaHouse, type TeaHouse } from '../../../test/tea-house';
import { createTable } from './create-table';

let house: TeaHouse;

beforeEach(async () => {
  house = await openTeaHouse();
  const runner = house.transactions.manager.dataSource.createQueryRunner();
  await createTable(runner, {
    name: 'tea_letter',
    columns: { id: 'string(36)', sealed: { type: 'bytes', nullable: true } },
    primaryKey: ['id'],
  });
  await runner.release();
});

afterEach(() => house.close());

describe('a column of bytes', () => {
  const stored = async (bytes: Buffer | null): Promise<unknown> => {
    const { manager } = house.transactions;
    await manager.query('INSERT INTO tea_letter (id, sealed) VALUES (?, ?)', ['letter', bytes]);
    const rows: { sealed: unknown }[] = await manager.query('SELECT sealed FROM tea_letter');
    return rows[0]?.sealed;
  };

  it('keeps every byte there is, also more than 64 KB of them', async () => {
    const bytes = Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), randomBytes(200_000)]);
    const found = await stored(bytes);
    expect(Buffer.isBuffer(found) && bytes.equals(found)).toBe(true);
  });

  it('may hold nothing, which is not the same as no bytes', async () => {
    expect(await stored(null)).toBeNull();
  });

  it('lets a part be compared by its bytes, as whoever looks for an old key does', async () => {
    await stored(Buffer.from([1, 0x00, 0xff, 9]));
    const count = async (part: Buffer) => {
      const sql = 'SELECT COUNT(*) AS n FROM tea_letter WHERE SUBSTR(sealed, 2, 2) = ?';
      const rows: { n: unknown }[] = await house.transactions.manager.query(sql, [part]);
      return Number(rows[0]?.n);
    };
    expect(await count(Buffer.from([0x00, 0xff]))).toBe(1);
    expect(await count(Buffer.from([0x00, 0xfe]))).toBe(0);
  });
});
