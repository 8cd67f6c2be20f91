import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { accountsSql } from './lib/accounts.mjs';
import { copyContext, foldersOf, readCompose, readDockerfile, volumesOf } from './lib/containers.mjs';
import { startKept, stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { imageCommands } from './lib/operations.mjs';
import { freePort } from './lib/ports.mjs';
import { inRoot } from './lib/root.mjs';
import { cleanEnv } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

/** Any number but ours: whoever runs the image is nobody here. */
const NOBODY = 10001;
const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

/** A mistake somebody could make in the Dockerfile, to see that the run would find it. */
const PLANTS = {
  /** A volume is mounted where the image has no folder of the server's: Docker makes it root's. */
  volume: (text) => text.replace(/(chown \S+ \/data) \S+/, '$1'),
};

/**
 * `npm run image [-- --plant volume]`: what the Dockerfile says, without Docker. Its first stage is done step by step in an
 * empty folder with what `.dockerignore` lets through; what the second takes of it is started as nobody, in production, on files
 * it cannot write, and its HEALTHCHECK is asked. The compose file's volumes are folders, each whose the image makes it. Its
 * database has the accounts of `deploy/mariadb/accounts.sh`: one migrates, another serves. What is left out is Debian's package
 * of tini. Needs root, for the nobody.
 */
await runCommand(async ([option, plant]) => {
  if (option !== undefined && !(option === '--plant' && plant in PLANTS))
    throw new Stop(`--plant is one of ${Object.keys(PLANTS).join(', ')}`);
  stopAllOnSignal();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jinmen-image-'));
  try {
    const text = readFileSync(inRoot('Dockerfile'), 'utf8');
    const [build, image] = readDockerfile(plant === undefined ? text : PLANTS[plant](text));
    const built = path.join(folder, 'build');
    const made = path.join(folder, 'image');
    doBuild(build, built);
    takeOver(image, built, made);
    await tryIt(image, made, folder);
    console.log('The image would be built, migrates, starts as nobody, is ready, serves the app, and stops in time.');
  } finally {
    await stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** COPY and RUN in their order; each COPY brings what it names and nothing else, as a builder would. */
function doBuild({ steps }, built) {
  const context = `${built}-context`;
  mkdirSync(built, { recursive: true });
  console.log(`${copyContext(context).length} files are sent to the builder.`);
  const env = { ...cleanEnv(process.env) };
  for (const { word, rest } of steps) {
    if (word === 'ENV') Object.assign(env, settingsOf(rest));
    if (word === 'COPY') copy(rest.split(/\s+/), context, built);
    if (word === 'RUN') run(rest, built, env);
  }
  rmSync(context, { recursive: true });
}

function copy(words, from, to) {
  const target = path.join(to, words.at(-1));
  for (const source of words.slice(0, -1)) {
    const intoFolder = words.at(-1).endsWith('/') && source !== '.' && !source.endsWith('/');
    const at = path.join(from, source);
    const isFile = source !== '.' && /\.\w+$/.test(source);
    cpSync(at, isFile && intoFolder ? path.join(target, path.basename(source)) : target, { recursive: true });
  }
}

function run(command, cwd, env) {
  console.log(`RUN ${command}`);
  const { status } = spawnSync('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Stop(`It ended with ${status}: ${command}`);
}

function settingsOf(rest) {
  return Object.fromEntries([...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));
}

/** What the second stage takes of the first; nobody may write it. */
function takeOver({ steps }, built, made) {
  for (const { word, rest } of steps) {
    if (word !== 'COPY') continue;
    const [, from, to] = /^--from=build \/app\/(\S+) \.\/(\S*)$/.exec(rest) ?? [];
    if (from === undefined) throw new Stop(`COPY ${rest} is not understood`);
    cpSync(path.join(built, from), path.join(made, to), { recursive: true, verbatimSymlinks: true });
  }
  for (const left of ['node_modules/typescript', 'node_modules/jest', 'src/main.int-spec.ts'])
    if (existsSync(path.join(made, left))) throw new Stop(`${left} has no place in an image`);
  for (const file of imageCommands(readFileSync(inRoot('docs/operations.md'), 'utf8')))
    if (!existsSync(path.join(made, file))) throw new Stop(`docs/operations.md names ${file}, which is not there`);
  const { stdout } = spawnSync('du', ['-sm', made], { encoding: 'utf8' });
  console.log(`The application's layers are ${stdout.split('\t')[0]} MB.`);
}

async function tryIt(image, made, folder) {
  const { steps } = image;
  const restOf = (word) => steps.filter((step) => step.word === word).map(({ rest }) => rest);
  const command = JSON.parse(restOf('CMD')[0]);
  const health = JSON.parse(/CMD (\[.*\])$/.exec(restOf('HEALTHCHECK')[0])[1]);
  chmodSync(folder, 0o755);
  const bare = spawnSync(command[0], command.slice(1), {
    cwd: made,
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (bare.status !== 1 || !bare.stderr.includes('is required in production'))
    throw new Stop(`It starts without being told anything:\n${bare.stderr}`);
  const port = await freePort();
  const { owner, serving } = await settings(image, folder);
  const own = { PORT: String(port), H5_DIR: path.join(made, 'h5'), PATH: process.env.PATH };
  const env = { ...settingsOf(restOf('ENV')[0]), ...serving, ...own };
  migrateFirst(command, made, env, owner);
  const server = startKept('setpriv', [...AS_NOBODY, ...command], { cwd: made, env, graceMs: 15_000 });
  const asked = health.map((word) => word.replace('127.0.0.1:3000', `127.0.0.1:${port}`));
  for (let tries = 0; ; tries += 1) {
    if (spawnSync(asked[0], asked.slice(1), { timeout: 10_000 }).status === 0) break;
    if (tries === 120) throw new Stop('It was not ready within two minutes.');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  const app = await fetch(`http://127.0.0.1:${port}/`).then((reply) => reply.text());
  if (!app.includes('<html')) throw new Stop(`It does not serve the app: ${app.slice(0, 200)}`);
  const touched = spawnSync('find', [made, '-newer', path.join(folder, 'keys.json'), '-type', 'f'], {
    encoding: 'utf8',
  }).stdout;
  if (touched !== '') throw new Stop(`It wrote beside its data:\n${touched}`);
  if ((await server.stop()) !== 0) throw new Stop('It did not end with 0.');
}

/** The server is not for an empty database and makes no table; the other command of the image does, with another account. */
function migrateFirst(command, made, env, owner) {
  const run = (line, more = {}) =>
    spawnSync('setpriv', [...AS_NOBODY, ...line], { cwd: made, env: { ...env, ...more }, encoding: 'utf8' });
  const early = run(command);
  if (early.status !== 1 || !early.stderr.includes('Run "migrate"'))
    throw new Stop(`It did not wait:\n${early.stderr}`);
  const holder = run(command, owner);
  if (holder.status !== 1 || !holder.stderr.includes('no server may hold it'))
    throw new Stop(`It starts with the owner’s password:\n${holder.stderr}`);
  const migrated = run(['node', 'dist/migrate.main.js', 'jinmen@%'], owner);
  if (migrated.status !== 0) throw new Stop(`It did not migrate:\n${migrated.stderr}`);
  console.log(migrated.stdout.trim().split('\n').slice(-3).join('\n'));
}

/** What production asks for, made up; a database of its own with the two accounts, and what only one of them is told. */
async function settings(image, folder) {
  const [password, ownerPassword] = [randomBytes(18).toString('base64url'), randomBytes(18).toString('base64url')];
  const { url } = await testDatabase({});
  const { createConnection } = await import('../server/node_modules/mysql2/promise.js');
  const root = await createConnection({ uri: url, multipleStatements: true });
  await root.query(`CREATE DATABASE jinmen; ${accountsSql({ owner: ownerPassword, serving: password })}`);
  await root.end();
  const addressOf = (username, secret) =>
    Object.assign(new URL(url), { username, password: secret, pathname: '/jinmen' });
  const key = () => ({ current: 1, keys: { 1: randomBytes(32).toString('base64') } });
  const keys = path.join(folder, 'keys.json');
  writeFileSync(keys, JSON.stringify({ sealing: key(), index: key(), audit: key(), 'session-token': key() }));
  spawnSync('chown', [`${NOBODY}:${NOBODY}`, keys]);
  chmodSync(keys, 0o600);
  const serving = {
    HOST: '127.0.0.1',
    INTERNAL_PORT: '',
    PUBLIC_ORIGIN: 'https://mz.example.cn',
    DATABASE_URL: addressOf('jinmen', password).href,
    DATA_KEYS_FILE: keys,
    ...volumesIn(image, folder),
    TRUSTED_PROXIES: 'none',
  };
  return { serving, owner: { MIGRATE_DATABASE_URL: addressOf('jinmen_owner', ownerPassword).href } };
}

/** The volumes of a server as folders, and what it is told of places in them. */
function volumesIn(image, folder) {
  const { environment, ...server } = readCompose().services['server-1'];
  const made = foldersOf(image);
  for (const { path: mounted } of volumesOf(server)) {
    mkdirSync(path.join(folder, mounted), { recursive: true, mode: 0o755 });
    spawnSync('chown', [made[mounted] ?? '0:0', path.join(folder, mounted)]);
  }
  const names = ['DATA_DIR', 'AUDIT_ANCHOR_FILE', 'DELETION_LEDGER_FILE'];
  return Object.fromEntries(names.map((name) => [name, path.join(folder, environment[name])]));
}
