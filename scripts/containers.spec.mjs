import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { describe, it } from 'node:test';
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

  it('have a desk for the networks an operator names, which the proxy is really told of, and for everybody until then', () => {
    const { STAFF_NETWORKS, NGINX_ENVSUBST_FILTER } = compose.services.nginx.environment;
    assert.equal(STAFF_NETWORKS, `\${STAFF_NETWORKS:-default 1;}`);
    assert.match('STAFF_NETWORKS', new RegExp(NGINX_ENVSUBST_FILTER.replace('$$', '$')));
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
  });

  it('are named to the proxy by addresses of their own, so that it starts while one of them is away, and nobody else gets these', () => {
    const hosts = Object.entries(compose.services.nginx.environment)
      .filter(([name]) => /^SERVER_\d$/.test(name))
      .map(([, host]) => host);
    const addressed = servers.map(([, { networks }]) => networks.inside.ipv4_address);
    assert.deepEqual(
      hosts,
      addressed.map((address) => `${address}:3000`),
    );
    const [{ ip_range }] = compose.networks.inside.ipam.config;
    const [from, bits] = ip_range.split('/');
    const others = new BlockList();
    others.addSubnet(from, Number(bits));
    const given = Object.values(compose.services).flatMap(({ networks }) => networks.inside?.ipv4_address ?? []);
    assert.deepEqual([new Set(given).size, given.length], [4, 4]);
    assert.deepEqual(
      given.filter((address) => others.check(address)),
      [],
    );
  });

  it('have passwords from outside the file only', () => {
    const said = readFileSync(inRoot('deploy/compose.yaml'), 'utf8').match(/^.*(PASSWORD|URL): .*$/gm);
    assert.ok(said.length > 3);
    assert.deepEqual(
      said.filter((line) => !/\$\{\w+_PASSWORD:\?\}|mysql:\/\/\w+@/.test(line)),
      [],
    );
  });
});

describe('what stands beside the copies', () => {
  const { mariadb, redis } = compose.services;

  it('knows root of the database in its own container alone, by a password that no log is told', () => {
    const { environment, secrets } = mariadb;
    assert.deepEqual(
      Object.keys(environment).filter((name) => /RANDOM|ROOT_PASSWORD$|EMPTY/.test(name)),
      [],
    );
    assert.equal(environment.MARIADB_ROOT_HOST, 'localhost');
    const name = environment.MARIADB_ROOT_PASSWORD_FILE.replace('/run/secrets/', '');
    assert.ok(secrets.includes(name) && compose.secrets[name] !== undefined, name);
    const others = Object.entries(compose.services).filter(([, service]) => service.secrets?.includes(name));
    assert.deepEqual(
      others.map(([service]) => service),
      ['mariadb'],
    );
  });

  it('has the time a slow disk takes to make a database', () => {
    const { start_period, interval, retries } = mariadb.healthcheck;
    assert.deepEqual([start_period, interval, retries], ['10m', '5s', 20]);
  });

  it('runs as nobody who could do more: redis has no root to step down from', () => {
    const { user, cap_drop, security_opt, read_only } = redis;
    assert.deepEqual(
      { user, cap_drop, security_opt, read_only },
      { user: 'redis', cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], read_only: true },
    );
  });
});
