import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '../lib/content-hash.mjs';
import { inRoot } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { median } from './rounds.mjs';
import { refuseAnswersBeside } from './rush.mjs';
import { inRushHouse, migrated, refuseErrorsIn, spending, startPhones, startRushServer } from './rush-house.mjs';
import { BOOKINGS, seedStatements } from './rush-seed.mjs';
import { forgetLeftOvers, forgetRound, holdTrue } from './rush-truth.mjs';

const ROUNDS = Number(process.env.RUSH_ROUNDS ?? 5);
const CONNECTIONS = 128;
const COUPLES = 2000;
const WINDOWS = 4;
const LISTS_EACH = 2;
const AIM = 0.8;
/** Below it a table that a hold writes cannot count as grown; windows are shared by twenty bookings. */
const GROWN = 0.1;
const GROWN_WINDOWS = 50_000;

/**
 * What a million bookings cost the next one: two thousand couples who all get a place, and then look at their bookings,
 * on a database with a million of them and on one with none, in turn, on one MariaDB.
 */
export function growth() {
  return inRushHouse({ binlog: false }, async (house) => {
    await seedGrown(house);
    await forgetLeftOvers(house, 'grown');
    const [empty, grown] = [await side(house, 'rush'), await side(house, 'grown')];
    await house.sql.query('SET GLOBAL userstat = ON; FLUSH TABLE_STATISTICS');
    await measure(house, empty, 0);
    await refuseUngrown(house);
    await house.sql.query('SET GLOBAL userstat = OFF');
    await measure(house, grown, 0);
    const rounds = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const first = round % 2 === 0 ? await measure(house, grown, round) : undefined;
      const small = await measure(house, empty, round);
      rounds.push({ empty: small, grown: first ?? (await measure(house, grown, round)) });
    }
    return [...figures('growth', 'held', rounds), ...figures('growth-list', 'listed', rounds)];
  });
}

async function side(house, name) {
  const server = await startRushServer(house, { name });
  const { tokens } = await server.tell('residents', { most: COUPLES });
  if (tokens.length < COUPLES) throw new Stop(`There are ${tokens.length} couples in ${name}.`);
  return { server, tokens, phones: startPhones(house) };
}

async function measure(house, { server, tokens, phones }, round) {
  const seats = COUPLES;
  const { windowIds } = await server.tell('windows', { round, windows: WINDOWS, seats });
  if (windowIds.length !== WINDOWS) throw new Stop('The windows of this round are there already.');
  const common = { port: server.port, path: '/api/v1/bookings', tokens, couples: COUPLES, connections: CONNECTIONS };
  const spent = (order) => spending({ server, database: house.database }, () => phones({ ...common, ...order }));
  const held = await spent({ kind: 'holds', windowIds, keyPrefix: `growth-${round}` });
  refuseAnswersBeside(['201'], held.answers);
  await holdTrue(house, server.name, { windowIds, held: COUPLES, promised: held.promised });
  const listed = await spent({ kind: 'list', repeats: LISTS_EACH });
  refuseAnswersBeside(['200'], listed.answers);
  refuseErrorsIn(server);
  await forgetRound(house, server.name, windowIds);
  return { held, listed };
}

/** Made once, in some minutes, and kept for as long as its couples and this seed stay the same. */
async function seedGrown(house) {
  const marker = path.join(house.folder, 'grown.json');
  const seed = contentHash(
    [inRoot('scripts/bench/rush-seed.mjs')],
    readFileSync(path.join(house.folder, 'couples.json')),
  );
  if (existsSync(marker) && readFileSync(marker, 'utf8') === seed) return;
  rmSync(marker, { force: true });
  const began = performance.now();
  console.log(`Seeding ${BOOKINGS} bookings …`);
  await house.sql.query('DROP DATABASE IF EXISTS grown; CREATE DATABASE grown');
  await migrated(house, 'grown');
  await house.sql.query('USE grown; SET foreign_key_checks = 0, unique_checks = 0');
  for (const table of await tablesOf(house)) {
    await house.sql.query(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM rush.${table}`);
  }
  for (const statement of seedStatements()) {
    const since = performance.now();
    await house.sql.query(statement);
    console.log(
      `  ${statement.slice(0, 40).replaceAll('\n', ' ')} … ${Math.round((performance.now() - since) / 100) / 10} s`,
    );
  }
  await house.sql.query('SET foreign_key_checks = 1, unique_checks = 1');
  for (const table of await tablesOf(house)) await house.sql.query(`ANALYZE TABLE ${table}`);
  writeFileSync(marker, seed);
  console.log(`  seeded in ${Math.round((performance.now() - began) / 1000)} s; kept in ${house.folder}.`);
}

async function tablesOf({ sql }) {
  const [rows] = await sql.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'rush' AND table_name <> 'migrations'",
  );
  return rows.map(({ name }) => name);
}

/** The database itself says which tables a hold wrote; each of them must be large on the other side. */
async function refuseUngrown({ sql }) {
  const [written] = await sql.query(
    `SELECT table_name AS name FROM information_schema.table_statistics
     WHERE table_schema = 'rush' AND rows_changed >= ?`,
    [COUPLES],
  );
  // however many are held, their windows are written once a flush
  const names = [...new Set([...written.map(({ name }) => name), 'slot_window'])];
  if (!names.includes('booking')) throw new Stop('The database did not say what a hold writes.');
  for (const name of names) {
    const [[{ rows }]] = await sql.query(`SELECT COUNT(*) AS \`rows\` FROM grown.${name}`);
    const least = name === 'slot_window' ? GROWN_WINDOWS : BOOKINGS * GROWN;
    if (rows < least) throw new Stop(`A hold writes ${name}, which has only ${rows} rows in the grown database.`);
  }
  console.log(`A hold writes ${names.sort().join(', ')}.`);
}

function figures(name, act, rounds) {
  const perSecond = ({ requests, ms }) => (requests / ms) * 1000;
  const cpu = (whose) => (each) => each[whose] / each.requests;
  const of = (side, value) => median(rounds.map((round) => value(round[side][act])));
  const figure = (suffix, value, unit) => ({ name: `${name}${suffix}`, value, unit, aim: null, rounds: rounds.length });
  return [
    {
      name,
      ratio: median(rounds.map(({ grown, empty }) => perSecond(grown[act]) / perSecond(empty[act]))),
      unit: 'requests a second, a million bookings / none',
      aim: AIM,
      rounds: rounds.length,
    },
    ...['grown', 'empty'].flatMap((side) => [
      figure(`-${side}-rps`, of(side, perSecond), 'requests a second'),
      figure(`-${side}-cpu-server`, of(side, cpu('serverUs')), 'µs of CPU a request'),
      figure(`-${side}-cpu-database`, of(side, cpu('databaseUs')), 'µs of CPU a request'),
    ]),
  ];
}
