import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readCompose } from './lib/containers.mjs';
import { composeRuns, imageCommands } from './lib/operations.mjs';
import { inRoot } from './lib/root.mjs';

const text = readFileSync(inRoot('docs/operations.md'), 'utf8');
const { services } = readCompose();
const [, section] = /\n## Commands with compose\n([\s\S]*?)\n## /.exec(text);
const commands = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).scripts;
const OPERATORS = ['audit:verify', 'integrity', 'retention', 'data:apply', 'keys', 'migrate', 'backup', 'restore'];

describe('what an operator is told to run with compose', () => {
  it('has every command an operator has', () => {
    for (const name of OPERATORS) {
      assert.ok(name in commands, name);
      assert.match(section, new RegExp(`^\\| \`npm run ${name}[ \`].* \\| .*docker compose run --rm `, 'm'));
    }
    const mains = readdirSync(inRoot('server/src')).flatMap((file) => /^(.+)[.]main[.]ts$/.exec(file)?.[1] ?? []);
    assert.deepEqual(mains.map((name) => name.replace('-', ':')).toSorted(), OPERATORS.slice(0, 6).toSorted());
  });

  it('is run by a service there is, and a file that is built', () => {
    const runs = composeRuns(text);
    assert.ok(runs.length > 12, `${runs.length}`);
    for (const { service, command } of runs) {
      assert.ok(service in services, `${service} ${command.join(' ')}`);
      const [program, file] = command;
      if (program === 'node')
        assert.ok(existsSync(inRoot(file.replace(/^dist\/(.*)[.]js$/, 'server/src/$1.ts'))), file);
      else if (program?.startsWith('scripts/')) assert.ok(existsSync(inRoot(program)), program);
    }
    const named = imageCommands(text);
    for (const main of ['audit-verify', 'integrity', 'retention', 'data-apply', 'keys', 'migrate'])
      assert.ok(named.includes(`dist/${main}.main.js`), main);
  });

  it('is run beside all copies: by a service without an address of its own, told what a server is told', () => {
    const { networks, environment, env_file, volumes, secrets, profiles, depends_on } = services.operator;
    assert.deepEqual(networks, ['inside']);
    const server = services['server-1'];
    assert.deepEqual({ environment, env_file, volumes, secrets }, pick(server));
    assert.deepEqual([profiles, Object.keys(depends_on)], [['by-hand'], ['mariadb']]);
    const addressed = composeRuns(text).filter(({ service }) => services[service]?.networks.inside);
    assert.deepEqual(addressed, []);
  });

  it('names the new release before it migrates', () => {
    const [, release] = /To release:[\s\S]*?```sh\n([\s\S]*?)```/.exec(text);
    const at = ['JINMEN_VERSION=', 'build migrate backup-follow', 'run --rm migrate', 'server-1'].map((word) =>
      release.indexOf(word),
    );
    assert.deepEqual(
      at,
      at.toSorted((one, other) => one - other),
    );
    assert.ok(at[0] >= 0, release);
    for (const name of Object.keys(services).filter((each) => each.startsWith('server-')))
      assert.ok(release.includes(name));
  });

  it('puts a database back without touching the one before, with the programs that serve it', () => {
    const [, restoring] = /### Restoring with compose\n[\s\S]*?```sh\n([\s\S]*?)```/.exec(text);
    assert.ok(restoring.includes(`sh ${services.mariadb.image} -ec`));
    assert.ok(!/\brm -r|down -v|jinmen_database:/.test(restoring), restoring);
    assert.match(restoring, /echo DATABASE_VOLUME=jinmen_database_2 >> \.env/);
    const { database } = readCompose().volumes;
    // the shell's words, which compose fills in
    assert.equal(database.name, ['$', '{DATABASE_VOLUME:-jinmen_database}'].join(''));
  });
});

const pick = ({ environment, env_file, volumes, secrets }) => ({ environment, env_file, volumes, secrets });
