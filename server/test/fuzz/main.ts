import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { AccessHouse } from '../access/access-house';
import { newSeed } from '../crash/crash';
import { Fuzz } from './fuzz';
import { PLANTS, type Plant } from './plants';
import { Counts, type Fault, shares, table, toldOf } from './report';

/** `npm run fuzz`: a table by route; a red end when a promise was broken. */

/** What the requests before left behind must not be all there is. */
const FOR_ONE_HOUSE = 10_000;
const PLANTED_AT = 'POST /complaints';

const { values: asked } = parseArgs({
  options: {
    requests: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: String(newSeed()) },
    only: { type: 'string' },
    path: { type: 'string' },
    plant: { type: 'string' },
  },
});
const { only, path, plant } = asked;
/** `--count` is another name of `--requests`. */
const [requests, seed] = [Number(asked.requests ?? asked.count ?? 50_000), Number(asked.seed)];
const say = (line: string) => process.stderr.write(`  ${Math.round(process.uptime())} s: ${line}\n`);

function isPlant(name: string): name is Plant {
  return name in PLANTS;
}

async function inAHouse(wished: number, ofSeed: number, from: number): Promise<Fuzz> {
  const house = await AccessHouse.start({ LOG_LEVEL: 'error' });
  try {
    const fuzz = new Fuzz(house);
    if (plant !== undefined && isPlant(plant)) fuzz.handlers.plant(fuzz.handlerOf(PLANTED_AT), PLANTS[plant]);
    const chosen =
      only === undefined ? {} : { only: (route: string) => route === only || new RegExp(only).test(route) };
    const to = path === undefined ? {} : { path };
    await fuzz.run({
      requests: wished,
      seed: ofSeed,
      ...chosen,
      ...to,
      say: (done) => say(`${from + done} requests`),
      heard: (fault) => say(toldOf(fault)),
    });
    return fuzz;
  } finally {
    await house.end();
  }
}

async function main(): Promise<void> {
  if (plant !== undefined && !isPlant(plant)) throw new Error(`--plant is one of ${Object.keys(PLANTS).join(', ')}`);
  process.stdout.write(`the same requests again: npm run fuzz -- --requests ${requests} --seed ${seed}\n`);
  const counts = new Map<string, Counts>();
  const faults = new Map<string, Fault>();
  for (let done = 0, house = 0; done < requests; done += FOR_ONE_HOUSE, house += 1) {
    const fuzz = await inAHouse(Math.min(FOR_ONE_HOUSE, requests - done), seed + house, done);
    for (const [route, each] of fuzz.counts) {
      const sum = counts.get(route) ?? new Counts();
      sum.plus(each);
      counts.set(route, sum);
    }
    for (const fault of fuzz.faults) faults.set(`${fault.route} ${fault.promise}`, fault);
  }
  process.stdout.write(`${table(counts)}\n${[...faults.values()].map(toldOf).join('\n')}\n`);
  const missed = path === undefined && only === undefined ? shares(counts) : [];
  for (const line of missed) process.stdout.write(`not enough: ${line}\n`);
  process.stdout.write(`${faults.size} broken promises, seed ${seed}, ${process.uptime().toFixed(0)} s\n`);
  if (faults.size + missed.length > 0) process.exitCode = 1;
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
