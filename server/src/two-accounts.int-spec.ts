import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { type Child, start } from '../test/child';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { send } from '../test/resident';
import { startServer, type TestServer } from '../test/server';
import { type TwoAccounts, twoAccounts } from '../test/two-accounts';
import { until } from '../test/until';
import { Audit } from './platform/audit/audit';
import { mustOnlyServe } from './platform/database/accounts/serving-account';
import { openDatabase } from './platform/database/open-database';
import { Transactions } from './platform/database/transactions';
import { DataKeys } from './platform/sealing/data-keys';
import { KeysFile } from './platform/sealing/keys-file';
import { schema } from './schema';

/** The embedded database is one file of one process: it knows no accounts, and there is nothing to show. */
const NO_ACCOUNTS = process.env.TEST_DIALECT === 'embedded';
const NEWEST = schema.migrations.map((Migration) => new Migration().name ?? '').at(-1) ?? '';

let database: TestDatabase;
let accounts: TwoAccounts;
let asServing: Connection;
/** What a server said before anybody had migrated, and what `migrate` said. */
let early: Ended;
let migrated: Ended;

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const ended = async (child: Child): Promise<Ended> => ({ code: await child.ends(), said: child.said() });
const migrate = (...args: string[]) => ended(accounts.migrate('src/migrate.main.ts', args));

/** What a server in production is told, beside its account. */
function production(): Readonly<Record<string, string>> {
  const { dataDir, databaseUrl = '' } = accounts.served.config;
  return {
    ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', PUBLIC_ORIGIN: 'https://mz.example.cn' },
    ...{ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DATA_KEYS_FILE: join(dataDir, 'keys.json') },
    ...{ AUDIT_ANCHOR_FILE: join(dataDir, 'anchors.jsonl'), DELETION_LEDGER_FILE: join(dataDir, 'deletions.jsonl') },
    ...{ TRUSTED_PROXIES: 'none', OPENINGS: 'off', STOP_NOTICE_MS: '0' },
  };
}

async function ready(child: Child): Promise<string> {
  await child.says('ready at http://');
  return /ready at (\S+)/.exec(child.said())?.[1] ?? '';
}

async function stopped(child: Child): Promise<number | null> {
  child.process.kill('SIGTERM');
  return child.ends();
}

beforeAll(async () => {
  if (NO_ACCOUNTS) return;
  database = await emptyDatabase();
  accounts = await twoAccounts(database);
  DataKeys.open(join(database.config.dataDir, 'keys.json'), { makeIfAbsent: true });
  early = await ended(start('src/main.ts', [], production()));
  migrated = await migrate();
  asServing = await createConnection(accounts.served.config.databaseUrl ?? '');
});

afterAll(async () => {
  if (NO_ACCOUNTS) return;
  await asServing.end();
  await accounts.remove();
  await database.remove();
});

/** The number of its error; `done` where it was not refused. */
const says = (sql: string): Promise<unknown> =>
  asServing.query(sql).then(
    () => 'done',
    (error: { errno: number }) => error.errno,
  );

describe('before the owner has migrated', () => {
  it('a server does not start, and says in one sentence what to run', () => {
    if (NO_ACCOUNTS) return;
    expect(early.code).toBe(1);
    expect(early.said).toMatch(/^The account of DATABASE_URL may not look .* does not migrate .*Run "migrate" /);
    expect(early.said.trim().split('\n')).toHaveLength(1);
  });

  it('so it does when one migration of its own is missing, and starts when there is one more than it knows', async () => {
    if (NO_ACCOUNTS) return;
    await accounts.asAdministrator(`DELETE FROM migrations WHERE name = '${NEWEST}'`);
    const behind = await ended(start('src/main.ts', [], production()));
    expect(behind).toEqual({
      code: 1,
      said: expect.stringMatching(new RegExp(`^The database lacks ${NEWEST}, .*Run`)),
    });
    const more = `INSERT INTO migrations (timestamp, name) VALUES (1, '${NEWEST}'), (2, 'OfTheNextRelease20990101000000')`;
    await accounts.asAdministrator(more);
    const child = start('src/main.ts', [], production());
    expect((await fetch(`${await ready(child)}/readyz`)).status).toBe(200);
    expect(await stopped(child)).toBe(0);
  });

  it('so it does when a table of its own was never given to it, until the owner gives it', async () => {
    if (NO_ACCOUNTS) return;
    const who = `'${accounts.serving}'@'%'`;
    await accounts.asAdministrator(`REVOKE SELECT, INSERT, UPDATE, DELETE ON booking FROM ${who}`);
    const config = { ...accounts.served.config, migrates: 'apart' as const };
    await expect(openDatabase(config, schema)).rejects.toThrow('is not shown booking, and this process does not');
    await migrate();
    await (await openDatabase(config, schema)).close();
  });
});

describe('migrate', () => {
  it('says what it did, does nothing twice, and repeats no password', async () => {
    if (NO_ACCOUNTS) return;
    expect(migrated.code).toBe(0);
    expect(migrated.said).toContain(`migrated: ${NEWEST}`);
    const again = await migrate(`${accounts.serving}@%`);
    expect(again).toEqual({ code: 0, said: expect.stringMatching(/^the schema was up to date\n/) });
    expect(again.said).toContain(`${accounts.serving}@% reads and writes `);
    expect(again.said).toContain('changes nor removes: audit_row, audit_chain, disclosure, rights_text_version\n');
    const secrets = [accounts.ownerEnv.MIGRATE_DATABASE_URL, accounts.served.config.databaseUrl ?? ''];
    for (const secret of secrets) expect(again.said + migrated.said).not.toContain(new URL(secret).password);
  });

  it.each([
    ['an account nobody made', () => ['nobody-here@%'], 'there is no account nobody-here@%'],
    ['the owner itself', () => [accounts.owner], 'the servers need an account of their own'],
    ['something that is no account', () => ["x'; DROP"], 'usage:'],
  ])('refuses %s, in words', async (_what, args, words) => {
    if (NO_ACCOUNTS) return;
    const { code, said } = await migrate(...args());
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
    expect(said).not.toContain('    at ');
  });
});

describe('the account that serves', () => {
  it('serves in production: what somebody asks for is on record and taken into the chain', async () => {
    if (NO_ACCOUNTS) return;
    const child = start('src/main.ts', [], production());
    const server = { url: await ready(child) };
    const plea = { forSomebodyElse: false, kinds: ['no-food'], place: '西营门菜市场', phone: '13812345678' };
    const body = { ...plea, secret: randomBytes(32).toString('hex') };
    const headers = { 'idempotency-key': randomUUID() };
    expect((await send(server, 'POST', '/api/v1/urgent-requests', body, headers)).status).toBe(201);
    const sealed = 'SELECT r.action FROM audit_row r JOIN audit_chain c ON c.row_id = r.id WHERE r.object LIKE ?';
    await until(async () => {
      const [rows] = await asServing.query<RowDataPacket[]>(sealed, ['urgent-request:%']);
      expect(rows.length).toBeGreaterThan(0);
    });
    expect(await stopped(child)).toBe(0);
    expect(child.said()).not.toContain('denied');
  });

  it('may neither change nor remove a row that is only ever added, nor empty or drop its table', async () => {
    if (NO_ACCOUNTS) return;
    const kept = schema.appendOnly ?? [];
    expect(kept.map(({ table }) => table)).toEqual(expect.arrayContaining(['audit_row', 'audit_chain']));
    for (const { table, changedBefore } of kept) {
      const [[column]] = await asServing.query<RowDataPacket[]>(`SHOW COLUMNS FROM ${table}`);
      const set = `${String(column?.Field)} = ${String(column?.Field)}`;
      const tried = [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `DROP TABLE ${table}`];
      expect([table, ...(await Promise.all(tried.map(says)))]).toEqual([table, 1142, 1142, 1142]);
      const changed = await says(`UPDATE ${table} SET ${set}`);
      expect([table, changed]).toEqual([table, changedBefore ? 'done' : 1142]);
      expect(await says(`SELECT 1 FROM ${table}`)).toBe('done');
    }
  });

  it('may change no table at all, and give itself nothing', async () => {
    if (NO_ACCOUNTS) return;
    const refused = [
      'ALTER TABLE booking ADD COLUMN more int NULL',
      'CREATE TABLE mine (id int PRIMARY KEY)',
      'DROP TABLE booking',
      'TRUNCATE booking',
      'RENAME TABLE audit_row TO old_row',
      'CREATE INDEX ix_more ON booking (id)',
      'CREATE VIEW mine AS SELECT * FROM booking',
      'CREATE TRIGGER mine BEFORE INSERT ON audit_row FOR EACH ROW SET NEW.facts = ""',
      "DELETE FROM migrations WHERE name <> ''",
      "INSERT INTO migrations (timestamp, name) VALUES (3, 'OneThatNeverRan20990101000000')",
      "UPDATE migrations SET name = 'x'",
      `GRANT UPDATE ON audit_row TO '${accounts.serving}'@'%'`,
    ];
    const answers = await Promise.all(refused.map(async (sql) => [sql, await says(sql)]));
    expect(answers).toEqual(refused.map((sql) => [sql, 1142]));
  });

  it('notes who stood in a list once a day, and changes no row for it', async () => {
    if (NO_ACCOUNTS) return;
    // as it will be once no version of before writes over rows there
    await accounts.asAdministrator(`REVOKE UPDATE ON audit_shown FROM '${accounts.serving}'@'%'`);
    const server = await servingHere();
    const [audit, transactions] = [server.app.get(Audit), server.app.get(Transactions)];
    const look = { action: 'call-list.read', actor: { kind: 'staff', id: '400017' }, shown: ['guest-1'] } as const;
    const looking = () => transactions.run(() => audit.record(look));
    await Promise.all([looking(), looking(), looking()])
      .then(looking)
      .finally(() => server.stop());
    await migrate();
    const [rows] = await asServing.query<RowDataPacket[]>("SELECT audit_id FROM audit_shown WHERE about = 'guest-1'");
    expect(rows).toHaveLength(1);
  });

  it('is enough for what operators run, but for the keys of the audit, which are the owner’s to change', async () => {
    if (NO_ACCOUNTS) return;
    const server = await servingHere();
    const told = { action: 'tea.poured', actor: { kind: 'staff', id: 'shell' }, reason: '张三要的' } as const;
    const recorded = server.app.get(Transactions).run(() => server.app.get(Audit).record(told));
    await recorded.finally(() => server.stop());
    const run = (main: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      ended(start(`src/${main}.main.ts`, args, { ...production(), ...more }));
    for (const [main, ...args] of [['integrity', '--all'], ['retention'], ['audit-verify']] as const) {
      expect([main, await run(main, args)]).toEqual([main, { code: 0, said: expect.any(String) }]);
    }
    const file = new KeysFile(production().DATA_KEYS_FILE ?? '');
    file.use('sealing', file.add('sealing'));
    const alone = await run('keys', ['rotate']);
    expect(alone).toEqual({
      code: 1,
      said: expect.stringContaining('audit_row.reason: this account may only add there'),
    });
    const asOwner = await run('keys', ['rotate'], accounts.ownerEnv);
    expect(asOwner).toEqual({ code: 0, said: expect.stringContaining('1 values and 0 files were moved') });
    expect(await run('audit-verify', [])).toEqual({ code: 0, said: expect.stringContaining('Whole.') });
    expect((await run('retention', [], accounts.ownerEnv)).said).toContain('no server may hold it');
  });
});

describe('an account that may do more', () => {
  it('serves nobody in production until the owner has migrated, and is told what to run', async () => {
    if (NO_ACCOUNTS) return;
    await accounts.asAdministrator(`GRANT ALL ON ${nameOf(database)}.* TO '${accounts.serving}'@'%'`);
    const refused = await ended(start('src/main.ts', [], production()));
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(
      /^The account of DATABASE_URL may do more than serve: ALL PRIVILEGES on .*Run "migrate"/,
    );
    expect(refused.said.trim().split('\n')).toHaveLength(1);
    await migrate();
    const child = start('src/main.ts', [], production());
    expect((await fetch(`${await ready(child)}/readyz`)).status).toBe(200);
    expect(await stopped(child)).toBe(0);
  });

  it.each([
    ['DELETE ON audit_chain', /DELETE on \S+\.audit_chain/],
    ['UPDATE (reason) ON audit_row', /UPDATE on \S+\.audit_row/],
    ['ALTER, CREATE VIEW ON booking', /(ALTER|CREATE VIEW), (ALTER|CREATE VIEW) on \S+\.booking/],
    ['ALL ON audit_row', /ALL PRIVILEGES on \S+\.audit_row/],
    ['DELETE HISTORY ON booking', /DELETE HISTORY on \S+\.booking/],
    ['INSERT ON migrations', /INSERT on \S+\.migrations/],
    ['SELECT ON disclosure', undefined],
  ])('is seen by what it may do: %s; the owner takes it away', async (right, words) => {
    if (NO_ACCOUNTS) return;
    await accounts.asAdministrator(`GRANT ${right} TO '${accounts.serving}'@'%'`);
    if (words) await expect(looksAtItself()).rejects.toThrow(words);
    await migrate();
    await looksAtItself();
  });

  it('is told how an administrator takes what the owner cannot', async () => {
    if (NO_ACCOUNTS) return;
    const [who, name] = [`'${accounts.serving}'@'%'`, nameOf(database)];
    const given = [
      `GRANT ALL ON \`${name}%\`.* TO ${who}`,
      `GRANT SELECT ON mysql.global_priv TO ${who}`,
      `GRANT SELECT ON *.* TO ${who}`,
      `CREATE PROCEDURE ${name}.tidy() SELECT 1`,
      `GRANT EXECUTE ON PROCEDURE ${name}.tidy TO ${who}`,
    ];
    await accounts.asAdministrator(given.join(';'));
    await migrate();
    const said = await looksAtItself().catch(String);
    const [, byHand = ''] = /an administrator does: (.*) \(docs/.exec(String(said)) ?? [];
    expect(byHand.split('; ')).toHaveLength(4);
    await accounts.asAdministrator(byHand);
    await looksAtItself();
    await accounts.asAdministrator(`DROP PROCEDURE ${name}.tidy`);
  });

  it('is seen by a role it could take on, and by what stands everywhere', async () => {
    if (NO_ACCOUNTS) return;
    const [who, role] = [`'${accounts.serving}'@'%'`, `${accounts.serving}_role`];
    await accounts.asAdministrator(`CREATE ROLE ${role}; GRANT ${role} TO ${who}`);
    await expect(looksAtItself()).rejects.toThrow(`the role ${role}`);
    await accounts.asAdministrator(`DROP ROLE ${role}; GRANT CREATE USER ON *.* TO ${who}`);
    await expect(looksAtItself()).rejects.toThrow('CREATE USER on *.*');
    await accounts.asAdministrator(`REVOKE CREATE USER ON *.* FROM ${who}`);
    await looksAtItself();
  });
});

/** The whole server in this process, as the account that serves; its database stays. */
function servingHere(): Promise<TestServer> {
  const files = {
    DATA_KEYS_FILE: production().DATA_KEYS_FILE ?? '',
    AUDIT_ANCHOR_FILE: production().AUDIT_ANCHOR_FILE ?? '',
  };
  return startServer({ ...files, MIGRATE: 'apart' }, { ...accounts.served, remove: async () => undefined });
}

async function looksAtItself(): Promise<void> {
  const opened = await openDatabase({ ...accounts.served.config, migrates: 'apart' }, schema);
  await mustOnlyServe(opened.dataSource, opened.appendOnly).finally(() => opened.close());
}

function nameOf({ config }: TestDatabase): string {
  return new URL(config.databaseUrl ?? '').pathname.slice(1);
}
