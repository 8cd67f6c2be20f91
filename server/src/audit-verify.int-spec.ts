import { DataSource } from 'typeorm';
import { start } from '../test/child';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { startServer, type TestServer } from '../test/server';
import { Audit } from './platform/audit/audit';
import { AuditCommands } from './platform/audit/audit-commands';
import { Transactions } from './platform/database/transactions';
import { Jobs } from './platform/jobs/jobs';

let database: TestDatabase;
let server: TestServer;

beforeEach(async () => {
  database = await emptyDatabase();
  server = await startServer({}, database);
  for (const object of ['tea-cup:1', 'tea-cup:2']) {
    await server.app
      .get(Transactions)
      .run(() => server.app.get(Audit).record({ action: 'tea.poured', actor: { kind: 'system', id: 'test' }, object }));
  }
  await server.app.get(Jobs).wake('audit-seal');
});

afterEach(() => server.end());

/** What `npm run audit:verify` runs, in a process of its own. */
async function verify(...args: string[]): Promise<{ code: number | null; said: string }> {
  const { databaseUrl, dataDir } = database.config;
  const env = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  const child = start('src/audit-verify.main.ts', args, env);
  return { code: await child.ends(), said: child.said() };
}

const sql = (text: string) => server.app.get(DataSource).query(text);

describe('npm run audit:verify', () => {
  it('says that all is whole while the server runs, and after it stopped', async () => {
    const whole = {
      code: 0,
      said: expect.stringMatching(/2 records in the chain, anchored up to 2; \d not sealed yet\. Whole\./),
    };
    expect(await verify()).toEqual(whole);
    await server.stop();
    expect(await verify()).toEqual(whole);
    server = await startServer({}, database);
  });

  it('fails, naming the record, after one was changed', async () => {
    await sql("UPDATE audit_row SET action = 'tea.drunk' WHERE object = 'tea-cup:1'");
    const { code, said } = await verify();
    expect(code).toBe(1);
    expect(said).toMatch(/link \d: record [0-9a-f-]{36} was changed/);
    expect(said).toContain('NOT WHOLE');
  });

  it('fails after the end was cut off, until the restore is on record with who and why', async () => {
    await sql('DELETE FROM audit_chain WHERE seq = 2');
    await sql('DELETE FROM audit_row WHERE id NOT IN (SELECT row_id FROM audit_chain)');
    const inServer = () => server.app.get(AuditCommands).verify(); // as the command does, without a process for each
    expect(await inServer()).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('its end was cut off'), expect.anything()],
    });
    expect(await verify('--restored', '运维 李工')).toEqual({ code: 1, said: expect.stringContaining('usage:') });
    expect(await verify('--restored', '运维 李工', '磁盘坏了')).toEqual({
      code: 0,
      said: expect.stringContaining('from 2 back to 0'),
    });
    await server.app.get(Jobs).wake('audit-seal');
    expect(await inServer()).toEqual({
      ok: true,
      lines: [expect.stringMatching(/^restored at \S+ by 运维 李工: 磁盘坏了$/), expect.stringContaining('Whole.')],
    });
  });
});
