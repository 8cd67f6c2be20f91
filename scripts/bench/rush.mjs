import { Stop } from '../lib/stop.mjs';
import { median } from './rounds.mjs';
import { COUPLES, inRushHouse, refuseErrorsIn, spending, startPhones, startRushServer } from './rush-house.mjs';
import { forgetRound, holdTrue } from './rush-truth.mjs';

const ROUNDS = Number(process.env.RUSH_ROUNDS ?? 5);
const CONNECTIONS = 128;
const WINDOWS = 4;
const RETRIES = 0.1;
const FULL = '409 booking.window-full';

/** Ten thousand couples after a thousand seats, against as many requests that do nothing behind the same guards. */
export const rushDrain = () => drains('rush_drain', { seats: 250, aim: 0.8 });

/** The same with four seats: nearly everybody is told that it is full. */
export const soldOut = () => drains('soldout', { seats: 1, aim: 0.9 });

async function drains(name, wish) {
  const plain = await inRushHouse({ binlog: false }, (house) => drain(house, name, wish));
  const logged = await inRushHouse({ binlog: true }, (house) => drain(house, `${name}-binlog`, wish));
  return [...plain, ...logged];
}

async function drain(house, name, { seats, aim }) {
  const server = await startRushServer(house);
  const phones = startPhones(house);
  const { tokens } = await server.tell('residents', { most: COUPLES });
  if (tokens.length < COUPLES) throw new Stop(`There are ${tokens.length} couples.`);
  const place = { house, server, phones, tokens };
  await nothing(place, 2000);
  await rush(place, { round: 0, seats, couples: 2000 });
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await nothing(place, COUPLES) : undefined;
    const rushed = await rush(place, { round, seats, couples: COUPLES });
    rounds.push({ rushed, idle: first ?? (await nothing(place, COUPLES)) });
  }
  return figures(name, aim, rounds);
}

async function rush({ house, server, phones, tokens }, { round, seats, couples }) {
  const { windowIds } = await server.tell('windows', { round, windows: WINDOWS, seats });
  if (windowIds.length !== WINDOWS) throw new Stop('The windows of this round are there already.');
  const order = { port: server.port, path: '/api/v1/bookings', kind: 'holds', tokens, windowIds, couples };
  const shot = { ...order, retries: RETRIES, connections: CONNECTIONS, keyPrefix: `rush-${round}` };
  const report = await spending({ server, database: house.database }, () => phones(shot));
  refuseAnswersBeside(['201', FULL], report.answers);
  refuseErrorsIn(server);
  await holdTrue(house, server.name, { windowIds, seats, promised: report.promised });
  await forgetRound(house, server.name, windowIds);
  return report;
}

/** The same requests, to the route that does nothing. */
async function nothing({ house, server, phones, tokens }, couples) {
  const path = '/api/v1/no-op/guarded';
  const order = { port: server.port, path, kind: 'holds', tokens, windowIds: ['00000000-0000-4000-8000-000000000000'] };
  const shot = { ...order, couples, retries: RETRIES, connections: CONNECTIONS, keyPrefix: 'no-op' };
  const report = await spending({ server, database: house.database }, () => phones(shot));
  refuseAnswersBeside(['201'], report.answers);
  refuseErrorsIn(server);
  return report;
}

export function refuseAnswersBeside(expected, answers) {
  const others = Object.entries(answers).filter(([answer]) => !expected.includes(answer));
  if (others.length > 0) throw new Stop(`Answers nobody expected: ${JSON.stringify(Object.fromEntries(others))}`);
}

function figures(name, aim, rounds) {
  const of = (side, value) => median(rounds.map((round) => value(round[side])));
  const perSecond = ({ requests, ms }) => (requests / ms) * 1000;
  const figure = (suffix, value, unit) => ({ name: `${name}${suffix}`, value, unit, aim: null, rounds: rounds.length });
  const cpu = (side, whose) => of(side, ({ requests, [whose]: us }) => us / requests);
  const sides = [
    ['rushed', ''],
    ['idle', '-no-op'],
  ];
  return [
    {
      name,
      ratio: median(rounds.map(({ rushed, idle }) => perSecond(rushed) / perSecond(idle))),
      unit: 'requests a second, rush / guarded no-op',
      aim,
      rounds: rounds.length,
    },
    ...sides.flatMap(([side, said]) => [
      figure(`${said}-rps`, of(side, perSecond), 'requests a second'),
      figure(`${said}-cpu-server`, cpu(side, 'serverUs'), 'µs of CPU a request'),
      figure(`${said}-cpu-database`, cpu(side, 'databaseUs'), 'µs of CPU a request'),
      figure(`${said}-cpu-phones`, cpu(side, 'cpuUs'), 'µs of CPU a request'),
      figure(
        `${said}-p50`,
        of(side, ({ p50 }) => p50),
        'ms',
      ),
      figure(
        `${said}-p99`,
        of(side, ({ p99 }) => p99),
        'ms',
      ),
    ]),
    figure(
      '-cpu-ratio',
      median(rounds.map(({ rushed, idle }) => whole(idle) / whole(rushed))),
      'CPU of server and database, guarded no-op / rush',
    ),
  ];
}

const whole = ({ serverUs, databaseUs, requests }) => (serverUs + databaseUs) / requests;
