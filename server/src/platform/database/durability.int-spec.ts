import { startServer, type TestServer } from '../../../test/server';
import { Transactions } from './transactions';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.end());

it('a server says at its start when its database may lose what it acknowledges, and only then', async () => {
  const said = server.logs().includes('database may lose what it acknowledged');
  if (server.database.dialect === 'embedded') {
    const [row]: { synchronous: number }[] = await server.app.get(Transactions).manager.query('PRAGMA synchronous');
    expect([said, row?.synchronous]).toEqual([false, 2]); // FULL: each commit is flushed
    return;
  }
  const settings = 'SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS flush, @@GLOBAL.log_bin AS log_bin';
  const [row]: { flush: number; log_bin: number }[] = await server.app.get(Transactions).manager.query(settings);
  // the suite's own database is fast rather than durable, so there is something to say
  if (row?.log_bin === 0) expect(said).toBe(row.flush !== 1);
});
