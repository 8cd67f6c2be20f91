import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { accountsSql, beforeEntrypoint, readByEntrypoint } from './lib/accounts.mjs';
import { readCompose } from './lib/containers.mjs';
import { inRoot } from './lib/root.mjs';

const compose = readCompose();
const servers = Object.entries(compose.services).filter(([name]) => name.startsWith('server-'));
const example = readFileSync(inRoot('.env.example'), 'utf8');
const isKnown = (name) => new RegExp(`^(# )?${name}=`, 'm').test(example);

describe('the account that owns the database', () => {
  const { migrate, mariadb } = compose.services;
  const isOwners = (name) => /^MIGRATE_/.test(name);
  const secretsOf = ({ secrets = [] }) => secrets.filter((name) => name === 'database-owner');

  it('is known to the database and to what migrates, and to no server', () => {
    const known = Object.entries(compose.services).filter(([, service]) => secretsOf(service).length > 0);
    assert.deepEqual(known.map(([name]) => name).toSorted(), ['mariadb', 'migrate']);
    for (const [name, { environment }] of servers) {
      assert.deepEqual(Object.keys(environment).filter(isOwners), [], name);
      assert.equal(environment.MIGRATE, 'apart', name);
    }
    assert.ok(isKnown('MIGRATE_DATABASE_URL') && isKnown('MIGRATE_PASSWORD_FILE'));
    assert.doesNotMatch(migrate.environment.MIGRATE_DATABASE_URL, /:[^/@]*@/, 'its password lies in a file');
    assert.equal(migrate.environment.MIGRATE_PASSWORD_FILE, `/run/secrets/${secretsOf(migrate)[0]}`);
    assert.equal(mariadb.environment.OWNER_PASSWORD_FILE, migrate.environment.MIGRATE_PASSWORD_FILE);
  });

  it('migrates once, before any server starts, and gives the servers’ own account what it may', () => {
    assert.deepEqual(migrate.command, ['node', 'dist/migrate.main.js', 'jinmen@%']);
    assert.deepEqual([migrate.restart, migrate.healthcheck], ['no', { disable: true }]);
    assert.equal(migrate.depends_on.mariadb.condition, 'service_healthy');
    for (const [name, { depends_on, environment }] of servers) {
      assert.equal(depends_on.migrate.condition, 'service_completed_successfully', name);
      assert.equal(new URL(environment.DATABASE_URL.replace(/\$\{\w+:\?\}/, 'x')).username, 'jinmen', name);
    }
  });

  it('is made with the database by the statements the documents name, and is not the one that serves', () => {
    assert.ok(mariadb.volumes.includes('./mariadb/accounts.sh:/docker-entrypoint-initdb.d/accounts.sh:ro'));
    assert.equal(mariadb.environment.MARIADB_USER, undefined, 'the image would let it do everything');
    const sql = accountsSql(GOOD);
    assert.deepEqual(
      sql.match(/'\w+'@'%'/g),
      ['jinmen_owner', 'jinmen_owner', 'jinmen', 'backup', 'backup'].map((name) => `'${name}'@'%'`),
    );
    assert.deepEqual(sql.match(/GRANT .*/g), [
      "GRANT ALL PRIVILEGES ON `jinmen`.* TO 'jinmen_owner'@'%' WITH GRANT OPTION;",
      "GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR, REPLICATION SLAVE ON *.* TO 'backup'@'%';",
    ]);
    assert.equal(sql, readByEntrypoint({ ...GOOD, root: ROOT }).replaceAll('asked: ', ''), 'root is the image’s own');
  });

  const GOOD = { owner: 'kR7tq9Zr2mX7wLdV', serving: 'vK4tq9Zr2mX7wLdQ', backup: 'bQ4tq9Zr2mX7wLdQ' };
  const ROOT = 'rQ4tq9Zr2mX7wLdQ';
  const REFUSED = [
    ['a backup’s that is short', { ...GOOD, backup: 'short' }],
    ['an owner’s that is short', { ...GOOD, owner: 'short' }],
    ['an owner’s with other signs', { ...GOOD, owner: "kR7tq9Zr2mX7wLd'; DROP" }],
    ['a serving one that is short', { ...GOOD, serving: 'short' }],
    ['a serving one with other signs', { ...GOOD, serving: 'vK4tq9Zr2mX7wLd/' }],
  ];

  it('has a password that stands in no statement, so in no binary log and no copy of one: its digest does', () => {
    const sql = accountsSql(GOOD);
    const once = (value) => createHash('sha1').update(value).digest();
    for (const password of Object.values(GOOD)) {
      assert.ok(!sql.includes(password));
      assert.ok(
        sql.includes(
          `IDENTIFIED WITH mysql_native_password AS '*${once(once(password)).toString('hex').toUpperCase()}'`,
        ),
      );
    }
  });

  it('refuses a password while nothing is made yet, and asks a database that is there for none', () => {
    const [shell, script, before] = mariadb.entrypoint;
    assert.deepEqual([shell, before], ['sh', 'before']);
    assert.ok(mariadb.volumes.includes(`./mariadb/accounts.sh:${script}:ro`));
    const args = ['--log-bin=binlog', '--server-id=1'];
    assert.equal(beforeEntrypoint({ ...GOOD, root: ROOT, args }), `serves ${args.join(' ')}\n`);
    for (const [what, passwords] of REFUSED) {
      assert.throws(() => accountsSql(passwords), what);
      assert.throws(() => beforeEntrypoint({ ...passwords, root: ROOT }), what);
      assert.throws(() => readByEntrypoint(passwords), what);
      assert.equal(beforeEntrypoint({ ...passwords, isThere: true, args }), `serves ${args.join(' ')}\n`, what);
    }
    for (const lacking of [{ root: ROOT, serving: '' }, { root: 'short' }, {}])
      assert.throws(() => beforeEntrypoint({ ...GOOD, ...lacking }));
  });

  it('is read by the image into itself, which it does with no file that could be run', () => {
    assert.equal(statSync(inRoot('deploy/mariadb/accounts.sh')).mode & 0o111, 0);
  });

  it('is made alone where the serving one is there, and a new one is made for where the servers come from', () => {
    const alone = accountsSql({ owner: GOOD.owner });
    assert.deepEqual(alone.match(/CREATE USER IF NOT EXISTS \S+/g), ["CREATE USER IF NOT EXISTS 'jinmen_owner'@'%'"]);
    const env = { OWNER_ACCOUNT: 'own@10.0.1.7', SERVING_ACCOUNT: 'srv@10.0.0.%' };
    const named = accountsSql({ owner: GOOD.owner, serving: GOOD.serving, env }).match(/'\S+'@'\S+'/g);
    assert.deepEqual(named, ["'own'@'10.0.1.7'", "'own'@'10.0.1.7'", "'srv'@'10.0.0.%'"]);
    for (const SERVING_ACCOUNT of ["x'y", 'a@b@c', '@%', 'a b'])
      assert.throws(() => accountsSql({ ...GOOD, env: { SERVING_ACCOUNT } }), SERVING_ACCOUNT);
  });

  it('gives root, by hand, a new password and nowhere else to come from than the database’s own machine', () => {
    const before = accountsSql(GOOD);
    const sql = accountsSql({ ...GOOD, root: ROOT });
    assert.ok(sql.startsWith(before) && !sql.includes(ROOT));
    assert.match(
      sql.slice(before.length),
      /^ALTER USER 'root'@'localhost' IDENTIFIED WITH \S+ AS '\*[0-9A-F]{40}';\nDROP USER IF EXISTS 'root'@'%';\n$/,
    );
  });
});
