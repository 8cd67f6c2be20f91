import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { bureauSettings } from './lib/bureau-settings.mjs';
import { startKept } from './lib/kept-process.mjs';
import { endLeftovers, RUN_MARK } from './lib/leftovers.mjs';
import { withLock } from './lib/lock.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { claimPorts, freePort, freePorts, portFrom } from './lib/ports.mjs';
import { inRoot } from './lib/root.mjs';
import { cleanEnv } from './lib/setup.mjs';
import { refuseUnsuitablePlatform } from './lib/stop.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-spec-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid) => spawnSync('kill', ['-0', String(pid)]).status === 0;

async function until(what, condition) {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  assert.fail(`never happened: ${what}`);
}

describe('a kept process', () => {
  /** Seconds no other process on this machine sleeps. */
  const SLEEPS = `300.${process.pid}`;
  const parent = `
    import { startKept } from ${JSON.stringify(inRoot('scripts/lib/kept-process.mjs'))};
    const kept = startKept('sleep', ['${SLEEPS}'], { removeDirs: [process.argv[1]] });
    console.log('started');
    await kept.exited;`;
  const sleepers = () => {
    const list = spawnSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).stdout;
    return list.split('\n').filter((line) => line.endsWith(` sleep ${SLEEPS}`)).length;
  };

  it('dies with a parent that was killed without warning, and its folder goes too', async () => {
    const before = sleepers();
    const dir = path.join(folder, 'goes');
    mkdirSync(dir);
    const child = spawn(process.execPath, ['--input-type=module', '-e', parent, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await until('the sleeper runs', () => sleepers() === before + 1);
    child.kill('SIGKILL');
    await until('the sleeper ends', () => sleepers() === before);
    await until('its folder is gone', () => !existsSync(dir));
  });

  it('ends one that does not want to, after its grace', async () => {
    const program = `
      process.on('SIGTERM', () => process.stdout.write('asked '));
      setInterval(() => {}, 1e6);
      process.stdout.write('ready ');`;
    const stubborn = startKept(process.execPath, ['-e', program], { graceMs: 3000, output: 'pipe' });
    let said = '';
    stubborn.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await until('it listens', () => said === 'ready ');
    await stubborn.stop();
    await until('it was asked first', () => said === 'ready asked ');
  });

  it('passes on the exit code of its child', async () => {
    assert.equal(await startKept(process.execPath, ['-e', 'process.exit(7)']).exited, 7);
  });

  it('says so when the program does not exist', async () => {
    assert.equal(await startKept('no-such-program', [], { output: 'ignore' }).exited, 127);
  });
});

describe('ports', () => {
  it('names the variable that changes a taken port', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address();
    await assert.rejects(
      claimPorts({ SIMULATORS_PORT: port }),
      new RegExp(`Port ${port} is taken.*SIMULATORS_PORT=${port + 1}`),
    );
    server.close();
  });

  it('finds a listener on every address, not only on this machine’s own', async () => {
    const server = net.createServer().listen(0, '::');
    await new Promise((resolve) => server.once('listening', resolve));
    await assert.rejects(claimPorts({ PORT: server.address().port }), /is taken/);
    server.close();
  });

  it('refuses one port for two purposes', async () => {
    const port = await freePort();
    await assert.rejects(claimPorts({ PORT: port, SIMULATORS_PORT: port }), /PORT and SIMULATORS_PORT both need/);
  });

  it('refuses a row of ports that runs into another, and one that is taken in the middle', async () => {
    const first = await freePorts(3);
    const row = { SIMULATORS_PORT: 3 };
    const ports = { PORT: first + 2, SIMULATORS_PORT: first };
    await assert.rejects(claimPorts(ports, row), new RegExp(`PORT and SIMULATORS_PORT both need ${first + 2}`));
    const other = net.createServer().listen(first + 1, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    await assert.rejects(
      claimPorts({ SIMULATORS_PORT: first }, row),
      new RegExp(`Port ${first + 1} is taken.*SIMULATORS_PORT=${first + 2} npm start`),
    );
    other.close();
  });

  it('keeps what the bureaus and the server agreed on, unless the caller says otherwise', () => {
    const dataDir = path.join(folder, 'agreed');
    const settings = (env) => bureauSettings({ env, dataDir, simulatorsPort: 3100, serverPort: 3000 });
    const first = settings({});
    assert.deepEqual(settings({}), first);
    assert.equal(first.BUREAU_SOCIAL_ASSISTANCE_URL, 'http://127.0.0.1:3102');
    assert.notEqual(first.BUREAU_IDENTITY_SEND_KEY, first.BUREAU_IDENTITY_RECEIVE_KEY);
    assert.equal(statSync(path.join(dataDir, 'bureau-keys.json')).mode & 0o777, 0o600);
    assert.equal(settings({ WECHAT_URL: 'https://api.weixin.qq.com' }).WECHAT_URL, 'https://api.weixin.qq.com');
  });

  it('makes keys for a bureau that joined since the first start, and changes none of the others', () => {
    const dataDir = path.join(folder, 'joined');
    const settings = () => bureauSettings({ env: {}, dataDir, simulatorsPort: 3100, serverPort: 3000 });
    const first = settings();
    const file = path.join(dataDir, 'bureau-keys.json');
    const { eldercare, ...older } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(older));
    const second = settings();
    assert.notEqual(second.BUREAU_ELDERCARE_SEND_KEY, eldercare.send);
    assert.match(second.BUREAU_ELDERCARE_SEND_KEY, /^to-eldercare:/);
    assert.equal(second.BUREAU_IDENTITY_SEND_KEY, first.BUREAU_IDENTITY_SEND_KEY);
    assert.deepEqual(settings(), second);
  });

  it('refuses what is no port, naming the variable', () => {
    for (const text of ['http', '0', '65536', '3000.5', '-1']) {
      assert.throws(() => portFrom({ PORT: text }, 'PORT', 3000), /PORT is "/);
    }
    assert.equal(portFrom({ PORT: '' }, 'PORT', 3000), 3000);
  });
});

describe('set-up', () => {
  it('refuses an old Node.js in words that say what to do', () => {
    for (const version of ['18.20.4', '20.18.3']) {
      assert.throws(() => refuseUnsuitablePlatform(version, 'linux'), /needs 20\.19 or newer\. Install it/);
    }
    for (const version of ['20.19.0', '22.1.0', '24.0.0']) refuseUnsuitablePlatform(version, 'linux');
  });

  it('hides npm’s own variables from pnpm but keeps where to download from', () => {
    const env = cleanEnv({
      npm_config_registry: 'r',
      npm_config_user_agent: 'u',
      npm_lifecycle_event: 'start',
      npm_package_name: 'n',
      PATH: 'p',
    });
    assert.deepEqual(env, { npm_config_registry: 'r', PATH: 'p', CI: 'true' });
  });

  it('lets one command at a time do the work, and takes over from a dead one', async () => {
    const file = path.join(folder, 'work.lock');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(file, String(dead));
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(30);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(file, work)));
    assert.equal(most, 1);
    assert.equal(existsSync(file), false);
  });
});

describe('what tests need', () => {
  it('uses the database it is given and starts none', async () => {
    const url = 'mysql://someone@db.example:3306';
    assert.equal((await testDatabase({ TEST_DATABASE_URL: url })).url, url);
  });

  it('finds and ends what a test left running, and nothing else', {
    skip: !existsSync('/proc/self/environ'),
  }, async () => {
    const run = `spec-${process.pid}`;
    const forgotten = spawn('sleep', ['301'], {
      env: { ...process.env, [RUN_MARK]: run },
      detached: true,
      stdio: 'ignore',
    });
    const other = spawn('sleep', ['302'], { env: { ...process.env, [RUN_MARK]: 'another-run' }, stdio: 'ignore' });
    await until('both run', () => isAlive(forgotten.pid) && isAlive(other.pid));
    assert.deepEqual(endLeftovers(run), ['sleep 301']);
    await until('the forgotten one ends', () => forgotten.signalCode !== null);
    assert.equal(isAlive(other.pid), true);
    other.kill();
  });
});
