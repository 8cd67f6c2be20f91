import { AsyncResource } from 'node:async_hooks';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeletionView } from '@jinmen/shared/residents/rights';
import { newReader } from '../../../../test/reading-house';
import { type ReliefHouse, startReliefHouse } from '../../../../test/relief-house';
import { answered, Phone, send } from '../../../../test/resident';
import { startServer } from '../../../../test/server';
import { startLocalWechat } from '../../../../test/wechat';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import { Uploads } from '../../uploads/uploads.port';
import { personalTables } from '../catalogue/catalogue';
import { LegalHolds } from '../keeping/legal-holds.service';
import { RowRemoval } from '../row-removal.service';
import { DeletionLedger } from './deletion-ledger';

const LIVING = 'minimum-living-allowance';

const bearer = (accountId: string) => ({ authorization: `Bearer ${accountId}` });

describe('what goes with an account', () => {
  let house: ReliefHouse;
  beforeAll(async () => {
    house = await startReliefHouse();
  });
  afterAll(() => house.end());

  const call = (method: string, path: string, accountId: string) =>
    send(house.server, method, `/api/v1${path}`, undefined, bearer(accountId));
  const rowsOf = async (table: string, column: string, value: string) =>
    (await house.sql(`SELECT 1 FROM ${table} WHERE ${column} = ?`, [value])).length;

  it('is said before the tap, and is what then goes: a draft with its parts, and nobody else’s', async () => {
    const [anna, berta] = [house.resident(), house.resident()];
    const draft = await anna.draft([LIVING]);
    const other = await berta.draft([LIVING]);
    const view = answered<DeletionView>(await call('GET', '/me/deletion', anna.accountId));
    expect(view.goes).toContain('没递出去的申请 1 份，和里面的照片');
    const staying = view.stays.map(({ what }) => what);
    expect([staying.includes('递出去的申请 1 份'), staying.includes('您的姓名、身份证号')]).toEqual([false, false]);
    expect(await rowsOf('relief_application', 'id', draft.id)).toBe(1);
    expect((await call('DELETE', '/me', anna.accountId)).status).toBe(204);
    expect(await rowsOf('relief_application', 'id', draft.id)).toBe(0);
    expect(await rowsOf('relief_application', 'id', other.id)).toBe(1);
    expect(await rowsOf('audit_row', 'action', 'account.deleted')).toBe(1);
  });

  it('goes also when a request that was let in before writes it after', async () => {
    const late = house.resident();
    await call('DELETE', '/me', late.accountId);
    const { id } = await late.draft([LIVING]);
    const again = () => house.server.app.get(Jobs).wake('account-forgotten-again');
    await again();
    expect(await rowsOf('relief_application', 'id', id)).toBe(0);
    await again();
    expect(await rowsOf('audit_row', 'actor_id', late.accountId)).toBe(2);
  });

  it('leaves what an office has in hand, said with why and for how long', async () => {
    const clara = house.resident();
    const { id } = await clara.submitted([LIVING]);
    const { stays } = answered<DeletionView>(await call('GET', '/me/deletion', clara.accountId));
    expect(stays.find(({ what }) => what === '递出去的申请 1 份')).toEqual({
      what: '递出去的申请 1 份',
      why: expect.stringContaining('办还照样办'),
      until: '从这件事办完或者撤回起，留 1825 天（5 年）（示例，待民政局核定）',
    });
    expect(stays.at(-1)).toEqual({
      what: '您的姓名、身份证号',
      why: expect.stringContaining('要知道是谁的'),
      until: expect.stringContaining('跟着一起删'),
    });
    await call('DELETE', '/me', clara.accountId);
    expect(await rowsOf('relief_application', 'id', id)).toBe(1);
    expect(await rowsOf('notice', 'account_id', clara.accountId)).toBe(0);
  });

  describe('but for what a court wants kept', () => {
    const holds = () => house.server.app.get(LegalHolds, { strict: false });
    const forgetAgain = () => house.server.app.get(Jobs).wake('account-forgotten-again');
    const withPaper = (id: string) =>
      house.sql("INSERT INTO relief_paper (id, application_id, kind, way) VALUES (?, ?, 'id-card', 'photo')", [id, id]);

    it('said before the tap: a held draft stays with its parts, the account and the rest go, and nobody signs in to it', async () => {
      const fred = house.resident();
      const [held, free] = [await fred.draft([LIVING]), await fred.draft([LIVING])];
      await withPaper(held.id);
      await holds().hold(`relief_application:${held.id}`, '王某', '法院来函');
      const { goes, stays } = answered<DeletionView>(await call('GET', '/me/deletion', fred.accountId));
      expect(goes).toContain('没递出去的申请 1 份，和里面的照片');
      expect(stays[0]).toMatchObject({ what: '按规定要先留着的 1 件', why: expect.stringContaining('法院') });
      expect((await call('DELETE', '/me', fred.accountId)).status).toBe(204);
      const left = await Promise.all([
        rowsOf('relief_application', 'id', held.id),
        rowsOf('relief_paper', 'application_id', held.id),
        rowsOf('relief_application', 'id', free.id),
        rowsOf('account', 'id', fred.accountId),
      ]);
      expect(left).toEqual([1, 1, 0, 0]);
      await forgetAgain();
      expect(await rowsOf('relief_application', 'id', held.id)).toBe(1);
    });

    it('and that goes within the hour once nothing holds it any more, however long ago somebody asked', async () => {
      const gina = house.resident();
      const { id } = await gina.draft([LIVING]);
      await withPaper(id);
      const object = `relief_application:${id}`;
      await holds().hold(object, '王某', '法院来函');
      await holds().hold(object, '李某', '检查');
      await call('DELETE', '/me', gina.accountId);
      const ledger = house.server.app.get(DeletionLedger, { strict: false });
      const askedOf = ledger.askedOf.bind(ledger);
      const nobodyOfLate = new Date('2100-01-01T00:00:00Z');
      const longAgo = jest.spyOn(ledger, 'askedOf').mockImplementation((these) => askedOf(these, nobodyOfLate));
      await holds().release(object, '王某', '案子结了');
      await forgetAgain();
      expect([
        await rowsOf('relief_application', 'id', id),
        await rowsOf('relief_paper', 'application_id', id),
      ]).toEqual([0, 0]);
      longAgo.mockRestore();
    });

    it('and nobody’s who did not ask to be forgotten goes when their hold is over', async () => {
      const hanna = house.resident();
      const { id } = await hanna.draft([LIVING]);
      await holds().hold(`relief_application:${id}`, '王某', '法院来函');
      await holds().release(`relief_application:${id}`, '王某', '案子结了');
      await forgetAgain();
      expect(await rowsOf('relief_application', 'id', id)).toBe(1);
    });
  });

  it('takes with the person, of whom nothing is kept any more, how often they cancelled', async () => {
    const { accountId, personId } = await newReader(house.server);
    await house.sql("INSERT INTO booking_cancel_count VALUES ('2026-11', 'marriage-registration', ?, 1)", [personId]);
    expect(await rowsOf('booking_cancel_count', 'person_id', personId)).toBe(1);
    await call('DELETE', '/me', accountId);
    expect(await rowsOf('person', 'id', personId)).toBe(0);
    expect(await rowsOf('booking_cancel_count', 'person_id', personId)).toBe(0);
  });

  it('takes files with the rows that name them', async () => {
    const forgotten: string[] = [];
    const forget = async (ids: readonly string[]) => void forgotten.push(...ids);
    Object.assign(house.server.app.get(Uploads, { strict: false }), { forget });
    const dora = house.resident();
    const { id } = await dora.draft([LIVING]);
    const transactions = house.server.app.get(Transactions);
    await transactions.run(async () => {
      const { manager } = transactions;
      await manager.query(
        "INSERT INTO relief_paper (id, application_id, kind, way) VALUES ('p', ?, 'id-card', 'photo')",
        [id],
      );
      await manager.query(
        `INSERT INTO relief_paper_page (id, paper_id, position, file_id, type, taken_at)
         VALUES ('g', 'p', 0, 'the-file', 'jpeg', '2026-11-25 00:00:00.000')`,
      );
    });
    await call('DELETE', '/me', dora.accountId);
    expect(forgotten).toEqual(['the-file']);
  });
});

describe('an account that is deleted', () => {
  it('is signed out everywhere, begins anew, and stays gone when an older database is put back', async () => {
    const wechat = await startLocalWechat();
    let server = await startServer({ ...wechat.env });
    const [phone, tablet] = [await Phone.of(server, 'emma'), await Phone.of(server, 'emma')];
    const purpose = { purpose: 'progress-messages', version: 1, state: 'given' };
    await phone.send('POST', '/api/v1/consents', purpose);
    const { accountId } = (await phone.send('GET', '/api/v1/me')).body as { accountId: string };
    const ledger = join(server.database.config.dataDir, 'deletions.jsonl');
    const backup = await backUp(server);
    expect((await phone.send('DELETE', '/api/v1/me')).status).toBe(204);
    // what was answered is a proof, and stays; no answer counts any more
    expect(await consentRows(server, accountId)).toEqual({ consent: 0, consent_change: 1 });
    expect((await phone.send('GET', '/api/v1/me')).status).toBe(401);
    expect((await tablet.send('GET', '/api/v1/me')).status).toBe(401);
    expect((await phone.send('DELETE', '/api/v1/me')).status).toBe(401);
    expect(readFileSync(ledger, 'utf8')).toContain(accountId);
    appendFileSync(ledger, `${JSON.stringify({ id: 'x', at: 'y', account: 'somebody', keyId: 1, mac: '00' })}\n`);
    const again = await Phone.of(server, 'emma');
    expect((await again.send('GET', '/api/v1/me')).body.accountId).not.toBe(accountId);
    server = await backup.putBack(server, { ...wechat.env });
    const left = await leftOf(server, accountId);
    expect(left).toEqual({ account: 0, session: 0, consent: 0 });
    expect(server.logs()).toContain('"forgottenAgain":1');
    expect(server.logs()).toContain('"brokenLines":1');
    const anew = await Phone.of(server, 'emma');
    expect((await anew.send('GET', '/api/v1/me')).body.accountId).not.toBe(accountId);
    await server.end();
    await wechat.close();
    backup.remove();
  });
});

describe('an account that is deleted while somebody signs in to it', () => {
  it('is gone all the same, and they begin anew: neither is told of an error', async () => {
    const wechat = await startLocalWechat();
    const server = await startServer({ ...wechat.env });
    const phone = await Phone.of(server, 'frida');
    const { accountId } = (await phone.send('GET', '/api/v1/me')).body as { accountId: string };
    const removal = server.app.get(RowRemoval, { strict: false });
    const transactions = server.app.get(Transactions);
    const outside = new AsyncResource('somebody else');
    const remove = removal.remove.bind(removal);
    const anew: Promise<Phone>[] = [];
    let times = 0;
    // its sessions go by themselves and then with the account: after that nothing but the account itself is left to go
    jest.spyOn(removal, 'remove').mockImplementation(async (table, where, counts, dry) => {
      await remove(table, where, counts, dry);
      times += table === 'session' ? 1 : 0;
      if (times < 2 || anew.length > 0) return;
      let isThrough = false;
      const signIn = outside.runInAsyncScope(() => Phone.of(server, 'frida'));
      anew.push(signIn);
      void signIn.finally(() => (isThrough = true)).catch(() => undefined);
      for (let looks = 0; looks < 200 && !isThrough; looks += 1) await transactions.manager.query('SELECT 1');
    });
    expect((await phone.send('DELETE', '/api/v1/me')).status).toBe(204);
    const begun = (await (await anew[0])?.send('GET', '/api/v1/me'))?.body.accountId;
    expect(begun).toEqual(expect.any(String));
    expect(begun).not.toBe(accountId);
    expect(await leftOf(server, accountId)).toEqual({ account: 0, session: 0, consent: 0 });
    await server.end();
    await wechat.close();
  });
});

type Server = Awaited<ReturnType<typeof startServer>>;

/** How the database was, to be put back under a server that starts anew; the ledger beside it stays. */
async function backUp(server: Server) {
  const { database } = server;
  const copy = mkdtempSync(join(tmpdir(), 'jinmen-backup-'));
  const rows = database.dialect === 'mysql' ? await personalRows(server) : undefined;
  if (!rows) {
    await server.app.get(Transactions).manager.query('PRAGMA wal_checkpoint(TRUNCATE)');
    cpSync(database.config.dataDir, copy, { recursive: true, filter: (file) => !file.endsWith('.sock') });
  }
  return {
    putBack: async (running: Server, env: Readonly<Record<string, string>>): Promise<Server> => {
      const ledger = readFileSync(join(database.config.dataDir, 'deletions.jsonl'));
      if (rows) await restoreRows(running, rows);
      await running.stop();
      if (!rows) {
        for (const end of ['', '-wal', '-shm'])
          rmSync(join(database.config.dataDir, `jinmen.db${end}`), { force: true });
        cpSync(copy, database.config.dataDir, { recursive: true });
        rmSync(join(database.config.dataDir, 'deletions.jsonl'), { force: true });
        appendFileSync(join(database.config.dataDir, 'deletions.jsonl'), ledger);
      }
      return startServer(env, database);
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}

const RESTORED = ['account', 'session', 'refresh_token', 'consent'];

async function personalRows(server: Server) {
  const rows = new Map<string, Record<string, unknown>[]>();
  for (const table of RESTORED) {
    rows.set(table, await server.app.get(Transactions).manager.query(`SELECT * FROM ${table}`));
  }
  return rows;
}

async function restoreRows(server: Server, tables: ReadonlyMap<string, Record<string, unknown>[]>): Promise<void> {
  const transactions = server.app.get(Transactions);
  await transactions.run(async () => {
    for (const table of [...tables.keys()].reverse()) await transactions.manager.query(`DELETE FROM ${table}`);
    for (const [table, rows] of tables) {
      for (const row of rows) {
        const columns = Object.keys(row);
        const places = columns.map(() => '?').join(', ');
        const into = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`;
        await transactions.manager.query(into, Object.values(row));
      }
    }
  });
}

async function consentRows(server: Server, accountId: string) {
  const { manager } = server.app.get(Transactions);
  const of = async (table: string) =>
    (await manager.query(`SELECT 1 FROM ${table} WHERE account_id = ?`, [accountId])).length as number;
  return { consent: await of('consent'), consent_change: await of('consent_change') };
}

async function leftOf(server: Server, accountId: string) {
  const count = async (table: string, column: string) => {
    const rows: unknown[] = await server.app
      .get(Transactions)
      .manager.query(`SELECT 1 FROM ${table} WHERE ${column} = ?`, [accountId]);
    return rows.length;
  };
  expect(personalTables.map(({ table }) => table)).toEqual(expect.arrayContaining(RESTORED));
  return {
    account: await count('account', 'id'),
    session: await count('session', 'account_id'),
    consent: await count('consent', 'account_id'),
  };
}
