import { median } from './rounds.mjs';
import { refuseAnswersBeside } from './rush.mjs';
import { COUPLES, inRushHouse, refuseErrorsIn, spending, startPhones, startRushServer } from './rush-house.mjs';

const ROUNDS = Number(process.env.RUSH_ROUNDS ?? 7);
const CONNECTIONS = 64;
/** The guards may cost half as much again as everything else a request that does nothing costs. */
const AIM = 1.5;

/**
 * What session, key and DTO of `POST /bookings` cost the server: the same requests, each of another resident, to a route
 * behind the real guards and to one without any, in turn in one process. The database is a server of its own.
 */
export const guardCost = () => inRushHouse({ binlog: false }, measure);

async function measure(house) {
  const server = await startRushServer(house);
  const phones = startPhones(house);
  const { tokens } = await server.tell('residents', { most: COUPLES });
  const place = { house, server, phones, tokens };
  for (const route of ['guarded', 'bare', 'guarded', 'bare']) await fire(place, route);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await fire(place, 'guarded') : undefined;
    const bare = await fire(place, 'bare');
    rounds.push({ bare, guarded: first ?? (await fire(place, 'guarded')) });
  }
  return figures(rounds);
}

/** Microseconds a request of server and database. */
async function fire({ house, server, phones, tokens }, route) {
  const path = `/api/v1/no-op/${route}`;
  const windowIds = ['00000000-0000-4000-8000-000000000000'];
  const order = { port: server.port, path, kind: 'holds', tokens, windowIds, couples: COUPLES, keyPrefix: 'guard' };
  const report = await spending({ server, database: house.database }, () =>
    phones({ ...order, connections: CONNECTIONS }),
  );
  refuseAnswersBeside(['201'], report.answers);
  refuseErrorsIn(server);
  return { server: report.serverUs / report.requests, database: report.databaseUs / report.requests };
}

function figures(rounds) {
  const of = (read) => ({ value: median(rounds.map(read)), aim: null, rounds: rounds.length });
  const ratio = median(rounds.map(({ guarded, bare }) => guarded.server / bare.server));
  const unit = 'µs of server CPU a request';
  return [
    { name: 'guard_cost', ratio, unit: 'server CPU, guarded / bare', aim: AIM, rounds: rounds.length },
    { name: 'guard_cost-guarded', unit, ...of(({ guarded }) => guarded.server) },
    { name: 'guard_cost-bare', unit, ...of(({ bare }) => bare.server) },
    { name: 'guard_cost-database', unit: 'µs of database CPU', ...of(({ guarded }) => guarded.database) },
  ];
}
