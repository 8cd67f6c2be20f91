import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { accountsSql } from './lib/accounts.mjs';
import { readCompose, readDockerfile } from './lib/containers.mjs';
import { stopAll } from './lib/kept-process.mjs';
import { killableDatabase } from './lib/mariadb.mjs';
import { inRoot } from './lib/root.mjs';

const { services } = readCompose();
const image = readFileSync(inRoot('deploy/mariadb/backup.Dockerfile'), 'utf8');
const PASSWORDS = {
  owner: 'kR7tq9Zr2mX7wLdV',
  serving: 'vK4tq9Zr2mX7wLdQ',
  backup: 'bQ4tq9Zr2mX7wLdQ',
  root: 'rQ4tq9Zr2mX7wLdQ',
};
const EIGHT_DAYS_AGO = new Date(Date.now() - 8 * 24 * 3_600_000);

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-backup-spec-'));
const app = path.join(folder, 'app');
let root;
let port;

/** A command of the backup's image: its files and no others, told what the compose file tells it. */
function command(script, ...args) {
  const { BACKUP_DATABASE_URL } = services.backup.environment;
  const password = path.join(folder, 'password');
  writeFileSync(password, `${PASSWORDS.backup}\n`);
  const env = {
    PATH: process.env.PATH,
    BACKUP_DATABASE_URL: BACKUP_DATABASE_URL.replace('mariadb:3306', `127.0.0.1:${port}`),
    BACKUP_PASSWORD_FILE: password,
    DATA_DIR: path.join(folder, 'data'),
  };
  return spawnSync(process.execPath, [path.join(app, 'scripts', script), ...args], { cwd: app, env, encoding: 'utf8' });
}

const logs = async () => (await root.query('SHOW BINARY LOGS'))[0].map((row) => row.Log_name);

before(async () => {
  for (const { word, rest } of readDockerfile(image).at(-1).steps) {
    const [from, to] = rest.split(' ');
    if (word === 'COPY' && !from.startsWith('--')) cpSync(inRoot(from), path.join(app, to), { recursive: true });
  }
  const { url } = await killableDatabase({ binaryLog: true });
  ({ port } = new URL(url));
  const { createConnection } = await import('../server/node_modules/mysql2/promise.js');
  root = await createConnection({ uri: url, multipleStatements: true });
  await root.query("CREATE USER 'root'@'%' IDENTIFIED BY 'said in a log'");
  await root.query(`CREATE DATABASE jinmen; ${accountsSql(PASSWORDS)}`);
  await root.query('CREATE TABLE jinmen.kept (a INT PRIMARY KEY); INSERT INTO jinmen.kept VALUES (1), (2)');
  mkdirSync(path.join(folder, 'backups'));
});

after(async () => {
  await root?.end();
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

describe('the statements for the accounts', () => {
  it('are taken by MariaDB, and afterwards root comes from the database’s own machine alone', async () => {
    const [rows] = await root.query("SELECT CONCAT(user, '@', host) AS account FROM mysql.user WHERE user <> 'PUBLIC'");
    const accounts = rows.map((row) => row.account);
    for (const account of ['jinmen_owner@%', 'jinmen@%', 'backup@%']) assert.ok(accounts.includes(account), account);
    assert.ok(accounts.includes('root@localhost') && !accounts.includes('root@%'), accounts.join());
  });

  it('let whoever backs up read no table', async () => {
    const { createConnection } = await import('../server/node_modules/mysql2/promise.js');
    const told = { host: '127.0.0.1', port: Number(port), user: 'backup', password: PASSWORDS.backup };
    const backup = await createConnection(told);
    await assert.rejects(backup.query('SELECT * FROM jinmen.kept'), { errno: 1142 });
    await backup.end();
  });
});

describe('the backup with compose', () => {
  it('has the programs of the very version that serves, and the server’s Node', () => {
    const froms = readDockerfile(image).map(({ from }) => from);
    assert.deepEqual(froms, [readDockerfile().at(-1).from, services.mariadb.image]);
  });

  it('sees the folders of database and files where they are, cannot change them, and has no key', () => {
    for (const name of ['backup', 'backup-follow']) {
      const { volumes, cap_drop, cap_add, read_only, secrets, environment } = services[name];
      assert.ok(services.mariadb.volumes.includes('database:/var/lib/mysql'));
      assert.ok(volumes.includes('database:/var/lib/mysql:ro') && volumes.includes('data:/data:ro'), name);
      assert.deepEqual(
        { cap_drop, cap_add, read_only },
        { cap_drop: ['ALL'], cap_add: ['DAC_READ_SEARCH'], read_only: true },
      );
      assert.deepEqual(secrets, ['database-backup']);
      assert.equal(environment.BACKUP_PASSWORD_FILE, services.mariadb.environment.BACKUP_PASSWORD_FILE);
      assert.equal(environment.DATA_DIR, '/data');
    }
    assert.equal(services['backup-follow'].restart, 'unless-stopped');
    assert.ok(services['backup-follow'].command.includes('--follow'));
  });

  it('is taken with the account’s rights and nothing but the image’s files, and put back', () => {
    const [backups, restored] = [path.join(folder, 'backups'), path.join(folder, 'restored')];
    const taken = command('backup.mjs', backups);
    assert.equal(taken.status, 0, taken.stderr);
    assert.match(taken.stdout, /of database, 0 files/);
    const put = command('restore.mjs', backups, restored, '--without-log');
    assert.equal(put.status, 0, put.stderr);
    assert.ok(existsSync(path.join(restored, 'data', 'jinmen', 'kept.ibd')));
  });

  it('begins a new file of the binary log, at which the database drops what is older than it was told', async () => {
    const [, seconds] = /--binlog-expire-logs-seconds=(\d+)/.exec(services.mariadb.command);
    assert.equal(Number(seconds), 7 * 24 * 3600);
    await root.query(`SET GLOBAL binlog_expire_logs_seconds = ${seconds}`);
    const [[{ base }]] = await root.query('SELECT @@log_bin_basename AS base');
    const [old, ...newer] = await logs();
    utimesSync(path.join(path.dirname(base), old), EIGHT_DAYS_AGO, EIGHT_DAYS_AGO);
    assert.equal(command('backup.mjs', path.join(folder, 'backups')).status, 0);
    const left = await logs();
    assert.ok(!left.includes(old) && newer.every((log) => left.includes(log)), left.join());
    assert.equal(left.length, newer.length + 1);
  });
});
