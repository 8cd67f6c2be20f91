import { Stop } from '../lib/stop.mjs';
import { median } from './rounds.mjs';
import { refuseAnswersBeside } from './rush.mjs';
import { inRushHouse, refuseErrorsIn, startPhones, startRushServer } from './rush-house.mjs';
import { forgetRound, holdTrue } from './rush-truth.mjs';

const ROUNDS = Number(process.env.RUSH_ROUNDS ?? 5);
const COUPLES = 2000;
const SEATS = 600;
const WITHIN_MS = 400;
/** Below it this measurement cannot see unfairness, and says nothing. */
const CONTROL_PERCENT = 60;

/** A machine too busy for two thousand at once says so, to whoever has waited three seconds: they did not win. */
const SENT_AWAY = '503 server.busy';

/** The same servers throughout; `control` serves whoever came last first, which no setting of the product can. */
const CASES = [
  { name: 'one-process', processes: 1 },
  { name: 'two-processes', processes: 2 },
  { name: 'three-processes', processes: 3 },
  { name: 'control', processes: 1, env: { QUEUE_ORDER: 'last-first' } },
];

/**
 * How fair first come, first served is when two thousand arrive within 400 ms for six hundred places: how many of the
 * winners had not been among the first six hundred to send, and by how much the last of them had jumped the queue.
 */
export function fairness() {
  return inRushHouse({ binlog: false }, async (house) => {
    const phones = startPhones(house);
    const cases = [];
    for (const wanted of CASES) cases.push({ ...wanted, servers: await servers(house, wanted), rounds: [] });
    const [first] = cases;
    const { tokens } = await first.servers[0].tell('residents', { most: COUPLES });
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [at, each] of cases.entries()) {
        const scored = await score({ house, phones, tokens }, each, round * CASES.length + at);
        if (round > 0) each.rounds.push(scored);
      }
    }
    const results = cases.flatMap(figures);
    const control = results.find(({ name }) => name === 'fairness-control');
    if (!(control.value > CONTROL_PERCENT)) {
      throw new Stop(`Last come, first served scores ${control.value} %: this run sees nothing and is void.`);
    }
    return results;
  });
}

async function servers(house, { processes, env }) {
  const started = [];
  for (let count = 0; count < processes; count += 1)
    started.push(await startRushServer(house, { env: { ...env, SAY_WHEN_READ: 'yes' } }));
  return started;
}

async function score({ house, phones, tokens }, { servers: [first, ...others] }, round) {
  const { windowIds } = await first.tell('windows', { round, windows: 1, seats: SEATS });
  const ports = [first, ...others].map(({ port }) => port);
  const order = { kind: 'arrivals', ports, path: '/api/v1/bookings', tokens, windowIds, couples: COUPLES };
  const { arrivals, promised } = await phones({ ...order, withinMs: WITHIN_MS, keyPrefix: `fair-${round}` });
  const answers = Object.fromEntries(arrivals.map(({ answer }) => [answer, true]));
  refuseAnswersBeside(['201', '409 booking.window-full', SENT_AWAY], answers);
  for (const server of [first, ...others]) refuseErrorsIn(server);
  await holdTrue(house, first.name, { windowIds, seats: SEATS, promised });
  await forgetRound(house, first.name, windowIds);
  return scored(arrivals);
}

/** `late`: won, though the places would have gone to those before. */
function scored(arrivals) {
  const last = arrivals[SEATS - 1].sentMs;
  const late = arrivals.slice(SEATS).filter(({ id }) => id);
  const read = [...arrivals].sort((a, b) => a.read - b.read);
  return {
    percent: (late.length / SEATS) * 100,
    sentAway: arrivals.filter(({ answer }) => answer === SENT_AWAY).length,
    jumpMs: Math.max(0, ...late.map(({ sentMs }) => sentMs - last)),
    readPercent: (read.slice(SEATS).filter(({ id }) => id).length / SEATS) * 100,
  };
}

function figures({ name, processes, rounds }) {
  const of = (key) => median(rounds.map((round) => round[key]));
  const figure = (suffix, value, unit) => ({
    name: `fairness-${name}${suffix}`,
    value,
    unit,
    aim: null,
    rounds: rounds.length,
  });
  return [
    figure('', of('percent'), '% of the winners sent later than the first six hundred'),
    figure('-sent-away', of('sentAway'), 'of the 2000 were told to come again'),
    figure('-jump', of('jumpMs'), 'ms the last of them had jumped'),
    figure('-jump-worst', Math.max(...rounds.map(({ jumpMs }) => jumpMs)), 'ms, the worst round'),
    ...(processes === 1
      ? [figure('-read', of('readPercent'), '% of the winners that the server read later than the first six hundred')]
      : []),
  ];
}
