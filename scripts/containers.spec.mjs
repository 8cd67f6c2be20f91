import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { accountsSql, beforeEntrypoint, readByEntrypoint } from './lib/accounts.mjs';
import { foldersOf, isInContext, readCompose, readDockerfile, volumesOf } from './lib/containers.mjs';
import { inRoot } from './lib/root.mjs';
import { SERVER_MEMORY } from './lib/server-memory.mjs';

const compose = readCompose();
const stages = readDockerfile();
const nginx = readFileSync(inRoot('deploy/nginx/default.conf.template'), 'utf8');
const example = readFileSync(inRoot('.env.example'), 'utf8');
const isKnown = (name) => new RegExp(`^(# )?${name}=`, 'm').test(example);
const servers = Object.entries(compose.services).filter(([name]) => name.startsWith('server-'));
const last = stages.at(-1);
const restOf = (word) => last.steps.filter((step) => step.word === word).map(({ rest }) => rest);

describe('the image', () => {
  it('is made from exact versions, and so is everything beside it', () => {
    const images = Object.values(compose.services).map(({ image }) => image);
    const foreign = [...stages.map(({ from }) => from), ...images.filter((image) => !image.startsWith('jinmen-'))];
    assert.deepEqual(
      foreign.filter((image) => !/^[a-z]+:\d+\.\d+\.\d+(-[a-z-]+)?(@sha256:[0-9a-f]{64})?$/.test(image)),
      [],
    );
  });

  it('runs as nobody, under an init, and says whether it is ready', () => {
    assert.deepEqual(restOf('USER'), ['10001:10001']);
    assert.deepEqual(restOf('ENTRYPOINT'), ['["tini", "--"]']);
    assert.match(restOf('HEALTHCHECK').join(), /\/readyz/);
  });

  it('has a folder of the server’s own wherever it is given a volume: else that would be root’s, and nothing be written', () => {
    const made = foldersOf(last);
    const declared = JSON.parse(restOf('VOLUME').join());
    for (const [name, service] of servers) {
      const mounted = volumesOf(service).map(({ path }) => path);
      assert.deepEqual(mounted, declared, name);
      for (const path of mounted) assert.equal(made[path], restOf('USER').join(), `${name} ${path}`);
      const { DATA_DIR, AUDIT_ANCHOR_FILE, DELETION_LEDGER_FILE } = service.environment;
      for (const place of [DATA_DIR, AUDIT_ANCHOR_FILE, DELETION_LEDGER_FILE])
        assert.ok(
          mounted.some((path) => `${place}/`.startsWith(`${path}/`)),
          place,
        );
    }
  });

  it('starts the server with its memory as it was measured, and so does whoever has no image', () => {
    assert.deepEqual(restOf('CMD'), [JSON.stringify(['node', ...SERVER_MEMORY, 'dist/main.js']).replaceAll(',', ', ')]);
    const byHand = `node ${SERVER_MEMORY.join(' ')} server/dist/main.js`;
    assert.ok(readFileSync(inRoot('docs/operations.md'), 'utf8').includes(byHand), byHand);
  });

  it('is told only what the server reads, and no secret', () => {
    const names = restOf('ENV').flatMap((rest) => [...rest.matchAll(/(\w+)=/g)].map(([, name]) => name));
    assert.ok(names.length > 3);
    assert.deepEqual(
      names.filter((name) => !isKnown(name)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => /KEY|SECRET|PASSWORD|URL/.test(name)),
      [],
    );
    assert.deepEqual(
      stages.flatMap(({ steps }) => steps.filter(({ word }) => word === 'ARG')),
      [],
    );
  });

  it('takes nothing from the builder but what was built', () => {
    assert.deepEqual(
      restOf('COPY').filter((rest) => !rest.startsWith('--from=build ')),
      [],
    );
  });

  it('is built with the package manager of the house', () => {
    const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const used = JSON.stringify(stages).match(/pnpm@[\d.]+/g);
    assert.deepEqual([...new Set(used)], [packageManager]);
  });
});

describe('what is sent to the builder', () => {
  it('is what the build reads', () => {
    for (const file of [
      'pnpm-lock.yaml',
      'server/src/main.ts',
      'shared/src/catalogue.ts',
      'miniapp/config/index.ts',
      'scripts/build.mjs',
      'e2e/package.json',
      'tsconfig.base.json',
      'server/.swcrc',
    ])
      assert.ok(isInContext(file), file);
  });

  it('has no secret, no data and nobody’s own files', () => {
    for (const file of [
      '.env',
      'deploy/.env',
      'server/.env.local',
      '.data/keys.json',
      'server/.data/blobs/1',
      'keys.json',
      'server/bureau-keys.json',
      'deploy/secrets/data-keys.json',
      '.git/config',
      'node_modules/x/y.js',
      'server/node_modules/x/y.js',
      'server/dist/main.js',
      'docs/operations.md',
      'server/x.log',
    ])
      assert.ok(!isInContext(file), file);
  });
});

describe('the copies', () => {
  it('are told only what the server reads', () => {
    assert.equal(servers.length, 3);
    const names = servers.flatMap(([, { environment }]) => Object.keys(environment));
    assert.deepEqual(
      names.filter((name) => !isKnown(name)),
      [],
    );
  });

  it('cannot write but where they must, gain nothing, and hand their log to the host', () => {
    for (const [name, service] of servers) {
      const { read_only, cap_drop, security_opt, user, logging, volumes } = service;
      assert.deepEqual(
        { read_only, cap_drop, security_opt, user },
        { read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], user: '10001:10001' },
        name,
      );
      assert.ok(volumes.includes('data:/data'), 'what residents send is read by every copy');
      assert.deepEqual(logging, {
        driver: 'syslog',
        options: { 'syslog-address': 'unixgram:///run/jinmen-log/socket', tag: 'jinmen' },
      });
    }
  });

  it('believe the proxy alone, by the address it has', () => {
    const { ipv4_address } = compose.services.nginx.networks.inside;
    assert.deepEqual(
      servers.map(([, { environment }]) => environment.TRUSTED_PROXIES),
      [ipv4_address, ipv4_address, ipv4_address],
    );
    assert.match(nginx, /proxy_set_header X-Forwarded-For \$remote_addr;/);
    assert.doesNotMatch(nginx, /\$proxy_add_x_forwarded_for/);
  });

  it('tell the city’s people apart: the proxy believes the end of TLS, which it sees as its network’s gateway', () => {
    const [{ gateway }] = compose.networks.inside.ipam.config;
    assert.equal(compose.services.nginx.environment.TLS_PROXY, gateway);
    assert.match(nginx, /set_real_ip_from \$\{TLS_PROXY\};\s+real_ip_header X-Forwarded-For;\s+real_ip_recursive on;/);
    assert.deepEqual(compose.services.nginx.ports, ['127.0.0.1:8080:8080'], 'nobody else comes in by that gateway');
  });

  it('show nobody the list of routes, whatever deploy/.env was made from', () => {
    for (const [name, { environment }] of servers) assert.equal(environment.DOCS, 'off', name);
  });

  it('have room in memory for every photo the proxy lets in', () => {
    const number = (pattern) => Number(nginx.match(pattern)?.[1]);
    const most = number(/limit_conn jinmen_files (\d+);/) * number(/client_max_body_size (\d+)m;/);
    const { tmpfs, mem_limit } = compose.services.nginx;
    const cache = Number(tmpfs.join().match(/\/var\/cache\/nginx:size=(\d+)m/)?.[1]);
    assert.ok(
      most > 0 && most < cache && cache < Number(mem_limit.replace('m', '')),
      `${most} < ${cache} < ${mem_limit}`,
    );
  });

  it('keep a room at the proxy for whoever asks whether they live, under the names the server answers to', () => {
    const health = readFileSync(inRoot('server/src/platform/health/health.controller.ts'), 'utf8');
    const asked = [...health.matchAll(/@Get\('(\w+)'\)/g)].map(([, name]) => name);
    const room = nginx.match(/"~\^\/\((.*)\)" apart;/)?.[1].split('|');
    assert.ok(asked.length === 2 && asked.every((name) => room.includes(`${name}$`)), `${asked} in ${room}`);
  });

  it('are all behind the proxy, whose words are filled in from names it is given and no others', () => {
    const { environment } = compose.services.nginx;
    const asked = [...nginx.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== '');
    assert.deepEqual(
      [...new Set(asked)].toSorted(),
      Object.keys(environment)
        .filter((name) => !name.startsWith('NGINX_'))
        .toSorted(),
    );
    const hosts = Object.entries(environment)
      .filter(([name]) => /^SERVER_\d$/.test(name))
      .map(([, host]) => host);
    assert.deepEqual(
      hosts,
      servers.map(([name]) => `${name}:3000`),
    );
  });

  it('have passwords from outside the file only', () => {
    const said = readFileSync(inRoot('deploy/compose.yaml'), 'utf8').match(/^.*(PASSWORD|URL): .*$/gm);
    assert.ok(said.length > 3);
    assert.deepEqual(
      said.filter((line) => !/\$\{\w+_PASSWORD:\?\}|RANDOM_ROOT|mysql:\/\/\w+@/.test(line)),
      [],
    );
  });
});

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
    assert.deepEqual(sql.match(/'\w+'@'%'/g), ["'jinmen_owner'@'%'", "'jinmen_owner'@'%'", "'jinmen'@'%'"]);
    assert.equal(
      sql.match(/GRANT .*/g).join(),
      "GRANT ALL PRIVILEGES ON `jinmen`.* TO 'jinmen_owner'@'%' WITH GRANT OPTION;",
    );
    assert.equal(sql, readByEntrypoint(GOOD).replaceAll('asked: ', ''));
  });

  const GOOD = { owner: 'kR7tq9Zr2mX7wLdV', serving: 'vK4tq9Zr2mX7wLdQ' };
  const REFUSED = [
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
      assert.ok(sql.includes(`IDENTIFIED BY PASSWORD '*${once(once(password)).toString('hex').toUpperCase()}'`));
    }
  });

  it('refuses a password while nothing is made yet, and asks a database that is there for none', () => {
    const [shell, script, before] = mariadb.entrypoint;
    assert.deepEqual([shell, before], ['sh', 'before']);
    assert.ok(mariadb.volumes.includes(`./mariadb/accounts.sh:${script}:ro`));
    const args = ['--log-bin=binlog', '--server-id=1'];
    assert.equal(beforeEntrypoint({ ...GOOD, args }), `serves ${args.join(' ')}\n`);
    for (const [what, passwords] of REFUSED) {
      assert.throws(() => accountsSql(passwords), what);
      assert.throws(() => beforeEntrypoint(passwords), what);
      assert.throws(() => readByEntrypoint(passwords), what);
      assert.equal(beforeEntrypoint({ ...passwords, isThere: true, args }), `serves ${args.join(' ')}\n`, what);
    }
    assert.throws(() => beforeEntrypoint({ ...GOOD, serving: '' }));
  });

  it('is read by the image into itself, which it does with no file that could be run', () => {
    assert.equal(statSync(inRoot('deploy/mariadb/accounts.sh')).mode & 0o111, 0);
  });

  it('is made alone where the serving one is there, and a new one is made for where the servers come from', () => {
    const alone = accountsSql({ owner: GOOD.owner });
    assert.deepEqual(alone.match(/CREATE USER IF NOT EXISTS \S+/g), ["CREATE USER IF NOT EXISTS 'jinmen_owner'@'%'"]);
    const env = { OWNER_ACCOUNT: 'own@10.0.1.7', SERVING_ACCOUNT: 'srv@10.0.0.%' };
    const named = accountsSql({ ...GOOD, env }).match(/'\S+'@'\S+'/g);
    assert.deepEqual(named, ["'own'@'10.0.1.7'", "'own'@'10.0.1.7'", "'srv'@'10.0.0.%'"]);
    for (const SERVING_ACCOUNT of ["x'y", 'a@b@c', '@%', 'a b'])
      assert.throws(() => accountsSql({ ...GOOD, env: { SERVING_ACCOUNT } }), SERVING_ACCOUNT);
  });
});
