import { LibsqlDriver } from './libsql-driver';

let driver: LibsqlDriver;

beforeEach(() => {
  driver = new LibsqlDriver(':memory:');
  driver.exec('CREATE TABLE t (a, b)');
});

afterEach(() => driver.close());

describe('the libsql driver', () => {
  it('survives a single null and a single Buffer, which libsql alone does not', () => {
    driver.prepare('INSERT INTO t (a) VALUES (?)').run(null);
    driver.prepare('INSERT INTO t (a) VALUES (?)').run(Buffer.from('茶'));
    const values = driver.prepare('SELECT a FROM t').all();
    expect(values).toEqual([{ a: null }, { a: Buffer.from('茶') }]);
  });

  it('knows of no transaction in a closed file, where libsql alone takes the process with it', () => {
    const closed = new LibsqlDriver(':memory:');
    closed.exec('BEGIN');
    expect(closed.inTransaction).toBe(true);
    closed.close();
    expect(closed.inTransaction).toBe(false);
  });

  it('stores yes and no as 1 and 0, what is undefined as null, an instant as UTC text with milliseconds', () => {
    driver.prepare('INSERT INTO t (a, b) VALUES (?, ?)').run(true, undefined);
    driver.prepare('INSERT INTO t (a, b) VALUES (?, ?)').run(false, new Date('2026-03-01T09:00:00.678+08:00'));
    expect(driver.prepare('SELECT a, b FROM t').all()).toEqual([
      { a: 1, b: null },
      { a: 0, b: '2026-03-01 01:00:00.678' },
    ]);
  });

  it('returns no column that was not asked for', () => {
    expect(driver.prepare('SELECT 1 AS one').get()).toEqual({ one: 1 });
    expect([...driver.prepare('SELECT 1 AS one').iterate()]).toEqual([{ one: 1 }]);
  });

  it('reads a pragma whole or as its one value', () => {
    expect(driver.pragma('user_version')).toEqual([{ user_version: 0 }]);
    expect(driver.pragma('user_version', { simple: true })).toBe(0);
    expect(driver.pragma('user_version = 7')).toEqual([]);
    expect(driver.pragma('user_version', { simple: true })).toBe(7);
  });
});
