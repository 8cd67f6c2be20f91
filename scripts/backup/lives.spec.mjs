import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { logsSince } from './binary-log.mjs';
import { goesOnAt, inItsLife, logFolder, pruneLogs, refuseAnotherLife } from './lives.mjs';

const folders = [];
after(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

/** Copies of logs, each begun so many seconds past 02:00; those of before lives were told apart have no life. */
function copied(lives) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'jm-lives-'));
  folders.push(root);
  for (const [life, logs] of lives) {
    mkdirSync(logFolder(root, life), { recursive: true });
    for (const [number, second] of Object.entries(logs))
      writeFileSync(path.join(logFolder(root, life), log(Number(number))), second === undefined ? '' : begun(second));
  }
  return root;
}

function begun(second) {
  const head = Buffer.from('fe62696e000000000f01000000', 'hex');
  head.writeUInt32LE(Date.parse('2026-11-27T02:00:00Z') / 1000 + second, 4);
  return Buffer.concat([head, Buffer.alloc(300)]);
}

const log = (number) => `binlog.${String(number).padStart(6, '0')}`;
const headOf = (second) => `20261127T0200${String(second).padStart(2, '0')}Z-1`;
const onServer = (logs) => async (name) => {
  const found = Object.entries(logs).find(([number]) => log(Number(number)) === name);
  return found && headOf(found[1]);
};
const madeAt = (number, second, life) => ({ log: log(number), position: 4, head: headOf(second), life });
const backup = (binaryLog, at = '2026-11-27T02:00:00.000Z') => ({ manifest: { at, binaryLog } });

const OLD = headOf(1);
const NEW = headOf(31);

describe('following', () => {
  it('goes on at the newest copy, for as long as the server has that log as it was copied', async () => {
    const root = copied([[OLD, { 1: 1, 2: 2 }]]);
    assert.equal(await goesOnAt(onServer({ 1: 1, 2: 2, 3: 3 }), root, madeAt(1, 1, OLD)), log(2));
  });

  it('begins at the log of the backup where nothing was copied yet, or nothing whole', async () => {
    for (const copies of [{}, { 1: undefined }]) {
      const root = copied([[OLD, copies]]);
      assert.equal(await goesOnAt(onServer({ 1: 1, 2: 2 }), root, madeAt(1, 1, OLD)), log(1));
    }
  });

  it('begins at the log of the newest backup where the server has removed what was copied last before it', async () => {
    const root = copied([[OLD, { 1: 1, 2: 2 }]]);
    assert.equal(await goesOnAt(onServer({ 5: 5, 6: 6 }), root, madeAt(5, 5, OLD)), log(5));
  });

  it('does not follow a server that was put back, whether its logs have got so far again or not', async () => {
    const root = copied([[OLD, { 1: 1, 2: 2, 3: 3 }]]);
    for (const logs of [{ 1: 31 }, { 1: 31, 2: 32, 3: 33, 4: 34 }])
      assert.equal(await goesOnAt(onServer(logs), root, madeAt(1, 1, OLD)), undefined);
  });

  it('does not follow a server whose end was cut off, although it has the log of the backup', async () => {
    const root = copied([[OLD, { 1: 1, 2: 2, 3: 3 }]]);
    assert.equal(await goesOnAt(onServer({ 1: 1, 2: 2, 3: 33 }), root, madeAt(1, 1, OLD)), undefined);
  });
});

describe('a backup', () => {
  it('is of the life of the backup before, while the same server goes on', async () => {
    const root = copied([[OLD, { 1: 1, 2: 2 }]]);
    const made = await inItsLife(onServer({ 2: 2, 3: 3 }), root, [backup(madeAt(1, 1, OLD))], { log: log(3) });
    assert.deepEqual(made, { log: log(3), head: headOf(3), life: OLD });
  });

  it('begins another life with what was put back', async () => {
    const root = copied([[OLD, { 1: 1, 2: 2 }]]);
    const made = await inItsLife(onServer({ 1: 31 }), root, [backup(madeAt(1, 1, OLD))], { log: log(1) });
    assert.deepEqual(made, { log: log(1), head: NEW, life: NEW });
  });

  it('goes on with the life before where the old disk came to life again', async () => {
    const root = copied([
      [OLD, { 1: 1, 2: 2 }],
      [NEW, { 1: 31 }],
    ]);
    const backups = [backup(madeAt(1, 1, OLD)), backup(madeAt(1, 31, NEW))];
    const { life } = await inItsLife(onServer({ 1: 1, 2: 2, 3: 41 }), root, backups, { log: log(3) });
    assert.equal(life, OLD);
  });

  it('goes on where the copies of before lives were told apart lie, so that they stay one row', async () => {
    const root = copied([[undefined, { 1: 1, 2: 2 }]]);
    const backups = [backup({ log: log(1), position: 4 })];
    assert.equal((await inItsLife(onServer({ 2: 2 }), root, backups, { log: log(2) })).life, undefined);
    assert.equal((await inItsLife(onServer({ 1: 31 }), root, backups, { log: log(1) })).life, NEW);
  });
});

describe('a restore', () => {
  const logsOf = (root, { log: first, life }) => logsSince(logFolder(root, life), first);

  it('takes the logs of its own life alone, although both have the same names', () => {
    const root = copied([
      [OLD, { 1: 1, 2: 2 }],
      [NEW, { 1: 31 }],
    ]);
    assert.deepEqual(logsOf(root, madeAt(1, 31, NEW)), [path.join(root, 'binlog', NEW, log(1))]);
  });

  it('refuses logs that are not those its backup was made at', () => {
    const root = copied([[NEW, { 1: 1, 2: 2 }]]);
    const binaryLog = madeAt(1, 31, NEW);
    assert.throws(() => refuseAnotherLife(logsOf(root, binaryLog), backup(binaryLog).manifest), /another life/);
  });

  it('of a backup from before lives were told apart takes what came after it, and nothing of before', () => {
    const root = copied([[undefined, { 1: 1, 2: 20 }]]);
    const binaryLog = { log: log(1), position: 4 };
    const logs = logsOf(root, binaryLog);
    refuseAnotherLife(logs, { at: '2026-11-27T02:00:20.700Z', binaryLog });
    assert.throws(() => refuseAnotherLife(logs, { at: '2026-11-27T02:00:21.000Z', binaryLog }), /another life/);
  });
});

describe('pruning', () => {
  const left = (root, life) => readdirSync(logFolder(root, life)).filter((file) => file.startsWith('binlog.'));

  it('keeps of each life what its oldest backup needs', () => {
    const root = copied([
      [undefined, { 1: 1, 2: 2 }],
      [OLD, { 1: 11, 2: 12, 3: 13 }],
      [NEW, { 1: 31, 2: 32 }],
    ]);
    const backups = [{ log: log(2), position: 4 }, madeAt(2, 12, OLD), madeAt(3, 13, OLD), madeAt(1, 31, NEW)];
    pruneLogs(
      root,
      backups.map((each) => backup(each)),
    );
    assert.deepEqual(left(root), [log(2)]);
    assert.deepEqual(left(root, OLD), [log(2), log(3)]);
    assert.deepEqual(left(root, NEW), [log(1), log(2)]);
  });

  it('removes a life no backup is left of, and no folder that is not one', () => {
    const root = copied([
      [undefined, { 1: 1 }],
      [OLD, { 1: 11 }],
      [NEW, { 1: 31 }],
      ['kept by hand', { 1: 5 }],
    ]);
    pruneLogs(root, [backup(madeAt(1, 31, NEW))]);
    assert.deepEqual(left(root), []);
    assert.equal(existsSync(logFolder(root, OLD)), false);
    assert.deepEqual([left(root, NEW), left(root, 'kept by hand')], [[log(1)], [log(1)]]);
  });
});
