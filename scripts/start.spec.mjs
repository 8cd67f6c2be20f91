import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { SIMULATOR_PORTS } from './lib/bureau-settings.mjs';
import { canFindProcesses, processesWith } from './lib/leftovers.mjs';
import { freePort, freePorts } from './lib/ports.mjs';
import { inRoot } from './lib/root.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-start-'));
const started = [];
after(() => {
  // A failed test must not leave its house running.
  for (const { processes } of started) for (const { pid } of processes()) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
let houses = 0;

/** `npm start` on free ports with a data folder of its own; `processes()` finds every process it started. */
async function startHouse(extra = {}, command = [process.execPath, inRoot('scripts/start.mjs')]) {
  houses += 1;
  const mark = `house-${process.pid}-${houses}`;
  const ports = { PORT: String(await freePort()), SIMULATORS_PORT: String(await freePorts(SIMULATOR_PORTS)) };
  const env = { ...process.env, ...ports, DATA_DIR: path.join(folder, mark), JINMEN_HOUSE: mark, ...extra };
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: inRoot(),
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const house = { ...ports, child, exited, said: () => text, processes: () => processesWith('JINMEN_HOUSE', mark) };
  started.push(house);
  return house;
}

async function until(what, condition, seconds = 60) {
  for (let tries = 0; tries < seconds * 20; tries += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  assert.fail(`never happened: ${what}`);
}

async function running(...how) {
  const house = await startHouse(...how);
  await until(
    `the house runs; it said:\n${house.said()}`,
    () => house.said().includes('is running.') || house.child.exitCode !== null,
  );
  assert.match(house.said(), /is running\./);
  return house;
}

describe('npm start', { skip: !canFindProcesses }, () => {
  it('installs and builds nothing once all is built, and Ctrl-C leaves nothing behind', async () => {
    spawnSync(process.execPath, [inRoot('scripts/build.mjs'), 'server', 'h5']);
    const house = await running();
    assert.doesNotMatch(house.said(), /Installing|Building|Another command/);
    const at = `http://127.0.0.1:${house.PORT}`;
    assert.ok(house.said().includes(`${at}/\n`), house.said());
    assert.match(await (await fetch(`${at}/`)).text(), /<html/);
    assert.equal((await fetch(`${at}/readyz`)).status, 200);
    const people = await (await fetch(`http://127.0.0.1:${house.SIMULATORS_PORT}/__sim/people`)).json();
    assert.ok(people.length > 0 && people.every(({ name, scenario }) => name && scenario));
    for (const told of [`${at}/staff`, `:${house.SIMULATORS_PORT}/desk`, people[0].name]) {
      assert.ok(house.said().includes(told), `${told} in\n${house.said()}`);
    }
    // A terminal sends Ctrl-C to the whole group.
    process.kill(-house.child.pid, 'SIGINT');
    assert.equal(await house.exited, 130);
    assert.deepEqual(house.processes(), []);
  });

  it('stops everything when only it is told to end', async () => {
    const house = await running();
    house.child.kill('SIGTERM');
    assert.equal(await house.exited, 143);
    assert.deepEqual(house.processes(), []);
  });

  it('leaves nothing running when it is killed without warning', async () => {
    const house = await running();
    house.child.kill('SIGKILL');
    await house.exited;
    await until('all are gone', () => house.processes().length === 0);
  });

  for (const signal of ['SIGKILL', 'SIGINT']) {
    it(`leaves nothing running when npm itself gets a ${signal}`, async () => {
      const house = await running({}, ['npm', 'start']);
      house.child.kill(signal);
      await house.exited;
      await until('all are gone', () => house.processes().length === 0);
    });
  }

  it('stops everything and says which, when one part dies', async () => {
    const house = await running();
    const server = house
      .processes()
      .find(({ line }) => /server\/dist\/main\.js$/.test(line) && !line.includes('keeper'));
    process.kill(server.pid, 'SIGKILL');
    assert.equal(await house.exited, 1);
    assert.match(house.said(), /The server ended by itself/);
    assert.deepEqual(house.processes(), []);
  });

  for (const name of ['PORT', 'SIMULATORS_PORT']) {
    it(`names ${name} when that port is taken, before it starts anything`, async () => {
      const other = net.createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => other.once('listening', resolve));
      const { port } = other.address();
      const house = await startHouse({ [name]: String(port) });
      assert.equal(await house.exited, 1);
      assert.match(house.said(), new RegExp(`Port ${port} is taken.*${name}=\\d+ npm start`));
      other.close();
    });
  }
});
