import { DataSource } from 'typeorm';
import { start } from '../test/child';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { type IdentityDesk, staffHeaders, startIdentityDesk } from '../test/identity-desk';
import { manySessions } from '../test/many-sessions';
import { startServer, type TestServer } from '../test/server';
import { Audit } from './platform/audit/audit';
import { AuditCommands } from './platform/audit/audit-commands';
import { Transactions } from './platform/database/transactions';
import { Jobs } from './platform/jobs/jobs';

let desk: IdentityDesk;
let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  desk = await startIdentityDesk();
});
afterAll(() => desk.bureau.close());

beforeEach(async () => {
  database = await emptyDatabase();
  server = await startServer(desk.env, database);
  for (const object of ['tea-cup:1', 'tea-cup:2']) {
    await server.app
      .get(Transactions)
      .run(() => server.app.get(Audit).record({ action: 'tea.poured', actor: { kind: 'system', id: 'test' }, object }));
  }
  await server.app.get(Jobs).wake('audit-seal');
});

afterEach(() => server.end());

/** What an operator's command runs, in a process of its own. */
async function run(main: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { databaseUrl, dataDir } = database.config;
  const env = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  const child = start(`src/${main}.main.ts`, args, env);
  return { code: await child.ends(), said: child.said() };
}

const verify = (...args: string[]) => run('audit-verify', ...args);

const sql = (text: string) => server.app.get(DataSource).query(text);

/** Both records leave the database; their places stand in the anchor file. */
async function cutOffTheEnd(): Promise<void> {
  await sql('DELETE FROM audit_chain WHERE seq = 2');
  await sql('DELETE FROM audit_row WHERE id NOT IN (SELECT row_id FROM audit_chain)');
}

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

  it('fails after a record and its link left seconds after they were sealed, before any anchor named them', async () => {
    await server.app
      .get(Transactions)
      .run(() => server.app.get(Audit).record({ action: 'tea.drunk', actor: { kind: 'system', id: 'test' } }));
    await server.app.get(Jobs).wake('audit-seal');
    await sql("DELETE FROM audit_chain WHERE row_id IN (SELECT id FROM audit_row WHERE action = 'tea.drunk')");
    await sql("DELETE FROM audit_row WHERE action = 'tea.drunk'");
    expect(await verify()).toEqual({ code: 1, said: expect.stringContaining('its end was cut off') });
  });

  it('fails after the end was cut off, until the restore is on record with who and why', async () => {
    await cutOffTheEnd();
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

describe('npm run integrity -- --end-sessions, in an incident', () => {
  it('ends every session and excuses nothing: an audit whose end was cut off stays broken', async () => {
    const [signedIn] = await manySessions(server, 1);
    const resident = { authorization: `Bearer ${signedIn?.accessToken}` };
    const colleague = await staffHeaders(server.url, 'J2001');
    const asked = async () => [
      (await server.get('/api/v1/me', resident)).status,
      (await server.get('/api/v1/staff/sessions/current', colleague)).status,
    ];
    expect(await asked()).toEqual([200, 200]);
    await cutOffTheEnd();
    expect(await run('integrity', '--end-sessions', '值班 李工')).toEqual({
      code: 1,
      said: expect.stringContaining('usage:'),
    });
    expect(await run('integrity', '--end-sessions', '值班 李工', '令牌外泄')).toEqual({
      code: 0,
      said: expect.stringMatching(/1 sessions of residents .*\n1 sessions at \/staff .*\nand this is on record/),
    });
    expect(await asked()).toEqual([401, 401]);
    await server.app.get(Jobs).wake('audit-seal');
    const { ok, lines } = await server.app.get(AuditCommands).verify();
    expect([ok, lines.join('\n')]).toEqual([false, expect.stringMatching(/cut off|written anew/)]);
    expect(lines.join('\n')).not.toContain('restored at');
    const done: { action: string }[] = await sql('SELECT action FROM audit_row');
    expect(done.map(({ action }) => action)).toEqual(expect.arrayContaining(['sessions.all-ended']));
    expect(done.map(({ action }) => action)).not.toContain('database.restored');
  });
});
