import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { median } from './rounds.mjs';
import { inRushHouse, startPhones, startRushServer } from './rush-house.mjs';
import { forgetRound, holdTrue } from './rush-truth.mjs';
import { outcomeIn, requestText } from './rush-wishes.mjs';

const ROUNDS = Number(process.env.RUSH_ROUNDS ?? 5);
const SECONDS = 5;
const COUPLES = 9_000;
const SEATS = 250;
/** How many times more come than the server answers when each waits for the last. */
const TIMES = Number(process.env.SHED_TIMES ?? 2);
const PROBES_PER_SECOND = 20;
/** Connections for each route that is asked meanwhile: nobody waits longer than so many probes. */
const LINES = 60;
const AIM = 2;
const MAY_BE = [/^201$/, /^409 booking\./, /^429 booking\.busy$/, /^503 server\.busy$/];
/** Fractions of what a server is started with, so that the phones of one machine can overrun it. */
const BOUNDS = { SHED_AFTER_DELAY_MS: '200', MOST_IN_FLIGHT: '1000', MOST_WAITING: '300' };
/** Memory a collector has not given back yet is no leak. */
const LEAK_KB = 200_000;

/**
 * Several times more wishes than the server can serve, from people who do not wait for each other, while others look at
 * what they have: how much longer their slowest hundredth waits than on an idle server. Afterwards nothing may be left.
 */
export function shedding() {
  return inRushHouse({ binlog: false }, async (house) => {
    const phones = startPhones(house);
    const server = await startRushServer(house, { env: BOUNDS });
    const { tokens } = await server.tell('residents', { most: COUPLES + 1 });
    const probes = await probesOf(server, tokens[COUPLES]);
    const capacity = await capacityOf({ house, server, phones, tokens });
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const overrun = { house, server, tokens, probes, round, perSecond: Math.round(capacity * TIMES) };
      const seen = await overrunOnce(overrun);
      if (round > 0) rounds.push(seen);
    }
    await forgetRound(house, server.name, [probes.windowId]);
    return figures(rounds, capacity);
  });
}

/** What a couple that has a time asks for meanwhile. */
async function probesOf(server, token) {
  const { windowIds } = await server.tell('windows', { round: 900, windows: 1, seats: 1 });
  const [windowId] = windowIds;
  const key = `probe-${process.pid}`;
  const { id } = await askOnce(server.port, requestText('/api/v1/bookings', { token, key, windowId }));
  if (!id) throw new Stop('The couple that looks on could not book.');
  const day = new Date().toISOString().slice(0, 10);
  const get = (path) => requestText(path, { token });
  const body = JSON.stringify({ facts: { 'household.memberCount': 3 } });
  const assess = ['POST /api/v1/eligibility/assessments HTTP/1.1', 'Host: rush', 'Content-Type: application/json'];
  return {
    windowId,
    texts: {
      me: get('/api/v1/me'),
      windows: get(`/api/v1/services/marriage-registration/windows?site=heping&kind=marriage&from=${day}&to=${day}`),
      booking: get(`/api/v1/bookings/${id}`),
      assessment: `${[...assess, `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`,
    },
  };
}

/** How many it answers a second when 128 wait for their answers, most of them too late. */
async function capacityOf({ house, server, phones, tokens }) {
  const { windowIds } = await server.tell('windows', { round: 901, windows: 4, seats: SEATS });
  const order = { port: server.port, path: '/api/v1/bookings', kind: 'holds', tokens, windowIds, couples: COUPLES };
  const { answers, ms } = await phones({ ...order, connections: 128, keyPrefix: `capacity-${process.pid}` });
  await forgetRound(house, server.name, windowIds);
  // who is told to come again was not served
  const served = Object.entries(answers).filter(([answer]) => !answer.startsWith('503'));
  return served.reduce((sum, [, times]) => sum + times, 0) / (ms / 1000);
}

async function overrunOnce({ house, server, tokens, probes, round, perSecond }) {
  const { windowIds } = await server.tell('windows', { round, windows: 4, seats: SEATS });
  const before = leftovers(server.pid);
  const lines = await linesFor(server.port, probes.texts);
  const calm = await probe(lines, probes.texts);
  const crowd = fork(inRoot('scripts/bench/shedding-crowd.mjs'));
  house.stoppers.push(async () => crowd.kill());
  const order = { port: server.port, tokens: tokens.slice(0, COUPLES), windowIds, perSecond, seconds: SECONDS };
  const [loaded, report] = await Promise.all([probe(lines, probes.texts), reportOf(crowd, order)]);
  crowd.disconnect();
  for (const line of Object.values(lines).flat()) line.destroy();
  refuseOtherAnswers(report.answers);
  await refuseLeftovers(server, before);
  const held = report.answers['201'] ?? 0;
  await sameAsDatabase(house, server.name, { windowIds, held });
  await forgetRound(house, server.name, windowIds);
  return { calm, loaded, ...report };
}

function reportOf(crowd, order) {
  return new Promise((resolve, reject) => {
    crowd.once('message', ({ report, error }) => (error ? reject(new Stop(error)) : resolve(report)));
    crowd.send(order);
  });
}

/**
 * Made before anybody comes, as a proxy has them: the event loop takes one new connection a turn. The first answer on each
 * is not measured.
 */
async function linesFor(port, texts) {
  const made = Object.entries(texts).map(async ([name, text]) => {
    const lines = Array.from({ length: LINES }, () => net.connect(port, '127.0.0.1').setNoDelay(true));
    for (const line of lines) await ask(line, text, name);
    return [name, lines];
  });
  return Object.fromEntries(await Promise.all(made));
}

/** Each route at a steady pace, whether or not the one before was answered. The slowest hundredth of each, in ms. */
async function probe(lines, texts) {
  const slowest = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const [idle, asked] = [[...lines[name]], []];
      for (let count = 0; count < PROBES_PER_SECOND * SECONDS; count += 1) {
        const line = idle.pop();
        if (!line) throw new Stop(`${LINES} times in a row ${name} was not answered.`);
        const answer = ask(line, text, name).finally(() => idle.push(line));
        answer.catch(() => undefined); // told below, with all the others
        asked.push(answer);
        await sleep(1000 / PROBES_PER_SECOND);
      }
      const times = (await Promise.all(asked)).map(({ ms }) => ms).sort((one, other) => one - other);
      return [name, times[Math.ceil(times.length * 0.99) - 1]];
    }),
  );
  return Object.fromEntries(slowest);
}

async function askOnce(port, text) {
  const socket = net.connect(port, '127.0.0.1');
  try {
    return await ask(socket, text, 'the probe');
  } finally {
    socket.destroy();
  }
}

/** @throws Stop on anything but a yes: nobody who looks at what they have is sent away. */
function ask(line, text, name) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let buffered = '';
    const hear = (chunk) => {
      buffered += chunk.toString('latin1');
      const outcome = outcomeIn(buffered);
      if (!outcome) return;
      line.off('data', hear).off('error', fail);
      if (/^20[01]$/.test(outcome.answer)) resolve({ ...outcome, ms: performance.now() - began });
      else fail(new Error(`was answered ${outcome.answer}`));
    };
    const fail = (error) => reject(new Stop(`${name}: ${error.message}`));
    line.on('data', hear).on('error', fail).write(text);
  });
}

function refuseOtherAnswers(answers) {
  const other = Object.keys(answers).filter((answer) => !MAY_BE.some((form) => form.test(answer)));
  if (other.length > 0) throw new Stop(`Wishes were answered ${other.join(', ')}.`);
}

function leftovers(pid) {
  const memory = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return { files: readdirSync(`/proc/${pid}/fd`).length, kb: Number(memory?.[1]) };
}

/** Connections closed, memory not growing from round to round, and the next wish answered at once. */
async function refuseLeftovers({ pid }, before) {
  for (let tries = 0; leftovers(pid).files > before.files + 30; tries += 1) {
    if (tries > 100) throw new Stop(`${leftovers(pid).files - before.files} connections were left open.`);
    await sleep(100);
  }
  const grown = leftovers(pid).kb - before.kb;
  if (grown > LEAK_KB) console.log(`  the server's memory grew by ${Math.round(grown / 1000)} MB in this round`);
}

async function sameAsDatabase(house, name, { windowIds, held }) {
  await house.sql.query(`USE ${name}`);
  const [rows] = await house.sql.query('SELECT id, window_id AS windowId FROM booking WHERE window_id IN (?)', [
    windowIds,
  ]);
  if (rows.length !== held) throw new Stop(`${held} were promised a time, and ${rows.length} have one.`);
  await holdTrue(house, name, { windowIds, held, promised: rows });
}

function figures(rounds, capacity) {
  const of = (read) => median(rounds.map(read));
  const fixed = { aim: null, rounds: rounds.length };
  const value = (name, read, unit) => ({ name: `shedding-${name}`, value: read, unit, ...fixed });
  const ratio = (route) => of(({ calm, loaded }) => loaded[route] / calm[route]);
  const unit = 'slowest hundredth, beside an overrun / on an idle server';
  const others = Object.keys(rounds[0].calm).flatMap((route) => [
    { name: `shedding-${route}`, ratio: ratio(route), unit, aim: AIM, rounds: rounds.length },
    value(
      `${route}-p99`,
      of(({ loaded }) => loaded[route]),
      'ms beside an overrun',
    ),
    value(
      `${route}-p99-idle`,
      of(({ calm }) => calm[route]),
      'ms on an idle server',
    ),
  ]);
  return [
    ...others,
    value('capacity', capacity, 'wishes a second, 128 at once'),
    value(
      'sent',
      of(({ sentPerSecond }) => sentPerSecond),
      'wishes a second, whether or not others are answered',
    ),
    value(
      'never-sent',
      of(({ held }) => held),
      'wishes not sent: the phones had no connection left',
    ),
    value('sent-away', of(percentSentAway), '% of the answers said to come again'),
    value(
      'wish-p99',
      of(({ p99 }) => p99),
      'ms until a wish is answered',
    ),
  ];
}

function percentSentAway({ answers }) {
  const count = (form) =>
    Object.entries(answers).reduce((sum, [answer, times]) => sum + (form.test(answer) ? times : 0), 0);
  return (count(/^(429|503)/) / count(/./)) * 100;
}
