import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildStale } from './lib/build.mjs';
import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { LiveLoad } from './lib/live-load.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { freePort } from './lib/ports.mjs';
import { ROOT } from './lib/root.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** What takes longer has waited behind a table's lock. */
const LOCK_MS = 5000;

/**
 * `npm run migrate:live [-- --from <commit> --rows 200000 --seconds 5 --plant drop]`: the server of an older commit answers
 * fifty requests a second while `migrate` runs the migrations since then and takes from its account what serving does not
 * need, and afterwards beside the new one. Red when one fails. Without --from it is the commit before the newest migration. `--plant drop` takes a column away, as no migration may.
 */
await runCommand(async (args) => {
  stopAllOnSignal();
  const { values: asked } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      rows: { type: 'string', default: '200000' },
      seconds: { type: 'string', default: '5' },
      plant: { type: 'string' },
    },
  });
  await setUp();
  await buildStale(['server']);
  const from =
    asked.from ?? git('rev-parse', `${git('log', '-1', '--format=%H', '--', ':(glob)server/src/**/migrations/**')}^`);
  const old = await oldServer(from);
  const wechat = await localWechat();
  try {
    const phases = await compare({
      old,
      wechat,
      rows: Number(asked.rows),
      ms: Number(asked.seconds) * 1000,
      plant: asked.plant,
    });
    report(from, phases);
  } finally {
    await stopAll();
    wechat.close();
    spawnSync('git', ['worktree', 'remove', '--force', old], { cwd: ROOT });
  }
});

function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Stop(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** That commit, built as it was. Its folder. */
async function oldServer(commit) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jinmen-old-'));
  git('worktree', 'add', '--force', '--detach', folder, commit);
  console.log(`Building the server of ${git('log', '-1', '--format=%h %s', commit)}`);
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Stop('The older server was not built; see above.');
  return folder;
}

/** A WeChat that knows everybody. */
async function localWechat() {
  const server = http.createServer((request, reply) => {
    const code = new URL(request.url, 'http://x').searchParams.get('js_code');
    reply.setHeader('content-type', 'application/json');
    reply.end(JSON.stringify({ openid: `o${code}`, session_key: 'c2Vzc2lvbi1rZXk=' }));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function compare({ old, wechat, rows, ms, plant }) {
  const { url } = await testDatabase({});
  const { createConnection } = await import('../server/node_modules/mysql2/promise.js');
  const root = await createConnection({ uri: `${url}/mysql`, multipleStatements: true });
  await root.query('CREATE DATABASE live');
  await root.query('USE live');
  // as they were before there were two accounts: one that may do everything, and changes the tables itself
  await root.query("CREATE USER app@'%'; GRANT ALL ON live.* TO app@'%'");
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jinmen-live-'));
  const env = {
    ...{ PATH: process.env.PATH, NODE_ENV: 'test', OPENINGS: 'off', DATA_DIR: dataDir },
    DATABASE_URL: `${url.replace('root@', 'app@')}/live`,
    ...{ LOG_LEVEL: 'error', WECHAT_URL: wechat.url, WECHAT_APP_ID: 'wx0123456789abcdef' },
    WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
  };
  try {
    const before = await server(old, env);
    await fill(root, rows);
    const known = await migrations(root);
    const load = new LiveLoad(before.url);
    await load.phase('old code, old schema', () => sleep(ms));
    let after;
    await load.phase('old code, while the migrations run', async () => {
      if (plant === 'drop') await root.query('ALTER TABLE relief_application DROP COLUMN updated_at');
      await migrate({ ...env, MIGRATE_DATABASE_URL: `${url}/live` });
      after = await server(ROOT, { ...env, MIGRATE: 'apart' });
    });
    await load.phase('old code, new schema', () => sleep(ms));
    const next = new LiveLoad(after.url);
    await Promise.all([
      load.phase('old code beside the new', () => sleep(ms)),
      next.phase('new code', () => sleep(ms)),
    ]);
    const run = (await migrations(root)).filter((name) => !known.includes(name));
    return { run, phases: [...load.phases, ...next.phases] };
  } finally {
    await root.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function server(folder, env) {
  const port = await freePort();
  const line = [path.join(folder, 'server/dist/main.js')];
  const kept = startKept(process.execPath, line, { cwd: folder, env: { ...env, PORT: String(port) } });
  let ended = false;
  void kept.exited.then(() => {
    ended = true;
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1200 && !ended; tries += 1) {
    if (
      await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { url };
    await sleep(100);
  }
  throw new Stop(`The server in ${folder} did not start; see above.`);
}

/** Beside the load, whose requests go on meanwhile. */
async function migrate(env) {
  const { exited } = startKept(process.execPath, [path.join(ROOT, 'server/dist/migrate.main.js')], { cwd: ROOT, env });
  if ((await exited) !== 0) throw new Stop('The migrations were not run; see above.');
}

/** So many drafts of nobody: a change of their table takes a while. */
async function fill(root, rows) {
  await root.query(`INSERT INTO relief_application (id, account_id, state, version, programmes, fields, created_at, updated_at)
    SELECT UUID(), UUID(), 'draft', 1, '[]', REPEAT('x', 400), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM seq_1_to_${rows}`);
}

async function migrations(root) {
  const [rows] = await root.query('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

function report(from, { run, phases }) {
  console.log(`\nfrom ${from.slice(0, 10)}: ${run.length} migrations: ${run.join(', ')}`);
  for (const { name, asked, slowestMs, failed } of phases) {
    const count = [...failed.values()].reduce((sum, times) => sum + times, 0);
    console.log(
      `${name.padEnd(36)} ${String(asked).padStart(6)} asked  ${String(count).padStart(4)} failed  slowest ${Math.round(slowestMs)} ms`,
    );
    for (const [what, times] of [...failed].slice(0, 5)) console.log(`    ×${times} ${what}`);
  }
  if (run.length === 0) throw new Stop('Void: no migration was run; name an older commit with --from.');
  if (phases.some(({ failed }) => failed.size > 0)) throw new Stop('A request failed.');
  const slow = phases.filter(({ slowestMs }) => slowestMs > LOCK_MS);
  if (slow.length > 0)
    console.log(`Somebody waited more than ${LOCK_MS} ms: a table was locked, or this machine is busy.`);
}
